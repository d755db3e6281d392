"""Sumo Logic access keys, 64 letters and digits, and their ids, behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["SUMOLOGIC_ACCESS_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SUMOLOGIC_ACCESS_KEY = Detector(
    name="sumologic_access_key",
    entity="SUMOLOGIC_ACCESS_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"sumo[_ -]?(?:logic)?[A-Za-z0-9_. -]{0,24}?(?:key|secret|token|access[_ -]?id)",
        r"(?<![_-])(?:[A-Za-z0-9]{64}|su[A-Za-z0-9]{12})(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("sumo",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"sumo[_-]?(?:logic)?[A-Za-z_.-]{0,24}key",
    key_triggers=("sumo",),
    validate_key_value=lambda text: len(text) == 64 and looks_issued(text),
    priority=100,
    hits=(
        "SUMOLOGIC_ACCESS_KEY=" + _BODY + _BODY[:24],
        "sumo_access_key: '" + _BODY[8:] + _BODY[:32] + "'",
        "the Sumo Logic access key is " + _BODY + _BODY[16:],
        "SUMOLOGIC_ACCESSID=s" + "u" + _BODY[:12],
    ),
    misses=(
        "SUMOLOGIC_ACCESS_KEY=<key>",
        "sumo digest " + _HEX * 2,
        "sumologic_access_id: <id>",
    ),
    key_hits=(("SUMOLOGIC_ACCESS_KEY", _BODY + _BODY[:24]), ("sumo.accessKey", _BODY + _BODY[:24])),
    key_misses=(("SUMOLOGIC_ACCESS_KEY", "none"), ("sumo_digest", _BODY + _BODY[:24])),
    source="https://www.sumologic.com/help/docs/manage/security/access-keys (2026-11-24)",
)
