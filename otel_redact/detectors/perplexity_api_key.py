"""Perplexity API keys: ``pplx-`` and 48 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["PERPLEXITY_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "ppl" + "x-" + _BODY + _BODY[:16]

PERPLEXITY_API_KEY = Detector(
    name="perplexity_api_key",
    entity="PERPLEXITY_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pplx-[A-Za-z0-9]{20,}+",
    triggers=("pplx-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[5:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "PERPLEXITY_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("pplx-70b-online", "pplx-your-api-key", "pplx-" + "x" * 48, "pplx-embed-context-v1"),
    source="https://docs.perplexity.ai/guides/getting-started (2026-11-24)",
)
