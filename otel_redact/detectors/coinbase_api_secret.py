"""Coinbase API keys and secrets, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["COINBASE_API_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_VALUE = r"[A-Za-z0-9_+/-]{86}==|[A-Za-z0-9_-]{64}|[A-Za-z0-9+/]{43}=|[A-Za-z0-9]{32}"

COINBASE_API_SECRET = Detector(
    name="coinbase_api_secret",
    entity="COINBASE_API_SECRET",
    group=Group.SECRETS,
    pattern=near(
        r"coinbase[A-Za-z_. -]{0,24}?(?:secret|key|token)",
        rf"(?<![_-])(?:{_VALUE}|[A-Za-z0-9]{{16}})(?![A-Za-z0-9_+/=-])",
        distance=16,
    ),
    triggers=("coinbase",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 7,
    key_pattern=KEY_START + r"coinbase[A-Za-z_.-]{0,24}(?:secret|key|token)",
    key_triggers=("coinbase",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "COINBASE_API_SECRET=" + _BODY[:32],
        'coinbase_access_token: "' + _BODY + _BODY[:24] + '"',
        "coinbase api key is " + _BODY[:16],
    ),
    misses=(
        "coinbase transaction " + _HEX * 2,
        "COINBASE_API_KEY=your-coinbase-api-key-here",
        "coinbase key: none",
    ),
    key_hits=(("COINBASE_API_SECRET", _BODY[:32]), ("coinbase.apiKey", _BODY + _BODY[:24])),
    key_misses=(("COINBASE_API_SECRET", "none"), ("coinbase_tx", _HEX * 2)),
    source="https://docs.cdp.coinbase.com/coinbase-app/authentication-authorization/"
    "api-key-authentication (2026-11-24)",
)
