"""Bitly access tokens: 40 hex digits behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["BITLY_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

BITLY_TOKEN = Detector(
    name="bitly_token",
    entity="BITLY_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"bitly[A-Za-z0-9_. -]{0,24}?(?:token|key|secret)",
        r"(?<![_-])[0-9a-f]{40}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("bitly",),
    validate=lambda text: len(set(text)) > 9,
    key_pattern=KEY_START + r"bitly[A-Za-z_.-]{0,24}(?:token|key|secret)",
    key_triggers=("bitly",),
    validate_key_value=lambda text: len(text) == 40 and looks_issued(text),
    priority=100,
    hits=(
        "BITLY_ACCESS_TOKEN=" + _HEX + _HEX[:8],
        "bitly.apiKey: '" + _HEX[::-1] + _HEX[:8] + "'",
        "bitly token " + _HEX + _HEX[8:16],
    ),
    misses=("BITLY_TOKEN=<token>", "bitly commit " + _HEX + _HEX[:8], "BITLY_TOKEN=" + "0" * 40),
    key_hits=(("BITLY_ACCESS_TOKEN", _HEX + _HEX[:8]), ("bitly.token", _HEX + _HEX[:8])),
    key_misses=(("BITLY_TOKEN", "none"), ("bitly_group", _HEX + _HEX[:8])),
    source="https://dev.bitly.com/docs/getting-started/authentication (2026-11-24)",
)
