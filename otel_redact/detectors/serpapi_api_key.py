"""SerpApi keys: 64 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["SERPAPI_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = _HEX * 2
_NAME = r"serp[_ .-]?api" + KEY_WORDS

SERPAPI_API_KEY = Detector(
    name="serpapi_api_key",
    entity="SERPAPI_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9a-f]{64}(?![A-Za-z0-9_-])"),
    triggers=("serpapi", "serp_api", "serp api", "serp.api", "serp-api"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("serpapi", "serp_api", "serp api", "serp.api", "serp-api"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "SERPAPI_API_KEY=" + _KEY,
        '{"serpapi_api_key": "' + _KEY + '"}',
        "the serpapi api key is " + _KEY + ".",
        'os.environ["SERPAPI_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "SERPAPI_API_KEY=your_api_key_here",
        "SERPAPI_API_KEY=" + _KEY[:12],
        "request of serpapi: " + _KEY,
        "SERPAPI_API_KEY = os.environ['SERPAPI_API_KEY']",
    ),
    key_hits=(("SERPAPI_API_KEY", _KEY), ("serpapiApiKey", _KEY)),
    key_misses=(
        ("SERPAPI_API_KEY", "your_api_key_here"),
        ("SERPAPI_API_KEY_name", _KEY),
        ("serpapi.model", _KEY),
    ),
    source="https://serpapi.com/search-api (2026-11-24)",
)
