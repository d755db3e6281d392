"""Dates of birth, behind their name, in the ways people write dates."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import behind, near, stems
from otel_redact.types import Detector, Group

__all__ = ["DATE_OF_BIRTH"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:18|19|20)[0-9]{2}"
_FULL = (
    rf"(?:{_YEAR}(?P<sign>[./-]|){_DAY}(?P=sign){_DAY}(?:T00:00:00(?:\.000)?Z?)?"
    rf"|{_DAY}(?P<mark>[./ -]){_DAY}(?P=mark)(?:{_YEAR}|[0-9]{{2}})"
    rf"|{_DAY}(?i:st|nd|rd|th)?[ -](?i:of[ ])?(?i:{_MONTH}),?[ -](?:{_YEAR}|[0-9]{{2}})"
    rf"|(?i:{_MONTH})[ -]{_DAY}(?i:st|nd|rd|th)?,?[ -]{_YEAR})(?![A-Za-z0-9_])"
)
_SHORT = (
    rf"(?:(?i:{_MONTH})[ ]{_DAY}(?i:st|nd|rd|th)?|{_DAY}(?i:st|nd|rd|th)?[ ](?i:of[ ])?"
    rf"(?i:{_MONTH}))(?![A-Za-z0-9_])"
)


def _is_date(text: str) -> bool:
    return len(text) <= 32 and 3 <= len(digits_of(text)) <= 17


DATE_OF_BIRTH = Detector(
    name="date_of_birth",
    entity="DATE_OF_BIRTH",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + near(
            r"(?:dob\.?|d\.o\.b\.?|date[ _-]of[ _-]birth|birth[ _-]?da(?:te|y)|born[ ]on"
            r"|born(?=[ ]?:)|geburtsdatum|geboren[ ]am|geb\.|date[ ]de[ ]naissance"
            r"|fecha[ ]de[ ]nacimiento|data[ ]di[ ]nascita|data[ ]de[ ]nascimento|geboortedatum)",
            _FULL,
            distance=16,
        )
        + rf"|n\u00e9e?[ ]le(?:[ ]?:)?[ ](?=[0-9])(?P<value>{_FULL})|"
        + behind(r"(?:birth[ _-]?da(?:te|y)|dob\.?|d\.o\.b\.?|born[ ]on)", _SHORT)
        + r")(?!\.[0-9])"
    ),
    triggers=(
        *stems("dob", "d.o.b", *(f"date{a}of{b}birth" for a in " _-" for b in " _-")),
        *stems("birthda", "birth da", "birth_da", "birth-da", "born on", "born:", "born :"),
        *stems("geburtsdatum", "geboren am", "geb.", "date de naissance"),
        *(f"n?{e} le{sign} 0" for e in ("", "e") for sign in ("", ":", " :")),
        *stems("fecha de nacimiento", "data di nascita", "data de nascimento", "geboortedatum"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:d\.?o\.?b|date[_-]?of[_-]?birth|birth[_-]?(?:date|day)|born[_-]?on)",
    key_triggers=("dob", "d.ob", "do.b", "d.o.b", "birth", "born"),
    validate_key_value=_is_date,
    hits=(
        "DOB: 04/12/1985",
        "date of birth is 1985-04-12.",
        "I was born on April 12, 1985 in Ohio",
        "birthday: 12th of April 1985",
        "my birthday is May 5th",
        "DOB 12-APR-85",
        "Geburtsdatum: 12.04.1985",
    ),
    misses=(
        "on 1985-04-12 it was adopted",
        "born in 1985",
        "dob: unknown",
        "adobe 04/12/1985",
        "birthday party at 10:30",
        "born on the bayou",
    ),
    key_hits=(
        ("dob", "1985-04-12"),
        ("user.dateOfBirth", "12 April 1985"),
        ("birth_date", "1.4.85"),
    ),
    key_misses=(("dob", "unknown"), ("adobe", "1985-04-12"), ("birthplace", "1985")),
    source="https://www.iso.org/iso-8601-date-and-time-format.html (2026-11-24)",
)
