"""PagerDuty REST keys, integration keys (both behind its name) and OAuth tokens (``pdus+…``)."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["PAGERDUTY_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_WORD = "[a-z]*(?:[A-Z][a-z]{2,})*[0-9]{0,4}|[A-Z]+[0-9]{0,4}"


def _is_key(text: str) -> bool:
    parts = re.split("[_-]", text)
    return len(set(text)) > 8 and not all(re.fullmatch(_WORD, part) for part in parts)


PAGERDUTY_KEY = Detector(
    name="pagerduty_key",
    entity="PAGERDUTY_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>pd(?:us|eu)\+_[0-9A-Za-z]{4,12}_[0-9a-f]{8}"
        r"(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|"
        + near(
            r"pager[_ -]?duty[A-Za-z0-9_. -]{0,24}?(?:key|token|secret)",
            r"(?<![_-])(?:[A-Za-z0-9_+-]{20}|[A-Za-z0-9]{32})(?![A-Za-z0-9_+-])",
            distance=14,
        )
        + ")"
    ),
    triggers=("pdus+_", "pdeu+_", "pagerduty", "pager_duty", "pager-duty", "pager duty"),
    validate=_is_key,
    key_pattern=KEY_START + r"pager[_-]?duty[A-Za-z_.-]{0,24}(?:key|token)",
    key_triggers=("pagerduty", "pager_duty", "pager-duty"),
    validate_key_value=lambda text: len(text) in (20, 32) and _is_key(text),
    priority=100,
    hits=(
        "PAGERDUTY_API_KEY=u+" + _BODY[:18],
        "pagerduty_token: 'y_" + _BODY[2:20] + "'",
        '"access_token":"pdu' + "s+_0XBPWQQ_" + _UUID + '"',
        "pagerduty_routing_key = " + _HEX,
    ),
    misses=(
        "PAGERDUTY_API_KEY=your-api-key-goes-here",
        "pagerduty incident " + _HEX,
        "pdus+_0XBPWQQ_",
        "pagerduty_key: PagerDutyServiceKeys",
    ),
    key_hits=(("PAGERDUTY_TOKEN", _BODY[:20]), ("pagerduty.integrationKey", _HEX)),
    key_misses=(("PAGERDUTY_TOKEN", "none"), ("pagerduty_incident", _BODY[:20])),
    source="https://developer.pagerduty.com/docs/ZG9jOjExMDI5NTUx-authentication and https://"
    "developer.pagerduty.com/docs/app-oauth-token (2026-11-24)",
)
