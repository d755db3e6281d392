"""Brazilian identity card numbers (RG), formatted, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.types import Detector, Group

__all__ = ["BR_RG"]

_VALUE = "0{1,2}[.]?000[.]?000"

BR_RG = Detector(
    name="br_rg",
    entity="BR_RG",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:rg(?=[ :=_#-])|registro geral|identidade)",
            r"[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-?[0-9Xx]|[0-9]{7,8}-[0-9Xx]",
            distance=25,
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *abbreviated("rg", value=_VALUE),
        *stems("registro geral", "identidade", value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"rg(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("rg",),
    validate_key_value=has_digits(7, 8, 9),
    hits=("RG: 12.345.678-9", "RG nº 1.234.567-X", "identidade 12345678-9 SSP"),
    misses=("12.345.678-9", "RG pendente", "rg 12345", "org 12.345.678-9"),
    key_hits=(("rg", "12.345.678-9"), ("user_rg", "123456789")),
    key_misses=(("rg", "pendente"), ("org", "123456789"), ("rg", "rg-prod-1")),
    source="https://pt.wikipedia.org/wiki/C%C3%A9dula_de_identidade_(Brasil) (2026-11-24)",
)
