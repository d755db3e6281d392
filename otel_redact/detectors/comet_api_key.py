"""Comet and Opik API keys: 25 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_issued, looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["COMET_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY[:25]
_NAME = r"(?:comet(?:[_ .-]?ml)?|opik)" + KEY_WORDS

COMET_API_KEY = Detector(
    name="comet_api_key",
    entity="COMET_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{25}(?![A-Za-z0-9_-])"),
    triggers=("comet", "opik"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("comet", "opik"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "COMET_API_KEY=" + _KEY,
        '{"comet_api_key": "' + _KEY + '"}',
        "the comet api key is " + _KEY + ".",
        'os.environ["COMET_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "COMET_API_KEY=your_api_key_here",
        "COMET_API_KEY=" + _KEY[:12],
        "request of comet: " + _KEY,
        "COMET_API_KEY = os.environ['COMET_API_KEY']",
    ),
    key_hits=(("COMET_API_KEY", _KEY), ("cometApiKey", _KEY)),
    key_misses=(
        ("COMET_API_KEY", "your_api_key_here"),
        ("COMET_API_KEY_name", _KEY),
        ("comet.model", _KEY),
    ),
    source="https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk (2026-11-24)",
)
