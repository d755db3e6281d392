"""Spotify client secrets: 32 hexadecimal digits behind its name; and access tokens ``BQ…``."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["SPOTIFY_CLIENT_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_VALUE = r"[0-9a-f]{32}|BQ[A-Za-z0-9_-]{80,300}"

SPOTIFY_CLIENT_SECRET = Detector(
    name="spotify_client_secret",
    entity="SPOTIFY_CLIENT_SECRET",
    group=Group.SECRETS,
    pattern=near(
        r"spotify[A-Za-z_. -]{0,24}?(?:secret|token|key)",
        rf"(?<![_-])(?:{_VALUE})(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("spotify",),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"spotify[A-Za-z_.-]{0,24}(?:secret|token|key)",
    key_triggers=("spotify",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "SPOTIFY_CLIENT_SECRET=" + _HEX,
        'spotify_access_token: "BQ' + _BODY * 3 + '"',
        "spotifyClientSecret = '" + _HEX[::-1] + "'",
    ),
    misses=(
        "SPOTIFY_CLIENT_SECRET=your_client_secret",
        "spotify image " + _HEX,
        "spotify key: none",
    ),
    key_hits=(("SPOTIFY_CLIENT_SECRET", _HEX), ("spotify.clientSecret", _HEX[::-1])),
    key_misses=(("SPOTIFY_CLIENT_SECRET", "none"), ("spotify_track", _HEX)),
    source="https://developer.spotify.com/documentation/web-api/concepts/apps (2026-11-24)",
)
