"""Korean resident registration numbers: birth date, a dash, sex and century, six digits."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import (
    behind_foreign,
    exactly,
    foreign_triggers,
    near,
    stems,
)
from otel_redact.types import Detector, Group

__all__ = ["KR_RRN"]

_DATE = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_NAMES = "\uc8fc\ubbfc\ub4f1\ub85d\ubc88\ud638|\uc8fc\ubbfc\ubc88\ud638"

# Since October 2020 the last six digits are random: nothing is left to check behind a dash.
KR_RRN = Detector(
    name="kr_rrn",
    entity="KR_RRN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        rf"(?P<value>{_DATE}[ ]?-[ ]?[0-49][0-9]{{6}})|"
        + behind_foreign(_NAMES, _DATE + r"[0-49][0-9]{6}", glued=True)
        + "|"
        + near(
            r"(?:rrn|jumin|(?:korean[ _-])?resident[ _-]registration)",
            _DATE + r"[ ]?-?[ ]?[0-49][0-9]{6}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000000-0000000", "000000 - 0000000", "000000 -0000000", "000000- 0000000"),
        *foreign_triggers("0" * 13, glued=True),
        *stems("rrn", "jumin", value="0{6}"),
        *stems(
            *(name + "resident" for name in ("", "korean ", "korean_", "korean-")), value="0{6}"
        ),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:rrn|jumin|resident[_-]?registration)(?:[_-]?(?:number|num|no))?",
    key_triggers=("rrn", "jumin", "resident"),
    validate_key_value=has_digits(13),
    hits=(
        "900512-1864654",
        "주민등록번호: 9005121864654",
        "고객 주민번호는 900512-1745279입니다",
        "RRN 9005121864654",
    ),
    misses=(
        "901312-1864654",
        "9005121864654",
        "900512-5864654",
        "1900512-1864654",
        "1764000000123",
        "rrn missing",
    ),
    key_hits=(("rrn", "9005121864654"), ("residentRegistrationNumber", "900512-1864654")),
    key_misses=(("rrn", "missing"), ("barrn", "9005121864654")),
    source="https://en.wikipedia.org/wiki/Resident_registration_number (2026-11-24)",
)
