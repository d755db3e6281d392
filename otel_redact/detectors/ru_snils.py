"""Russian pension insurance numbers (SNILS): formatted, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import (
    behind_foreign,
    exactly,
    foreign_triggers,
    near,
    stems,
)
from otel_redact.types import Detector, Group

__all__ = ["RU_SNILS"]

_NAMES = "\u0421\u041d\u0418\u041b\u0421|\u0441\u043d\u0438\u043b\u0441"


def _is_snils(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    total = sum(digit * weight for digit, weight in zip(digits, range(9, 0, -1), strict=False))
    return total % 101 % 100 == digits[9] * 10 + digits[10] and len(set(digits)) > 1


RU_SNILS = Detector(
    name="ru_snils",
    entity="RU_SNILS",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?P<value>"
        r"[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2})|"
        + behind_foreign(_NAMES, r"[0-9]{11}")
        + "|"
        + near(r"snils", r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{2}")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000-000-000 00", "000-000-000-00"),
        *stems("snils", value="000"),
        *foreign_triggers("0" * 11),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"snils(?:[_-]?(?:number|num|no))?",
    key_triggers=("snils",),
    validate=_is_snils,
    validate_key_value=has_digits(11),
    hits=("112-233-445 95", "СНИЛС: 11223344595", "snils 112 233 445 95"),
    misses=("112-233-445 96", "11223344595", "000-000-000 00", "snils missing"),
    key_hits=(("snils", "11223344596"), ("user.snils", "112-233-445 95")),
    key_misses=(("snils", "missing"), ("snils", "112")),
    source="https://sfr.gov.ru/ and https://ru.wikipedia.org/wiki/"
    "%D0%A1%D0%9D%D0%98%D0%9B%D0%A1 (2026-11-24)",
    checksum="mod 101",
)
