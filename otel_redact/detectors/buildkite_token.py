"""Buildkite tokens: of users ``bkua_``, agents ``bkaa_ bkaj_ bkar_ bkct_``, packages ``bkpt_``."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["BUILDKITE_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KINDS = ("ua", "aa", "aj", "ar", "ct", "at", "pt", "ps", "pr", "rt")

BUILDKITE_TOKEN = Detector(
    name="buildkite_token",
    entity="BUILDKITE_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?:(?<![A-Za-z0-9])(?P<value>bk(?:{'|'.join(_KINDS)})_[A-Za-z0-9_-]{{24,}}+)|"
        + near(
            r"buildkite[A-Za-z_. -]{0,20}?(?:token|key)",
            r"(?<![_-])[0-9a-f]{40,50}(?![A-Za-z0-9])",
            distance=16,
        )
        + ")"
    ),
    triggers=(*("bk" + kind + "_" for kind in _KINDS), "buildkite"),
    validate=lambda text: has_digit_or_upper(text[5:]) and len(set(text)) > 9,
    key_pattern=KEY_START + r"buildkite[A-Za-z_.-]{0,20}(?:token|key)",
    key_triggers=("buildkite",),
    validate_key_value=lambda text: re.fullmatch(r"[0-9a-f]{40,50}", text) is not None,
    priority=100,
    hits=(
        "BUILDKITE_API_TOKEN=bku" + "a_" + _HEX + _HEX[:8],
        "'bkc" + "t_" + _BODY + "'",
        "agent bka" + "j_" + _BODY + _BODY,
        "buildkite-agent start --token " + _HEX + _HEX[:18],
    ),
    misses=(
        "bkua_short",
        "bkua_" + "x" * 40,
        "buildkite commit " + _HEX + _HEX[:8],
        "xbkua_" + _HEX + _HEX[:8],
    ),
    key_hits=(("BUILDKITE_API_TOKEN", _HEX + _HEX[:8]), ("buildkite.agentToken", _HEX + _HEX[:8])),
    key_misses=(("BUILDKITE_API_TOKEN", "none"), ("buildkite_page", _HEX + _HEX[:8])),
    source="https://buildkite.com/docs/platform/security/tokens (2026-11-24)",
)
