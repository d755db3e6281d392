"""Hungarian social security numbers (TAJ), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["HU_TAJ"]


def _is_taj(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    return (3 * sum(digits[0:8:2]) + 7 * sum(digits[1:8:2])) % 10 == digits[8]


HU_TAJ = Detector(
    name="hu_taj",
    entity="HU_TAJ",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(r"(?:taj(?:[ -]?sz[a\u00e1]m(?:a|om)?)?)", r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}")
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(*stems("taj", value="000"),),
    starts_word=True,
    key_pattern=KEY_START + r"taj(?:[_-]?(?:szam|number|num|no))?",
    key_triggers=("taj",),
    validate=_is_taj,
    validate_key_value=has_digits(9),
    hits=("TAJ szám: 111 111 110", "TAJ 123456788", "taj-szám 123-456-788"),
    misses=("123456788", "TAJ 123456789", "Taj Mahal 1653", "taj nincs"),
    key_hits=(("taj", "123456789"), ("tajSzam", "123 456 788")),
    key_misses=(("taj", "mahal"), ("taj", "123")),
    source="https://hu.wikipedia.org/wiki/"
    "T%C3%A1rsadalombiztos%C3%ADt%C3%A1si_azonos%C3%ADt%C3%B3_jel "
    "(2026-11-24)",
    checksum="weights 3-7",
)
