"""German pension insurance numbers: area, birth date, letter, serial, check."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group, Trigger

__all__ = ["DE_SOCIAL_SECURITY"]

_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBER = (
    r"[0-9]{2}[ ]?(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[ ]?[A-Z][ ]?[0-9]{2}[ ]?[0-9]"
)
_THEN = "00[ ]?0{6}[ ]?[a-z][ ]?00[ ]?0(?![a-z0_])"


def _is_insurance_number(text: str) -> bool:
    compact = text.replace(" ", "")
    letter = f"{ord(compact[8].upper()) - ord('A') + 1:02d}"
    digits = compact[:8] + letter + compact[9:11]
    products = (int(d) * weight for d, weight in zip(digits, _WEIGHTS, strict=True))
    return sum(one // 10 + one % 10 for one in products) % 10 == int(compact[11])


def _is_insurance_number_by_key(text: str) -> bool:
    compact = text.replace(" ", "")
    return len(compact) == 12 and compact[8].isalpha() and (compact[:8] + compact[9:]).isdigit()


DE_SOCIAL_SECURITY = Detector(
    name="de_social_security",
    entity="DE_SOCIAL_SECURITY",
    group=Group.PII,
    pattern=r"(?<![A-Za-z0-9_])" + _NUMBER + r"(?![A-Za-z0-9_])",
    triggers=(
        Trigger("00 000000", then=_THEN),
        Trigger("00000000 ", then=_THEN),
        *(Trigger("00000000" + letter, then=_THEN) for letter in _LETTERS),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:(?:renten|sozial)[_-]?versicherungs?[_-]?(?:nummer|nr)|rvnr|sv[_-]?nummer)",
    key_triggers=("versicherung", "rvnr", "svnummer", "sv_nummer", "sv-nummer"),
    validate=_is_insurance_number,
    validate_key_value=_is_insurance_number_by_key,
    hits=(
        "15070649C103",
        "Rentenversicherungsnummer: 65 170839 J 003",
        "SV-Nummer 15 070649 C103.",
    ),
    misses=("15070649C104", "15320649C103", "15070649c103", "A15070649C103", "15070649C1034"),
    key_hits=(("sozialversicherungsnummer", "15070649C104"), ("rvnr", "65 170839 J 003")),
    key_misses=(("rvnr", "unbekannt"), ("sozialversicherungsnummer", "15070649")),
    source="https://de.wikipedia.org/wiki/Versicherungsnummer (2026-11-24)",
    checksum="weights 2-1-2-5-7-1",
)
