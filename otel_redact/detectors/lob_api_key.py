"""Lob API keys: ``live_`` or ``test_`` and 35 hexadecimal digits; publishable ones say ``pub``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["LOB_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_PAIRS = tuple(one + two for one in "0abcdef" for two in "0abcdef")

LOB_API_KEY = Detector(
    name="lob_api_key",
    entity="LOB_API_KEY",
    group=Group.SECRETS,
    pattern=(r"(?<![A-Za-z0-9_-])(?:live|test)_(?:[0-9a-f]{35}|pub_[0-9a-f]{31})(?![A-Za-z0-9_-])"),
    triggers=(
        *(mode + pair for mode in ("live_", "test_") for pair in _PAIRS),
        *("live_pub_", "test_pub_"),
    ),
    starts_word=True,
    validate=lambda text: len(set(text[5:])) > 6,
    priority=100,
    hits=(
        "LOB_API_KEY=li" + "ve_" + _HEX + "0a1",
        "curl -u te" + "st_" + _HEX[::-1] + "0a1:",
        "'te" + "st_pub_" + _HEX[1:] + "'",
    ),
    misses=(
        "test_" + "0" * 35,
        "test_" + _HEX,
        "test_feed_of_faded_cafes",
        "my_test_" + _HEX + "0a1",
    ),
    source="https://docs.lob.com/#tag/Authentication (2026-11-24)",
)
