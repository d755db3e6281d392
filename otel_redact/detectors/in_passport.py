"""Indian passport numbers: a letter and seven digits, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["IN_PASSPORT"]


def _is_passport(text: str) -> bool:
    return len(text) in (8, 9) and text[0].isalpha() and len(digits_of(text)) == 7


IN_PASSPORT = Detector(
    name="in_passport",
    entity="IN_PASSPORT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(r"passports?", r"[A-Za-z][ -]?[0-9]{7}")
        + r"(?![A-Za-z0-9_])(?!-[A-Za-z0-9])"
    ),
    triggers=stems("passport", value="[a-z][ -]?0{7}"),
    starts_word=True,
    key_pattern=KEY_START + r"passport(?:[_-]?(?:number|num|no|id))?",
    key_triggers=("passport",),
    validate_key_value=_is_passport,
    priority=1,
    hits=("Indian passport A2096457", "passport no. K 1234567", "passport: j8369854."),
    misses=("A2096457", "passport A20964571", "passport version 7", "passport AB209645"),
    key_hits=(("passport", "A2096457"), ("user.passportNo", "K 1234567")),
    key_misses=(("passport", "local"), ("passport_uri", "A2096457"), ("passport", "A20")),
    source="https://www.passportindia.gov.in/psp/AboutUs (2026-11-24)",
)
