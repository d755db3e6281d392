"""Numbers of mobile devices (IMEI), behind their name, by the Luhn check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits, luhn_is_valid
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["IMEI"]


def _is_imei(text: str) -> bool:
    digits = digits_of(text)
    return len(digits) == 16 or luhn_is_valid(digits)


IMEI = Detector(
    name="imei",
    entity="IMEI",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:imei(?:sv)?s?|meid)(?:[12])?",
            r"[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{1,2}",
            distance=24,
        )
        + r"(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=stems("imei", "meid", value="00[ -]?0000"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:imei|meid)(?:sv)?[12]?(?:[_-]?(?:number|num|no))?",
    key_triggers=("imei", "meid"),
    validate=_is_imei,
    validate_key_value=has_digits(14, 15, 16),
    hits=("IMEI: 490154203237518", "imei number 49-015420-323751-8", "IMEI 35-209900-176148-1."),
    misses=("490154203237518", "IMEI 490154203237519", "IMEI: none", "timei 490154203237518"),
    key_hits=(("imei", "490154203237518"), ("device.imeiNumber", "35-209900-176148-1")),
    key_misses=(("imei", "none"), ("time", "490154203237518"), ("imei", "49")),
    source="https://www.gsma.com/newsroom/wp-content/uploads/TS.06-v16.0.pdf (2026-11-24)",
    checksum="Luhn",
)
