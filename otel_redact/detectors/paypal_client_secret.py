"""PayPal client secrets: ``E`` and 79 characters, behind its name; and access tokens ``A21AA…``."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["PAYPAL_CLIENT_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_FORM = r"E[A-Za-z0-9_-]{79}"

PAYPAL_CLIENT_SECRET = Detector(
    name="paypal_client_secret",
    entity="PAYPAL_CLIENT_SECRET",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9_-])(?P<value>A21AA[A-Za-z0-9_-]{80,150}+)(?![A-Za-z0-9_-])"
        r"|"
        + near(
            r"paypal[A-Za-z_. -]{0,24}?(?:secret|password|key)",
            r"(?<![_-])" + _FORM + r"(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("a00aa", "paypal"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 14,
    key_pattern=KEY_START + r"paypal[A-Za-z_.-]{0,24}(?:secret|password|key)",
    key_triggers=("paypal",),
    validate_key_value=lambda text: re.fullmatch(_FORM, text) is not None,
    priority=100,
    hits=(
        "PAYPAL_CLIENT_SECRET=E" + _BODY + _BODY[:39],
        'paypal secret: "E' + _BODY[:30] + "-" + _BODY + _BODY[:8] + '"',
        "Bearer A21" + "AA" + _BODY * 2 + _BODY[:12],
    ),
    misses=(
        "PAYPAL_CLIENT_SECRET=your-client-secret",
        "PAYPAL_CLIENT_ID=A" + _BODY + _BODY[:39],
        "A21AAshort",
    ),
    key_hits=(
        ("PAYPAL_SECRET", "E" + _BODY + _BODY[:39]),
        ("paypal.clientSecret", "E" + _BODY + _BODY[:39]),
    ),
    key_misses=(("PAYPAL_SECRET", "none"), ("paypal_client_id", "A" + _BODY + _BODY[:39])),
    source="https://developer.paypal.com/api/rest/authentication (2026-11-24)",
)
