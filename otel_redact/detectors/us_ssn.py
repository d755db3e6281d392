"""United States social security numbers, by the rules of area, group and serial."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.types import Detector, Group

__all__ = ["US_SSN"]


def _has_nine_digits(text: str) -> bool:
    return len(digits_of(text)) == 9 and len(text) <= 16


# 078-05-1120 is void but is a real person's, printed everywhere: it must go like any other.
US_SSN = Detector(
    name="us_ssn",
    entity="US_SSN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?=[0-9Ss])(?:(?<![A-Za-z0-9_])(?<![0-9][.-])"
        r"(?P<value>(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4})"
        r"|(?i:ssn|social[ _-]?security)(?i:[ _-]?(?:number|num|no\.?|\#))?[\"']?"
        r"(?:[ ]?[:=]|[ ]is)?[ ]?[\"']?"
        r"(?P<value>(?!000|666|9)[0-9]{3}(?P<sign>[ .-]?)(?!00)[0-9]{2}(?P=sign)(?!0000)[0-9]{4})"
        r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *("000-00-0000", "ssn"),
        *("social" + sign + "security" for sign in ("", " ", "_", "-")),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:ssn|social[_-]?security(?:[_-]?(?:number|num|no))?)",
    key_triggers=("ssn", "socialsecurity", "social_security", "social-security"),
    validate_key_value=_has_nine_digits,
    hits=(
        "my ssn 078-05-1120",
        "219-09-9999",
        "SSN: 219099999",
        "social security number is 219 09 9999.",
    ),
    misses=(
        "000-12-3456",
        "666-12-3456",
        "912-12-3456",
        "123-00-4567",
        "123-45-0000",
        "219099999",
        "219 09 9999",
        "2026-11-23",
        "1-219-09-9999-2",
    ),
    key_hits=(("ssn", "078051120"), ("user.socialSecurityNumber", "078 05 1120")),
    key_misses=(("ssn", "unknown"), ("lesson", "078051120"), ("ssn", "12345")),
    source="https://www.ssa.gov/employer/randomization.html (2026-11-23)",
)
