"""Danish CPR numbers behind their name; since 2007 some have no check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["DK_CPR_ASSIGNMENT"]

DK_CPR_ASSIGNMENT = Detector(
    name="dk_cpr_assignment",
    entity="DK_CPR",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:cpr(?:-?(?:nummer|nr))?|personnummer)",
            r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[ -]?[0-9]{4}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=stems("cpr", "personnummer", value="0{6}"),
    starts_word=True,
    key_pattern=KEY_START + r"cpr(?:[_-]?(?:nummer|number|num|no|nr))?",
    key_triggers=("cpr",),
    validate_key_value=has_digits(10),
    hits=("CPR: 0101801234", "cpr-nummer 010180-1234.", "CPR 211062 5629"),
    misses=("010180-1234", "CPR mangler", "cpr 013180-1234x", "CPR training 2024"),
    key_hits=(("cpr", "2110625620"), ("cprNummer", "010180-1234")),
    key_misses=(("cpr", "mangler"), ("cpr", "12")),
    source="https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret (2026-11-24)",
)
