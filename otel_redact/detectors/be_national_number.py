"""Belgian national numbers, by birth date and mod 97."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import (
    NUMBER_END,
    NUMBER_START,
    exactly,
    near,
    number_triggers,
    stems,
)
from otel_redact.types import Detector, Group

__all__ = ["BE_NATIONAL_NUMBER"]

_MONTH = "(?:0[1-9]|1[0-2])"
_ANY_MONTH = "(?:[024][0-9]|[135][0-2])"  # +20 and +40: people without residence, BIS numbers
_DAY = "(?:0[0-9]|[12][0-9]|3[01])"


def _is_national_number(text: str) -> bool:
    digits = digits_of(text)
    return 97 - int(digits[9:]) in (int(digits[:9]) % 97, int("2" + digits[:9]) % 97)


BE_NATIONAL_NUMBER = Detector(
    name="be_national_number",
    entity="BE_NATIONAL_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<![-+])(?P<value>"
        + NUMBER_START
        + r"[0-9]{2}"
        + _MONTH
        + _DAY
        + r"[0-9]{5}"
        + NUMBER_END
        + r"|[0-9]{2}\."
        + _ANY_MONTH
        + r"\."
        + _DAY
        + r"[ -][0-9]{3}[.-][0-9]{2}"
        r"|[0-9]{2}"
        + _ANY_MONTH
        + _DAY
        + r"[ -][0-9]{3}[ .-][0-9]{2})|"
        + near(
            r"(?:rijksregister(?:nummer|nr)?|registre[ ]national|num[e\u00e9]ro[ ]national|nrn|insz"
            r"|niss|rrn|rijksregisternummer)",
            r"[0-9]{2}[. -]?" + _ANY_MONTH + r"[. -]?" + _DAY + r"[. -]?[0-9]{3}[. -]?[0-9]{2}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *number_triggers("0" * 11),
        *exactly("00.00.00-000.00", "00.00.00 000.00", "00.00.00-000-00", "00.00.00 000-00"),
        *exactly(*("000000" + one + "000" + two + "00" for one in " -" for two in " .-")),
        *stems("rijksregister", "registre national", "numero national", "num?ro national"),
        *stems("nrn", "insz", "niss", "rrn"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:rijks[_-]?register(?:[_-]?(?:nummer|nr))?|registre[_-]?national|numero[_-]?national"
    r"|nrn|insz|niss)",
    key_triggers=("rijks", "registre", "numero", "nrn", "insz", "niss"),
    validate=_is_national_number,
    validate_key_value=has_digits(11),
    hits=(
        "85.07.30-033.28",
        "rijksregisternummer 85073003328",
        "patient 05073003326.",
        "INSZ: 85 47 30 033 17",
    ),
    misses=("85.07.30-033.29", "85073003329", "85.13.30-033.28", "0.85073003328", "NISS inconnu"),
    key_hits=(("rijksregisternummer", "85073003329"), ("insz", "85.07.30-033.28")),
    key_misses=(("niss", "inconnu"), ("insz", "8507300332")),
    source="https://www.ibz.rrn.fgov.be/nl/rijksregister/ and "
    "https://nl.wikipedia.org/wiki/Rijksregisternummer (2026-11-24)",
    checksum="mod 97",
)
