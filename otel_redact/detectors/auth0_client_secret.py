"""Auth0 client secrets: 64 base64url characters behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["AUTH0_CLIENT_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

AUTH0_CLIENT_SECRET = Detector(
    name="auth0_client_secret",
    entity="AUTH0_CLIENT_SECRET",
    group=Group.SECRETS,
    pattern=near(
        r"auth0[A-Za-z0-9_. -]{0,32}?(?:secret|key|token)",
        r"(?<![_-])[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("auth0",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    key_pattern=KEY_START + r"auth0[A-Za-z0-9_.-]{0,24}secret",
    key_triggers=("auth0",),
    validate_key_value=lambda text: len(text) == 64 and looks_issued(text),
    priority=100,
    hits=(
        "AUTH0_CLIENT_SECRET=" + _BODY + _BODY[:24],
        "auth0.client_secret: '" + _BODY[:30] + "-_" + _BODY[:32] + "'",
        "the auth0 management api secret is " + _BODY + _BODY[8:32],
    ),
    misses=(
        "AUTH0_CLIENT_SECRET=YOUR_CLIENT_SECRET",
        "auth0 client id " + _BODY[:32],
        "AUTH0_CLIENT_SECRET=" + "x" * 64,
    ),
    key_hits=(("AUTH0_CLIENT_SECRET", _BODY + _BODY[:24]), ("auth0.secret", _BODY + _BODY[:24])),
    key_misses=(("AUTH0_CLIENT_SECRET", "none"), ("auth0_client_id", _BODY + _BODY[:24])),
    source="https://auth0.com/docs/secure/application-credentials (2026-11-24)",
)
