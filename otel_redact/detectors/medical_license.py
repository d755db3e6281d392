"""American drug enforcement registrations of prescribers, by their check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import dea_is_valid, digits_of
from otel_redact.detectors.context import AFTER_NAME, abbreviated, near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["MEDICAL_LICENSE"]

# Registrants' types; of these, practitioners' (A, B, F, G, M, X) may stand alone.
_TYPES = "ABCDEFGHJKLMPRSTUX"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _is_registration(text: str) -> bool:
    digits = text.replace("-", "").replace(" ", "")[2:9]
    return dea_is_valid(digits) and len(set(digits)) > 1


MEDICAL_LICENSE = Detector(
    name="medical_license",
    entity="MEDICAL_LICENSE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_.#/-])(?P<value>[ABFGMX][A-Z][0-9]{7})(?!-)|"
        + near(
            rf"(?:dea{AFTER_NAME}|medical[ _-]?licen[cs]e|drug[ ]enforcement|prescriber)",
            rf"(?i:[{_TYPES}])[A-Za-z9][ -]?[0-9]{{7}}(?:-[A-Za-z0-9]{{1,7}})?",
            distance=32,
        )
        + r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *(Trigger(one + "0000000", before=1, then="[a-z]0{7}(?![a-z0_-])") for one in _LETTERS),
        *abbreviated("dea", value="0{7}"),
        *stems("medical", "drug enforcement", "prescriber", value="0{7}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:dea(?:[_-]?(?:number|num|no|id|registration))?"
    r"|(?:medical|physician)[_-]?licen[cs]e(?:[_-]?(?:number|num|no))?)",
    key_triggers=("dea", "medical", "physician"),
    validate=_is_registration,
    validate_key_value=lambda text: len(text) <= 16 and len(digits_of(text)) >= 5,
    hits=(
        "AB1234563",
        "DEA number: F91234563",
        "prescriber BB1388568 signed",
        "dea=fb5836727",
    ),
    misses=(
        "AB1234564",
        "KB5034441",
        "ab1234563",
        "GH0000000",
        "dead 1234563",
        "AB12345634",
        "DEA AB1234560",
    ),
    key_hits=(("dea_number", "AB1234563"), ("medicalLicense", "A123456")),
    key_misses=(("dea_number", "none"), ("idea", "AB1234564"), ("dea", "AB1")),
    source="https://www.deadiversion.usdoj.gov/drugreg/reg_apps/registration.html and "
    "https://en.wikipedia.org/wiki/DEA_number (2026-11-24)",
    checksum="DEA",
)
