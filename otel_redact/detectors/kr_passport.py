"""Korean passport numbers, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import behind_foreign, foreign_triggers, near, stems
from otel_redact.types import Detector, Group

__all__ = ["KR_PASSPORT"]

_NAMES = "\uc5ec\uad8c\ubc88\ud638|\uc5ec\uad8c"


def _is_passport(text: str) -> bool:
    return len(text) == 9 and text[0].isalpha() and len(digits_of(text)) in (7, 8)


# An M, S, R, O, D or G; one of the digits has been a letter since 2021.
KR_PASSPORT = Detector(
    name="kr_passport",
    entity="KR_PASSPORT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, r"[MSRODG][0-9]{3}[A-Z0-9][0-9]{4}", glued=True)
        + "|"
        + near(r"passport", r"[MSRODGmsrodg][0-9]{3}[A-Za-z][0-9]{4}|[MSRmsr][0-9]{8}", distance=30)
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        *(trigger for one in "msrodg" for trigger in foreign_triggers(one + "000", glued=True)),
        *stems("passport", value="[a-z]000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"korean?[_-]?passport(?:[_-]?(?:number|num|no))?",
    key_triggers=("korea",),
    validate_key_value=_is_passport,
    priority=2,
    hits=("여권번호: M12345678", "Korean passport M123A4567", "passport no. S123B5678."),
    misses=("M12345678", "passport expired", "passport M1234567", "여권 M1234"),
    key_hits=(("korean_passport", "M123A4567"), ("koreaPassportNo", "M12345678")),
    key_misses=(("korean_passport", "local"), ("passport", "M12345")),
    source="https://www.passport.go.kr/new/eng/ (2026-11-24)",
)
