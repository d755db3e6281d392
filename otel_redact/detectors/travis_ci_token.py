"""Travis CI access tokens, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["TRAVIS_CI_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

TRAVIS_CI_TOKEN = Detector(
    name="travis_ci_token",
    entity="TRAVIS_CI_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"travis(?:[ _-]?ci)?[A-Za-z_. -]{0,16}?(?:token|key)",
        r"(?<![_-])[A-Za-z0-9_-]{20,22}(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("travis",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"travis[A-Za-z_.-]{0,16}(?:token|key)",
    key_triggers=("travis",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9_-]{20,22}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "TRAVIS_TOKEN=" + _BODY[:22],
        'travis_ci_token: "' + _BODY[4:26] + '"',
        "my travis token is " + _BODY[:20],
    ),
    misses=(
        "TRAVIS_TOKEN=your_travis_token_here",
        "TRAVIS_COMMIT=" + _HEX + _HEX[:8],
        "travis token: see the settings page",
    ),
    key_hits=(("TRAVIS_TOKEN", _BODY[:22]), ("travis.apiToken", _BODY[4:26])),
    key_misses=(("TRAVIS_TOKEN", "none"), ("travis_commit", _HEX[:22])),
    source="https://developer.travis-ci.com/authentication (2026-11-24)",
)
