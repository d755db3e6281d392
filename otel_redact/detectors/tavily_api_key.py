"""Tavily API keys: ``tvly-``, ``tvly-dev-``, ``tvly-prod-`` and about 32 characters."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["TAVILY_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "tv" + "ly-dev-" + _BODY
_OTHER = "tv" + "ly-" + _BODY
_THIRD = "tv" + "ly-prod-" + _BODY

TAVILY_API_KEY = Detector(
    name="tavily_api_key",
    entity="TAVILY_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])tvly-(?:dev-|prod-)?[A-Za-z0-9_-]{20,}+",
    triggers=("tvly-",),
    starts_word=True,
    validate=lambda text: looks_issued(text[5:]),
    priority=100,
    hits=(
        "TAVILY_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _THIRD + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("tvly-YOUR_API_KEY", "tvly-dev-your-api-key-goes-here", "tvly-" + "short1"),
    source="https://docs.tavily.com/documentation/api-reference/introduction (2026-11-24)",
)
