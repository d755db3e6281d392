"""French social security numbers (NIR): sex, year, month, place, order and a key mod 97."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import (
    NUMBER_END,
    NUMBER_START,
    exactly,
    near,
    number_triggers,
    stems,
)
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["FR_NIR"]

_is_nir = is_number("fr.nir")
_PLACE = "(?:[0-9]{2}|2[ABab])"
_SIGNS = " .-"


def _is_number(text: str) -> bool:
    compact = text.replace("-", "").replace(" ", "").replace(".", "")
    return len(compact) == 13 or _is_nir(compact)


def _is_number_by_key(text: str) -> bool:
    return has_digits(13, 15)(text.upper().replace("2A", "19").replace("2B", "18"))


# Months from 20 on stand for an unknown or foreign birth record; a bare number has a real one.
FR_NIR = Detector(
    name="fr_nir",
    entity="FR_NIR",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<![-+])(?P<value>"
        rf"{NUMBER_START}[12][0-9]{{2}}(?:0[1-9]|1[0-2]){_PLACE}[0-9]{{6}}"
        rf"[ ]?(?:0[1-9]|[1-8][0-9]|9[0-7]){NUMBER_END}"
        r"|[1-478](?P<sign>[ .-])[0-9]{2}(?P=sign)(?:0[1-9]|1[0-2]|[2-9][0-9])"
        rf"(?P=sign){_PLACE}(?P=sign)[0-9]{{3}}(?P=sign)[0-9]{{3}}[ .-]?"
        r"(?:0[1-9]|[1-8][0-9]|9[0-7]))|"
        + near(
            r"(?:nir|num[e\u00e9]ro[ ]de[ ]s[e\u00e9]cu(?:rit[e\u00e9][ ]sociale)?"
            r"|s[e\u00e9]curit[e\u00e9][ _]sociale|nir?ss|nss|num_?secu|insee)",
            rf"[1-478][ .]?[0-9]{{2}}[ .]?(?:0[1-9]|1[0-2]|[2-9][0-9])[ .]?{_PLACE}"
            r"[ .]?[0-9]{3}[ .]?[0-9]{3}(?:[ ./-]{0,3}(?:0[1-9]|[1-8][0-9]|9[0-7]))?",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *number_triggers("0" * 15),
        *exactly("0000000000000 00"),
        *("00000" + place + "000000" for place in ("0a", "0b")),
        *(
            sign.join(("0", "00", "00", place, "000", "000"))
            for sign in _SIGNS
            for place in ("00", "0a", "0b")
        ),
        *stems("num?ro de s", "numero de s", "numerodes", "num_secu", "numsecu", "insee"),
        *stems("s?curit? sociale", "s?curit?_sociale", "securite sociale", "securite_sociale"),
        *stems("s?curite sociale", "securit? sociale", "s?curite_sociale", "securit?_sociale"),
        *stems("nir", "nss", "niss"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:nir|(?:num(?:ero)?[_-]?)?(?:secu|securite[_-]?sociale)|nss)(?:[_-]?(?:number|num|no))?",
    key_triggers=("nir", "secu", "nss"),
    validate=_is_number,
    validate_key_value=_is_number_by_key,
    hits=(
        "n\u00b0 185057800608392.",
        "assuré 1 85 05 78 006 083 92",
        "185052A00608435",
        "numéro de sécurité sociale : 1850578006083",
        "Numero de secu 1 85 05 78 006 083 - 92",
    ),
    misses=(
        "185057800608393",
        "185137800608392",
        "0.185057800608392",
        "1850578006083",
        "1764000000123",
        "378282246310005",
        "NIR 1850578",
    ),
    key_hits=(("nir", "1850578006083"), ("numero_securite_sociale", "1 85 05 2A 006 083 92")),
    key_misses=(("nir", "inconnu"), ("souvenir", "1850578006083"), ("nss", "3.101")),
    source="https://www.insee.fr/fr/metadonnees/definition/c1409 and "
    "https://fr.wikipedia.org/wiki/Num%C3%A9ro_de_s%C3%A9curit%C3%A9_sociale_en_France "
    "(2026-11-24)",
    checksum="mod 97",
)
