"""Australian company numbers, by their check digit: grouped and apart, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["AU_ACN"]

_is_valid = is_number("au.acn")


def _is_acn(text: str) -> bool:
    digits = digits_of(text)
    return len(set(digits)) > 1 and _is_valid(digits)


AU_ACN = Detector(
    name="au_acn",
    entity="AU_ACN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![A-Za-z0-9][ .,-])(?P<value>"
        r"[0-9]{3}[ ][0-9]{3}[ ][0-9]{3}(?![ ][A-Za-z0-9]))|"
        + near(
            r"(?:acns?|a\.c\.n\.?|arbn|australian[ ]company)", r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}"
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000 000 000"),
        *stems("acn", "a.c.n", "arbn", "australian", value="000[ -]?000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:acn|arbn)(?:[_-]?(?:number|num|no))?",
    key_triggers=("acn", "arbn"),
    validate=_is_acn,
    validate_key_value=has_digits(9),
    hits=("000 000 019", "ACN: 005499981", "the ACN is 004 085 616.", "ACN 010-749-961"),
    misses=(
        "000 000 018",
        "005499981",
        "population of 000 000 019 people",
        "ACN 005499982",
        "000 000 000",
        "acne 005499981",
    ),
    key_hits=(("acn", "005499981"), ("company.acnNumber", "004 085 617")),
    key_misses=(("acn", "none"), ("macn", "005499981"), ("acn", "5")),
    source="https://asic.gov.au/for-business/registering-a-company/steps-to-register-a-company/"
    "australian-company-numbers/australian-company-number-digit-check (2026-11-24)",
    checksum="weights 8-7-6-5-4-3-2-1",
)
