"""German identity card numbers, behind their name; the tenth digit is a check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["DE_ID_CARD"]

_CHARACTERS = "CFGHJKLMNPRTVWXYZ0-9"


def _is_card(text: str) -> bool:
    serial, check = text[:9].upper(), text[9:10]
    values = (int(character, 36) for character in serial)
    total = sum(value * weight for value, weight in zip(values, (7, 3, 1) * 3, strict=True))
    # There are no vowels: nine of the letters and a check digit are no word.
    return total % 10 == int(check) if check else len(digits_of(serial)) >= 2


def _is_card_by_key(text: str) -> bool:
    return len(text) in (9, 10, 11) and text.isalnum() and len(digits_of(text)) >= 1


DE_ID_CARD = Detector(
    name="de_id_card",
    entity="DE_ID_CARD",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:(?:personal)?ausweis-?(?:nummer|nr|id)?|perso(?=[ :])|id[ _-]?card"
            r"|identity[ _-]card)",
            rf"(?i:[LMNPRTVWXY](?=[A-Z0-9]{{0,8}}[0-9])[{_CHARACTERS}]{{8}}(?:[0-9]D?)?|[0-9]{{10}}D)",
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=(
        *stems("personalausweis", "ausweis"),
        *stems("perso ", "perso:"),
        *stems(*("id" + sign + "card" for sign in ("", " ", "_", "-"))),
        *stems(*("identity" + sign + "card" for sign in " _-")),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:personal)?ausweis[_-]?(?:nummer|nr|id)?",
    key_triggers=("ausweis",),
    validate=_is_card,
    validate_key_value=_is_card_by_key,
    hits=(
        "Personalausweis: T220001293",
        "Ausweisnummer L01X00T47",
        "Mein Personalausweis hat die Nummer L01X00T471.",
    ),
    misses=("T220001293", "Personalausweis: T220001294", "Ausweis: vorhanden", "ausweis NNNNNNNNN"),
    key_hits=(("personalausweisnummer", "T220001294"), ("ausweis_nr", "L01X00T47")),
    key_misses=(("ausweis", "vorhanden"), ("personalausweis", "T22")),
    source="https://www.personalausweisportal.de/Webs/PA/DE/startseite/startseite-node.html and "
    "https://de.wikipedia.org/wiki/Ausweisnummer (2026-11-24)",
    checksum="weights 7-3-1",
)
