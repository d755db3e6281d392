"""LINE channel access tokens and channel secrets, behind their name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["LINE_CHANNEL_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

LINE_CHANNEL_TOKEN = Detector(
    name="line_channel_token",
    entity="LINE_CHANNEL_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"(?<![A-Za-z])line[_ -]?(?:channel|bot|notify|access|login)[A-Za-z_. -]{0,24}?"
        r"(?:token|secret|key)",
        r"(?<![_-])(?:[A-Za-z0-9+/]{120,200}+={0,2}|[A-Za-z0-9]{43}|[0-9a-f]{32})(?![A-Za-z0-9+/=_-])",
        distance=16,
    ),
    triggers=tuple(
        "line" + sign + kind
        for sign in ("", "_", "-", " ")
        for kind in ("channel", "bot", "notify", "access", "login")
    ),
    validate=lambda text: looks_issued(text) and len(set(text)) > 7,
    key_pattern=KEY_START
    + r"line[_-]?(?:channel|bot|notify|access|login)[A-Za-z_.-]{0,24}(?:token|secret|key)",
    key_triggers=("line",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9+/]{120,200}={0,2}|[A-Za-z0-9]{43}|[0-9a-f]{32}", text) is not None
        and looks_issued(text)
    ),
    priority=100,
    hits=(
        "LINE_CHANNEL_ACCESS_TOKEN=" + _BODY * 4 + "1O/w1cDny=",
        "LINE_CHANNEL_SECRET=" + _HEX,
        'line_notify_token: "' + _BODY + 'abc"',
    ),
    misses=("LINE_CHANNEL_SECRET=your_secret", "line channel: 3", "online_channel_key: " + _HEX),
    key_hits=(("LINE_CHANNEL_SECRET", _HEX), ("line_channelAccessToken", _HEX)),
    key_misses=(("LINE_CHANNEL_SECRET", "none"), ("line_page", _HEX)),
    source="https://developers.line.biz/en/docs/basics/channel-access-token (2026-11-24)",
)
