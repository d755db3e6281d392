"""People everywhere: addresses, phones, cards, accounts, names; and the numbers of the US."""

from __future__ import annotations

import random

from tests.corpus.checked import card_number, checked, iban, with_digits
from tests.corpus.template import Format

__all__ = ["PII"]

PII: dict[str, tuple[Format, ...]] = {
    "email_address": (
        "{l:4-9}.{l:5-9}@{domain}",
        "{l:3-9}{d:2}@{domain}",
        "{l:1}_{l:6}+{l:4}@{domain}",
        "{first}.{last}@{domain}",
        "{l:6}@{l:8}.io",
        "{user}@{l:4}.{l:6}.travel",
    ),
    "phone_number": (
        "({D:1}{d:2}) 555-{d:4}".replace("{D:1}", "4"),
        "+1 415 555 {d:4}",
        "+1-212-555-{d:4}",
        "646-555-{d:4}",
        "312.555.{d:4}",
        "1-800-555-{d:4}",
        "+44 20 7946 0{d:3}",
        "+447700900{d:3}",
        "+49 30 {D:1}{d:7}",
        "+33 6 {d:2} {d:2} {d:2} {d:2}",
        "+91 98765 {d:5}",
        "+81-90-{D:1}{d:3}-{d:4}",
        "+86 138 {d:4} {d:4}",
        "+5511 9{d:4}-{d:4}",
        "phone: «415555{d:4}»",
        "mobile number is «07700 900{d:3}»",
        "@phone «(0)30 {D:1}{d:7}»",
        "@phoneNumber «415555{d:4}»",
    ),
    "credit_card": (card_number(""), card_number(" "), card_number("-")),
    "iban_code": (iban(blanks=False), iban(blanks=True)),
    "swift_code": (
        "SWIFT: «{u:4}DE{un:2}»",
        "BIC «{u:4}GB2L{un:3}»",
        "swift code: «{u:4}US33»",
        "@bic «{u:4}FRPP{un:3}»",
    ),
    "us_ssn": (
        checked("us.ssn", "{d:3}-{d:2}-{d:4}"),
        checked("us.ssn", "SSN: «{d:9}»"),
        "social security number is «21{d:1} {D:1}{d:1} {D:1}{d:3}»",
        checked("us.ssn", "@ssn «{d:9}»"),
    ),
    "us_itin": (
        checked("us.itin", "9{d:2}-{d:2}-{d:4}"),
        checked("us.itin", "ITIN: «9{d:8}»"),
        checked("us.itin", "@itin «9{d:8}»"),
    ),
    "us_ein": (
        checked("us.ein", "EIN: «{d:2}-{d:7}»"),
        checked("us.ein", "employer identification number «{d:2}-{d:7}»"),
        checked("us.ein", "@ein «{d:2}-{d:7}»"),
    ),
    "us_passport": (
        "passport number: «{d:9}»",
        "US passport «{u:1}{d:8}»",
        "passport no. «{d:9}»",
        "@passport_number «{u:1}{d:8}»",
    ),
    "us_driver_license": (
        "driver's license: «{u:1}{d:7}»",
        "driver license number «{u:1}{d:12}»",
        "DL number: «{d:8}»",
        "driver's license number is «{d:9}»",
        "@drivers_license «{u:1}{d:7}»",
    ),
    "us_bank_number": (
        "bank account number: «{d:10}»",
        "account number: «{d:12}»",
        "@bank_account_number «{d:9}»",
    ),
    "us_routing_number": (
        checked("us.rtn", "routing number: «0{D:1}{d:7}»"),
        checked("us.rtn", "ABA: «12{d:7}»"),
        checked("us.rtn", "@routing_number «32{d:7}»"),
    ),
    "us_npi": (lambda source: f"NPI: «{_npi(source)}»", lambda source: f"@npi «{_npi(source)}»"),
    "medical_license": (lambda source: f"DEA number: «{_dea(source)}»",),
    "us_mbi": ("Medicare number: «1EG4-TE5-MK{d:2}»", "MBI: «{D:1}C{d:1}{d:1}A{d:2}AA{d:2}»"),
    "date_of_birth": (
        "date of birth: «{yyyy}-{mm}-{dd}»",
        "DOB: «{mm}/{dd}/{yyyy}»",
        "born on «{month} {dd}, {yyyy}»",
        "@date_of_birth «{yyyy}-{mm}-{dd}»",
        "@dob «{dd}/{mm}/{yyyy}»",
        "birthday is «{dd}.{mm}.{yyyy}»",
    ),
    "street_address": (
        "Address: «{D:1}{d:2} {street} {way}»",
        "I live at «{D:1}{d:1} {street} {way}»",
        "ship to «{D:1}{d:3} {street} {way}, {city}»",
        "{D:1}{d:3} {street} {way}, {city}, {state} {D:1}{d:4}",
        "{D:1}{d:1} North {street} {way}, Apt {d:1}{u:1}, {city}, {state} {D:1}{d:4}",
        "@street_address «{D:1}{d:2} {street} {way}»",
    ),
    "full_name": (
        "@full_name «{first} {last}»",
        "Name: «{first} {last}»",
        "my name is «{first} {last}»",
        "@last_name «{last}»",
        "@firstName «{first}»",
        "Patient: «{first} {last}»",
    ),
    "imei": (checked("imei", "IMEI: «35{d:13}»"), checked("imei", "@imei «86{d:13}»")),
    "vehicle_identification_number": ("VIN: «1HGCM82633A{d:6}»",),
    "credit_card_cvv": ("CVV: «{d:3}»", "@cvv «{d:3}»", "cvc: «{d:4}»"),
    "credit_card_expiration": (
        "expires: «{mm}/27»",
        "@card_expiry «{mm}/2028»",
        "exp date: «{mm}/29»",
    ),
    "geo_coordinates": ("lat: «48.{d:5}», lon: 2.35", "coordinates: «40.{d:5}, -73.{d:5}»"),
    "license_plate": ("license plate: «7{u:3}{d:3}»", "@license_plate «{u:3}-{d:4}»"),
    "passport_number": ("passport number: «{u:2}{d:7}»", "@passport_no «{u:1}{d:8}»"),
}


def _npi(source: random.Random) -> str:
    """Return a provider's number: ten digits, of which the check digit counts 80840 too."""
    return with_digits("luhn", "calc_check_digit", "808401{d:8}")(source)[5:]


def _dea(source: random.Random) -> str:
    """Return a registration number of the Drug Enforcement Administration."""
    digits = [source.randrange(10) for _ in range(6)]
    check = (sum(digits[::2]) + 2 * sum(digits[1::2])) % 10
    return source.choice("ABFGM") + source.choice("BCKSTW") + "".join(map(str, (*digits, check)))
