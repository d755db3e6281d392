"""International bank account numbers, by country length and mod 97."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import mod97_is_valid
from otel_redact.detectors.context import behind, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["IBAN_CODE"]

# Length of the whole code, then the countries that have it.
_LENGTHS = (
    "15 NO|16 BE|18 DK FI FK FO GL NL SD|19 MK SI|20 AT BA EE KZ LT LU XK|21 CH CR HR LI LV"
    "|22 BG BH DE GB GE IE ME RS VA|23 AE GI IL IQ OM SO TL|24 AD CZ ES MD PK RO SA SE SK TN VG"
    "|25 LY PT ST|26 IS TR|27 BI DJ FR GR IT MC MR SM YE|28 AL AZ BY CY DO GT HN HU LB NI PL SV"
    "|29 BR EG PS QA UA|30 JO KW MU MN|31 MT SC|32 LC|33 RU"
)


def _code() -> str:
    """Return one branch per length: a code among other words ends where its country says."""
    branches = (
        rf"(?:{'|'.join(countries)})[0-9]{{2}}(?:[ -]?[A-Za-z0-9]){{{int(length) - 4}}}"
        for length, *countries in (entry.split() for entry in _LENGTHS.split("|"))
    )
    return rf"(?=[A-Za-z]{{2}}[0-9]{{2}}[ -]?[A-Za-z0-9])(?:{'|'.join(branches)})"


def _is_iban(text: str) -> bool:
    return mod97_is_valid(text.replace(" ", "").replace("-", ""))


def _has_shape(text: str) -> bool:
    compact = text.replace(" ", "").replace("-", "")
    return (
        15 <= len(compact) <= 34
        and compact.isalnum()
        and compact[:2].isalpha()
        and compact[2:4].isdigit()
    )


# The country is in capitals, as the standard prints it, unless a name stands before it.
IBAN_CODE = Detector(
    name="iban_code",
    entity="IBAN_CODE",
    group=Group.PII,
    pattern=(
        rf"(?<![A-Za-z0-9])(?:(?<!_)(?P<value>{_code()})|"
        + behind("iban", rf"(?i:{_code()})")
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        *(
            Trigger(country.lower() + "00", then="[a-z]{2}00(?:[ -]?[a-z0]){11}")
            for entry in _LENGTHS.split("|")
            for country in entry.split()[1:]
        ),
        *stems("iban"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"iban(?:[_-]?(?:code|number|num|no))?",
    key_triggers=("iban",),
    validate_key_value=_has_shape,
    validate=_is_iban,
    hits=(
        "DE89370400440532013000",
        "pay GB82 WEST 1234 5698 7654 32 TODAY",
        "FR14 2004 1010 0505 0001 3M02 606.",
        "NO93-8601-1117-947",
        "iban: de89 3704 0044 0532 0130 00",
    ),
    misses=(
        "de89370400440532013000",
        "DE89370400440532013001",
        "GB82 WEST 1234 5698 7654 33",
        "de9f2c7fd25e1b3afad3e85a0bd17d9b100db4b3",
        "DE12 is not one",
        "ZZ89370400440532013000",
    ),
    key_hits=(
        ("iban", "DE89370400440532013001"),
        ("bank.ibanNumber", "gb82 west 1234 5698 7654 32"),
    ),
    key_misses=(("iban", "none"), ("urbane", "DE89370400440532013001"), ("iban", "DE12")),
    source="https://www.swift.com/standards/data-standards/iban (2026-11-23)",
    checksum="mod 97",
)
