"""Pusher Channels keys and secrets: twenty hexadecimal digits behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["PUSHER_SECRET"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_VALUE = r"[0-9a-f]{20}"

PUSHER_SECRET = Detector(
    name="pusher_secret",
    entity="PUSHER_SECRET",
    group=Group.SECRETS,
    pattern=near(
        r"pusher[A-Za-z_. -]{0,20}?(?:key|secret)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("pusher",),
    validate=lambda text: len(set(text)) > 5,
    key_pattern=KEY_START + r"pusher[A-Za-z_.-]{0,20}(?:key|secret)",
    key_triggers=("pusher",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "PUSHER_APP_SECRET=" + _HEX[:20],
        'pusher_app_key: "' + _HEX[8:28] + '"',
        "pusher secret is " + _HEX[4:24],
    ),
    misses=("PUSHER_APP_SECRET=your-secret", "pusher commit " + _HEX[:20], "pusher key: none"),
    key_hits=(("PUSHER_APP_SECRET", _HEX[:20]), ("pusher.key", _HEX[8:28])),
    key_misses=(("PUSHER_APP_SECRET", "none"), ("pusher_app_id", _HEX[:20])),
    source="https://pusher.com/docs/channels/library_auth_reference/rest-api (2026-11-24)",
)
