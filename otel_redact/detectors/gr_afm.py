"""Greek tax numbers (AFM), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind_foreign, foreign_triggers, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["GR_AFM"]

_NAMES = "\u0391\u03a6\u039c|\u03b1\u03c6\u03bc"

GR_AFM = Detector(
    name="gr_afm",
    entity="GR_AFM",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, r"[0-9]{9}")
        + r"|"
        + near(r"afm", r"(?:EL[ ]?)?[0-9]{9}", distance=30)
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *foreign_triggers("0" * 9),
        *stems("afm", value="0{9}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"afm(?:[_-]?(?:number|num|no))?",
    key_triggers=("afm",),
    validate=is_number("gr.vat"),
    validate_key_value=has_digits(9),
    hits=(
        "\u0391\u03a6\u039c: 332931634",
        "AFM 725808194",
        "\u0391\u03a6\u039c \u03c0\u03b5\u03bb\u03ac\u03c4\u03b7 332931634",
    ),
    misses=("332931634", "AFM 332931635", "afm missing", "\u0391\u03a6\u039c: 332931635"),
    key_hits=(("afm", "332931635"), ("customer.afm", "332931634")),
    key_misses=(("afm", "missing"), ("afm", "3329")),
    source="https://www.aade.gr/ and "
    "https://en.wikipedia.org/wiki/VAT_identification_number (2026-11-24)",
    checksum="mod 11",
)
