"""Mistral AI API keys: 32 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["MISTRAL_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_NAME = r"(?:mistral|codestral)(?:[_ .-]?ai)?" + KEY_WORDS

MISTRAL_API_KEY = Detector(
    name="mistral_api_key",
    entity="MISTRAL_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{32}(?![A-Za-z0-9_-])"),
    triggers=("mistral", "codestral"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("mistral", "codestral"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "MISTRAL_API_KEY=" + _BODY,
        '{"mistral_api_key": "' + _BODY + '"}',
        "the mistral api key is " + _BODY + ".",
        'os.environ["MISTRAL_API_KEY"] = "' + _BODY + '"',
    ),
    misses=(
        "MISTRAL_API_KEY=your_api_key_here",
        "MISTRAL_API_KEY=" + _BODY[:12],
        "request of mistral: " + _BODY,
        "MISTRAL_API_KEY = os.environ['MISTRAL_API_KEY']",
    ),
    key_hits=(("MISTRAL_API_KEY", _BODY), ("mistralApiKey", _BODY)),
    key_misses=(
        ("MISTRAL_API_KEY", "your_api_key_here"),
        ("MISTRAL_API_KEY_name", _BODY),
        ("mistral.model", _BODY),
    ),
    source="https://docs.mistral.ai/getting-started/quickstart (2026-11-24)",
)
