"""New Zealand tax numbers, behind their name, by their check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import AFTER_NAME, abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["NZ_IRD"]


NZ_IRD = Detector(
    name="nz_ird",
    entity="NZ_IRD",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(rf"(?:ird{AFTER_NAME}|inland[ _-]?revenue)", r"[0-9]{2,3}[ -]?[0-9]{3}[ -]?[0-9]{3}")
        + r"(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *abbreviated("ird", value="00"),
        *stems("inland", value="00"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"ird(?:[_-]?(?:number|num|no))?",
    key_triggers=("ird",),
    validate=is_number("nz.ird"),
    validate_key_value=has_digits(8, 9),
    hits=("IRD number 49-091-850", "IRD: 136410132", "inland revenue number is 49 091 850."),
    misses=("49-091-850", "IRD 49-091-851", "bird 49-091-850", "IRD 1764000000"),
    key_hits=(("ird", "49091850"), ("irdNumber", "136-410-132")),
    key_misses=(("ird", "none"), ("third", "49091850"), ("ird", "49")),
    source="https://www.ird.govt.nz/managing-my-tax/ird-numbers (2026-11-24)",
    checksum="mod 11",
)
