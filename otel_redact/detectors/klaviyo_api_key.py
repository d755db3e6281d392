"""Klaviyo private API keys: ``pk_`` and hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["KLAVIYO_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

KLAVIYO_API_KEY = Detector(
    name="klaviyo_api_key",
    entity="KLAVIYO_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pk_(?:[A-Za-z0-9]{6}_)?[0-9a-f]{34}(?![A-Za-z0-9_])",
    triggers=("pk_",),
    starts_word=True,
    validate=lambda text: len(set(text)) > 8,
    priority=100,
    hits=(
        "KLAVIYO_API_KEY=pk" + "_" + _HEX + "0a",
        "Klaviyo-API-Key pk" + "_" + _HEX[::-1] + "ff",
        "'pk" + "_" + _HEX[4:] + _HEX[:6] + "'",
    ),
    misses=("pk_short", "pk_" + "0" * 34, "pk_live_" + _BODY[:24], "pk_" + _HEX),
    source="https://developers.klaviyo.com/en/docs/authenticate_ (2026-11-24)",
)
