"""Number plates of vehicles, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind, soon, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["LICENSE_PLATE"]


def _is_plate(text: str) -> bool:
    compact = text.replace(" ", "").replace("-", "")
    return (
        3 <= len(compact) <= 9
        and compact.isalnum()
        and any(map(str.isdigit, compact))
        and any(map(str.isalpha, compact))
    )


LICENSE_PLATE = Detector(
    name="license_plate",
    entity="LICENSE_PLATE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + behind(
            r"(?:(?:licen[cs]e|number|car|vehicle|registration)[ _-]?plates?"
            r"|(?:vehicle|car)[ _-]reg(?:istration|\.)?|kennzeichen"
            r"|plate(?=[ _-]?(?:number|no|\#)))",
            r"(?=[A-Z -]{0,11}[0-9])"
            r"(?:[A-Z0-9]{1,4}[ -]?[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4})?)(?<=[A-Z0-9 -]{4,12})",
        )
        + r"(?![A-Za-z0-9_])(?![.:/-][A-Za-z0-9])"
    ),
    triggers=(
        Trigger("plate", before=13, then="(?:(?<=[ern])|(?<=[ern][ _-]))plate" + soon("0")),
        *stems(*(kind + sign + "reg" for kind in ("vehicle", "car") for sign in " _-")),
        *stems("kennzeichen", "plate n", "plate_n", "plate-n", "plate#", "plate #", "platen"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:(?:licen[cs]e|number|car|vehicle|registration)[_-]?plate"
    r"|plate[_-]?(?:number|no))(?:[_-]?(?:number|num|no))?",
    key_triggers=("plate",),
    validate=_is_plate,
    validate_key_value=_is_plate,
    hits=(
        "license plate: 7ABC123",
        "number plate is AB12 CDE.",
        "Vehicle registration: LD70 XYZ",
        "Kennzeichen B-MW 1234",
    ),
    misses=(
        "7ABC123",
        "license plate: MISSING",
        "licence MIT2",
        "number plates 2026",
        "car 7ABC123",
        "license plate recognition",
    ),
    key_hits=(("license_plate", "7ABC123"), ("vehicle.plateNumber", "ab12 cde")),
    key_misses=(("license_plate", "unknown"), ("template", "7ABC123"), ("plate", "7ABC123")),
    source="https://en.wikipedia.org/wiki/Vehicle_registration_plate (2026-11-24)",
)
