"""American national provider identifiers, behind their name, by the Luhn check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits, luhn_is_valid
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["US_NPI"]

_PREFIX = "80840"
_NAMES = (("national", "provider"), ("provider", "id"), ("provider", "n"))


def _is_npi(text: str) -> bool:
    return luhn_is_valid(_PREFIX + digits_of(text))


US_NPI = Detector(
    name="us_npi",
    entity="US_NPI",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:npis?|national[ _-]?provider(?:[ _-]?id[a-z]*)?|provider[ _-]?(?:id|number|no))",
            r"[12][0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}",
            distance=32,
        )
        + r"(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *stems("npi", value="0000"),
        *stems(*(a + sign + b for a, b in _NAMES for sign in ("", " ", "_", "-")), value="0000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:npi|national[_-]?provider[_-]?id(?:entifier)?)"
    r"(?:[_-]?(?:number|num|no|id))?",
    key_triggers=("npi", "provider"),
    validate=_is_npi,
    validate_key_value=has_digits(10),
    hits=(
        "NPI: 1234567893",
        "the National Provider Identifier is 1245319599.",
        "NPI 1234-567-893",
    ),
    misses=("1234567893", "NPI: 1234567894", "NPI 3234567893", "npi install 12345", "1764000000"),
    key_hits=(("npi", "1234567893"), ("provider.npiNumber", "1245319599")),
    key_misses=(("npi", "none"), ("unpin", "1234567893"), ("npi", "123")),
    source="https://www.cms.gov/Regulations-and-Guidance/Administrative-Simplification/"
    "NationalProvIdentStand (2026-11-24)",
    checksum="Luhn",
)
