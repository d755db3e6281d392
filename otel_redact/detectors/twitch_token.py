"""Twitch chat tokens (``oauth:…``), access tokens and client secrets behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["TWITCH_TOKEN"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_VALUE = r"[a-z0-9]{30}"

TWITCH_TOKEN = Detector(
    name="twitch_token",
    entity="TWITCH_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?:(?<![A-Za-z0-9])oauth:(?P<value>{_VALUE})(?![A-Za-z0-9_-])|"
        + near(
            r"twitch[A-Za-z_. -]{0,24}?(?:token|secret|key|client[_ -]?id)",
            r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("oauth:", "twitch"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"twitch[A-Za-z_.-]{0,24}(?:token|secret|key)",
    key_triggers=("twitch",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "PASS oauth:" + _LOWER[:30],
        "TWITCH_CLIENT_SECRET=" + _LOWER[:30],
        'twitch_access_token: "' + _LOWER[4:34] + '"',
    ),
    misses=("oauth:short", "TWITCH_CLIENT_SECRET=your_client_secret", "twitch clip " + _LOWER[:30]),
    key_hits=(("TWITCH_CLIENT_SECRET", _LOWER[:30]), ("twitch.accessToken", _LOWER[4:34])),
    key_misses=(("TWITCH_CLIENT_SECRET", "none"), ("twitch_clip", _LOWER[:30])),
    source="https://dev.twitch.tv/docs/authentication (2026-11-24)",
)
