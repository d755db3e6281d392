"""Colombian tax numbers (NIT) with their check digit, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["CO_NIT"]

_VALUE = "000[.]?000[.]?000"

CO_NIT = Detector(
    name="co_nit",
    entity="CO_NIT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:nit(?=[ :=\"'_#(.-])|n\.i\.t\.?)",
            r"[0-9]{3}\.?[0-9]{3}\.?[0-9]{3}[ ]?-[ ]?[0-9]|[0-9]{10}",
            distance=20,
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *abbreviated("nit", value=_VALUE),
        *stems("n.i.t", value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"nit(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("nit",),
    validate=is_number("co.nit"),
    validate_key_value=has_digits(9, 10),
    hits=("NIT: 400.789.308-0", "N.I.T. 938880698-8", "nit 4007893080"),
    misses=("400.789.308-0", "NIT 400.789.308-1", "unit 4007893080", "nit: fix spacing"),
    key_hits=(("nit", "4007893081"), ("company_nit", "400.789.308-0")),
    key_misses=(("nit", "minor"), ("unit", "4007893080")),
    source="https://www.dian.gov.co/ and "
    "https://es.wikipedia.org/wiki/N%C3%BAmero_de_Identificaci%C3%B3n_Tributaria (2026-11-24)",
    checksum="mod 11",
)
