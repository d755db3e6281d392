"""British passport numbers: nine digits, or two letters and seven, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near, soon
from otel_redact.types import Detector, Group, Trigger

__all__ = ["UK_PASSPORT"]


def _is_passport(text: str) -> bool:
    return len(text) == 9 and text.isascii() and text.isalnum() and text[2:].isdigit()


UK_PASSPORT = Detector(
    name="uk_passport",
    entity="UK_PASSPORT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:(?:u\.?k\.?|british|gbr?|united[ ]kingdom|hm)[ _-]passports?)",
            r"(?:[0-9]{2}|[A-Za-z]{2})[0-9]{7}",
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=(Trigger("passport", before=15, then="(?<=[a-z.][ _-])" + "passport" + soon("0{7}")),),
    starts_word=True,
    key_pattern=KEY_START + r"(?:uk|british|gbr?)[_-]?passport(?:[_-]?(?:number|num|no|id))?",
    key_triggers=("passport",),
    validate_key_value=_is_passport,
    priority=5,
    hits=(
        "UK passport 912803456",
        "British passport no: 925665416.",
        "my UK passport number is AB1234567",
    ),
    misses=("passport 91280345", "UK 912803456", "UK passport: 9128034567", "uk passportAB1234567"),
    key_hits=(("uk_passport", "912803456"), ("ukPassportNumber", "AB1234567")),
    key_misses=(("uk_passport", "yes"), ("uk_passport_fee", "912803456"), ("uk_passport", "12")),
    source="https://www.gov.uk/government/publications/basic-passport-checks (2026-11-24)",
)
