"""Squarespace API keys: UUIDs behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["SQUARESPACE_TOKEN"]

_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_VALUE = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

SQUARESPACE_TOKEN = Detector(
    name="squarespace_token",
    entity="SQUARESPACE_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"square[_-]?space[A-Za-z_. -]{0,20}?(?:token|key|secret)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9-])",
        distance=16,
    ),
    triggers=("squarespace", "square_space", "square-space"),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"square[_-]?space[A-Za-z_.-]{0,20}(?:token|key|secret)",
    key_triggers=("squarespace", "square_space", "square-space"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "SQUARESPACE_API_KEY=" + _UUID,
        'squarespace_token: "' + _UUID + '"',
        "squareSpaceToken = '" + _UUID + "'",
    ),
    misses=("squarespace order " + _UUID, "SQUARESPACE_API_KEY=none", "squarespace key: your-key"),
    key_hits=(("SQUARESPACE_API_KEY", _UUID), ("squarespace.apiKey", _UUID)),
    key_misses=(("SQUARESPACE_API_KEY", "none"), ("squarespace_order", _UUID)),
    source="https://developers.squarespace.com/commerce-apis/authentication-and-permissions "
    "(2026-11-24)",
)
