"""Codecov upload and access tokens, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["CODECOV_TOKEN"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_VALUE = r"(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9]{32})"

CODECOV_TOKEN = Detector(
    name="codecov_token",
    entity="CODECOV_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"codecov[A-Za-z_. -]{0,20}?(?:token|key)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("codecov",),
    validate=lambda text: has_digit_or_upper(text) and len(set(text)) > 7,
    key_pattern=KEY_START + r"codecov[A-Za-z_.-]{0,20}(?:token|key)",
    key_triggers=("codecov",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "CODECOV_TOKEN=" + _UUID,
        'codecov_access_token: "' + _LOWER[:32] + '"',
        "codecov -t is for the codecov token " + _UUID,
    ),
    misses=(
        "CODECOV_TOKEN=${{ secrets.CODECOV_TOKEN }}",
        "codecov/codecov-action@" + _HEX + _HEX[:8],
        "codecov run " + _UUID,
    ),
    key_hits=(("CODECOV_TOKEN", _UUID), ("codecov.apiKey", _LOWER[:32])),
    key_misses=(("CODECOV_TOKEN", "none"), ("codecov_run", _UUID)),
    source="https://docs.codecov.com/docs/codecov-tokens (2026-11-24)",
)
