"""EasyPost API keys: ``EZAK…`` for production, ``EZTK…`` for tests."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["EASYPOST_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

EASYPOST_API_KEY = Detector(
    name="easypost_api_key",
    entity="EASYPOST_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])EZ[AT]K[A-Za-z0-9]{40,}+",
    triggers=("ezak", "eztk"),
    starts_word=True,
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    priority=100,
    hits=(
        "EASYPOST_API_KEY=EZ" + "AK" + _BODY + _BODY[:14],
        "'EZ" + "TK" + _BODY + _BODY[:14] + "'",
        "curl -u EZ" + "TK" + _BODY[8:] + _BODY[:22] + ":",
    ),
    misses=("EZAKshort", "EZAK" + "x" * 54, "BEZAK" + _BODY + _BODY[:14]),
    source="https://docs.easypost.com/docs/authentication (2026-11-24)",
)
