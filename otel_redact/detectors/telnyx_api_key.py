"""Telnyx API keys: ``KEY`` and hexadecimal digits, an underscore, 22 characters."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["TELNYX_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

TELNYX_API_KEY = Detector(
    name="telnyx_api_key",
    entity="TELNYX_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])KEY0[0-9A-F]{31}_[A-Za-z0-9]{20,24}+",
    triggers=(Trigger("key0", then="key0[a-f0]{31}_"),),
    starts_word=True,
    validate=lambda text: len(set(text)) > 14,
    priority=100,
    hits=(
        "TELNYX_API_KEY=KE" + "Y0" + _HEX[1:].upper() + "_" + _BODY[:22],
        "Bearer KE" + "Y01" + _HEX[2:].upper() + "_" + _BODY[8:30],
        "'KE" + "Y018" + _HEX[3:].upper() + "_" + _BODY[:22] + "'",
    ),
    misses=("KEY0123", "KEY0" + _HEX, "MONKEY0" + _HEX[1:].upper() + "_" + _BODY[:22]),
    source="https://developers.telnyx.com/docs/development/api-fundamentals/authentication "
    "(2026-11-24)",
)
