"""Latvian personal codes, by the dash, date and check digit, or by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["LV_PERSONAL_CODE"]

# Since 2017 codes begin with 32 and say nothing about the birth; they have no check digit.
_OLD = r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}"
_WEIGHTS = (10, 5, 8, 4, 2, 1, 6, 3, 7, 9)


def _is_code(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    total = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return digits[:2] == [3, 2] or (1 + total) % 11 % 10 == digits[10]


LV_PERSONAL_CODE = Detector(
    name="lv_personal_code",
    entity="LV_PERSONAL_CODE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<![-+])"
        rf"(?P<value>{_OLD}-[0-2][0-9]{{4}})|"
        + near(
            r"(?:personas[ _]kods|p\.[ ]?k\.)",
            rf"(?:{_OLD}-?[0-2]|3[2-9][0-9]{{4}}-?[0-9])[0-9]{{4}}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000000-00000"),
        *stems("personas kods", "personas_kods", "p.k.", "p. k.", value="0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"personas[_-]?kods",
    key_triggers=("personas",),
    validate=_is_code,
    validate_key_value=has_digits(11),
    hits=("010180-14174", "personas kods: 32673312345", "Personas kods 010180-14174."),
    misses=("010180-14175", "011380-14174", "32673312345", "1-010180-14174", "personas kods nav"),
    key_hits=(("personas_kods", "010180-14175"), ("personasKods", "32673312345")),
    key_misses=(("personas_kods", "nav"), ("personas_kods", "0101")),
    source="https://www.pmlp.gov.lv/lv/personas-kods (2026-11-24)",
    checksum="mod 11",
)
