"""Croatian personal identification numbers (OIB), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["HR_OIB"]

HR_OIB = Detector(
    name="hr_oib",
    entity="HR_OIB",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(r"(?:oib|osobni[ ]identifikacijski[ ]broj)", r"(?:HR[ ]?)?[0-9]{11}")
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(*stems("oib", "osobni ident", value="0{11}"),),
    starts_word=True,
    key_pattern=KEY_START + r"oib(?:[_-]?(?:number|num|no|broj))?",
    key_triggers=("oib",),
    validate=is_number("hr.oib"),
    validate_key_value=has_digits(11),
    hits=("OIB: 52977764336", "osobni identifikacijski broj 61825614612", "oib kupca 52977764336"),
    misses=("52977764336", "OIB 52977764337", "oib nepoznat", "xoib 52977764336"),
    key_hits=(("oib", "52977764337"), ("customerOib", "52977764336")),
    key_misses=(("oib", "nepoznat"), ("oib", "529777")),
    source="https://www.porezna-uprava.hr/HR_OIB/Stranice/default.aspx (2026-11-24)",
    checksum="mod 11-10",
)
