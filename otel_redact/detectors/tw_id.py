"""Taiwanese national and resident identity numbers: letter, nine digits, by check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.types import Detector, Group, Trigger

__all__ = ["TW_ID"]

_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"


def _is_id(text: str) -> bool:
    place = _LETTERS.index(text[0].upper()) + 10
    digits = [int(digit) for digit in text[1:]]
    total = place // 10 + place % 10 * 9 + digits[8]
    total += sum(digit * weight for digit, weight in zip(digits, range(8, 0, -1), strict=False))
    return total % 10 == 0 and len(set(digits)) > 2


def _is_id_by_key(text: str) -> bool:
    return len(text) == 10 and text[0].isalpha() and len(digits_of(text)) == 9


TW_ID = Detector(
    name="tw_id",
    entity="TW_ID",
    group=Group.PII,
    pattern=r"(?<![A-Za-z0-9_])(?<![0-9][.,:-])(?<![/+-])[A-Z][1289][0-9]{8}(?![A-Za-z0-9_/])(?![.,-][0-9])",
    triggers=tuple(
        Trigger(letter.lower() + "0" * 9, then="[a-z]0{9}(?![a-z0_])")
        for letter in sorted(_LETTERS)
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:tw|taiwan(?:ese)?)[_-]?(?:national[_-]?)?id(?:[_-]?(?:number|num|no))?",
    key_triggers=("tw_", "tw-", "twn", "twid", "taiwan"),
    validate=_is_id,
    validate_key_value=_is_id_by_key,
    hits=("A123456789", "身分證字號 A123456789", "ID A123456789."),
    misses=(
        "A123456788",
        "a123456789",
        "A323456789",
        "AA123456789",
        "arn:aws:iam::566273734749:user/A123456789",
        "A12345678",
    ),
    key_hits=(("tw_id", "A123456788"), ("taiwan_national_id", "B234567890")),
    key_misses=(("tw_id", "missing"), ("tw_id", "123456789")),
    source="https://en.wikipedia.org/wiki/National_identification_card_(Taiwan) (2026-11-24)",
    checksum="mod 10",
)
