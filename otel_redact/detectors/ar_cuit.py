"""Argentine taxpayer numbers (CUIT, CUIL): with dashes, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["AR_CUIT"]

_KIND = "(?:2[03-7]|3[034])"

AR_CUIT = Detector(
    name="ar_cuit",
    entity="AR_CUIT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        rf"(?P<value>{_KIND}-[0-9]{{8}}-[0-9])|"
        + near(r"(?:cui[tl]|cuit/cuil)", _KIND + r"[ -]?[0-9]{2}\.?[0-9]{3}\.?[0-9]{3}[ -]?[0-9]")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("00-00000000-0"),
        *stems("cuit", "cuil", value="00[ -]?00"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"cui[tl](?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("cuit", "cuil"),
    validate=is_number("ar.cuit"),
    validate_key_value=has_digits(11),
    hits=("20-56407785-3", "CUIT: 20262581781", "cuil 20 26258178 1"),
    misses=("20-56407785-4", "20564077853", "CUIT 20564077854", "99-56407785-3", "cuit pendiente"),
    key_hits=(("cuit", "20564077854"), ("cuil", "20-56407785-3")),
    key_misses=(("cuit", "pendiente"), ("circuit", "20564077854")),
    source="https://www.afip.gob.ar/ and "
    "https://es.wikipedia.org/wiki/Clave_%C3%9Anica_de_Identificaci%C3%B3n_Tributaria (2026-11-24)",
    checksum="mod 11",
)
