"""Twitter (X) credentials: app bearer tokens, user access tokens, and secrets behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["TWITTER_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

TWITTER_TOKEN = Detector(
    name="twitter_token",
    entity="TWITTER_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9+/%_-])"
        r"(?P<value>A{16,30}+[A-Za-z0-9%+/]{10,90}?(?:%3[Dd]|=)[A-Za-z0-9%+/]{20,120}+)"
        r"|(?<![A-Za-z0-9_-])(?P<value>[0-9]{15,20}+-(?=[A-Za-z0-9]{0,39}[A-Z])"
        r"(?=[A-Za-z0-9]{0,39}[g-z])[A-Za-z0-9]{40})(?![A-Za-z0-9_-])|"
        + near(
            r"twitter[A-Za-z_. -]{0,24}?(?:token|secret|key)(?:[_ -]?secret)?",
            r"(?<![_-])(?:[A-Za-z0-9]{25}|[A-Za-z0-9]{45}|[A-Za-z0-9_-]{50})(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("a" * 16, Trigger("0" * 15 + "-", before=5, run="0"), "twitter"),
    validate=lambda text: looks_issued(text.lstrip("A")) and len(set(text)) > 12,
    key_pattern=KEY_START + r"twitter[A-Za-z_.-]{0,24}(?:token|secret|key)",
    key_triggers=("twitter",),
    validate_key_value=lambda text: (
        re.fullmatch("[A-Za-z0-9]{25}|[A-Za-z0-9]{45}|[A-Za-z0-9_-]{50}", text) is not None
        and looks_issued(text)
    ),
    priority=100,
    hits=(
        "Bearer "
        + "A" * 21
        + "NRILgA"
        + "AAAAnNwIzUejRCOuH5E6I8xnZz4puTs%3D"
        + _BODY
        + "1Zv7ttfk8L",
        "A" * 21 + "NRILgA" + "nNwIzUejRCOuH5E6I8xnZz4+puTs=" + _BODY + "1Zv7ttfk8L",
        "oauth_token=1234567890123456789-" + _BODY,
        "TWITTER_ACCESS_TOKEN_SECRET=" + _BODY + "abc12",
        "twitter api key: '" + _BODY[:25] + "'",
    ),
    misses=(
        "A" * 64 + "==",
        "1764000000000000-" + _HEX + _HEX[:8],
        "twitter status 1234567890123456789",
        "TWITTER_API_KEY=your_twitter_api_key_here",
    ),
    key_hits=(("TWITTER_API_KEY", _BODY[:25]), ("twitter.accessTokenSecret", _BODY + "abc12")),
    key_misses=(("TWITTER_API_KEY", "none"), ("twitter_user", _BODY[:25])),
    source="https://docs.x.com/resources/fundamentals/authentication/overview (2026-11-24)",
)
