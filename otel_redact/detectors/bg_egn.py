"""Bulgarian civil numbers (EGN), by date and check digit, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind_foreign, foreign_triggers, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["BG_EGN"]

_NAMES = "\u0415\u0413\u041d|\u0435\u0433\u043d"

BG_EGN = Detector(
    name="bg_egn",
    entity="BG_EGN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, r"[0-9]{10}")
        + r"|"
        + near(r"egn", r"[0-9]{10}")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *foreign_triggers("0" * 10),
        *stems("egn", value="0{10}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"egn(?:[_-]?(?:number|num|no))?",
    key_triggers=("egn",),
    validate=is_number("bg.egn"),
    validate_key_value=has_digits(10),
    hits=("ЕГН: 9005127951", "EGN 9005124295", "ЕГН 9005127951 на лицето"),
    misses=("9005127951", "EGN 9005127952", "egn missing", "ЕГН: 9013127951"),
    key_hits=(("egn", "9005127952"), ("user.egn", "9005127951")),
    key_misses=(("egn", "missing"), ("regn", "9005127952")),
    source="https://www.grao.bg/esgraon.html (2026-11-24)",
    checksum="mod 11",
)
