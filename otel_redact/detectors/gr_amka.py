"""Greek social security numbers (AMKA), by date and Luhn digit, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind_foreign, foreign_triggers, near
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["GR_AMKA"]

_NAMES = "\u0391\u039c\u039a\u0391|\u03b1\u03bc\u03ba\u03b1"
_NUMBER = r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{7}"

GR_AMKA = Detector(
    name="gr_amka",
    entity="GR_AMKA",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, _NUMBER)
        + "|"
        + near(r"amka", _NUMBER)
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *foreign_triggers("0" * 11),
        "amka",
    ),
    starts_word=True,
    key_pattern=KEY_START + r"amka(?:[_-]?(?:number|num|no))?",
    key_triggers=("amka",),
    validate=is_number("gr.amka"),
    validate_key_value=has_digits(11),
    hits=("\u0391\u039c\u039a\u0391: 01018089035", "AMKA 01018018018", "amka 01018089035."),
    misses=(
        "01018089036",
        "AMKA 01018089036",
        "amka missing",
        "\u0391\u039c\u039a\u0391: 01138089035",
    ),
    key_hits=(("amka", "01018089036"), ("patient.amka", "01018089035")),
    key_misses=(("amka", "missing"), ("amka", "0101")),
    source="https://www.amka.gr/ (2026-11-24)",
    checksum="Luhn",
)
