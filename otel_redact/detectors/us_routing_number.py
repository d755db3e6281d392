"""American bank routing numbers, behind their name, by their check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import AFTER_NAME, abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["US_ROUTING_NUMBER"]


_has_check_digit = is_number("us.rtn")


def _is_routing_number(text: str) -> bool:
    return _has_check_digit(digits_of(text))


US_ROUTING_NUMBER = Detector(
    name="us_routing_number",
    entity="ABA_ROUTING_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            rf"(?:routing|(?:aba|rtn){AFTER_NAME}|bank[ ]transit|transit)",
            r"(?:0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]",
            distance=32,
        )
        + r"(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *stems("routing", "transit", "bank transit", value="0000"),
        *abbreviated("aba", "rtn", value="0000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:(?:aba|bank)[_-]?)?(?:routing|rtn|aba)(?:[_-]?(?:number|num|no))?"
    r"|(?:routing|aba)[_-]?transit[_-]?number",
    key_triggers=("routing", "rtn", "aba"),
    validate=_is_routing_number,
    validate_key_value=has_digits(9),
    hits=(
        "routing number 021000021",
        "ABA: 121000358",
        "ABA routing # 3222-7162-7",
        '"routing_number": "011401533"',
    ),
    misses=(
        "021000021",
        "routing number 021000022",
        "routing 1764000000",
        "rerouting 021000021",
        "ABA-PRO 99999",
    ),
    key_hits=(("routing_number", "021000021"), ("bank.abaNumber", "121000358")),
    key_misses=(("routing_key", "021000021"), ("routing_number", "unknown"), ("aba", "12")),
    source="https://www.aba.com/about-us/routing-number and "
    "https://en.wikipedia.org/wiki/ABA_routing_transit_number (2026-11-24)",
    checksum="weights 3-7-1",
)
