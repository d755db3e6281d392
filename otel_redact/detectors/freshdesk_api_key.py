"""Freshdesk, Freshservice and FreshBooks keys, behind their name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["FRESHDESK_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_VALUE = r"[A-Za-z0-9]{64}|[A-Za-z0-9]{20}"

FRESHDESK_API_KEY = Detector(
    name="freshdesk_api_key",
    entity="FRESHDESK_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"fresh(?:desk|service|books)[A-Za-z_. -]{0,20}?(?:token|key|secret)",
        rf"(?<![_-])(?:{_VALUE})(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("freshdesk", "freshservice", "freshbooks"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 8,
    key_pattern=KEY_START + r"fresh(?:desk|service|books)[A-Za-z_.-]{0,20}(?:token|key|secret)",
    key_triggers=("freshdesk", "freshservice", "freshbooks"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "FRESHDESK_API_KEY=" + _BODY[:20],
        'freshbooks_access_token: "' + _HEX * 2 + '"',
        "freshservice api key is " + _BODY[4:24],
    ),
    misses=("FRESHDESK_API_KEY=your_key", "freshdesk ticket " + _BODY[:20], "freshdesk key: none"),
    key_hits=(("FRESHDESK_API_KEY", _BODY[:20]), ("freshbooks.accessToken", _HEX * 2)),
    key_misses=(("FRESHDESK_API_KEY", "none"), ("freshdesk_ticket", _BODY[:20])),
    source="https://developers.freshdesk.com/api/#authentication (2026-11-24)",
)
