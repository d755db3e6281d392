"""Harness API keys: ``pat.`` or ``sat.`` and three parts."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["HARNESS_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

HARNESS_API_KEY = Detector(
    name="harness_api_key",
    entity="HARNESS_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])[ps]at\.[A-Za-z0-9_-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}(?![A-Za-z0-9_-])"
    ),
    triggers=tuple(Trigger(one, then=one[:3] + r"\.[a-z0_-]{16}") for one in ("pat.", "sat.")),
    starts_word=True,
    priority=100,
    hits=(
        "HARNESS_API_KEY=pa" + "t." + _BODY[:22] + "." + _HEX[:24] + "." + _BODY[:20],
        "x-api-key: sa" + "t." + _BODY[:22] + "." + _HEX[8:] + "." + _BODY[20:],
        "'pa" + "t." + _BODY[18:] + "." + _HEX[:24] + "." + _BODY[:20] + "'",
    ),
    misses=(
        "pat.match.group.name",
        "sat.short",
        "pat." + _BODY[:22] + "." + _BODY[:24] + "." + _BODY[:20],
    ),
    source="https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys "
    "(2026-11-24)",
)
