"""Percy project tokens: 64 hex digits behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["PERCY_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

PERCY_TOKEN = Detector(
    name="percy_token",
    entity="PERCY_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"percy[A-Za-z0-9_. -]{0,16}?token",
        r"(?<![_-])(?:[a-z]{2,8}_)?[0-9a-f]{64}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("percy",),
    validate=lambda text: len(set(text)) > 9,
    priority=100,
    hits=(
        "PERCY_TOKEN=" + _HEX * 2,
        "export PERCY_TOKEN='we" + "b_" + _HEX * 2 + "'",
        "percy_token: ap" + "p_" + _HEX[::-1] * 2,
    ),
    misses=("PERCY_TOKEN=<token>", "percy build sha256 " + _HEX * 2, "PERCY_TOKEN=" + "0" * 64),
    source="https://www.browserstack.com/docs/percy/get-started/percy-token (2026-11-24)",
)
