"""Bitbucket app passwords, access tokens of Data Center, and secrets of OAuth consumers."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["BITBUCKET_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_NAMED = "bitbucket[a-z0_. -]{0,20}?(?:secret|password|token|key)"
_CONTEXT = near(
    r"bitbucket[A-Za-z_. -]{0,20}?(?:secret|password|token|key)(?:[_ -]?(?:key|value))?",
    r"(?<![_-])(?:[A-Za-z0-9_-]{64}|[A-Za-z0-9]{32}|[A-Za-z0-9]{18,20})(?![A-Za-z0-9_-])",
    distance=16,
)

BITBUCKET_TOKEN = Detector(
    name="bitbucket_token",
    entity="BITBUCKET_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>ATBB[A-Za-z0-9_=-]{20,64}+|BBDC-[A-Za-z0-9+/@_-]{40,50}+)"
        rf"|{_CONTEXT})"
    ),
    triggers=("atbb", "bbdc-", Trigger("bitbucket", then=_NAMED)),
    validate=looks_issued,
    key_pattern=KEY_START + r"bitbucket[A-Za-z_.-]{0,20}(?:secret|password|token|key)",
    key_triggers=("bitbucket",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9_-]{64}|[A-Za-z0-9]{32}|[A-Za-z0-9]{18,20}", text) is not None
        and looks_issued(text)
    ),
    priority=100,
    hits=(
        "x-token-auth:ATB" + "B" + _BODY[:24] + "0A1B2C3D",
        "token BBD" + "C-" + _BODY + "Zt2L",
        'bitbucket_client_secret = "' + _BODY[:32] + '"',
    ),
    misses=(
        "ATBBshort",
        "matbbq7Zt2Lk9Xw4Bv8Nc1Rm6Yp3Hd5Js0G",
        "BITBUCKET_TOKEN=${BITBUCKET_TOKEN_OF_THE_BUILD}",
        "bitbucket key: da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    key_hits=(("BITBUCKET_CLIENT_SECRET", _BODY[:32]), ("bitbucket.appPassword", _BODY[:32])),
    key_misses=(("BITBUCKET_CLIENT_SECRET", "none"), ("bitbucket_page", _BODY[:32])),
    source="https://support.atlassian.com/bitbucket-cloud/docs/app-passwords (2026-11-24)",
)
