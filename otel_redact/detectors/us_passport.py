"""United States passport numbers: nine digits, or a letter and eight, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["US_PASSPORT"]


def _is_passport(text: str) -> bool:
    return len(text) == 9 and text[1:].isdigit() and text.isascii() and text[0].isalnum()


US_PASSPORT = Detector(
    name="us_passport",
    entity="US_PASSPORT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(r"(?:passports?|travel[ ]document)", r"[A-Za-z0-9][0-9]{8}(?![.-][A-Za-z0-9])")
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=stems("passport", "travel document", value="0{8}"),
    starts_word=True,
    key_pattern=KEY_START + r"passport(?:[_-]?(?:number|num|no|id))?",
    key_triggers=("passport",),
    validate_key_value=_is_passport,
    priority=1,
    hits=(
        "passport number 912803456",
        "US passport: A12803456.",
        "My passport, issued in Boston, is 912803456, thanks",
    ),
    misses=(
        "912803456",
        "passport 91280345",
        "passport: 9128034567",
        "passport.js 2026-11-23",
        "passportjs 912803456",
    ),
    key_hits=(("passport", "912803456"), ("user.passportNumber", "A12803456")),
    key_misses=(("passport", "local"), ("passport_strategy", "912803456"), ("passport", "AB12")),
    source="https://travel.state.gov/content/travel/en/passports/passport-help/"
    "next-generation-passport.html (2026-11-24)",
)
