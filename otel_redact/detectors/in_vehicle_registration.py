"""Indian number plates, by their state: ``KA 01 AB 1234``."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.types import Detector, Group, Trigger

__all__ = ["IN_VEHICLE_REGISTRATION"]

_STATES = (
    "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ "
    "SK TN TR TS UK UP WB"
)

_THEN = "[a-z]{2}(?P<sign>[ -]?)00(?P=sign)[a-z]{1,3}(?P=sign)0000(?![a-z0_])"

IN_VEHICLE_REGISTRATION = Detector(
    name="in_vehicle_registration",
    entity="IN_VEHICLE_REGISTRATION",
    group=Group.PII,
    pattern=(
        rf"(?<![A-Za-z0-9])(?<![A-Za-z0-9_-])(?:{'|'.join(_STATES.split())})"
        r"(?P<sign>[ -]?)[0-9]{2}(?P=sign)[A-Z]{1,3}(?P=sign)(?!0000)[0-9]{4}"
        r"(?![A-Za-z0-9_])(?!-[A-Za-z0-9])(?!\.[0-9])"
    ),
    triggers=tuple(
        Trigger(state.lower() + sign + "00" + sign, then=_THEN)
        for state in _STATES.split()
        for sign in ("", " ", "-")
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:vehicle[_-]?(?:registration|reg)|number[_-]?plate)(?:[_-]?(?:number|num|no))?",
    key_triggers=("vehicle", "plate"),
    validate_key_value=lambda text: (
        text[:2].isalpha() and text[:2].upper() in _STATES and len(digits_of(text)) in (5, 6)
    ),
    hits=("KA01AB1234", "taxi MH 12 DE 1433 left", "DL-03-C-1234."),
    misses=("XX01AB1234", "ka01ab1234", "KA01AB0000", "UKA01AB1234", "KA01AB12345", "KA 01 1234"),
    key_hits=(("vehicle_registration", "KA01AB1234"), ("vehicleRegNo", "mh 12 de 1433")),
    key_misses=(
        ("vehicle_registration", "expired"),
        ("vehicle", "ka01ab1234"),
        ("number_plate", "7ABC123"),
    ),
    source="https://en.wikipedia.org/wiki/Vehicle_registration_plates_of_India (2026-11-24)",
)
