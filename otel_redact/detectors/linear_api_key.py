"""Linear API keys, OAuth tokens and webhook secrets: ``lin_api_ lin_oauth_ lin_wh_``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["LINEAR_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

LINEAR_API_KEY = Detector(
    name="linear_api_key",
    entity="LINEAR_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])lin_(?:api|oauth|wh)_[A-Za-z0-9]{30,}+",
    triggers=("lin_api_", "lin_oauth_", "lin_wh_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[7:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "LINEAR_API_KEY=lin" + "_api_" + _BODY,
        "'lin" + "_oauth_" + _HEX * 2 + "'",
        "Authorization: lin" + "_api_" + _BODY[::-1],
    ),
    misses=("lin_api_short", "lin_api_" + "x" * 40, "berlin_api_" + _BODY),
    source="https://linear.app/developers/graphql#authentication (2026-11-24)",
)
