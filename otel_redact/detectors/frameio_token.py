"""Frame.io developer tokens: ``fio-u-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["FRAMEIO_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

FRAMEIO_TOKEN = Detector(
    name="frameio_token",
    entity="FRAMEIO_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])fio-u-[A-Za-z0-9_=-]{48,}+",
    triggers=("fio-u-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[6:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "FRAMEIO_TOKEN=fi" + "o-u-" + _BODY + _BODY[:24],
        "Bearer fi" + "o-u-" + _BODY[:30] + "-_" + _BODY[:32],
        "'fi" + "o-u-" + _BODY + _BODY[8:32] + "'",
    ),
    misses=("fio-u-short", "fio-u-" + "x" * 64, "xfio-u-" + _BODY * 2),
    source="https://developer.adobe.com/frameio/guides/Authentication (2026-11-24)",
)
