"""Adyen API keys: ``AQE``, base64, and a tail of sixteen characters of any kind."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ADYEN_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LONG = _BODY * 2

ADYEN_API_KEY = Detector(
    name="adyen_api_key",
    entity="ADYEN_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9+/_-])AQE[A-Za-z0-9+/]{40,200}+={0,2}"
        r"-[A-Za-z0-9+/]{30,60}+={0,2}(?:-[^ \t\r\n\"'`]{8,24}+)?"
    ),
    triggers=("aqe",),
    starts_word=True,
    validate=lambda text: looks_issued(text[3:]) and len(set(text)) > 14,
    priority=100,
    hits=(
        "ADYEN_API_KEY=AQ" + "Ey" + _LONG + "==-" + _BODY + "abc=-anpTLkW{]Zg,7x1)",
        "'AQ" + "Ey" + _LONG + "-" + _BODY + "abc='",
        "x-api-key AQ" + "Eh" + _LONG + "==-" + _BODY + "abc=-3<e9(Qk,Wz2^bT7[",
    ),
    misses=("AQEshort", "AQE" + _LONG, "SAQE" + _LONG + "==-" + _BODY + "abc="),
    source="https://docs.adyen.com/development-resources/api-credentials (2026-11-24)",
)
