"""Braintrust service tokens: ``bt-st-`` and 48 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["BRAINTRUST_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "bt" + "-st-" + _BODY + _BODY[:16]

# Its API keys are `sk-` and 48 more, as OpenAI's were, and go under that name.
BRAINTRUST_API_KEY = Detector(
    name="braintrust_api_key",
    entity="BRAINTRUST_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])bt-st-[A-Za-z0-9]{24,}+",
    triggers=("bt-st-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[6:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "BRAINTRUST_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("bt-st-your-token", "bt-st-" + "x" * 48, "bt-st-1"),
    source="https://www.braintrust.dev/docs/guides/access-control (2026-11-24)",
)
