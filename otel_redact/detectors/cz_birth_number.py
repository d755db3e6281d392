"""Czech and Slovak birth numbers, by the slash, the date and divisibility by 11."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["CZ_BIRTH_NUMBER"]

# Women have 50 added to the month; 20 and 70 where a day's numbers are used up, by name only:
# 202411/0012 is a month and a serial.
_USUAL_DATE = r"[0-9]{2}(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12][0-9]|3[01])"
_DATE = r"[0-9]{2}(?:[0257][1-9]|[1368][0-2])(?:0[1-9]|[12][0-9]|3[01])"
_is_valid = is_number("cz.rc")
_NUMBER = _DATE + r"[ ]?/?[ ]?[0-9]{3,4}"


def _is_birth_number(text: str) -> bool:
    return _is_valid(text.replace(" ", ""))


# Nine digits, given out until 1953, have no check digit and need the name.
CZ_BIRTH_NUMBER = Detector(
    name="cz_birth_number",
    entity="CZ_BIRTH_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<![/.-])"
        rf"(?P<value>{_USUAL_DATE}/[0-9]{{4}})(?!/)|"
        + near(
            r"(?:rodn[e\u00e9](?:ho)?[ ]?[c\u010d][i\u00ed]sl[oa]|r\.[ ]?c\."
            r"|birth[ _-]number)",
            _NUMBER,
        )
        + rf"|(?i:r\.[ ]?\u010d\.):?[ ](?P<value>{_NUMBER})"
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000000/0000"),
        *stems("rodne", "rodn?", "r.c.", "r. c.", value="0{6}"),
        *(Trigger(f"?.{sign} 000000", before=3, first="r.") for sign in ("", ":")),
        *stems(*("birth" + sign + "number" for sign in " _-"), value="0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:rodne[_-]?cislo|birth[_-]?(?:number|num|no))",
    key_triggers=("rodne", "birth"),
    validate=_is_birth_number,
    validate_key_value=has_digits(9, 10),
    hits=("900512/4910", "rodné číslo: 9005128814", "r.č. 530512/755", "rodne cislo 900512 / 4910"),
    misses=("900512/4911", "901312/4910", "9005128814", "530512/755", "/900512/4910/"),
    key_hits=(("rodne_cislo", "900512/4911"), ("birthNumber", "9005128814")),
    key_misses=(("rodne_cislo", "chybi"), ("birth_number", "12")),
    source="https://www.mvcr.cz/clanek/rady-a-sluzby-dokumenty-rodne-cislo.aspx and "
    "https://cs.wikipedia.org/wiki/Rodn%C3%A9_%C4%8D%C3%ADslo (2026-11-24)",
    checksum="mod 11",
)
