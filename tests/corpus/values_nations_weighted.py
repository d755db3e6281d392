"""Numbers that states give, whose check digit is a weighted sum that no library has."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.corpus.template import Format, fill

__all__ = ["WEIGHTED"]

_GERMAN = "0123456789CFGHJKLMNPRTVWXYZ"
_TAIWAN_AREAS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"


def _value(sign: str) -> int:
    return int(sign) if sign.isdigit() else ord(sign) - ord("A") + 10


def _sum(values: Sequence[int], weights: Sequence[int]) -> int:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))


def _digit_sums(values: Sequence[int], weights: Sequence[int]) -> int:
    products = (value * weight for value, weight in zip(values, weights, strict=True))
    return sum(product // 10 + product % 10 for product in products)


def _german_card(first: str, source: random.Random) -> str:
    """Return serial and check digit by ICAO 9303: weights 7, 3, 1."""
    serial = source.choice(first) + "".join(source.choices(_GERMAN, k=8))
    return serial + str(_sum([_value(sign) for sign in serial], (7, 3, 1) * 3) % 10)


def _pension(source: random.Random) -> str:
    """Return a pension insurance number, VKVV § 4: the letter counts as two digits."""
    head, letter, serial = (
        fill("65{dd}{mm}{yy}", source),
        source.choice("ABKMSW"),
        fill("{d:2}", source),
    )
    digits = [int(sign) for sign in f"{head}{ord(letter) - 64:02d}{serial}"]
    return f"{head}{letter}{serial}{_digit_sums(digits, (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)) % 10}"


def _health(source: random.Random) -> str:
    """Return a health insurance number: the letter counts as two digits, weights 1, 2."""
    letter, digits = source.choice("ABKMSW"), fill("{d:8}", source)
    values = [int(sign) for sign in f"{ord(letter) - 64:02d}{digits}"]
    return f"{letter}{digits}{_digit_sums(values, (1, 2) * 5) % 10}"


def _spanish_affiliation(source: random.Random) -> str:
    province, number = source.randint(1, 52), source.randint(10_000_000, 99_999_999)
    return f"{province:02d}{number}{int(f'{province}{number}') % 97:02d}"


def _hong_kong(source: random.Random) -> str:
    letter, digits = source.choice("ACDEGKMPRVYZ"), fill("{d:6}", source)
    total = 36 * 9 + _sum([_value(sign) for sign in letter + digits], (8, 7, 6, 5, 4, 3, 2))
    check = -total % 11
    return f"{letter}{digits}({'A' if check == 10 else check})"


def _korean_foreigner(source: random.Random) -> str:
    digits = fill("{yy}{mm}{dd}", source) + source.choice("5678") + fill("{d:5}", source)
    total = _sum([int(sign) for sign in digits], (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5))
    return f"{digits[:6]}-{digits[6:]}{(13 - total % 11) % 10}"


def _taiwan(source: random.Random) -> str:
    letter = source.choice(_TAIWAN_AREAS)
    digits = source.choice("1289") + fill("{d:7}", source)
    area = _TAIWAN_AREAS.index(letter) + 10
    values = [area // 10, area % 10, *(int(sign) for sign in digits)]
    return letter + digits + str(-_sum(values, (1, 9, 8, 7, 6, 5, 4, 3, 2, 1)) % 10)


def _polish_card(source: random.Random) -> str:
    letters, digits = fill("{u:3}", source), fill("{d:5}", source)
    values = [_value(sign) for sign in letters + digits]
    return f"{letters}{_sum(values, (7, 3, 1, 7, 3, 1, 7, 3)) % 10}{digits}"


def _korean_firm(source: random.Random) -> str:
    """Return a business registration number by the tax service's check digit."""
    digits = [int(sign) for sign in fill("1{d:1}{D:1}{d:2}8{d:3}", source)]
    total = _sum(digits, (1, 3, 7, 1, 3, 7, 1, 3, 5)) + digits[8] * 5 // 10
    text = "".join(map(str, digits)) + str(-total % 10)
    return f"{text[:3]}-{text[3:5]}-{text[5:]}"


WEIGHTED: dict[str, tuple[Format, ...]] = {
    "de_id_card": (
        lambda source: f"Personalausweisnummer: «{_german_card('LMNPRTVWXY', source)}»",
        lambda source: f"@personalausweisnummer «{_german_card('LMNPRTVWXY', source)}»",
    ),
    "de_passport": (
        lambda source: f"Reisepassnummer: «{_german_card('CFGHJK', source)}»",
        lambda source: f"@reisepassnummer «{_german_card('CFGHJK', source)}»",
    ),
    "de_social_security": (
        _pension,
        lambda source: f"Sozialversicherungsnummer: «{_pension(source)}»",
    ),
    "de_health_insurance": (lambda source: f"Krankenversichertennummer: «{_health(source)}»",),
    "de_tax_number": ("Steuernummer: «{d:2}/{d:3}/{d:5}»", "Steuernummer «{d:3}/{d:3}/{d:5}»"),
    "es_passport": ("número de pasaporte: «{u:3}{d:6}»", "Pasaporte: «{u:3}{d:6}»"),
    "es_social_security": (
        lambda source: f"NUSS: «{_spanish_affiliation(source)}»",
        lambda source: f"número de la seguridad social: «{_spanish_affiliation(source)}»",
    ),
    "it_passport": ("passaporto: «{u:2}{d:7}»", "numero di passaporto «{u:2}{d:7}»"),
    "it_driver_license": ("patente: «U1{un:7}{u:1}»", "patente di guida: «{u:2}{d:7}{u:1}»"),
    "it_identity_card": ("carta d'identità: «C{u:1}{d:5}{u:2}»", "carta di identità «{u:2}{d:7}»"),
    "pl_identity_card": (
        lambda source: f"dowód osobisty: «{_polish_card(source)}»",
        lambda source: f"numer dowodu: «{_polish_card(source)}»",
    ),
    "hk_id": (_hong_kong, lambda source: f"HKID: «{_hong_kong(source)}»"),
    "id_nik": ("NIK: «3273{mm}{dd}{mm}{yy}{d:4}»", "@nik «3171{mm}{dd}{mm}{yy}{d:4}»"),
    "kr_frn": (_korean_foreigner, lambda source: f"외국인등록번호: «{_korean_foreigner(source)}»"),
    "kr_passport": ("여권번호: «M{d:8}»", "Korean passport number: «M{d:3}A{d:4}»"),
    "kr_driver_license": ("11-{yy}-{d:6}-{d:2}", "운전면허번호: «28-{yy}-{d:6}-{d:2}»"),
    "kr_brn": (_korean_firm, lambda source: f"사업자등록번호: «{_korean_firm(source)}»"),
    "tw_id": (_taiwan, lambda source: f"身分證字號：«{_taiwan(source)}»"),
    "br_rg": ("RG: «{D:1}{d:1}.{d:3}.{d:3}-{d:1}»", "@rg «{D:1}{d:1}.{d:3}.{d:3}-{d:1}»"),
}
