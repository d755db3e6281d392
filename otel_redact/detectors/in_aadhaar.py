"""Indian Aadhaar numbers, by their check digit: grouped by fours, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["IN_AADHAAR"]

_is_valid = is_number("in_.aadhaar")


def _is_aadhaar(text: str) -> bool:
    return _is_valid(digits_of(text))


IN_AADHAAR = Detector(
    name="in_aadhaar",
    entity="IN_AADHAAR",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![0-9][ .,-])(?P<value>"
        r"[2-9][0-9]{3}(?P<sign>[ -])[0-9]{4}(?P=sign)[0-9]{4}(?![ ][0-9]))|"
        + near(
            r"(?:a{1,2}dhaa?r|uidai|uid(?=[ ]?(?:no|number|:|=|\#)))",
            r"[2-9][0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{4}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("0000 0000 0000", "0000-0000-0000"),
        *stems("aadha", "adhar", "adhaar", "uidai", value="0000"),
        *stems(*("uid" + sign for sign in " :=#n"), value="0000"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:a{1,2}dhaa?r|uidai)(?:[_-]?(?:card|id))?(?:[_-]?(?:number|num|no))?",
    key_triggers=("aadha", "adhar", "adhaar", "uidai"),
    validate=_is_aadhaar,
    validate_key_value=has_digits(12),
    priority=1,
    hits=(
        "2341 2341 2346",
        "Aadhaar: 234123412346",
        "my aadhar number is 2341-2341-2346.",
        "UID no 234123412346",
    ),
    misses=(
        "2341 2341 2347",
        "234123412346",
        "1341 2341 2346",
        "2341 2341 2346 1234",
        "uid: 1000",
        "aadhaar 234123412347",
    ),
    key_hits=(("aadhaar", "234123412346"), ("user.aadhaarNumber", "2341 2341 2347")),
    key_misses=(("aadhaar", "linked"), ("aadhaar_status", "234123412347"), ("adhar", "2341")),
    source="https://uidai.gov.in/en/16-english-uk/aapka-aadhaar/14-what-is-aadhaar.html and "
    "https://en.wikipedia.org/wiki/Aadhaar (2026-11-24)",
    checksum="Verhoeff",
)
