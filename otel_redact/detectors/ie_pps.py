"""Irish personal public service numbers, behind their name, by their check letter."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import AFTER_NAME, abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["IE_PPS"]


# Standing alone it would be any hexadecimal number or size: ``1048576B``.
IE_PPS = Detector(
    name="ie_pps",
    entity="IE_PPS",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            rf"(?:ppsn?{AFTER_NAME}|personal[ ]public[ ]service)",
            r"[0-9]{7}[ -]?[A-Wa-w][A-BHTWXa-bhtwx]?",
        )
        + r"(?![A-Za-z0-9_])(?!-[A-Za-z0-9])"
    ),
    triggers=(
        *stems("ppsn", "personal public", value="0{7}"),
        *abbreviated("pps", value="0{7}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"ppsn?(?:[_-]?(?:number|num|no))?",
    key_triggers=("pps",),
    validate=is_number("ie.pps"),
    validate_key_value=lambda text: len(text) <= 11 and len(digits_of(text)) == 7,
    hits=(
        "PPS number 6433435F",
        "PPSN: 6433435OA",
        "her personal public service number is 1234567T.",
    ),
    misses=("6433435F", "PPS 6433435E", "apps 6433435F", "pps 6433435", "PPSN: pending"),
    key_hits=(("pps", "6433435F"), ("employee.ppsNumber", "1234567a")),
    key_misses=(("pps", "none"), ("apps", "6433435F"), ("ppsn", "64F")),
    source="https://www.gov.ie/en/department-of-social-protection/services/"
    "get-a-personal-public-service-pps-number (2026-11-24)",
    checksum="mod 23",
)
