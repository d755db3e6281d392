"""Intercom access tokens: base64 of ``tok:…``, and others behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["INTERCOM_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

INTERCOM_TOKEN = Detector(
    name="intercom_token",
    entity="INTERCOM_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9+/])(?P<value>dG9rO[A-Za-z0-9+/]{30,}+={0,2})|"
        + near(
            r"intercom[A-Za-z_. -]{0,20}?(?:token|key|secret)",
            r"(?<![_-])[A-Za-z0-9=_-]{60}(?![A-Za-z0-9=_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("dg0ro", "intercom"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"intercom[A-Za-z_.-]{0,20}(?:token|key|secret)",
    key_triggers=("intercom",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9=_-]{60}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "INTERCOM_ACCESS_TOKEN=dG" + "9rOmE3" + _BODY + _BODY[:14] + "=",
        "Bearer dG" + "9rOj" + _BODY + _BODY[:12],
        'intercom_api_key: "' + _LOWER + _LOWER[:20] + '"',
    ),
    misses=("dG9rO", "intercom token: none", "intercom message " + _BODY + _BODY[:20]),
    key_hits=(("INTERCOM_TOKEN", _LOWER + _LOWER[:20]), ("intercom.apiKey", _LOWER + _LOWER[:20])),
    key_misses=(("INTERCOM_TOKEN", "none"), ("intercom_page", _LOWER + _LOWER[:20])),
    source="https://developers.intercom.com/docs/build-an-integration/learn-more/authentication "
    "(2026-11-24)",
)
