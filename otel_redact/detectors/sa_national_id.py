"""Saudi identity and residence (iqama) numbers, by Luhn digit, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits, luhn_is_valid
from otel_redact.detectors.context import behind_foreign, foreign_triggers, near, stems
from otel_redact.types import Detector, Group

__all__ = ["SA_NATIONAL_ID"]

_NAMES = (
    "\u0631\u0642\u0645[ ]\u0627\u0644\u0647\u0648\u064a\u0629|\u0627\u0644\u0647\u0648\u064a\u0629"
    "|\u0627\u0644\u0625\u0642\u0627\u0645\u0629"
)


def _is_national_id(text: str) -> bool:
    return luhn_is_valid(digits_of(text))


SA_NATIONAL_ID = Detector(
    name="sa_national_id",
    entity="SA_NATIONAL_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, r"[12][0-9]{9}")
        + "|"
        + near(r"(?:iqama|saudi[ _-](?:national[ _-])?id)", r"[12][0-9]{9}")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *foreign_triggers("0" * 10),
        *stems("iqama", "saudi", value="0{10}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:iqama|saudi[_-]?(?:national[_-]?)?id)(?:[_-]?(?:number|num|no))?",
    key_triggers=("iqama", "saudi"),
    validate=_is_national_id,
    validate_key_value=has_digits(10),
    hits=("Iqama: 2000000006", "Saudi ID 1000000008", "رقم الهوية: 1000000008"),
    misses=("1000000008", "iqama 1000000009", "iqama missing", "saudi 1000000008"),
    key_hits=(("iqama", "2000000003"), ("saudi_national_id", "1000000008")),
    key_misses=(("iqama", "missing"), ("iqama", "10")),
    source="https://www.absher.sa/ and "
    "https://en.wikipedia.org/wiki/National_identification_number (2026-11-24)",
    checksum="Luhn",
)
