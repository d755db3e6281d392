"""Segment public API tokens ``sgp_…``, and write keys behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["SEGMENT_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SEGMENT_TOKEN = Detector(
    name="segment_token",
    entity="SEGMENT_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>sgp_[A-Za-z0-9]{50,80}+)|"
        + near(
            r"segment[A-Za-z0-9_. -]{0,16}?"
            r"(?:write[_ -]?key|(?:api|access)[_ -]?(?:key|token|secret))",
            r"(?<![_-])[A-Za-z0-9]{32}(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=("sgp_", Trigger("segment", then="segment[a-z0_. -]{0,16}?(?:write|api|access)")),
    validate=lambda text: looks_issued(text.removeprefix("sgp_")) and len(set(text)) > 12,
    priority=100,
    hits=(
        "SEGMENT_API_TOKEN=sg" + "p_" + _BODY + _BODY[:24],
        "SEGMENT_WRITE_KEY=" + _BODY[:32],
        "segment.writeKey: '" + _BODY[8:] + "'",
    ),
    misses=("sgp_short", "segment_key: " + _HEX, "segment " + _HEX, "sgp_" + "x" * 64),
    source="https://segment.com/docs/api/public-api (2026-11-24)",
)
