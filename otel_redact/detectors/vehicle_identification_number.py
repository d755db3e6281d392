"""Vehicle identification numbers (VIN), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import AFTER_NAME, abbreviated, near, stems
from otel_redact.types import Detector, Group

__all__ = ["VEHICLE_IDENTIFICATION_NUMBER"]


def _is_vin(text: str) -> bool:
    return len(digits_of(text)) >= 4 and not text.isdigit()


def _is_vin_by_key(text: str) -> bool:
    return len(text) == 17 and text.isascii() and text.isalnum() and _is_vin(text)


# European ones have no check digit.
VEHICLE_IDENTIFICATION_NUMBER = Detector(
    name="vehicle_identification_number",
    entity="VEHICLE_IDENTIFICATION_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            rf"(?:vin{AFTER_NAME}|vehicle[ _-]?id[a-z]*|chassis)",
            r"(?:[A-HJ-NPR-Z0-9]{17}|[a-hj-npr-z0-9]{17})",
            distance=24,
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=(
        *abbreviated("vin", value="[a-z0]{17}"),
        *stems("vehicle", "chassis", value="[a-z0]{17}"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:vin|vehicle[_-]?id(?:entification)?|chassis)(?:[_-]?(?:number|num|no))?",
    key_triggers=("vin", "vehicle", "chassis"),
    validate=_is_vin,
    validate_key_value=_is_vin_by_key,
    hits=(
        "VIN: 1HGCM82633A004352",
        "vehicle identification number is WVWZZZ1JZ3W386752.",
        "vin=1m8gdm9axkp042788",
    ),
    misses=(
        "1HGCM82633A004352",
        "VIN: 1HGCM82633A00435",
        "vin 12345678901234567",
        "driving 1HGCM82633A004352",
        "VIN: 1HGCM82633A0O4352",
    ),
    key_hits=(("vin", "1HGCM82633A004352"), ("vehicleIdentificationNumber", "WVWZZZ1JZ3W386752")),
    key_misses=(("vin", "none"), ("vintage", "1HGCM82633A004352"), ("vin", "1HGCM8263")),
    source="https://www.iso.org/standard/52200.html and "
    "https://en.wikipedia.org/wiki/Vehicle_identification_number (2026-11-24)",
)
