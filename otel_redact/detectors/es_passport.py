"""Spanish passport numbers: three letters and six digits, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["ES_PASSPORT"]


def _is_passport(text: str) -> bool:
    return text[:3].isalpha() and len(text) in (9, 10) and digits_of(text) == text[-6:]


ES_PASSPORT = Detector(
    name="es_passport",
    entity="ES_PASSPORT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(r"(?:pasaporte|passport)", r"[A-Za-z]{3}[ -]?[0-9]{6}", distance=30)
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=stems("pasaporte", "passport", value="[a-z]{3}[ -]?0{6}"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:pasaporte|passport)(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("pasaporte", "passport"),
    validate_key_value=_is_passport,
    priority=2,
    hits=(
        "pasaporte: AAB123456",
        "Pasaporte número XDA 123456",
        "Spanish passport no. PAB123456.",
    ),
    misses=("AAB123456", "pasaporte: pendiente", "passport ABC12345", "passport ABC1234567"),
    key_hits=(("pasaporte", "AAB123456"), ("passportNumber", "XDA 123456")),
    key_misses=(("passport", "local"), ("passport", "strategy"), ("pasaporte", "AAB12")),
    source="https://www.consilium.europa.eu/prado/en/prado-documents/ESP/A/docs-per-category.html "
    "(2026-11-24)",
)
