"""Instagram access tokens: ``IGQV…``, ``IGQW…`` and ``IGAA…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["INSTAGRAM_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

INSTAGRAM_TOKEN = Detector(
    name="instagram_token",
    entity="INSTAGRAM_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])IG(?:Q[VW]|AA)[A-Za-z0-9_-]{60,400}+",
    triggers=("igqv", "igqw", "igaa"),
    starts_word=True,
    validate=lambda text: looks_issued(text) and len(set(text)) > 14,
    priority=100,
    hits=(
        "IG_TOKEN=IG" + "QVJ" + _BODY * 3,
        "'IG" + "QWR" + _BODY * 4 + "'",
        "access IG" + "AA" + _BODY * 3,
    ),
    misses=("IGQVshort", "IGAA" + "A" * 80, "BIGQV" + _BODY * 3),
    source="https://developers.facebook.com/docs/instagram-platform (2026-11-24)",
)
