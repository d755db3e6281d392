"""Fly.io access tokens: ``fo1_`` and 43 characters, macaroons ``fm1r_ fm1a_ fm2_``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["FLYIO_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "fo" + "1_" + _BODY + "_" + _BODY[:10]
_OTHER = "fm" + "2_lJPECAAAAAAAAE" + _BODY * 4 + "="
_THIRD = "fm" + "1r_" + _BODY * 4

FLYIO_TOKEN = Detector(
    name="flyio_token",
    entity="FLYIO_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:fo1_[A-Za-z0-9_-]{36,}+|fm(?:1[ar]|2)_[A-Za-z0-9+/_-]{60,}+={0,3})"
    ),
    triggers=("fo0_", "fm0r_", "fm0a_", "fm0_"),
    starts_word=True,
    validate=lambda text: looks_issued(text[4:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "FLY_API_TOKEN=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _THIRD + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("fo1_your_token", "fm2_" + _BODY, "fo1_" + "x" * 43, "fo1_short1"),
    source="https://fly.io/docs/security/tokens (2026-11-24)",
)
