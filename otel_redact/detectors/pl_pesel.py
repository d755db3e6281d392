"""Polish PESEL numbers, by birth date from 1900 on and check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import (
    ALONE_BEFORE,
    ALONE_BEHIND,
    NUMBER_END,
    NUMBER_START,
    near,
    number_triggers,
    stems,
)
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["PL_PESEL"]

_DAY = "(?:0[1-9]|[12][0-9]|3[01])"

# Months from 21 on belong to this century: of those only years that have begun or soon will.
PL_PESEL = Detector(
    name="pl_pesel",
    entity="PL_PESEL",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:" + NUMBER_START + ALONE_BEFORE + r"(?P<value>"
        r"(?:[1-9][0-9](?:0[1-9]|1[0-2])|[0-2][0-9](?:2[1-9]|3[0-2]))"
        + _DAY
        + rf"[0-9]{{5}}{NUMBER_END}{ALONE_BEHIND})|"
        + near(r"pesel", r"[0-9]{11}|[0-9]{6}[ -][0-9]{5}")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *number_triggers("0" * 11),
        *stems("pesel", value="0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"pesel(?:[_-]?(?:number|num|no|numer|nr))?",
    key_triggers=("pesel",),
    validate=is_number("pl.pesel"),
    validate_key_value=has_digits(11),
    hits=(
        "id=44051401359.",
        "pacjent 90051233223, Kraków",
        "PESEL: 02070803628",
        "numer PESEL pracownika to 900512 33223",
    ),
    misses=(
        "44051401358",
        "44131401359",
        "0.44051401359",
        "44051401359.5",
        "440514013591",
        "+44051401359",
        "PESEL: brak",
        "orders 44051401359, 81264930517, 30918274650",
        "44051401359\n81264930517\n",
    ),
    key_hits=(("pesel", "44051401358"), ("user.peselNumber", "90051233223")),
    key_misses=(("pesel", "brak"), ("pesel", "4405140135")),
    source="https://www.gov.pl/web/gov/czym-jest-numer-pesel (2026-11-24)",
    checksum="weights 1-3-7-9",
)
