"""Vonage (Nexmo) API secrets, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["VONAGE_API_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_VALUE = r"[A-Za-z0-9]{16}"

VONAGE_API_SECRET = Detector(
    name="vonage_api_secret",
    entity="VONAGE_API_SECRET",
    group=Group.SECRETS,
    pattern=near(
        r"(?:vonage|nexmo)[A-Za-z_. -]{0,20}?(?:secret|signature)(?:[_-]?(?:key|token))?",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("vonage", "nexmo"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 7,
    key_pattern=KEY_START + r"(?:vonage|nexmo)[A-Za-z_.-]{0,20}secret",
    key_triggers=("vonage", "nexmo"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "VONAGE_API_SECRET=" + _BODY[:16],
        'nexmo_api_secret: "' + _BODY[4:20] + '"',
        "vonage signature secret " + _BODY[8:24],
    ),
    misses=("VONAGE_API_SECRET=your_secret", "vonage message " + _BODY[:16], "nexmo secret: none"),
    key_hits=(("VONAGE_API_SECRET", _BODY[:16]), ("nexmo.apiSecret", _BODY[4:20])),
    key_misses=(("VONAGE_API_SECRET", "none"), ("vonage_id", _BODY[:16])),
    source="https://developer.vonage.com/en/getting-started/concepts/authentication (2026-11-24)",
)
