"""Anyscale credentials: ``esecret_`` and the newer ``aph0_``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["ANYSCALE_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "ese" + "cret_" + _BODY[:26]
_OTHER = "ap" + "h0_" + _BODY + _BODY

ANYSCALE_API_KEY = Detector(
    name="anyscale_api_key",
    entity="ANYSCALE_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:esecret_|aph[0-9]_)[A-Za-z0-9]{20,}+",
    triggers=("esecret_", "aph0_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[8:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "ANYSCALE_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("esecret_your_api_key_here", "esecret_" + "x" * 26, "aph0_short1"),
    source="https://docs.anyscale.com/administration/security/api-keys (2026-11-24)",
)
