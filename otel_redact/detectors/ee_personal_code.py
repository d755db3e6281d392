"""Estonian personal codes (isikukood), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["EE_PERSONAL_CODE"]

EE_PERSONAL_CODE = Detector(
    name="ee_personal_code",
    entity="EE_PERSONAL_CODE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:isikukood(?:i|iga)?|personal[ _-]?(?:identification[ _-]?)?code)",
            r"[1-8][0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{4}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *stems("isikukood", "personalcode", "personalidentification", value="0{11}"),
        *stems(*("personal" + sign + "code" for sign in " _-"), value="0{11}"),
        *stems(*("personal" + sign + "identification" for sign in " _-"), value="0{11}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"isikukood",
    key_triggers=("isikukood",),
    validate=is_number("ee.ik"),
    validate_key_value=has_digits(11),
    hits=("isikukood 39005120327", "Isikukood: 39005120850", "personal code 39005120327."),
    misses=("39005120327", "isikukood 39005120328", "isikukood puudub", "personal 39005120327"),
    key_hits=(("isikukood", "39005120328"), ("user.isikukood", "39005120327")),
    key_misses=(("isikukood", "puudub"), ("isikukood", "390")),
    source="https://www.siseministeerium.ee/en/activities/population-procedures/personal-"
    "identification-code (2026-11-24)",
    checksum="mod 11",
)
