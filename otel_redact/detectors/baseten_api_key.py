"""Baseten API keys: eight characters, a full stop and 32 more, behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["BASETEN_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY[:8] + "." + _BODY
_NAME = r"baseten" + KEY_WORDS

BASETEN_API_KEY = Detector(
    name="baseten_api_key",
    entity="BASETEN_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}(?![A-Za-z0-9_-])"),
    triggers=("baseten",),
    key_pattern=KEY_START + _NAME,
    key_triggers=("baseten",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "BASETEN_API_KEY=" + _KEY,
        '{"baseten_api_key": "' + _KEY + '"}',
        "the baseten api key is " + _KEY + ".",
        'os.environ["BASETEN_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "BASETEN_API_KEY=your_api_key_here",
        "BASETEN_API_KEY=" + _KEY[:12],
        "request of baseten: " + _KEY,
        "BASETEN_API_KEY = os.environ['BASETEN_API_KEY']",
    ),
    key_hits=(("BASETEN_API_KEY", _KEY), ("basetenApiKey", _KEY)),
    key_misses=(
        ("BASETEN_API_KEY", "your_api_key_here"),
        ("BASETEN_API_KEY_name", _KEY),
        ("baseten.model", _KEY),
    ),
    source="https://docs.baseten.co/organization/api-keys (2026-11-24)",
)
