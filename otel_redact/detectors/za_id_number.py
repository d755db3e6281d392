"""South African identity numbers, by birth date, citizenship and Luhn check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import NUMBER_END, exactly, near, number_triggers, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["ZA_ID_NUMBER"]

_is_valid = is_number("za.idnr")

_SIGNS, _NUMBERS = ("", " ", "_", "-"), ("number", "no")


def _is_id(text: str) -> bool:
    return _is_valid(digits_of(text))


# Alone, milliseconds since 1970 (14 to 18) are none, and the digit before the last is 8 or 9.
ZA_ID_NUMBER = Detector(
    name="za_id_number",
    entity="ZA_ID_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![0-9][ .,-])(?P<value>"
        r"(?!1[4-8][0-9]{11})[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
        rf"(?:[0-9]{{4}}[01][89][0-9]{NUMBER_END}"
        r"|(?:[0-9]{4}[ ]|[ ][0-9]{4}[ ]?)[01][89][0-9]))|"
        + near(
            r"(?:(?:south[ ]african?|rsa|sa)[ _-]id[a-z]*|identity[ _-]?(?:number|no)"
            r"|id[ _-]?(?:number|no))",
            r"[0-9]{2}[01][0-9][0-3][0-9][ -]?[0-9]{4}[ -]?[0-2][0-9]{2}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *number_triggers("0" * 13),
        *exactly("000000 0000 000", "0000000000 000", "000000 0000000"),
        *stems(
            "south africa", "rsa id", "rsa_id", "rsa-id", "sa id", "sa_id", "sa-id", value="0{6}"
        ),
        *stems(
            *(i + s + n for i in ("id", "identity") for s in _SIGNS for n in _NUMBERS), value="0{6}"
        ),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:id|identity)(?:[_-]?(?:number|num|no))",
    key_triggers=("id_n", "id-n", "idn", "identity"),
    validate=_is_id,
    validate_key_value=_is_id,
    hits=(
        "8001015009087.",
        "800101 5009 087",
        "SA ID: 7503305044089.",
        "id number is 8001015009087",
    ),
    misses=(
        "8001015009088",
        "1764000000123",
        "1709105009084",
        "8013015009087",
        "80010150090877",
        "9780306406157",
    ),
    key_hits=(("id_number", "8001015009087"), ("identityNumber", "7503305044089")),
    key_misses=(("id_number", "42"), ("id", "8001015009088"), ("identity_number", "8001015009088")),
    source="https://www.dha.gov.za and "
    "https://en.wikipedia.org/wiki/South_African_identity_card (2026-11-24)",
    checksum="Luhn",
)
