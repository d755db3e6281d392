"""Zendesk API tokens: forty letters and digits behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ZENDESK_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_VALUE = r"[A-Za-z0-9]{40}"

ZENDESK_TOKEN = Detector(
    name="zendesk_token",
    entity="ZENDESK_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"zendesk[A-Za-z_. -]{0,20}?(?:token|key|secret|password)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("zendesk",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"zendesk[A-Za-z_.-]{0,20}(?:token|key|secret|password)",
    key_triggers=("zendesk",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "ZENDESK_API_TOKEN=" + _BODY,
        'zendesk_secret_key: "' + _LOWER + '"',
        "zendesk token is " + _BODY[::-1],
    ),
    misses=(
        "zendesk commit " + _HEX + _HEX[:8],
        "ZENDESK_API_TOKEN=your_token",
        "zendesk token: see the admin center",
    ),
    key_hits=(("ZENDESK_API_TOKEN", _BODY), ("zendesk.apiToken", _LOWER)),
    key_misses=(("ZENDESK_API_TOKEN", "none"), ("zendesk_ticket", _BODY)),
    source="https://developer.zendesk.com/api-reference/introduction/security-and-auth "
    "(2026-11-24)",
)
