"""United States employer identification numbers, behind their name, by campus prefix."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import AFTER_NAME, abbreviated, behind, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["US_EIN"]


US_EIN = Detector(
    name="us_ein",
    entity="US_EIN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + near(
            r"(?:(?-i:F?EIN)"
            + AFTER_NAME
            + r"|f?ein(?=[\"']{0,2}[ ]?[:=#]|[ _-]n)|employer[ _-]?id[a-z]*|"
            r"(?:federal[ _-]?)?tax(?:payer)?[ _-]?(?:id[a-z]*|number))",
            r"[0-9]{2}-[0-9]{7}",
        )
        + "|"
        + behind(
            rf"(?:(?-i:F?EIN){AFTER_NAME}|f?ein(?=(?:[\"'][\"'`\]]?)?[ ]?[:=#]|[ _-]n))",
            r"[0-9]{9}",
        )
        + r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *abbreviated("ein"),
        *stems("fein", "employer", "federal", "taxpayer", "taxid", "taxnumber"),
        *stems("tax id", "tax number", "tax_id", "tax_number", "tax-id", "tax-number"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:f?ein|employer[_-]?id(?:entification)?|tax[_-]?id)(?:[_-]?(?:number|num|no))?",
    key_triggers=("ein", "employer", "taxid", "tax_id", "tax-id"),
    validate=is_number("us.ein"),
    validate_key_value=has_digits(9),
    hits=(
        "EIN: 12-3456789",
        "the employer identification number is 91-1144442.",
        "Federal Tax ID 12-3456789",
        "ein=123456789",
    ),
    misses=(
        "12-3456789",
        "EIN: 07-3456789",
        "ein Haus 123456789",
        "protein: 12-3456789",
        "EIN: 12-345678",
        "tax id: pending",
    ),
    key_hits=(("ein", "123456789"), ("company.ein", "12-3456789")),
    key_misses=(("ein", "pending"), ("protein", "123456789"), ("ein", "123")),
    source="https://www.irs.gov/businesses/small-businesses-self-employed/"
    "how-eins-are-assigned-and-valid-ein-prefixes (2026-11-24)",
)
