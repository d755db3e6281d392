"""Dominican identity numbers, by their dashes and Luhn digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits, luhn_is_valid
from otel_redact.detectors.context import exactly
from otel_redact.types import Detector, Group

__all__ = ["DO_CEDULA"]


def _is_cedula(text: str) -> bool:
    return luhn_is_valid(digits_of(text))


DO_CEDULA = Detector(
    name="do_cedula",
    entity="DO_CEDULA",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9_])(?<![0-9][.,-])(?!000)[0-9]{3}-[0-9]{7}-[0-9](?![A-Za-z0-9_])"
        r"(?![.,-][0-9])"
    ),
    triggers=exactly("000-0000000-0"),
    starts_word=True,
    key_pattern=KEY_START + r"cedula(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("cedula",),
    validate=_is_cedula,
    validate_key_value=has_digits(11),
    hits=("554-2714523-4", "Cédula: 714-4928268-1", "554-2714523-4."),
    misses=("554-2714523-5", "000-0000000-0", "1-554-2714523-4", "55427145234"),
    key_hits=(("cedula", "55427145235"), ("cedula_no", "554-2714523-4")),
    key_misses=(("cedula", "vencida"), ("cedula", "554")),
    source="https://jce.gob.do/ and "
    "https://es.wikipedia.org/wiki/C%C3%A9dula_de_identidad (2026-11-24)",
    checksum="Luhn",
)
