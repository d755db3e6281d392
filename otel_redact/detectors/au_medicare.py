"""Australian Medicare cards, by their check digit: grouped, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import au_medicare_is_valid, digits_of, has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["AU_MEDICARE"]


def _is_card(text: str) -> bool:
    return au_medicare_is_valid(digits_of(text))


AU_MEDICARE = Detector(
    name="au_medicare",
    entity="AU_MEDICARE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![0-9][ .,-])(?P<value>"
        r"[2-6][0-9]{3}(?P<sign>[ -])[0-9]{5}(?P=sign)[0-9](?:[ /-][1-9])?(?![ ][0-9]))|"
        + near(r"medicare", r"[2-6][0-9]{3}[ -]?[0-9]{5}[ -]?[0-9](?:[ /-]?[1-9])?")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        "0000 00000 0",
        "0000-00000-0",
        *stems("medicare", value="0000[ -]?00000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"medicare(?:[_-]?card)?(?:[_-]?(?:number|num|no))?",
    key_triggers=("medicare",),
    validate=_is_card,
    validate_key_value=has_digits(10, 11),
    hits=(
        "2123 45670 1",
        "Medicare card 2123456701",
        "my medicare number is 2123-45670-1.",
        "2123 45670 1/2",
    ),
    misses=(
        "2123 45671 1",
        "2123456701",
        "7123 45670 1",
        "medicare 2123456711",
        "1 2123 45670 1",
        "2123 45670 12",
    ),
    key_hits=(("medicare", "2123456701"), ("patient.medicareCard", "2123 45671 1")),
    key_misses=(("medicare", "part B"), ("medicare_plan", "2123456711"), ("medicare", "21")),
    source="https://en.wikipedia.org/wiki/Medicare_card_(Australia) (2026-11-24)",
    checksum="weights 1-3-7-9",
)
