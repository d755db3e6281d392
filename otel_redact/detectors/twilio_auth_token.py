"""Twilio auth tokens and API key secrets, behind their name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["TWILIO_AUTH_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_VALUE = r"(?:[0-9a-f]{32}|[A-Za-z0-9]{32})"


def _is_token(text: str) -> bool:
    return re.fullmatch(_VALUE, text) is not None and looks_issued(text)


TWILIO_AUTH_TOKEN = Detector(
    name="twilio_auth_token",
    entity="TWILIO_AUTH_TOKEN",
    group=Group.SECRETS,
    pattern=(
        near(
            r"twilio[A-Za-z_. -]{0,24}?(?:token|secret|key)",
            r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
            distance=16,
        )
    ),
    triggers=("twilio",),
    validate=looks_issued,
    key_pattern=KEY_START + r"twilio[A-Za-z_.-]{0,24}(?:token|secret|key)",
    key_triggers=("twilio",),
    validate_key_value=_is_token,
    priority=100,
    hits=(
        "TWILIO_AUTH_TOKEN=" + _HEX,
        'twilio_api_secret: "' + _BODY[:32] + '"',
        "const twilioAuthToken = '" + _HEX[::-1] + "';",
    ),
    misses=(
        "TWILIO_AUTH_TOKEN=your_auth_token",
        "twilio account AC" + _HEX,
        "twilio commit " + _HEX,
    ),
    key_hits=(("TWILIO_AUTH_TOKEN", _HEX), ("twilio.apiKeySecret", _BODY[:32])),
    key_misses=(("TWILIO_AUTH_TOKEN", "none"), ("twilio_account_sid", "AC" + _HEX)),
    source="https://www.twilio.com/docs/iam/api/authtoken (2026-11-24)",
)
