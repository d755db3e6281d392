"""Fastly API tokens: 32 base64url characters behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["FASTLY_API_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

FASTLY_API_TOKEN = Detector(
    name="fastly_api_token",
    entity="FASTLY_API_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"fastly[A-Za-z0-9_. -]{0,24}?(?:key|token)",
        r"(?<![_-])[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("fastly",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"fastly[A-Za-z_.-]{0,24}(?:key|token)",
    key_triggers=("fastly",),
    validate_key_value=lambda text: len(text) == 32 and looks_issued(text),
    priority=100,
    hits=(
        "FASTLY_API_TOKEN=" + _BODY[:32],
        "Fastly-Key: " + _BODY[:12] + "-_" + _BODY[12:30],
        "fastly_api_key = '" + _BODY[8:] + "'",
    ),
    misses=(
        "FASTLY_API_TOKEN=your-api-token",
        "fastly service " + _BODY[:22],
        "Fastly-Key: the_token_of_the_service_account",
    ),
    key_hits=(("FASTLY_API_TOKEN", _BODY[:32]), ("fastly.apiKey", _BODY[8:])),
    key_misses=(("FASTLY_API_TOKEN", "none"), ("fastly_service", _BODY[:32])),
    source="https://www.fastly.com/documentation/reference/api/auth-tokens (2026-11-24)",
)
