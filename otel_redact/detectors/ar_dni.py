"""Argentine (and Peruvian) identity card numbers (DNI), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.types import Detector, Group

__all__ = ["AR_DNI"]

_VALUE = "0{1,2}[.]?000[.]?000"

AR_DNI = Detector(
    name="ar_dni",
    entity="AR_DNI",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:dni(?=[ :=\"'_#(.-])|d\.n\.i\.?)",
            r"[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}(?!-?[A-Za-z]|[ ][A-Z](?![A-Za-z]))"
            r"|[0-9]{7,8}(?!-?[A-Za-z]|[ ][A-Z](?![A-Za-z]))",
            distance=20,
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *abbreviated("dni", value=_VALUE),
        *stems("d.n.i", value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"dni(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("dni",),
    validate_key_value=has_digits(7, 8),
    hits=("DNI: 38.622.364", "DNI 73945247", "mi dni es 38622364 y vivo en Salta"),
    misses=("38622364", "DNI pendiente", "DNI 12345", "dni: 12345678Z", "dni 123456789"),
    key_hits=(("dni", "38622364"), ("user.dni", "38.622.364")),
    key_misses=(("dni", "pendiente"), ("dni", "12345678Z")),
    source="https://www.argentina.gob.ar/interior/dni (2026-11-24)",
)
