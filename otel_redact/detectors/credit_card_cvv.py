"""Security codes of payment cards, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind, stems
from otel_redact.types import Detector, Group

__all__ = ["CREDIT_CARD_CVV"]

CREDIT_CARD_CVV = Detector(
    name="credit_card_cvv",
    entity="CREDIT_CARD_CVV",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + behind(
            r"(?:cvv2?|cvc2?|cvn|csc(?=[ ]?(?:code)?[ ]?[:=])"
            r"|card[ ](?:security|verification)[ ](?:code|value|number)"
            r"|security[ ]code(?:[ ]on[ ](?:the[ ]|my[ ])?(?:card|back))?)"
            r"(?:[ ]?/[ ]?cv[cv]2?)?",
            r"[0-9]{3,4}",
        )
        + r"(?![A-Za-z0-9_%])(?![.,:/-][0-9])"
    ),
    triggers=(
        *stems("cvv", "cvc", "cvn", "csc", value="000"),
        *stems("card security", "card verification", "security code", value="000"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:cvv2?|cvc2?|card[_-]?(?:security|verification)[_-]?(?:code|value|number))(?:[_-]?code)?",
    key_triggers=("cvv", "cvc", "card"),
    validate_key_value=has_digits(3, 4),
    hits=("CVV: 123", "cvc2 is 4567.", "the security code on my card is 737", "CVV2/CVC2: 123"),
    misses=("123", "cvv check passed", "CVC5.2 chip", "security code review 2026", "cvv: 12345"),
    key_hits=(("cvv", "123"), ("cardSecurityCode", "1234")),
    key_misses=(("cvv", "match"), ("cvv_check", "123"), ("security_code", "123456")),
    source="https://www.pcisecuritystandards.org/glossary and "
    "https://en.wikipedia.org/wiki/Card_security_code (2026-11-24)",
)
