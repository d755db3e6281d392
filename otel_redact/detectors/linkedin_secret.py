"""LinkedIn client secrets (``WPL_AP1.…`` and older ones) and access tokens, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["LINKEDIN_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

LINKEDIN_SECRET = Detector(
    name="linkedin_secret",
    entity="LINKEDIN_SECRET",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>WPL_AP[0-9]\.[A-Za-z0-9]{8,}+\.[A-Za-z0-9+/]{4,}+={0,2})|"
        + near(
            r"linked[_-]?in[A-Za-z_. -]{0,24}?(?:secret|token|key)",
            r"(?<![_-])(?:AQ[A-Za-z0-9_-]{100,500}+|[A-Za-z0-9]{16})(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("wpl_ap0.", "linkedin", "linked_in", "linked-in"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 8,
    key_pattern=KEY_START + r"linked[_-]?in[A-Za-z_.-]{0,24}(?:secret|token|key)",
    key_triggers=(
        "linkedin",
        "linked_in",
        "linked-in",
    ),
    validate_key_value=lambda text: (
        re.fullmatch(r"AQ[A-Za-z0-9_-]{100,500}|[A-Za-z0-9]{16}", text) is not None
        and looks_issued(text)
    ),
    priority=100,
    hits=(
        "LINKEDIN_CLIENT_SECRET=" + _BODY[:16],
        "secret WPL" + "_AP1." + _BODY[:16] + "." + _BODY[:6] + "==",
        "linkedin_access_token: AQ" + "V" + _BODY * 4,
    ),
    misses=("LINKEDIN_CLIENT_SECRET=your_secret", "linkedin token: none", "WPL_AP1.short"),
    key_hits=(("LINKEDIN_CLIENT_SECRET", _BODY[:16]), ("linkedin.clientSecret", _BODY[:16])),
    key_misses=(("LINKEDIN_CLIENT_SECRET", "none"), ("linkedin_page", _BODY[:16])),
    source="https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication "
    "(2026-11-24)",
)
