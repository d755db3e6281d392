"""Okta API tokens: ``00`` and 40 more characters, behind ``SSWS`` or its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["OKTA_API_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

OKTA_API_TOKEN = Detector(
    name="okta_api_token",
    entity="OKTA_API_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])SSWS[ ]{1,3}(?P<value>[A-Za-z0-9_-]{30,64}+)|"
        + near(
            r"okta[A-Za-z0-9_. -]{0,24}?(?:key|token|secret)",
            r"(?<![_-])00[A-Za-z0-9_=-]{40}(?![A-Za-z0-9_=-])",
            distance=14,
        )
        + ")"
    ),
    triggers=("ssws ", "okta"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    key_pattern=KEY_START + r"okta[A-Za-z_.-]{0,24}(?:key|token)",
    key_triggers=("okta",),
    validate_key_value=lambda text: (
        len(text) == 42 and text.startswith("00") and looks_issued(text)
    ),
    priority=100,
    hits=(
        "OKTA_API_TOKEN=00" + _BODY,
        "Authorization: SSWS 00" + _BODY[:30] + "-_" + _BODY[:8],
        "okta.client.token: '00" + _BODY[::-1] + "'",
    ),
    misses=(
        "SSWS <your api token>",
        "oktaToken = 00u1abcd2EFGhIjK3l4m",
        "okta id token 00000000000000000000000000000000000000000000",
    ),
    key_hits=(("OKTA_API_TOKEN", "00" + _BODY), ("okta.client.token", "00" + _BODY)),
    key_misses=(("OKTA_API_TOKEN", "none"), ("okta_user", "00" + _BODY)),
    source="https://developer.okta.com/docs/reference/core-okta-api/#authentication (2026-11-24)",
)
