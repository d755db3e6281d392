"""More numbers that states give: Latin America, the Baltics, the Balkans, Asia."""

from __future__ import annotations

import random

from tests.corpus.checked import checked, with_digits
from tests.corpus.template import Format

__all__ = ["MORE_NATIONS"]


def _emirates(source: random.Random) -> str:
    text = with_digits("luhn", "calc_check_digit", "784{yyyy}{d:7}")(source)
    return f"{text[:3]}-{text[3:7]}-{text[7:14]}-{text[14]}"


def _pis(source: random.Random) -> str:
    digits = [1, *(source.randrange(10) for _ in range(9))]
    rest = sum(d * w for d, w in zip(digits, (3, 2, 9, 8, 7, 6, 5, 4, 3, 2), strict=True)) % 11
    text = "".join(map(str, (*digits, 0 if rest < 2 else 11 - rest)))
    return f"{text[:3]}.{text[3:8]}.{text[8:10]}-{text[10]}"


def _taj(source: random.Random) -> str:
    digits = [source.randrange(10) for _ in range(8)]
    check = sum(digit * (3, 7)[at % 2] for at, digit in enumerate(digits)) % 10
    text = "".join(map(str, (*digits, check)))
    return f"{text[:3]} {text[3:6]} {text[6:]}"


def _hungarian_tax(source: random.Random) -> str:
    while True:
        digits = [8, source.randint(2, 4), *(source.randrange(10) for _ in range(7))]
        check = sum(digit * at for at, digit in enumerate(digits, 1)) % 11
        if check < 10:
            return "".join(map(str, (*digits, check)))


def _snils(source: random.Random) -> str:
    """Return a number above 001-001-998, from which on the check sum applies."""
    text = f"{source.randint(2_000_000, 199_999_999):09d}"
    check = sum(int(digit) * (9 - at) for at, digit in enumerate(text)) % 101 % 100
    return f"{text[:3]}-{text[3:6]}-{text[6:]} {check:02d}"


MORE_NATIONS: dict[str, tuple[Format, ...]] = {
    "ae_emirates_id": (
        _emirates,
        lambda source: f"Emirates ID: «{_emirates(source)}»",
    ),
    "ar_dni": (
        checked("ar.dni", "DNI: «{d:2}.{d:3}.{d:3}»"),
        checked("ar.dni", "@dni «{D:1}{d:7}»"),
    ),
    "br_pis": (lambda source: f"PIS: «{_pis(source)}»",),
    "co_cedula": ("cédula: «{D:1}{d:9}»", "cédula de ciudadanía «{D:1}{d:7}»"),
    "co_nit": (checked("co.nit", "NIT: «8{d:8}-{d:1}»"),),
    "do_cedula": (checked("do.cedula", "{d:3}-{d:7}-{d:1}"),),
    "ee_personal_code": (checked("ee.ik", "isikukood: «3{yy}{mm}{dd}{d:4}»"),),
    "eu_vat_id": (
        checked("fr.tva", "FR{d:11}"),
        checked("nl.btw", "NL{d:9}B01"),
        checked("be.vat", "BE0{d:9}"),
        checked("es.nif", "ESB{d:8}"),
        checked("at.uid", "ATU{d:8}"),
        checked("ie.vat", "VAT: «IE{d:7}{u:1}»"),
    ),
    "gr_afm": (checked("gr.vat", "ΑΦΜ: «{d:9}»"), checked("gr.vat", "AFM: «{d:9}»")),
    "hr_oib": (checked("hr.oib", "OIB: «{d:11}»"),),
    "hu_taj": (lambda source: "TAJ: «" + _taj(source) + "»",),
    "hu_tax_id": (lambda source: "adóazonosító jel: «" + _hungarian_tax(source) + "»",),
    "is_kennitala": (checked("is_.kennitala", "kennitala: «{dd}{mm}{yy}-{d:4}»"),),
    "lt_personal_code": (checked("lt.asmens", "asmens kodas: «3{yy}{mm}{dd}{d:4}»"),),
    "lv_personal_code": (checked("lv.pvn", "{dd}{mm}{yy}-1{d:4}"),),
    "pk_cnic": ("35202-{d:7}-{D:1}", "42101-{d:7}-{D:1}", "CNIC: «35202{d:7}{D:1}»"),
    "ru_inn": (checked("ru.inn", "ИНН: «77{d:8}»"), checked("ru.inn", "INN: «50{d:10}»")),
    "ru_snils": (
        _snils,
        lambda source: "СНИЛС: «" + _snils(source) + "»",
    ),
    "sa_national_id": (
        checked("luhn", "Saudi national ID: «1{d:9}»"),
        checked("luhn", "iqama number: «2{d:9}»"),
    ),
    "si_emso": (checked("si.emso", "EMŠO: «{dd}{mm}98{d:1}50{d:4}»"),),
    "ua_tax_number": (
        checked("ua.rntrc", "РНОКПП: «{D:1}{d:9}»"),
        checked("ua.rntrc", "ІПН «{D:1}{d:9}»"),
    ),
    "ve_rif": (checked("ve.rif", "V-{d:8}-{d:1}"), checked("ve.rif", "RIF: «J-{d:8}-{d:1}»")),
    "vn_cccd": ("CCCD: «001{d:9}»", "số căn cước công dân: «079{d:9}»"),
}
