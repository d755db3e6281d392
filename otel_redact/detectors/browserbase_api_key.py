"""Browserbase API keys: ``bb_live_…``, ``bb_test_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["BROWSERBASE_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "bb_li" + "ve_" + _BODY
_OTHER = "bb_te" + "st_" + _BODY[:27]


def _is_key(text: str) -> bool:
    body = text[8:]
    return len(set(body)) > 9 and (looks_issued(body) or body not in (body.lower(), body.upper()))


BROWSERBASE_API_KEY = Detector(
    name="browserbase_api_key",
    entity="BROWSERBASE_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])bb_(?:live|test)_[A-Za-z0-9_-]{20,}+",
    triggers=("bb_live_", "bb_test_"),
    starts_word=True,
    validate=_is_key,
    priority=100,
    hits=(
        "BROWSERBASE_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("bb_live_your_api_key_goes_here", "bb_test_case_for_the_session", "bb_live_"),
    source="https://docs.browserbase.com/reference/introduction (2026-11-24)",
)
