"""Expiry dates of payment cards, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import behind, stems
from otel_redact.types import Detector, Group

__all__ = ["CREDIT_CARD_EXPIRATION"]


def _is_expiry(text: str) -> bool:
    return len(text) <= 10 and 3 <= len(digits_of(text)) <= 6 and not text.isdigit()


_VALUE = "00[ ]?[/-][ ]?00"


# Expiry of tokens and certificates is told to the day.
CREDIT_CARD_EXPIRATION = Detector(
    name="credit_card_expiration",
    entity="CREDIT_CARD_EXPIRATION",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + behind(
            r"(?:(?:card[ ])?exp(?:\.|iry|iration|ires?|iring|(?=date)|(?=[ :=._\"'(,-]))"
            r"(?:[ _-]?(?:date|on|in|month/year))?"
            r"|valid[ ](?:thru|through)|good[ ]thru)",
            r"(?:0[1-9]|1[0-2])[ ]?[/-][ ]?(?:20)?[2-4][0-9]",
        )
        + r"(?![A-Za-z0-9_])(?![./-][0-9])"
    ),
    triggers=(
        *stems("card exp", "expir", "expdate", "valid thr", "good thru", value=_VALUE),
        *stems(*("exp" + sign for sign in " :=._\"'(,-"), value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:(?:card|cc)[_-]?exp(?:iry|iration)?(?:[_-]?date)?)",
    key_triggers=("cardexp", "card_exp", "card-exp", "ccexp", "cc_exp", "cc-exp"),
    validate_key_value=_is_expiry,
    hits=("exp: 12/27", "Expiry date 08/2029.", "VALID THRU 01/30", "card expires 11/28"),
    misses=(
        "12/27",
        "expires 12/27/2026",
        "exp: 13/27",
        "export 12/27",
        "expires in 3600",
        "exp(12/27.5)",
    ),
    key_hits=(("card_expiry", "12/27"), ("cardExpirationDate", "2027-12")),
    key_misses=(("card_expiry", "never"), ("token_expiry", "12/27"), ("card_exp", "1764000000")),
    source="https://www.iso.org/standard/70484.html (2026-11-24)",
)
