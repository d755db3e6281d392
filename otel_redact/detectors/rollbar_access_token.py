"""Rollbar access tokens: 32 hex digits, newer ones 128, behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ROLLBAR_ACCESS_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

ROLLBAR_ACCESS_TOKEN = Detector(
    name="rollbar_access_token",
    entity="ROLLBAR_ACCESS_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"rollbar[A-Za-z0-9_. -]{0,24}?(?:token|key)",
        r"(?<![_-])(?:[0-9a-f]{128}|[0-9a-f]{32})(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("rollbar",),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"rollbar[A-Za-z_.-]{0,24}(?:token|key)",
    key_triggers=("rollbar",),
    validate_key_value=lambda text: len(text) in (32, 128) and looks_issued(text),
    priority=100,
    hits=(
        "ROLLBAR_ACCESS_TOKEN=" + _HEX,
        "X-Rollbar-Access-Token: " + _HEX[::-1],
        "rollbar.accessToken = '" + _HEX * 4 + "'",
    ),
    misses=("ROLLBAR_ACCESS_TOKEN=<token>", "rollbar item " + _HEX, "rollbar token: " + "0" * 32),
    key_hits=(("ROLLBAR_ACCESS_TOKEN", _HEX), ("rollbar.accessToken", _HEX)),
    key_misses=(("ROLLBAR_ACCESS_TOKEN", "none"), ("rollbar_item", _HEX)),
    source="https://docs.rollbar.com/reference/getting-started-1#authentication (2026-11-24)",
)
