"""United States individual taxpayer identification numbers, by the rules of their groups."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["US_ITIN"]

_GROUP = "(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])"


# A nine and five-digit form, as ZIP+4 codes have it, is none behind anything but a number.
US_ITIN = Detector(
    name="us_itin",
    entity="US_ITIN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.-])(?P<value>"
        rf"9[0-9]{{2}}-{_GROUP}-?[0-9]{{4}}|9[0-9]{{2}}\.{_GROUP}\.[0-9]{{4}}"
        rf"|(?<=[0-9][ ])9[0-9]{{2}}{_GROUP}-[0-9]{{4}})|"
        + near(
            r"(?:itins?|(?:individual[ ])?tax[ _-]?payer[ _-]?id(?:entification)?|tax[ _-]?id)",
            rf"9[0-9]{{2}}[ .-]?{_GROUP}[ .-]?[0-9]{{4}}",
        )
        + r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *exactly("000-00-0000", "000-000000", "000.00.0000"),
        Trigger("00000-0000", then=r"(?<=[0][ ])[0]{5}-[0]{4}(?![a-z0_])"),
        *stems("itin", "individual tax", "taxpayer", "tax payer", "tax_payer", "tax-payer"),
        *stems("tax id", "tax_id", "tax-id", "taxid"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"itin(?:[_-]?(?:number|num|no))?",
    key_triggers=("itin",),
    validate_key_value=has_digits(9),
    hits=(
        "filed under 911-70-1234 today",
        "911-701234",
        "number 1 91170-1234",
        "ITIN: 911701234",
        "her taxpayer identification number is 912 94 1234.",
    ),
    misses=(
        "911-89-1234",
        "911-93-1234",
        "811-70-1234",
        "911701234",
        "Redmond, WA 98052-6399",
        "98052-6399",
        "911-70-12345",
        "waiting 911701234",
    ),
    key_hits=(("itin", "911701234"), ("user.itinNumber", "911-70-1234")),
    key_misses=(("itin", "none"), ("waiting", "911701234"), ("itin", "1234")),
    source="https://www.irs.gov/individuals/international-taxpayers/"
    "individual-taxpayer-identification-number-itin (2026-11-24)",
)
