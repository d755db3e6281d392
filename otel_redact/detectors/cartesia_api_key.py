"""Cartesia API keys: ``sk_car_`` and 20 or more characters."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["CARTESIA_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "sk_c" + "ar_" + _BODY[:22]
_OTHER = "sk_c" + "ar_" + _BODY


def _is_key(text: str) -> bool:
    body = text[7:]
    return len(set(body)) > 9 and (looks_issued(body) or body not in (body.lower(), body.upper()))


CARTESIA_API_KEY = Detector(
    name="cartesia_api_key",
    entity="CARTESIA_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])sk_car_[A-Za-z0-9_-]{20,}+",
    triggers=("sk_car_",),
    starts_word=True,
    validate=_is_key,
    priority=100,
    hits=(
        "CARTESIA_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("sk_car_your_api_key_goes_here", "sk_card_number_of_customer", "sk_car_" + "short1"),
    source="https://docs.cartesia.ai/get-started/make-an-api-request (2026-11-24)",
)
