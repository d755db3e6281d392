"""Lithuanian personal codes (asmens kodas), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["LT_PERSONAL_CODE"]

LT_PERSONAL_CODE = Detector(
    name="lt_personal_code",
    entity="LT_PERSONAL_CODE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:asmens[ _]koda[is]|a\.[ ]?k\.)",
            r"[1-69][0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{4}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=stems("asmens koda", "asmens_koda", "a.k.", "a. k.", value="0{11}"),
    starts_word=True,
    key_pattern=KEY_START + r"asmens[_-]?kodas",
    key_triggers=("asmens",),
    validate=is_number("lt.asmens"),
    validate_key_value=has_digits(11),
    hits=("asmens kodas 39005120382", "Asmens kodas: 39005120153", "a.k. 39005120382."),
    misses=("39005120382", "asmens kodas 39005120383", "asmens duomenys", "a.k. 39013120382"),
    key_hits=(("asmens_kodas", "39005120383"), ("asmensKodas", "39005120382")),
    key_misses=(("asmens_kodas", "nėra"), ("asmens_kodas", "390")),
    source="https://lt.wikipedia.org/wiki/Asmens_kodas (2026-11-24)",
    checksum="mod 11",
)
