"""Sentry auth tokens ``sntrys_ sntryu_ sntrya_ sntryi_``; older ones behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["SENTRY_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SENTRY_TOKEN = Detector(
    name="sentry_token",
    entity="SENTRY_TOKEN",
    group=Group.SECRETS,
    # A DSN with a secret in it is a URL with a password; its public key is meant to be public.
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>sntry(?:s_[A-Za-z0-9+/=_-]{24,}+|[a-z]_[0-9a-f]{24,}+))|"
        + near(
            r"sentry[A-Za-z0-9_. -]{0,24}?(?:token|key|secret)",
            r"(?<![_-])[0-9a-f]{64}(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=("sntry", "sentry"),
    validate=lambda text: len(set(text)) > 9,
    key_pattern=KEY_START + r"sentry[A-Za-z_.-]{0,24}(?:token|secret|key)",
    key_triggers=("sentry",),
    validate_key_value=lambda text: len(text) == 64 and text.isalnum() and looks_issued(text),
    priority=100,
    hits=(
        "SENTRY_AUTH_TOKEN=sntr" + "yu_" + _HEX * 2,
        "'sntr" + "ys_eyJpYXQiOjE3MzUwNjQ2MjMsInVybCI6Imh0dHBzOi8v" + "==_" + _BODY + "a/b'",
        "Bearer sntr" + "yi_" + _HEX[::-1] * 2,
        "sentry.auth.token = " + _HEX * 2,
    ),
    misses=(
        "sntryu_<token>",
        "sentry event " + _HEX,
        "sentry image sha256:" + _HEX * 2,
        "sntrys_your_organization_token",
    ),
    key_hits=(("SENTRY_AUTH_TOKEN", _HEX * 2), ("sentry.authToken", _HEX * 2)),
    key_misses=(("SENTRY_AUTH_TOKEN", "none"), ("sentry_release", _HEX * 2)),
    source="https://docs.sentry.io/security-legal-pii/security/token-formats (2026-11-24)",
)
