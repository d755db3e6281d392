"""VAT numbers of the European Union, with their country's prefix and check digits."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import exactly, named, near
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["EU_VAT_ID"]

# Germany and Italy have detectors of their own; eight digits or fewer are too few to stand alone.
_NUMBERS = (
    r"ATU[0-9]{8}",
    r"BE[ ]?[01][0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}",
    r"EL[ ]?[0-9]{9}",
    r"ES[ ]?[A-Z][0-9]{7}[A-Z0-9]|ES[ ]?[0-9]{8}[A-Z]",
    r"FR[ ]?[0-9]{2}[ ]?[0-9]{3}[ ]?[0-9]{3}[ ]?[0-9]{3}",
    r"HR[ ]?[0-9]{11}",
    r"LV[ ]?[0-9]{11}",
    r"NL[ ]?[0-9]{9}B[0-9]{2}",
    r"PL[ ]?[0-9]{10}",
    r"PT[ ]?[0-9]{9}",
    r"SE[ ]?[0-9]{10}01",
    r"SK[ ]?[0-9]{10}",
)
_COUNTRIES = "AT|BE|BG|CY|CZ|DK|EE|EL|ES|FI|FR|HR|HU|IE|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK"
_NAMES = ("vat", "btw", "tva", "moms")
_SPANISH_THEN = "(?:(?<=es)|(?<=es ))[a-z]0{7}[a-z0](?![a-z0_])"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_is_vat = is_number("eu.vat")


def _is_vat_id(text: str) -> bool:
    return _is_vat(text.replace(" ", "").replace(".", ""))


def _is_vat_id_by_key(text: str) -> bool:
    return text[:2].isalpha() and text[:2].isupper() and 7 <= len(digits_of(text)) <= 12


EU_VAT_ID = Detector(
    name="eu_vat_id",
    entity="EU_VAT_ID",
    group=Group.PII,
    pattern=(
        rf"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?P<value>{'|'.join(_NUMBERS)})|"
        + near(rf"(?:{'|'.join(_NAMES)})", rf"(?:{_COUNTRIES})[ ]?[A-Z0-9]{{8,12}}", distance=20)
        + r")(?![A-Za-z0-9_])(?![ .,-][0-9])"
    ),
    triggers=(
        *exactly("atu00000000", "nl000000000b00", "nl 000000000b00"),
        *("be0000", "be 0000"),
        *exactly(*(one + sign + "0" * 9 for one in ("el", "pt") for sign in ("", " "))),
        *(Trigger("es" + sign + "00000000", then="es ?0{8}[a-z](?![a-z0_])") for sign in ("", " ")),
        *(Trigger(one + "0000000", before=3, first="es", then=_SPANISH_THEN) for one in _LETTERS),
        *("fr" + blank + "00" + sign + "000" for blank in ("", " ") for sign in ("", " ")),
        *exactly(*(one + sign + "0" * 10 for one in ("pl", "sk") for sign in ("", " "))),
        *exactly(*(one + sign + "0" * 11 for one in ("hr", "lv") for sign in ("", " "))),
        *exactly(*("se" + sign + "0" * 12 for sign in ("", " "))),
        *named(*_NAMES, value="[a-z]{2} ?[a-z0]{8}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:eu[_-]?)?vat[_-]?(?:id|number|num|no)",
    key_triggers=("vat",),
    validate=_is_vat_id,
    validate_key_value=_is_vat_id_by_key,
    hits=(
        "FR40303265045",
        "BTW NL004495445B01",
        "ATU13585627.",
        "BE 0403.019.261",
        "VAT: IE6433435F",
        "VAT number LU15027442",
    ),
    misses=(
        "FR41303265045",
        "fr40303265045",
        "NL004495446B01",
        "XFR40303265045",
        "BE89370400440532",
        "VAT: IE6433435E",
        "IE6433435F",
    ),
    key_hits=(("vat_id", "FR41303265045"), ("euVatNumber", "ATU13585627")),
    key_misses=(("vat_id", "missing"), ("private_id", "FR4130326a")),
    source="https://ec.europa.eu/taxation_customs/vies/ (2026-11-24)",
    checksum="by country",
)
