"""Cohere API keys: 40 letters and digits behind the vendor's name (``CO_API_KEY`` too)."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["COHERE_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY + _BODY[:8]
_NAME = r"(?:cohere(?:[_ .-]?ai)?|(?<![A-Za-z0-9])co(?=[_-]api))" + KEY_WORDS

COHERE_API_KEY = Detector(
    name="cohere_api_key",
    entity="COHERE_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{40}(?![A-Za-z0-9_-])"),
    triggers=("cohere", "co_api", "co-api"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("cohere", "co_api", "co-api"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "COHERE_API_KEY=" + _KEY,
        '{"cohere_api_key": "' + _KEY + '"}',
        "the cohere api key is " + _KEY + ".",
        'os.environ["COHERE_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "COHERE_API_KEY=your_api_key_here",
        "COHERE_API_KEY=" + _KEY[:12],
        "request of cohere: " + _KEY,
        "COHERE_API_KEY = os.environ['COHERE_API_KEY']",
    ),
    key_hits=(("COHERE_API_KEY", _KEY), ("cohereApiKey", _KEY)),
    key_misses=(
        ("COHERE_API_KEY", "your_api_key_here"),
        ("COHERE_API_KEY_name", _KEY),
        ("cohere.model", _KEY),
    ),
    source="https://docs.cohere.com/reference/about (2026-11-24)",
)
