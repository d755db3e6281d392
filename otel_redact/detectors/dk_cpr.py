"""Danish CPR numbers: a birth date, a dash and four digits, by their check digit."""

from __future__ import annotations

from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import exactly
from otel_redact.types import Detector, Group

__all__ = ["DK_CPR"]

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def _is_cpr(text: str) -> bool:
    digits = (int(digit) for digit in digits_of(text))
    return sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11 == 0


# 241124-1030 is a day with a time of day; what has no check digit is left to dk_cpr_assignment.
DK_CPR = Detector(
    name="dk_cpr",
    entity="DK_CPR",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<![-+])"
        r"(?!(?:1[5-9]|2[0-9])(?:0[1-9]|1[0-2])[0-9]{2}-(?:[01][0-9]|2[0-3])[0-5][0-9])"
        r"(?![0-9]{4}(?:1[5-9]|2[0-9])-(?:[01][0-9]|2[0-3])[0-5][0-9])"
        r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}-(?!00)[0-9]{4}"
        r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=exactly("000000-0000"),
    starts_word=True,
    validate=_is_cpr,
    hits=("211062-5629", "patient 211062-5629, Aarhus", "(211062-5629)"),
    misses=(
        "211062-5620",
        "2110625629",
        "211362-5629",
        "241124-1030",
        "051124-1030",
        "1-211062-5629",
    ),
    source="https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret (2026-11-24)",
)
