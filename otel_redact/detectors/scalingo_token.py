"""Scalingo API tokens: ``tk-us-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["SCALINGO_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

SCALINGO_TOKEN = Detector(
    name="scalingo_token",
    entity="SCALINGO_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])tk-us-[A-Za-z0-9_-]{40,}+",
    triggers=("tk-us-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[6:]) and len(set(text)) > 10,
    priority=100,
    hits=(
        "SCALINGO_API_TOKEN=tk" + "-us-" + _BODY + _BODY[:8],
        "'tk" + "-us-" + _BODY[:20] + "-" + _BODY[:27] + "'",
        "scalingo login --api-token tk" + "-us-" + _BODY[:30] + "_" + _BODY[:17],
    ),
    misses=("tk-us-short", "gtk-us-" + _BODY * 2, "tk-us-" + "x" * 48),
    source="https://developers.scalingo.com/tokens (2026-11-24)",
)
