"""fal keys: a UUID, a colon and 32 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["FAL_KEY"]

_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = _UUID + ":" + _HEX
_NAME = r"(?<![A-Za-z])fal(?=[_ .-]|ai|key|api)(?:[_ .-]?ai)?" + KEY_WORDS

FAL_KEY = Detector(
    name="fal_key",
    entity="FAL_KEY",
    group=Group.SECRETS,
    pattern=behind(
        _NAME, r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}:[0-9a-f]{32}(?![A-Za-z0-9_-])"
    ),
    triggers=("fal_", "fal-", "fal.", "fal ", "falai", "falkey", "falapi"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("fal_", "fal-", "fal.", "fal ", "falai", "falkey", "falapi"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "FAL_KEY=" + _KEY,
        '{"fal_key": "' + _KEY + '"}',
        "the fal api key is " + _KEY + ".",
        'os.environ["FAL_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "FAL_KEY=your_api_key_here",
        "FAL_KEY=" + _KEY[:12],
        "request of fal: " + _KEY,
        "FAL_KEY = os.environ['FAL_KEY']",
    ),
    key_hits=(("FAL_KEY", _KEY), ("falApiKey", _KEY)),
    key_misses=(("FAL_KEY", "your_api_key_here"), ("FAL_KEY_name", _KEY), ("fal.model", _KEY)),
    source="https://docs.fal.ai/authentication/key-based (2026-11-24)",
)
