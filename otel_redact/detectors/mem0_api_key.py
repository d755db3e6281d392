"""Mem0 API keys: ``m0-`` and 40 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["MEM0_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "m" + "0-" + _BODY + _BODY[:8]

MEM0_API_KEY = Detector(
    name="mem0_api_key",
    entity="MEM0_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])m0-[A-Za-z0-9]{32,}+",
    triggers=("m0-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[3:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "MEM0_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("m0-your-api-key", "m0-" + "x" * 40, "m1-" + _BODY, "m0-abc123"),
    source="https://docs.mem0.ai/platform/quickstart (2026-11-24)",
)
