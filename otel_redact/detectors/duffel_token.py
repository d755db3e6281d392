"""Duffel access tokens: ``duffel_live_…`` and ``duffel_test_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["DUFFEL_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

DUFFEL_TOKEN = Detector(
    name="duffel_token",
    entity="DUFFEL_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])duffel_(?:live|test)_[A-Za-z0-9_=-]{32,}+",
    triggers=("duffel_live_", "duffel_test_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[12:]) and len(set(text)) > 14,
    priority=100,
    hits=(
        "DUFFEL_ACCESS_TOKEN=duf" + "fel_test_" + _BODY + "a-_",
        "'duf" + "fel_live_" + _BODY[:20] + "_" + _BODY[:22] + "'",
        "Bearer duf" + "fel_live_" + _BODY + "123",
    ),
    misses=(
        "duffel_test_short",
        "duffel_test_" + "x" * 43,
        "duffel_test_of_the_client_library_for_airlines",
    ),
    source="https://duffel.com/docs/api/overview/test-mode (2026-11-24)",
)
