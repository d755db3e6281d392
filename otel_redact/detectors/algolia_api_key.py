"""Algolia API keys: 32 hexadecimal digits behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["ALGOLIA_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

ALGOLIA_API_KEY = Detector(
    name="algolia_api_key",
    entity="ALGOLIA_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"algolia[A-Za-z_. -]{0,24}?(?:key|token|secret)",
        r"(?<![_-])[0-9a-f]{32}(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("algolia",),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"algolia[A-Za-z_.-]{0,24}key",
    key_triggers=("algolia",),
    validate_key_value=lambda text: re.fullmatch("[0-9a-f]{32}", text) is not None,
    priority=100,
    hits=(
        "ALGOLIA_ADMIN_KEY=" + _HEX,
        "X-Algolia-API-Key: " + _HEX[::-1],
        'algoliaApiKey: "' + _HEX + '"',
    ),
    misses=("algolia object " + _HEX, "ALGOLIA_API_KEY=your_key", "algolia key: none"),
    key_hits=(("ALGOLIA_ADMIN_KEY", _HEX), ("x-algolia-api-key", _HEX)),
    key_misses=(("ALGOLIA_ADMIN_KEY", "none"), ("algolia_object", _HEX)),
    source="https://www.algolia.com/doc/guides/security/api-keys (2026-11-24)",
)
