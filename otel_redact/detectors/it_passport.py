"""Italian passport numbers: two letters and seven digits, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["IT_PASSPORT"]


def _is_passport(text: str) -> bool:
    return text[:2].isalpha() and len(text) in (9, 10) and digits_of(text) == text[-7:]


IT_PASSPORT = Detector(
    name="it_passport",
    entity="IT_PASSPORT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(r"(?:passaporto|passport)", r"[A-Za-z]{2}[ -]?[0-9]{7}", distance=30)
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=stems("passaporto", "passport", value="[a-z]{2}[ -]?0{7}"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:passaporto|passport)(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("passaporto", "passport"),
    validate_key_value=_is_passport,
    priority=2,
    hits=(
        "passaporto: YA1234567",
        "Passaporto n. AA 1234567",
        "Italian passport number YB1234567.",
    ),
    misses=("YA1234567", "passaporto: scaduto", "passport YA123456", "passport YA12345678"),
    key_hits=(("passaporto", "YA1234567"), ("passport_number", "YA1234567")),
    key_misses=(("passport", "local"), ("passaporto", "YA12"), ("passportJs", "YA1234567")),
    source="https://www.consilium.europa.eu/prado/en/prado-documents/ITA/A/docs-per-category.html "
    "(2026-11-24)",
)
