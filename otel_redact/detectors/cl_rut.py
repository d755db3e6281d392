"""Chilean tax and identity numbers (RUT): with dots and dash, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["CL_RUT"]

_VALUE = "0{1,2}[.]?000[.]?000-"

CL_RUT = Detector(
    name="cl_rut",
    entity="CL_RUT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9Kk])|"
        + near(
            r"(?:rut|r\.u\.t\.?)(?=[ :=\"'_#(.-])",
            r"[0-9]{1,2}\.?[0-9]{3}\.?[0-9]{3}-[0-9Kk]",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        Trigger(".000.000-", before=2, run="0", then="[.]000[.]000-[0k](?![a-z0_])"),
        *abbreviated("rut", value=_VALUE),
        *stems("r.u.t", value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"rut(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("rut",),
    validate=is_number("cl.rut"),
    validate_key_value=has_digits(8, 9),
    hits=("12.345.678-5", "RUT: 5830571-5", "rut del cliente 72.184.634-2"),
    misses=("12.345.678-6", "12345678-5", "rut pendiente", "run 12345678-6", "1.12.345.678-5"),
    key_hits=(("rut", "12.345.678-6"), ("customer_rut", "12345678-5")),
    key_misses=(("rut", "pendiente"), ("run", "3"), ("run", "step 12")),
    source="https://www.registrocivil.cl/ and "
    "https://es.wikipedia.org/wiki/Rol_%C3%9Anico_Tributario (2026-11-24)",
    checksum="mod 11",
)
