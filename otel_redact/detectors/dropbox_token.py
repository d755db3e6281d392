"""Dropbox access tokens: short-lived ``sl.…``, long-lived ones and app secrets behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["DROPBOX_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

DROPBOX_TOKEN = Detector(
    name="dropbox_token",
    entity="DROPBOX_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9_.-])(?P<value>sl\.(?:u\.)?[A-Za-z0-9_-]{120,}+)|"
        + near(
            r"dropbox[A-Za-z_. -]{0,24}?(?:token|secret|key)",
            r"(?<![_-])(?:[A-Za-z0-9_-]{11}AAAAAAAAAA[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{64}"
            r"|[a-z0-9]{15})(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(Trigger("sl.", then=r"sl\.(?:u\.)?[a-z0_-]{120}"), "dropbox"),
    validate=lambda text: looks_issued(text[3:]) and len(set(text)) > 8,
    key_pattern=KEY_START + r"dropbox[A-Za-z_.-]{0,24}(?:token|secret|key)",
    key_triggers=("dropbox",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9_-]{64}|[a-z0-9]{15}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "DROPBOX_ACCESS_TOKEN=s" + "l.B" + _BODY * 3 + "-_Z",
        "Bearer s" + "l.u." + _BODY * 4,
        "dropbox_token: '" + _BODY[:11] + "A" * 10 + _BODY + "abc'",
        "DROPBOX_APP_SECRET=" + _LOWER[:15],
    ),
    misses=(
        "sl.short",
        "ssl." + _BODY * 4,
        "dropbox key: none",
        "DROPBOX_APP_SECRET=your_app_secret",
    ),
    key_hits=(("DROPBOX_APP_SECRET", _LOWER[:15]), ("dropbox.appKey", _LOWER[:15])),
    key_misses=(("DROPBOX_APP_SECRET", "none"), ("dropbox_page", _LOWER[:15])),
    source="https://developers.dropbox.com/oauth-guide (2026-11-24)",
)
