"""Austrian social insurance numbers: serial, check digit, birth date; behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["AT_SVNR"]

AT_SVNR = Detector(
    name="at_svnr",
    entity="AT_SVNR",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:svnr|sv-?(?:nummer|nr)|vsnr|(?:sozial)?versicherungs-?(?:nummer|nr)|e-?card)",
            r"[1-9][0-9]{3}[ /-]?(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-9])[0-9]{2}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=stems(
        "svn",
        "sv-n",
        "vsnr",
        "sozialversicherungs",
        "versicherungs",
        "ecard",
        "e-card",
        value="0000",
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:sv[_-]?(?:nummer|nr)|vsnr|(?:sozial)?versicherungs[_-]?(?:nummer|nr))",
    key_triggers=("svn", "sv_n", "sv-n", "vsnr", "versicherungs"),
    validate=is_number("at.vnr"),
    validate_key_value=has_digits(10),
    hits=("SVNR 5385010180", "Sozialversicherungsnummer: 3515 010180", "SV-Nummer 5385 010180."),
    misses=("5385010180", "SVNR 5385010181", "SVNR folgt", "svnr 5385 320180"),
    key_hits=(("svnr", "5385010181"), ("sozialversicherungs_nummer", "3515 010180")),
    key_misses=(("svnr", "folgt"), ("svnr", "5385")),
    source="https://de.wikipedia.org/wiki/Sozialversicherungsnummer (2026-11-24)",
    checksum="mod 11",
)
