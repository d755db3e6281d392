"""Typeform personal access tokens: ``tfp_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["TYPEFORM_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

TYPEFORM_TOKEN = Detector(
    name="typeform_token",
    entity="TYPEFORM_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])tfp_[A-Za-z0-9_-]{32,}+(?:\.[A-Za-z0-9_-]{4,}+)?",
    triggers=("tfp_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "TYPEFORM_TOKEN=tf" + "p_" + _BODY + "_" + _BODY[:18],
        "Bearer tf" + "p_" + _BODY + _BODY[:4],
        "'tf" + "p_" + _BODY + "." + _BODY[:18] + "'",
    ),
    misses=("tfp_short", "tfp_" + "x" * 59, "ntfp_" + _BODY * 2),
    source="https://www.typeform.com/developers/get-started/personal-access-token (2026-11-24)",
)
