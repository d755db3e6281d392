"""Facebook (Meta) access tokens: ``EAA…``, ``appid|…``, and app secrets behind their name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["FACEBOOK_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

FACEBOOK_TOKEN = Detector(
    name="facebook_token",
    entity="FACEBOOK_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9+/_-])(?P<value>EAACEdEose0cBA[A-Za-z0-9]{20,}+|EAA[A-Za-z0-9]{80,400}+)"
        r"(?![+/_=-])"
        r"|(?<![A-Za-z0-9])(?P<value>[0-9]{13,17}+(?:\||%7[Cc])[A-Za-z0-9_-]{26,27})(?![A-Za-z0-9_-])|"
        + near(
            r"(?:facebook|fb_|fbapp)[A-Za-z_. -]{0,20}?(?:secret|token|key)",
            r"(?<![_-])[0-9a-f]{32}(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(
        *("eaa", "facebook", "fb_", "fbapp"),
        *(Trigger("0" * 13 + sign, before=4, run="0") for sign in ("|", "%0c")),
    ),
    validate=lambda text: looks_issued(text) and len(set(text)) > 7,
    key_pattern=KEY_START + r"(?:facebook|fb)[A-Za-z_.-]{0,20}(?:secret|token)",
    key_triggers=("facebook", "fb"),
    validate_key_value=lambda text: re.fullmatch("[0-9a-f]{32}", text) is not None,
    priority=100,
    hits=(
        "graph.facebook.com/me?access_token=EA" + "ACEdEose0cBA" + _BODY,
        "'EA" + "AGm0PX4ZCps" + _BODY * 4 + "'",
        "app token 123456789012345|" + _BODY[:27],
        "FACEBOOK_APP_SECRET=" + _HEX,
    ),
    misses=(
        "EAAshort",
        "EAA" + "A" * 100,
        "facebook image " + _HEX,
        "1764000000000|2026-11-24",
        "FACEBOOK_APP_SECRET=your_app_secret",
    ),
    key_hits=(("FACEBOOK_APP_SECRET", _HEX), ("fb.appSecret", _HEX)),
    key_misses=(("FACEBOOK_APP_SECRET", "none"), ("facebook_id", _HEX)),
    source="https://developers.facebook.com/docs/facebook-login/guides/access-tokens (2026-11-24)",
)
