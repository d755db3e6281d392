"""Israeli identity numbers, by Luhn digit, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind_foreign, foreign_triggers, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["IL_ID"]

_NAMES = (
    "\u05ea\u05e2\u05d5\u05d3\u05ea[ ]\u05d6\u05d4\u05d5\u05ea"
    "|\u05de\u05e1\u05e4\u05e8[ ]\u05d6\u05d4\u05d5\u05ea"
    '|\u05ea[.]\u05d6|\u05ea"\u05d6'
)

IL_ID = Detector(
    name="il_id",
    entity="IL_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, r"[0-9]{8}-?[0-9]")
        + "|"
        + near(
            r"(?:te?udat[ ]zehut|israeli?[ _-](?:national[ _-])?id(?:entity)?)",
            r"[0-9]{8}-?[0-9]",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *foreign_triggers("0" * 8),
        *stems("teudat zehut", "tudat zehut", "israel", value="0{8}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:te?udat[_-]?zehut|israeli?[_-]?id)(?:[_-]?(?:number|num|no))?",
    key_triggers=("zehut", "israel"),
    validate=is_number("il.idnr"),
    validate_key_value=has_digits(8, 9),
    hits=(
        "תעודת זהות: 484453725",
        "ת.ז 348228578",
        "Teudat Zehut 484453725",
        "Israeli ID 348228578",
    ),
    misses=("484453725", "תעודת זהות: 484453726", "israel 484453725", "teudat zehut missing"),
    key_hits=(("teudat_zehut", "484453726"), ("israeliId", "484453725")),
    key_misses=(("teudat_zehut", "missing"), ("israel_id", "48")),
    source="https://en.wikipedia.org/wiki/Israeli_identity_card (2026-11-24)",
    checksum="Luhn",
)
