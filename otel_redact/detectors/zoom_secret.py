"""Zoom client secrets, webhook secrets and SDK secrets, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ZOOM_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_VALUE = r"[A-Za-z0-9]{32}|[A-Za-z0-9_-]{22}|[A-Za-z0-9]{36}"

ZOOM_SECRET = Detector(
    name="zoom_secret",
    entity="ZOOM_SECRET",
    group=Group.SECRETS,
    pattern=near(
        r"(?<![A-Za-z])zoom[A-Za-z_. -]{0,20}?(?:token|secret)",
        rf"(?<![_-])(?:{_VALUE})(?![A-Za-z0-9_-])",
        distance=12,
    ),
    triggers=("zoom",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"zoom[A-Za-z_.-]{0,20}(?:token|secret)",
    key_triggers=("zoom",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "ZOOM_CLIENT_SECRET=" + _BODY[:32],
        'zoom_webhook_secret_token: "' + _BODY[:22] + '"',
        "zoom api secret: " + _BODY[4:36],
    ),
    misses=(
        "ZOOM_CLIENT_SECRET=your_client_secret",
        "zoom meeting " + _BODY[:22],
        "zoom secret: none",
    ),
    key_hits=(("ZOOM_CLIENT_SECRET", _BODY[:32]), ("zoom.webhookSecret", _BODY[:22])),
    key_misses=(("ZOOM_CLIENT_SECRET", "none"), ("zoom_meeting", _BODY[:22])),
    source="https://developers.zoom.us/docs/internal-apps (2026-11-24)",
)
