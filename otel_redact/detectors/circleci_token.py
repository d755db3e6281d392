"""CircleCI tokens: ``CCIPAT_…``, ``CCIPRJ_…``, and forty hexadecimal digits behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["CIRCLECI_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

CIRCLECI_TOKEN = Detector(
    name="circleci_token",
    entity="CIRCLECI_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>CCIP(?:AT|RJ)_[A-Za-z0-9]{16,}+(?:_[A-Za-z0-9]{8,}+)?)|"
        + near(
            r"circle(?:ci)?[A-Za-z_. -]{0,16}?(?:token|key)",
            r"(?<![_-])[0-9a-f]{40}(?![A-Za-z0-9])",
            distance=16,
        )
        + ")"
    ),
    triggers=("ccipat_", "ccipr" + "j_", "circle"),
    validate=has_digit_or_upper,
    key_pattern=KEY_START + r"circle(?:ci)?[A-Za-z_.-]{0,16}(?:token|key)",
    key_triggers=("circle",),
    validate_key_value=lambda text: re.fullmatch(r"[0-9a-f]{40}", text) is not None,
    priority=100,
    hits=(
        "token CCI" + "PAT_q7Zt2Lk9Xw4Bv8Nc1Rm6Yp_" + _HEX + _HEX[:8],
        "'CCI" + "PRJ_q7Zt2Lk9Xw4Bv8Nc1Rm6Yp_" + _HEX + _HEX[:8] + "'",
        "Circle-Token: " + _HEX + _HEX[:8],
        "CIRCLECI_API_TOKEN=" + _HEX + _HEX[:8],
    ),
    misses=(
        "CCIPAT_short",
        "circleci/orb@sha1:" + _HEX + _HEX[:8],
        "circle key: the middle",
        "CIRCLE_SHA1=" + _HEX + _HEX[:8],
    ),
    key_hits=(("CIRCLECI_API_TOKEN", _HEX + _HEX[:8]), ("Circle-Token", _HEX + _HEX[:8])),
    key_misses=(("CIRCLECI_API_TOKEN", "none"), ("circle_page", _HEX + _HEX[:8])),
    source="https://circleci.com/docs/managing-api-tokens (2026-11-24)",
)
