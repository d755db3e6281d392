"""Italian VAT numbers (partita IVA): with the prefix IT, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["IT_VAT_CODE"]

_is_iva = is_number("it.iva")


def _is_code_by_key(text: str) -> bool:
    return has_digits(11)(text[2:] if text[:2].upper() == "IT" else text)


IT_VAT_CODE = Detector(
    name="it_vat_code",
    entity="IT_VAT_CODE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?P<value>IT[ ]?[0-9]{11})|"
        + near(
            r"(?:partita[ _-]?iva|p\.?[ _]?iva|part\.[ ]?iva|vat|p\.[ ]?i\.)",
            r"(?:IT[ -]?)?[0-9]{11}",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])(?!\.[0-9])"
    ),
    triggers=(
        *exactly("it00000000000", "it 00000000000"),
        *stems(*("partita" + sign + "iva" for sign in ("", " ", "_", "-")), value="0{11}"),
        *stems(*("p" + sign + "iva" for sign in ("", ".", ". ", " ", "_", "._")), value="0{11}"),
        *stems("part.iva", "part. iva", "vat", "p.i.", "p. i.", value="0{11}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:partita[_-]?iva|p[_-]?iva|vat[_-]?(?:number|num|no|id|code))",
    key_triggers=("iva", "vat"),
    validate=_is_iva,
    validate_key_value=_is_code_by_key,
    hits=(
        "P.IVA 01333550323",
        "fattura a IT01333550323",
        "partita iva: 01333550323",
        "VAT no. IT 01333550323.",
    ),
    misses=(
        "01333550323",
        "P.IVA 01333550324",
        "private 01333550323",
        "IT0133355032",
        "partita iva 00000000000",
    ),
    key_hits=(("partita_iva", "01333550324"), ("piva", "IT01333550323")),
    key_misses=(("partita_iva", "n/d"), ("vat", "22"), ("privatenumber", "01333550323")),
    source="https://ec.europa.eu/taxation_customs/vies/ and "
    "https://it.wikipedia.org/wiki/Partita_IVA (2026-11-24)",
    checksum="Luhn",
)
