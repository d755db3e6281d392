"""German passport numbers, behind their name; the tenth digit is a check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["DE_PASSPORT"]

_CHARACTERS = "CFGHJKLMNPRTVWXYZ0-9"


def _is_passport(text: str) -> bool:
    serial, check = text[:9].upper(), text[9:10]
    values = (int(character, 36) for character in serial)
    total = sum(value * weight for value, weight in zip(values, (7, 3, 1) * 3, strict=True))
    # There are no vowels: nine of the letters and a check digit are no word.
    return total % 10 == int(check) if check else len(digits_of(serial)) >= 2


def _is_passport_by_key(text: str) -> bool:
    return len(text) in (9, 10) and text.isalnum() and len(digits_of(text)) >= 1


DE_PASSPORT = Detector(
    name="de_passport",
    entity="DE_PASSPORT",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:reisepass-?(?:nummer|nr)?|pass-?(?:nummer|nr)|passport)",
            rf"(?i:[CFGHJK](?=[A-Z0-9]{{0,8}}[0-9])[{_CHARACTERS}]{{8}}[0-9]?)",
            distance=30,
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=stems("reisepass", "passnummer", "pass-nummer", "passnr", "pass-nr", "passport"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:reisepass(?:[_-]?(?:nummer|nr))?|pass[_-]?(?:nummer|nr))",
    key_triggers=("reisepass", "passn", "pass_n", "pass-n"),
    validate=_is_passport,
    validate_key_value=_is_passport_by_key,
    priority=2,
    hits=(
        "Reisepass: C01X00T478",
        "Passnummer C01X0006H",
        "German passport number CF1234567.",
    ),
    misses=("C01X00T478", "Reisepass: C01X00T479", "Reisepass: abgelaufen", "passport CHARACTER"),
    key_hits=(("reisepass", "C01X00T479"), ("passNummer", "C01X0006H")),
    key_misses=(("reisepass", "abgelaufen"), ("reisepass", "C01")),
    source="https://de.wikipedia.org/wiki/Ausweisnummer (2026-11-24)",
    checksum="weights 7-3-1",
)
