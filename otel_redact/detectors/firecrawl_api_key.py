"""Firecrawl API keys: ``fc-`` and 32 hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["FIRECRAWL_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "f" + "c-" + _HEX

FIRECRAWL_API_KEY = Detector(
    name="firecrawl_api_key",
    entity="FIRECRAWL_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])fc-[0-9a-f]{32}(?![A-Za-z0-9])",
    triggers=("fc-0", *("fc-" + letter for letter in "abcdef")),
    starts_word=True,
    validate=lambda text: len(set(text[3:])) > 7,
    priority=100,
    hits=(
        "FIRECRAWL_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("fc-your-api-key", "fc-" + "0" * 32, "fc-" + _HEX[:16], "fc-" + _HEX + _HEX),
    source="https://docs.firecrawl.dev/api-reference/introduction (2026-11-24)",
)
