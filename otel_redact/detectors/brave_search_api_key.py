"""Brave Search API keys: ``BSA`` and some 28 characters behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.types import Detector, Group

__all__ = ["BRAVE_SEARCH_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "BS" + "A" + _BODY[:28]
_NAME = r"brave(?:[_ .-]?search)?" + KEY_WORDS


def _is_key(text: str) -> bool:
    body = text[3:]
    return text[:3] == "BSA" and len(set(body)) > 9 and " " not in body and not body.isupper()


BRAVE_SEARCH_API_KEY = Detector(
    name="brave_search_api_key",
    entity="BRAVE_SEARCH_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"BSA[A-Za-z0-9_-]{22,30}(?![A-Za-z0-9_-])"),
    triggers=("brave",),
    key_pattern=KEY_START + _NAME,
    key_triggers=("brave",),
    validate=_is_key,
    validate_key_value=_is_key,
    priority=100,
    hits=(
        "BRAVE_API_KEY=" + _KEY,
        '{"brave_api_key": "' + _KEY + '"}',
        "the brave api key is " + _KEY + ".",
        'os.environ["BRAVE_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "BRAVE_API_KEY=your_api_key_here",
        "BRAVE_API_KEY=" + _KEY[:12],
        "request of brave: " + _KEY,
        "BRAVE_API_KEY = os.environ['BRAVE_API_KEY']",
    ),
    key_hits=(("BRAVE_API_KEY", _KEY), ("braveApiKey", _KEY)),
    key_misses=(
        ("BRAVE_API_KEY", "your_api_key_here"),
        ("BRAVE_API_KEY_name", _KEY),
        ("brave.model", _KEY),
    ),
    source="https://api-dashboard.search.brave.com/documentation/quickstart (2026-11-24)",
)
