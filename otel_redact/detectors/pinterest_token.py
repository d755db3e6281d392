"""Pinterest access and refresh tokens: ``pina_…`` and ``pinr_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["PINTEREST_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UPPER = "Q7ZT2LK9XW4BV8NC1RM6" + "YP3HD5JS0GF2TA8QE4UO"

PINTEREST_TOKEN = Detector(
    name="pinterest_token",
    entity="PINTEREST_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pin[ar]_[A-Za-z0-9]{40,}+",
    triggers=("pina_", "pinr_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[5:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "PINTEREST_ACCESS_TOKEN=pi" + "na_" + _UPPER * 2,
        "'pi" + "nr_" + _BODY * 2 + "'",
        "Bearer pi" + "na_" + _UPPER + _UPPER[:27],
    ),
    misses=("pina_colada", "pina_" + "x" * 60, "spina_" + _UPPER * 2),
    source="https://developers.pinterest.com/docs/getting-started/authentication (2026-11-24)",
)
