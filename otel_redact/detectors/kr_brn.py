"""Korean business registration numbers, with dashes and by check digit, or by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["KR_BRN"]

_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


def _is_brn(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    total = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return (total + digits[8] * 5 // 10 + digits[9]) % 10 == 0


KR_BRN = Detector(
    name="kr_brn",
    entity="KR_BRN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>[1-9][0-9]{2}-[0-9]{2}-[0-9]{5})|"
        + near(
            r"(?:brn|business[ _-]registration)",
            r"[1-9][0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{5}",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000-00-00000"),
        *stems("brn", *("business" + sign + "registration" for sign in " _-"), value="000[ -]?00"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:brn|business[_-]?registration(?:[_-]?(?:number|num|no))?)",
    key_triggers=("brn", "business"),
    validate=_is_brn,
    validate_key_value=has_digits(10),
    hits=("220-81-62517", "사업자등록번호: 124-81-00998", "BRN 2208162517"),
    misses=("220-81-62518", "2208162517", "044-92-17140", "brn missing"),
    key_hits=(("brn", "2208162518"), ("businessRegistrationNumber", "220-81-62517")),
    key_misses=(("brn", "missing"), ("auburn", "2208162517")),
    source="https://en.wikipedia.org/wiki/VAT_identification_number and "
    "https://www.nts.go.kr/ (2026-11-24)",
    checksum="weights 1-3-7",
)
