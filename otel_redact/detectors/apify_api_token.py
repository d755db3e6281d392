"""Apify API tokens: ``apify_api_`` and 36 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["APIFY_API_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "apify" + "_api_" + _BODY + "a1B2"

APIFY_API_TOKEN = Detector(
    name="apify_api_token",
    entity="APIFY_API_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])apify_api_[A-Za-z0-9]{24,}+",
    triggers=("apify_api_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[10:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "APIFY_API_TOKEN=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("apify_api_token", "apify_api_your_token_here", "apify_api_" + "x" * 36),
    source="https://docs.apify.com/platform/integrations/api (2026-11-24)",
)
