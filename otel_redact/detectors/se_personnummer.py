"""Swedish personal and coordination numbers, by birth date and Luhn digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits, luhn_is_valid
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["SE_PERSONNUMMER"]

# Coordination numbers have 60 added to the day.
_DATE = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"
# 20241124-1030 and 241124-1030 are days with a time of day, 241124-0001 one with a serial.
_TIME = (
    r"(?:20)?(?:1[5-9]|2[0-9])[0-9]{4}-(?:[01][0-9]|2[0-3])[0-5][0-9](?![0-9])"
    r"|[0-9]{6}-00"
)


def _is_personnummer(text: str) -> bool:
    return luhn_is_valid(digits_of(text)[-10:])


SE_PERSONNUMMER = Detector(
    name="se_personnummer",
    entity="SE_PERSONNUMMER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<![-+])"
        rf"(?!{_TIME})(?P<value>(?:19|20)?[0-9]{{2}}{_DATE}[-+][0-9]{{4}})|"
        + near(
            r"(?:person(?:nummer|nr)|samordnings(?:nummer|nr)|pnr|person[ _-]?number|personal"
            r"[ _-](?:identity[ _-])?number)",
            rf"(?:19|20)?[0-9]{{2}}{_DATE}[ +-]?[0-9]{{4}}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *(digits + sign + "0000" for digits in ("000000", "00000000") for sign in "-+"),
        *("personn", "person n", "person-n", "person_n", "samordnings", "pnr"),
        *("personal" + sign + "number" for sign in " _-"),
        *("personal" + sign + "identity" for sign in " _-"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:person[_-]?(?:nummer|nr|number)|samordnings[_-]?(?:nummer|nr)"
    r"|personal[_-]?(?:identity[_-]?)?number|pnr)",
    key_triggers=("person", "samordnings", "pnr"),
    validate=_is_personnummer,
    validate_key_value=has_digits(10, 12),
    hits=(
        "811228-9874",
        "kund 19811228-9874 ringde",
        "personnummer: 198112289874",
        "Personnummer 8112289874.",
        "811288-9871",
    ),
    misses=(
        "811228-9875",
        "811328-9874",
        "8112289874",
        "backup-20241124-1034",
        "241124-1030",
        "1-811228-9874",
        "+811228-9874",
        "personnummer saknas",
    ),
    key_hits=(("personnummer", "8112289875"), ("person_number", "19811228-9874")),
    key_misses=(("personnummer", "saknas"), ("person_number", "42")),
    source="https://www.skatteverket.se/privat/folkbokforing/personnummer and "
    "https://sv.wikipedia.org/wiki/Personnummer_i_Sverige (2026-11-24)",
    checksum="Luhn",
)
