"""Atlassian API tokens: ``ATATT3… ATCTT3… ATSTT3…``, and older ones behind a product's name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ATLASSIAN_API_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_OLD = r"[A-Za-z0-9]{24}(?![A-Za-z0-9])"


def _is_token(text: str) -> bool:
    return text.startswith("AT") or (
        any(character.islower() for character in text)
        and any(character.isdigit() for character in text)
        and looks_issued(text)
    )


ATLASSIAN_API_TOKEN = Detector(
    name="atlassian_api_token",
    entity="ATLASSIAN_API_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>AT[ACS]TT3[A-Za-z0-9_-]{20,400}+(?:=[0-9A-Fa-f]{8})?)"
        r"|"
        + near(
            r"(?:atlassian|jira|confluence)[A-Za-z_. -]{0,20}?(?:token|key|password|secret)",
            r"(?<![_-])" + _OLD,
            distance=16,
        )
        + ")"
    ),
    triggers=("atatt0", "atctt0", "atstt0", "atlassian", "jira", "confluence"),
    validate=_is_token,
    key_pattern=KEY_START
    + r"(?:atlassian|jira|confluence)[A-Za-z_.-]{0,20}(?:token|key|password|secret)",
    key_triggers=(
        "atlassian",
        "jira",
        "confluence",
    ),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9]{24}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "user ATA" + "TT3xFfGF0" + _BODY * 4 + "=0A1B2C3D",
        "'ATC" + "TT3xFfGN0" + _BODY * 4 + "=0A1B2C3D'",
        'JIRA_API_TOKEN: "' + _BODY[:24] + '"',
        "confluence password is " + _BODY[:24],
    ),
    misses=(
        "ATATT3short",
        "jira token: PROJECT1234567890123456789",
        "JIRA_API_TOKEN=your-jira-api-token-here",
        "atlassian key: da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    key_hits=(("JIRA_API_TOKEN", _BODY[:24]), ("confluence.apiToken", _BODY[:24])),
    key_misses=(("JIRA_API_TOKEN", "none"), ("atlassian_page", _BODY[:24])),
    source="https://support.atlassian.com/atlassian-account/docs/"
    "manage-api-tokens-for-your-atlassian-account (2026-11-24)",
)
