"""Colombian citizen numbers (and other Latin American cédulas), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["CO_CEDULA"]

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3}){2,3}|[0-9]{6,10}|[0-9]{9}-[0-9]"

CO_CEDULA = Detector(
    name="co_cedula",
    entity="CO_CEDULA",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:c[e\u00e9]dula(?:[ ]de[ ](?:ciudadan[i\u00ed]a|identidad))?|c\.c\.)",
            _NUMBER,
            distance=20,
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=stems("cedula", "c?dula", "c.c."),
    starts_word=True,
    key_pattern=KEY_START + r"cedula(?:[_-]?(?:number|num|no|numero|ciudadania))?",
    key_triggers=("cedula",),
    validate_key_value=has_digits(6, 7, 8, 9, 10),
    hits=("cédula: 1.020.304.050", "Cedula de ciudadanía 52123456", "c.c. 79.123.456"),
    misses=("1.020.304.050", "cédula vencida", "cedula 12345", "c.c. 2 folios"),
    key_hits=(("cedula", "1020304050"), ("cedula_ciudadania", "52.123.456")),
    key_misses=(("cedula", "vencida"), ("cedula", "12")),
    source="https://www.registraduria.gov.co/ and "
    "https://es.wikipedia.org/wiki/C%C3%A9dula_de_ciudadan%C3%ADa_(Colombia) (2026-11-24)",
)
