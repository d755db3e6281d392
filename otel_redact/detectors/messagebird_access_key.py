"""MessageBird (Bird) access keys, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["MESSAGEBIRD_ACCESS_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_VALUE = r"(?:live_|test_)?[A-Za-z0-9]{25}"

MESSAGEBIRD_ACCESS_KEY = Detector(
    name="messagebird_access_key",
    entity="MESSAGEBIRD_ACCESS_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"message[_-]?bird[A-Za-z_. -]{0,20}?(?:key|token|secret)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("messagebird", "message_bird", "message-bird"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"message[_-]?bird[A-Za-z_.-]{0,20}(?:key|token|secret)",
    key_triggers=("messagebird", "message_bird", "message-bird"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "MESSAGEBIRD_ACCESS_KEY=" + _BODY[:25],
        'messagebird_api_token: "' + _LOWER[:25] + '"',
        "message_bird_key = live_" + _BODY[4:29],
    ),
    misses=(
        "MESSAGEBIRD_ACCESS_KEY=your_key",
        "messagebird id " + _BODY[:25],
        "message-bird key: none",
    ),
    key_hits=(("MESSAGEBIRD_KEY", _BODY[:25]), ("message_bird.apiToken", _LOWER[:25])),
    key_misses=(("MESSAGEBIRD_KEY", "none"), ("messagebird_id", _BODY[:25])),
    source="https://developers.messagebird.com/api/#authentication (2026-11-24)",
)
