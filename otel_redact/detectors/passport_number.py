"""Passport numbers of any country, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["PASSPORT_NUMBER"]

_LONGEST = 10


def _is_passport(text: str) -> bool:
    return (
        6 <= len(text) <= _LONGEST
        and len(digits_of(text)) >= 4
        and text.isascii()
        and text.replace("-", "").replace(" ", "").isalnum()
    )


PASSPORT_NUMBER = Detector(
    name="passport_number",
    entity="PASSPORT_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:passports?|reisepass|passeport|pasaporte|passaporte|paspoort)",
            r"[A-Z]{0,3}[0-9]{5,9}[A-Z]?|[a-z]{1,2}[0-9]{6,8}|[0-9]{2}[A-Z]{2}[0-9]{5}"
            r"|[A-Z][0-9][A-Z0-9]{6,8}",
            distance=24,
        )
        + r"(?![A-Za-z0-9_])(?![.:/-][A-Za-z0-9])"
    ),
    triggers=stems("passport", "reisepass", "passeport", "pasaporte", "passaporte", "paspoort"),
    starts_word=True,
    key_pattern=KEY_START + r"passport(?:[_-]?(?:number|num|no|id))?",
    key_triggers=("passport",),
    validate=lambda text: _is_passport(text.replace(" ", "")),
    validate_key_value=_is_passport,
    hits=("passport no: C4J01MXR8K", "passport number is GA302922.", "Passport: 12AB34567"),
    misses=(
        "C01X00T47",
        "passport.js 0.6.0",
        "passport expires 2026-11-23",
        "passport size 3545",
        "passport-local 1.0.0",
    ),
    key_hits=(("passport_no", "ABC12345"), ("passportNumber", "TZ123456")),
    key_misses=(("passport", "local"), ("passport_version", "123456"), ("passport", "1.0.0")),
    source="https://www.icao.int/publications/pages/publication.aspx?docnum=9303 (2026-11-24)",
)
