"""Portuguese tax numbers (NIF), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["PT_NIF"]

_is_nif = is_number("pt.nif")
_has_nine_digits = has_digits(9)


def _is_nif_by_key(text: str) -> bool:
    return _has_nine_digits(text[2:] if text[:2].upper() == "PT" else text)


PT_NIF = Detector(
    name="pt_nif",
    entity="PT_NIF",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:nif(?=[ :=\"'_#(.-])|contribuinte|nipc)",
            r"(?:PT[ -]?)?[1-35689][0-9]{2}(?P<sign>[ .-]?)[0-9]{3}(?P=sign)[0-9]{3}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *abbreviated("nif", value="000"),
        *stems("contribuinte", "nipc", value="000"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:nif|(?:numero[_-]?)?contribuinte|nipc)(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("nif", "contribuinte", "nipc"),
    validate=_is_nif,
    validate_key_value=_is_nif_by_key,
    hits=("NIF: 273194410", "número de contribuinte 227 893 875", "nif do cliente 273.194.410"),
    misses=("273194410", "NIF 273194411", "NIF pendente", "manif 273194410"),
    key_hits=(("nif", "273194411"), ("numero_contribuinte", "227 893 875")),
    key_misses=(("nif", "pendente"), ("nif", "12345678Z")),
    source="https://pt.wikipedia.org/wiki/N%C3%BAmero_de_identifica%C3%A7%C3%A3o_fiscal "
    "(2026-11-24)",
    checksum="mod 11",
)
