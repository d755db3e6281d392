"""United States social security numbers, by the rules of area, group and serial."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["US_SSN"]

_AREA, _GROUP, _SERIAL = "(?!000|666|9)[0-9]{3}", "(?!00)[0-9]{2}", "(?!0000)[0-9]{4}"
_HYPHEN = r"[\u2010-\u2013\u2212]"
_GAP = r"[ .\u00a0\u2010-\u2013\u202f-]?"


def _has_nine_digits(text: str) -> bool:
    return len(digits_of(text)) == 9 and len(text) <= 16


# 078-05-1120 is void but is a real person's, printed everywhere: it must go like any other. Five
# and four digits are a ZIP code unless a number stands before them.
US_SSN = Detector(
    name="us_ssn",
    entity="US_SSN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.-])(?P<value>"
        rf"{_AREA}-{_GROUP}-?{_SERIAL}|{_AREA}{_HYPHEN}{_GROUP}{_HYPHEN}{_SERIAL}|{_AREA}\.{_GROUP}\.{_SERIAL}"
        rf"|(?<=[0-9][ ]){_AREA}{_GROUP}-{_SERIAL})|"
        + near(
            r"(?:ssns?|social[ _-]?security|soc[ ]?sec)",
            f"{_AREA}{_GAP}{_GROUP}{_GAP}{_SERIAL}",
        )
        + r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *exactly("000-00-0000", "000.00.0000", "000-000000"),
        Trigger("00000-0000", then=r"(?<=[0][ ])[0]{5}-[0]{4}(?![a-z0_])"),
        "000?00?0000",
        *stems("ssn", "soc sec", "socsec", value="000"),
        *stems(*("social" + sign + "security" for sign in ("", " ", "_", "-")), value="000"),
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
        "078-051121",
        "078.05.1123",
        "219\u201109\u20119999",
        "SSN (last seen on file): 219 09-9999",
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
        "Boston, MA 02110-1301",
        "pages 100-200000",
        "session 219099999",
    ),
    key_hits=(("ssn", "078051120"), ("user.socialSecurityNumber", "078 05 1120")),
    key_misses=(("ssn", "unknown"), ("lesson", "078051120"), ("ssn", "12345")),
    source="https://www.ssa.gov/employer/randomization.html (2026-11-23)",
)
