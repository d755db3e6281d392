"""Korean foreigner registration numbers: birth date, a dash, 5 to 8, six digits."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["KR_FRN"]

_DATE = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"

KR_FRN = Detector(
    name="kr_frn",
    entity="KR_FRN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        rf"(?P<value>{_DATE}-[5-8][0-9]{{6}})|"
        + near(r"(?:frn|(?:alien|foreigner)[ _-]registration)", _DATE + r"[ ]?-?[ ]?[5-8][0-9]{6}")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000000-0000000"),
        *stems("frn", "alien", "foreigner", value="0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:frn|(?:alien|foreigner)[_-]?registration(?:[_-]?(?:number|num|no))?)",
    key_triggers=("frn", "alien", "foreigner"),
    validate_key_value=has_digits(13),
    hits=("900512-5864654", "외국인등록번호 900512-7745279", "FRN: 9005126864654"),
    misses=("901312-5864654", "9005125864654", "900512-1864654", "frn missing"),
    key_hits=(("frn", "9005125864654"), ("alien_registration_number", "900512-5864654")),
    key_misses=(("frn", "missing"), ("frn", "123")),
    source="https://en.wikipedia.org/wiki/Resident_registration_number (2026-11-24)",
)
