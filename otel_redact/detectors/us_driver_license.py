"""Driving licence numbers of the United States, Canada and others, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, soon, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["US_DRIVER_LICENSE"]

# Letters before digits in most states; Washington and New Hampshire mix them.
_NUMBER = (
    r"(?!(?:19|20)[0-9]{2}[/.-][0-9])(?!(?:19|20)[0-9]{2}(?![0-9A-Za-z-]))"
    r"(?:WDL(?=[A-Z*]{0,8}[0-9])[A-Z0-9*]{9}"
    r"|(?=[A-Z0-9]{1,11}\*)(?=[A-Z*]{1,11}[0-9])[A-Z][A-Z0-9*]{11}"
    r"|[A-Za-z]{0,3}[0-9][A-Za-z0-9]{0,13}(?:[ -](?=[0-9]{2})[0-9]{2,8}){0,5}(?:-[0-9])?)"
    r"(?![A-Za-z0-9_*])(?![./:][0-9])"
)
_THEN = r"(?:driver|driving|operator)(?:\\*['?])?s?(?:\\*['?])?[ _-]?lic" + soon("0")


def _is_license(text: str) -> bool:
    return (
        len(digits_of(text)) >= 5
        and 6 <= len(text) <= 22
        and text.replace("-", "").replace(" ", "").isalnum()
    ) or (len(text) == 12 and text[0].isalpha() and (text[:3] == "WDL" or 0 < text.count("*") < 6))


# A value in capitals or of digits may stand some words behind the name.
US_DRIVER_LICENSE = Detector(
    name="us_driver_license",
    entity="US_DRIVER_LICENSE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:(?:driv(?:er|ing)|operator)['\u2019]?s?['\u2019]?[ _-]?(?:licen[cs]e|lic\.?)"
            r"(?:[ _-]?(?:numbers?|num|no\.?|id|\#))?"
            r"|(?:dl|d\.l\.)(?:[ ]?\#|[ _-]?(?:no\.?|num|number))|dln(?=[ ]?[:=#])"
            r"|dl(?=[ ]?[:=][ ]?[A-Za-z][0-9]{6}))",
            _NUMBER,
            distance=25,
        )
    ),
    triggers=(
        *(Trigger(who, then=_THEN) for who in ("driver", "driving", "operator")),
        *stems("dln", "d.l.", "dl#", "dl n", "dl #", "dl-n", "dl_n", "dl:", "dl=", "dl :", "dl ="),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:(?:drivers?|driving)[_-]?licen[cs]e(?:[_-]?(?:number|num|no|id))?|dl[_-]?(?:number|no))",
    key_triggers=("driver", "driving", "dl"),
    validate=_is_license,
    validate_key_value=_is_license,
    hits=(
        "driver's license: A1234567",
        "Driver License Number S530-460-61-750-0",
        "DL# T64235789.",
        "his driver\u2019s licence (Ontario) is D6101-40706-60905",
        "drivers license number 12ABC34567",
        "driver license AA1B2**9ABA7 (WA)",
        "DL: D1234567",
    ),
    misses=(
        "A1234567",
        "driver license exam on 2026-11-23",
        "driver version 535.129.03",
        "DL: 1234567 bytes",
        "driver's license required",
        "driver: postgres1234567",
    ),
    key_hits=(("driver_license", "A1234567"), ("driversLicenseNumber", "12 345 678")),
    key_misses=(("driver_license", "expired"), ("driver", "A1234567"), ("driver_license", "C1")),
    source="https://www.aamva.org/identity/anti-fraud/ds-id-card-design-standard and "
    "https://ntsi.com/drivers-license-format (2026-11-24)",
)
