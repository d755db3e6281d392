"""Snyk API tokens: ``snyk_uat.…``, ``snyk_sat.…``, and older UUIDs behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["SNYK_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_VALUE = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

SNYK_TOKEN = Detector(
    name="snyk_token",
    entity="SNYK_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>snyk_[a-z]{3}\.[A-Za-z0-9]{8}(?:\.[A-Za-z0-9_-]{8,}+){1,3})|"
        + near(
            r"snyk[A-Za-z_. -]{0,20}?(?:token|key)",
            r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("snyk",),
    validate=lambda text: has_digit_or_upper(text[9:]),
    key_pattern=KEY_START + r"snyk[A-Za-z_.-]{0,20}(?:token|key)",
    key_triggers=("snyk",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "SNYK_TOKEN=" + _UUID,
        "snyk config set api=x; snyk_api_key: '" + _UUID + "'",
        "use snyk" + "_uat.0a1b2c3d." + _BODY + "." + _BODY,
    ),
    misses=(
        "SNYK_TOKEN=${SNYK_TOKEN}",
        "snyk project " + _UUID,
        "snyk_utils.create_project_report",
    ),
    key_hits=(("SNYK_TOKEN", _UUID), ("snyk.apiKey", _UUID)),
    key_misses=(("SNYK_TOKEN", "none"), ("snyk_org", _UUID)),
    source="https://docs.snyk.io/snyk-api/authentication-for-api (2026-11-24)",
)
