"""Postmark server and account tokens: UUIDs behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["POSTMARK_TOKEN"]

_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_VALUE = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

POSTMARK_TOKEN = Detector(
    name="postmark_token",
    entity="POSTMARK_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"postmark[A-Za-z_. -]{0,24}?(?:token|key|password)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9-])",
        distance=16,
    ),
    triggers=("postmark",),
    key_pattern=KEY_START + r"postmark[A-Za-z_.-]{0,24}(?:token|key|password)",
    key_triggers=("postmark",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "X-Postmark-Server-Token: " + _UUID,
        'POSTMARK_API_TOKEN="' + _UUID + '"',
        "postmarkApiKey: '" + _UUID + "'",
    ),
    misses=(
        "postmark message " + _UUID,
        "POSTMARK_API_TOKEN=none",
        "X-Postmark-Server-Token: server token",
    ),
    key_hits=(("X-Postmark-Server-Token", _UUID), ("postmark.apiKey", _UUID)),
    key_misses=(("POSTMARK_TOKEN", "none"), ("postmark_message", _UUID)),
    source="https://postmarkapp.com/developer/api/overview#authentication (2026-11-24)",
)
