"""Replicate API tokens: ``r8_`` and 37 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["REPLICATE_API_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "r" + "8_" + _BODY + _BODY[:5]

REPLICATE_API_TOKEN = Detector(
    name="replicate_api_token",
    entity="REPLICATE_API_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])r8_[A-Za-z0-9]{24,}+",
    triggers=("r0_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[3:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "REPLICATE_API_TOKEN=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("r8_your_token_here", "r8_" + "x" * 37, "r9_" + _BODY, "r8_short1"),
    source="https://replicate.com/docs/topics/security/api-tokens (2026-11-24)",
)
