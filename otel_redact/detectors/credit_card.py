"""Payment card numbers, by issuer prefix, length and Luhn check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, luhn_is_valid
from otel_redact.detectors.context import ESCAPED, NUMBER_END, number_triggers
from otel_redact.types import Detector, Group, Trigger

__all__ = ["CREDIT_CARD"]

# (first prefix, last prefix, lengths in digits), prefixes compared at their own width.
_ISSUERS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("4", "4", (13, 16, 19)),  # Visa
    ("51", "55", (16,)),  # Mastercard
    ("2221", "2720", (16,)),  # Mastercard
    ("34", "34", (15,)),  # American Express
    ("37", "37", (15,)),  # American Express
    ("300", "305", (14, 16)),  # Diners Club
    ("36", "36", (14, 16)),  # Diners Club
    ("38", "39", (14, 16)),  # Diners Club
    ("6011", "6011", (16, 19)),  # Discover
    ("644", "649", (16, 19)),  # Discover
    ("65", "65", (16, 19)),  # Discover, RuPay
    ("3528", "3589", (16, 19)),  # JCB
    ("62", "62", (16, 17, 18, 19)),  # UnionPay
    ("81", "82", (16,)),  # UnionPay, RuPay
    ("2200", "2204", (16, 19)),  # Mir
    ("60", "60", (16,)),  # RuPay
    ("50", "50", (14, 15, 16, 18, 19)),  # Maestro, RuPay
    ("56", "69", (14, 15, 16, 18, 19)),  # Maestro: 12 and 13 are order numbers and bar codes
)
_SHORTEST, _LONGEST = 12, 19
_GAPS = (" ", "-", ".", "?", "  ", "--", " -", "- ")
# The last are what word processors and language models write.
_GAP = r"(?:[ -]{1,2}|[.\u00a0\u2010-\u2013\u202f])"
_THEN_GAP = rf"(?:[ .?-]{{1,2}}|{ESCAPED})"
_THEN = f"0000{_THEN_GAP}0000(?:00)?{_THEN_GAP}0000"


def _is_card(text: str) -> bool:
    digits = digits_of(text)
    return (
        luhn_is_valid(digits)
        and len(set(digits)) > 1
        and any(
            first <= digits[: len(first)] <= last and len(digits) in lengths
            for first, last, lengths in _ISSUERS
        )
    )


def _has_card_digits(text: str) -> bool:
    compact = text.replace(" ", "").replace("-", "").replace(".", "")
    return compact.isascii() and compact.isdigit() and _SHORTEST <= len(compact) <= _LONGEST


CREDIT_CARD = Detector(
    name="credit_card",
    entity="CREDIT_CARD",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9_])(?<![0-9][.-])(?=[2-68][0-9]{3})(?:"
        rf"[0-9]{{4}}{_GAP}(?:[0-9]{{4}}{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}"
        rf"|[0-9]{{6}}{_GAP}[0-9]{{4,5}})|[0-9]{{13,19}}+{NUMBER_END}"
        r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *number_triggers("0" * 13, longer=6),
        *(Trigger("0000" + gap + "0000", then=_THEN) for gap in _GAPS),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:(?:credit|debit|payment)?[_-]?card[_-]?(?:number|num|no)|(?:credit|debit)[_-]?card"
    r"|cc[_-]?(?:number|num)|pan)",
    key_triggers=(
        *("cardn", "card_n", "card-n", "ccn", "cc_n", "cc-n", "pan"),
        *(kind + sign + "card" for kind in ("credit", "debit") for sign in ("", "_", "-")),
    ),
    validate=_is_card,
    validate_key_value=_has_card_digits,
    hits=(
        "OUT 4111-1111-1111-1111 in",
        "4111 1111 1111 1111 500",
        "4111111111111111.",
        "5555555555554444.",
        "amex 3782 822463 10005",
        "3056-930902-5904",
        "2223003122003222.",
        "6011111111111117.",
        "4111.1111.1111.1111",
        "4111\u20111111\u20111111\u20111111",
    ),
    misses=(
        "4111-1111-1111-1112",
        "1764000000000000000",
        "1764000000123456",
        "0.4111111111111111",
        "4111111111111111.5",
        "0000 0000 0000 0000",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "411111111111111111111111",
        "order 691732805748",
        "trace 9a0f6c3e-5b1d-4c7a-a00a-566273734749",
        "arn:aws:iam::566273734749:role/reader",
    ),
    key_hits=(("card_number", "4111 1111 1111 1112"), ("creditCard", "4111111111111112")),
    key_misses=(("card_number", "visa"), ("card", "4111111111111112"), ("pan", "left")),
    source="https://www.iso.org/standard/70484.html and "
    "https://en.wikipedia.org/wiki/Payment_card_number (2026-11-23)",
    checksum="Luhn",
)
