"""Cerebras API keys: ``csk-`` and 48 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["CEREBRAS_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "cs" + "k-" + _BODY.lower() + _BODY[:16].lower()

CEREBRAS_API_KEY = Detector(
    name="cerebras_api_key",
    entity="CEREBRAS_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])csk-[A-Za-z0-9]{24,}+",
    triggers=("csk-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "CEREBRAS_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("csk-your-api-key-here", "csk-" + "x" * 48, "desk-" + _BODY, "csk-a1"),
    source="https://inference-docs.cerebras.ai/quickstart (2026-11-24)",
)
