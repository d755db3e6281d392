"""Honeybadger personal and project tokens: ``hbp_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["HONEYBADGER_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

HONEYBADGER_TOKEN = Detector(
    name="honeybadger_token",
    entity="HONEYBADGER_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])hbp_[A-Za-z0-9]{24,}+",
    triggers=("hbp_",),
    starts_word=True,
    validate=lambda text: looks_issued(text[4:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "HONEYBADGER_API_KEY=hb" + "p_" + _BODY[:36],
        "'hb" + "p_" + _BODY + "'",
        "curl -u hb" + "p_" + _BODY[4:] + ":",
    ),
    misses=("hbp_short", "hbp_" + "x" * 36, "thbp_" + _BODY),
    source="https://docs.honeybadger.io/api/getting-started (2026-11-24)",
)
