"""Numbers that states give to people and firms, valid by the issuers' check digits."""

from __future__ import annotations

import random

from tests.corpus.checked import checked, with_digits
from tests.corpus.template import Format

__all__ = ["NATIONS"]


def _medicare(source: random.Random) -> str:
    """Return a card number: eight digits, their weighted sum, issue and person number."""
    digits = [source.randint(2, 6), *(source.randrange(10) for _ in range(7))]
    check = sum(d * w for d, w in zip(digits, (1, 3, 7, 9, 1, 3, 7, 9), strict=True)) % 10
    text = "".join(map(str, (*digits, check, source.randint(1, 9))))
    return f"{text[:4]} {text[4:9]} {text[9]}" if source.random() < 0.5 else text


def _nric(source: random.Random) -> str:
    """Return an identity card number; the check letter is by the registrar's weighted sum."""
    kind = source.choice("STFG")
    digits = [source.randrange(10) for _ in range(7)]
    total = sum(d * w for d, w in zip(digits, (2, 7, 6, 5, 4, 3, 2), strict=True))
    letters = "JZIHGFEDCBA" if kind in "ST" else "XWUTRQPNMLK"
    return kind + "".join(map(str, digits)) + letters[(total + 4 * (kind in "TG")) % 11]


NATIONS: dict[str, tuple[Format, ...]] = {
    "uk_nhs": (
        checked("gb.nhs", "NHS number: «{d:3} {d:3} {d:4}»"),
        checked("gb.nhs", "NHS No «{d:10}»"),
        checked("gb.nhs", "NHS «{d:3} {d:3} {d:4}»"),
        checked("gb.nhs", "NHS number «{d:3}-{d:3}-{d:4}»"),
        checked("gb.nhs", "@nhs_number «{d:10}»"),
    ),
    "uk_nino": (
        "AB{d:6}C",
        "JG {d:2} {d:2} {d:2} A",
        "NI number: «CE{d:6}D»",
        "@national_insurance_number «HH{d:6}B»",
    ),
    "ca_sin": (
        checked("ca.sin", "SIN: «{D:1}{d:2} {d:3} {d:3}»"),
        checked("ca.sin", "social insurance number is «{D:1}{d:2}-{d:3}-{d:3}»"),
        checked("ca.sin", "@sin «{D:1}{d:8}»"),
    ),
    "au_tfn": (
        checked("au.tfn", "TFN: «{d:3} {d:3} {d:3}»"),
        checked("au.tfn", "tax file number: «{d:9}»"),
        checked("au.tfn", "@tfn «{d:9}»"),
    ),
    "au_abn": (
        checked("au.abn", "ABN: «{D:1}{d:1} {d:3} {d:3} {d:3}»"),
        checked("au.abn", "ABN «{D:1}{d:10}»"),
        checked("au.abn", "@abn «{D:1}{d:10}»"),
    ),
    "au_acn": (
        checked("au.acn", "ACN: «{d:3} {d:3} {d:3}»"),
        checked("au.acn", "@acn «{d:9}»"),
    ),
    "au_medicare": (
        lambda source: "Medicare number: «" + _medicare(source) + "»",
        lambda source: "@medicare_number «" + _medicare(source) + "»",
    ),
    "in_aadhaar": (
        checked("in_.aadhaar", "Aadhaar: «{D:1}{d:3} {d:4} {d:4}»"),
        checked("in_.aadhaar", "{D:1}{d:3} {d:4} {d:4}"),
        checked("in_.aadhaar", "aadhaar number «{D:1}{d:11}»"),
        checked("in_.aadhaar", "@aadhaar «{D:1}{d:11}»"),
    ),
    "in_pan": (
        checked("in_.pan", "{u:3}P{u:1}{d:4}{u:1}"),
        checked("in_.pan", "PAN: «{u:3}C{u:1}{d:4}{u:1}»"),
        checked("in_.pan", "@pan_number «{u:3}P{u:1}{d:4}{u:1}»"),
    ),
    "in_gstin": (checked("in_.gstin", "GSTIN: «{mm}{u:3}P{u:1}{d:4}{u:1}1Z{un:1}»"),),
    "es_nif": (
        with_digits("es.dni", "calc_check_digit", "{d:8}"),
        checked("es.nif", "{d:8}-{u:1}"),
    ),
    "es_nie": (
        with_digits("es.nie", "calc_check_digit", "X{d:7}"),
        with_digits("es.nie", "calc_check_digit", "Y{d:7}"),
    ),
    "it_fiscal_code": (
        with_digits("it.codicefiscale", "calc_check_digit", "{u:3}{u:3}{yy}A{dd}H{d:3}"),
        with_digits("it.codicefiscale", "calc_check_digit", "{u:3}{u:3}{yy}M{dd}F{d:3}"),
    ),
    "it_vat_code": (checked("it.iva", "Partita IVA: «{d:11}»"),),
    "de_tax_id": (
        checked("de.idnr", "Steuer-ID: «{D:1}{d:1} {d:3} {d:3} {d:3}»"),
        checked("de.idnr", "steuerliche Identifikationsnummer «{D:1}{d:10}»"),
        checked("de.idnr", "@steuer_id «{D:1}{d:10}»"),
    ),
    "fr_nir": (
        with_digits("fr.nir", "calc_check_digits", "1{yy}{mm}75{d:6}"),
        checked("fr.nir", "numéro de sécurité sociale : «2 {yy} {mm} 33 {d:3} {d:3} {d:2}»"),
        checked("fr.nir", "@nir «1{yy}{mm}69{d:6}{d:2}»"),
    ),
    "pl_pesel": (
        checked("pl.pesel", "PESEL: «{yy}{mm}{dd}{d:5}»"),
        checked("pl.pesel", "@pesel «{yy}{mm}{dd}{d:5}»"),
    ),
    "nl_bsn": (
        checked("nl.bsn", "BSN: «{D:1}{d:8}»"),
        checked("nl.bsn", "burgerservicenummer «{D:1}{d:8}»"),
        checked("nl.bsn", "@bsn «{D:1}{d:8}»"),
    ),
    "br_cpf": (
        checked("br.cpf", "{d:3}.{d:3}.{d:3}-{d:2}"),
        checked("br.cpf", "CPF: «{d:11}»"),
        checked("br.cpf", "@cpf «{d:11}»"),
    ),
    "br_cnpj": (
        checked("br.cnpj", "{d:2}.{d:3}.{d:3}/0001-{d:2}"),
        checked("br.cnpj", "CNPJ: «{d:8}0001{d:2}»"),
    ),
    "kr_rrn": (
        checked("kr.rrn", "{yy}{mm}{dd}-1{d:6}"),
        checked("kr.rrn", "{yy}{mm}{dd}-2{d:6}"),
        "주민등록번호: «{yy}{mm}{dd}-2{d:6}»",
    ),
    "jp_my_number": (
        checked("jp.in_", "マイナンバー: «{d:4} {d:4} {d:4}»"),
        checked("jp.in_", "My Number: «{d:12}»"),
        checked("jp.in_", "@my_number «{d:12}»"),
    ),
    "sg_nric_fin": (_nric, lambda source: f"NRIC: «{_nric(source)}»"),
    "ch_ahv": (checked("ch.ssn", "756.{d:4}.{d:4}.{d:2}"),),
    "se_personnummer": (
        checked("se.personnummer", "personnummer: «{yy}{mm}{dd}-{d:4}»"),
        checked("se.personnummer", "{yyyy}{mm}{dd}-{d:4}"),
    ),
    "fi_personal_identity_code": (checked("fi.hetu", "{dd}{mm}{yy}-{d:3}{un:1}"),),
    "no_fodselsnummer": (checked("no.fodselsnummer", "fødselsnummer: «{dd}{mm}{yy}{d:5}»"),),
    "dk_cpr": ("CPR: «{dd}{mm}{yy}-{d:4}»",),
    "be_national_number": (checked("be.nn", "{yy}.{mm}.{dd}-{d:3}.{d:2}"),),
    "at_svnr": (checked("at.vnr", "SVNR: «{d:4} {dd}{mm}{yy}»"),),
    "ie_pps": (checked("ie.pps", "PPS number: «{d:7}{u:1}A»"),),
    "pt_nif": (checked("pt.nif", "NIF: «2{d:8}»"),),
    "mx_curp": (checked("mx.curp", "{u:1}A{u:2}{yy}{mm}{dd}HDF{cons:3}0{d:1}"),),
    "ar_cuit": (checked("ar.cuit", "20-{d:8}-{d:1}"),),
    "cl_rut": (checked("cl.rut", "RUT: «{d:2}.{d:3}.{d:3}-{d:1}»"),),
    "tr_national_id": (checked("tr.tckimlik", "TC Kimlik No: «{D:1}{d:10}»"),),
    "za_id_number": (checked("za.idnr", "South African ID number: «{yy}{mm}{dd}5{d:3}08{d:1}»"),),
    "il_id": (checked("il.idnr", "Teudat Zehut: «{d:9}»"),),
    "cn_resident_id": (checked("cn.ric", "110101{yyyy}{mm}{dd}{d:4}"),),
    "th_tnin": (checked("th.pin", "Thai ID: «1-{d:4}-{d:5}-{d:2}-{d:1}»"),),
    "my_nric": (checked("my.nric", "MyKad: «{yy}{mm}{dd}-14-{d:4}»"),),
    "ro_cnp": (checked("ro.cnp", "CNP: «1{yy}{mm}{dd}12{d:4}»"),),
    "bg_egn": (checked("bg.egn", "EGN: «{yy}{mm}{dd}{d:4}»"),),
    "cz_birth_number": (checked("cz.rc", "rodné číslo: «{yy}{mm}{dd}/{d:4}»"),),
    "gr_amka": (checked("gr.amka", "AMKA: «{dd}{mm}{yy}{d:5}»"),),
    "de_vat_id": (
        checked("de.vat", "DE{D:1}{d:8}"),
        checked("de.vat", "USt-IdNr.: «DE {D:1}{d:8}»"),
    ),
    "mx_rfc": (
        lambda source: (
            "RFC: «"
            + with_digits("mx.rfc", "calc_check_digit", "{cons:1}A{cons:2}{yy}{mm}{dd}{un:2}")(
                source
            )
            + "»"
        ),
    ),
    "pl_nip": (
        checked("pl.nip", "NIP: «{D:1}{d:2}-{d:3}-{d:2}-{d:2}»"),
        checked("pl.nip", "@nip «{D:1}{d:9}»"),
    ),
    "pt_cc": (
        checked("pt.cc", "{d:8} {d:1} ZZ{d:1}"),
        checked("pt.cc", "Cartão de Cidadão: «{d:8} {d:1} ZY{d:1}»"),
    ),
    "dk_cpr_assignment": ("CPR-nummer: «{dd}{mm}{yy}-{d:4}»", "@cpr «{dd}{mm}{yy}{d:4}»"),
    "in_passport": ("Indian passport: «{u:1}{D:1}{d:5}{D:1}»", "passport no: «M{D:1}{d:5}{D:1}»"),
    "in_vehicle_registration": ("KA {mm} AB {d:4}", "vehicle number: «MH{mm}CD{d:4}»"),
    "in_voter": ("voter id: «{u:3}{d:7}»", "EPIC number: «{u:3}{d:7}»"),
    "uk_driving_licence": (
        "driving licence: «MORGA{d:1}0{D:1}1{d:1}{d:1}SM9IJ»",
        "MORGA6{mm}{dd}7SM9IJ",
    ),
    "uk_passport": ("UK passport number: «{d:9}»", "British passport: «{u:2}{d:7}»"),
    "uk_sort_code": ("sort code: «{d:2}-{d:2}-{d:2}»", "@sort_code «{d:6}»"),
    "nz_ird": (checked("nz.ird", "IRD number: «{d:2}-{d:3}-{d:3}»"),),
}
