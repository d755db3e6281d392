"""Sendbird API tokens: forty hexadecimal digits behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["SENDBIRD_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_VALUE = r"[0-9a-f]{40}"

SENDBIRD_TOKEN = Detector(
    name="sendbird_token",
    entity="SENDBIRD_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"send[_-]?bird[A-Za-z_. -]{0,20}?(?:token|key|secret|password)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("sendbird", "send_bird", "send-bird"),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"send[_-]?bird[A-Za-z_.-]{0,20}(?:token|key|secret)",
    key_triggers=("sendbird", "send_bird", "send-bird"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "SENDBIRD_API_TOKEN=" + _HEX + _HEX[:8],
        'sendbird_access_token: "' + _HEX[8:] + _HEX[:16] + '"',
        "send-bird api key is " + _HEX + _HEX[4:12],
    ),
    misses=(
        "SENDBIRD_API_TOKEN=your_token",
        "sendbird commit " + _HEX + _HEX[:8],
        "sendbird key: none",
    ),
    key_hits=(("SENDBIRD_API_TOKEN", _HEX + _HEX[:8]), ("sendbird.apiKey", _HEX[:8] + _HEX)),
    key_misses=(("SENDBIRD_API_TOKEN", "none"), ("sendbird_channel", _HEX + _HEX[:8])),
    source="https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api (2026-11-24)",
)
