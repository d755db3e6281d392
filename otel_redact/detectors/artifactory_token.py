"""JFrog Artifactory API keys (``AKCp…``), reference tokens (``cmVmdGtu…``), encrypted passwords."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper, looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ARTIFACTORY_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_CONTEXT = near(
    r"(?:artifactory|jfrog)[A-Za-z_. -]{0,24}?(?:token|password|passwd|pass|key|secret)",
    r"(?<![_-])(?:AP[0-9A-F][A-Za-z0-9]{8,}+|[A-Za-z0-9]{60,80}+)(?![A-Za-z0-9])",
    distance=16,
)

ARTIFACTORY_TOKEN = Detector(
    name="artifactory_token",
    entity="ARTIFACTORY_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>AKCp[0-9][A-Za-z0-9]{10,}+|AKC[A-Za-z0-9]{60,80}+"
        rf"|cmVmdGtu[A-Za-z0-9]{{40,}}+)|{_CONTEXT})"
    ),
    triggers=("akc", "cmvmdgtu", "artifactory", "jfrog"),
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 8,
    key_pattern=KEY_START
    + r"(?:artifactory|jfrog)[A-Za-z_.-]{0,24}(?:token|password|pass|key|secret)",
    key_triggers=(
        "artifactory",
        "jfrog",
    ),
    validate_key_value=lambda text: (
        re.fullmatch(r"AP[0-9A-F][A-Za-z0-9]{8,}|[A-Za-z0-9]{60,80}", text) is not None
        and looks_issued(text)
    ),
    priority=100,
    hits=(
        "X-JFrog-Art-Api is AKC" + "p8" + _BODY + _BODY[:27],
        "'cmVm" + "dGtuOjAxOjE3" + _BODY + _BODY[:16] + "'",
        "artifactory_password=AP6" + _BODY[:20],
        "ARTIFACTORY_API_KEY: " + _BODY + _BODY[:33],
    ),
    misses=(
        "AKCpshort",
        "AKC registered golden retriever",
        "artifactory_token=${JFROG_ACCESS_TOKEN}",
        "jfrog key: da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    key_hits=(
        ("ARTIFACTORY_API_KEY", _BODY + _BODY[:33]),
        ("jfrog.accessToken", _BODY + _BODY[:33]),
    ),
    key_misses=(("ARTIFACTORY_API_KEY", "none"), ("artifactory_page", _BODY + _BODY[:33])),
    source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens "
    "(2026-11-24)",
)
