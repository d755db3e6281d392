"""Norwegian birth and D numbers, by birth date and two check digits."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import NUMBER_END, NUMBER_START, exactly, number_triggers
from otel_redact.types import Detector, Group

__all__ = ["NO_FODSELSNUMMER"]

# D numbers have 40 added to the day, synthetic ones 40 or 80 to the month.
_DATE = r"(?:[04][1-9]|[1256][0-9]|[37][01])(?:[048][1-9]|[159][0-2])[0-9]{2}"
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def _is_fodselsnummer(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    first = sum(digit * weight for digit, weight in zip(digits, _FIRST, strict=False))
    second = sum(digit * weight for digit, weight in zip(digits, _SECOND, strict=True))
    return first % 11 == 0 and second % 11 == 0


NO_FODSELSNUMMER = Detector(
    name="no_fodselsnummer",
    entity="NO_FODSELSNUMMER",
    group=Group.PII,
    pattern=(NUMBER_START + _DATE + r"[ ]?[0-9]{5}" + NUMBER_END),
    triggers=(
        *number_triggers("0" * 11),
        *exactly("000000 00000"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:f[\u00f8o]dsels?[_-]?(?:nummer|nr)|person[_-]?(?:nummer|nr)|fnr|d[_-]?nummer)",
    key_triggers=(
        *("fodsel", "f?dsel", "personn", "person_n", "person-n", "fnr"),
        *("dnummer", "d_nummer", "d-nummer"),
    ),
    validate=_is_fodselsnummer,
    validate_key_value=has_digits(11),
    hits=(
        "kunde 01018095501.",
        "fødselsnummer: 010180 28367",
        "D-nummer 41018069790.",
    ),
    misses=("01018095502", "01138095501", "0.01018095501", "0101809550", "99018095501"),
    key_hits=(("fodselsnummer", "01018095502"), ("fnr", "010180 28367")),
    key_misses=(("fnr", "mangler"), ("fodselsnummer", "0101809550")),
    source="https://www.skatteetaten.no/en/person/national-registry/identitetsnummer/ (2026-11-24)",
    checksum="mod 11",
)
