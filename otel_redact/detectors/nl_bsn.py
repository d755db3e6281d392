"""Dutch citizen service numbers (BSN), behind their name: one in eleven passes the check."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["NL_BSN"]

NL_BSN = Detector(
    name="nl_bsn",
    entity="NL_BSN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:bsn(?:-?(?:nummer|nr))?|burger[ -]?service[ -]?(?:nummer|nr)|sofi-?(?:nummer|nr))",
            r"[0-9]{9}|[0-9]{4}\.[0-9]{2}\.[0-9]{3}"
            r"|[0-9]{3}(?P<sign>[ .-])[0-9]{3}(?P=sign)[0-9]{3}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *stems("bsn", "burgerservice", "burger service", "burger-service", value="000"),
        *stems("sofin", "sofi-n", value="000"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:bsn(?:[_-]?(?:nummer|number|num|no|nr))?|burger[_-]?service[_-]?(?:nummer|nr)"
    r"|sofi[_-]?(?:nummer|nr))",
    key_triggers=("bsn", "burger", "sofi"),
    validate=is_number("nl.bsn"),
    validate_key_value=has_digits(8, 9),
    priority=1,
    hits=(
        "BSN 205166829",
        "mijn burgerservicenummer is 5634.16.051",
        "bsn: 111222333",
        "BSN-nummer van de klant: 205 166 829.",
    ),
    misses=("205166829", "BSN 205166828", "bsn onbekend", "absn 205166829", "BSN 2051668290"),
    key_hits=(("bsn", "205166828"), ("patient.burgerServiceNummer", "5634.16.051")),
    key_misses=(("bsn", "onbekend"), ("absn", "205166829")),
    source="https://www.rvig.nl/bsn-burgerservicenummer and "
    "https://nl.wikipedia.org/wiki/Burgerservicenummer (2026-11-24)",
    checksum="mod 11",
)
