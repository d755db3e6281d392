"""British NHS numbers, by their check digit: grouped ones, and any behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["UK_NHS"]

_is_valid = is_number("gb.nhs")


def _is_nhs_number(text: str) -> bool:
    digits = digits_of(text)
    return len(set(digits)) > 1 and _is_valid(digits)


# Between words, three numbers are three numbers. Grouped by hyphens, what can be a North American
# phone number is left to be one.
UK_NHS = Detector(
    name="uk_nhs",
    entity="UK_NHS",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![0-9][ .,-])(?P<value>"
        r"(?<![A-Za-z][ ])[0-9]{3}[ ][0-9]{3}[ ][0-9]{4}(?![ ][A-Za-z0-9])"
        r"|(?:[01][0-9]{2}-[0-9]{3}|[2-9][0-9]{2}-[01][0-9]{2})-[0-9]{4})|"
        + near(
            r"(?:nhs|national[ ]health[ ]service|patient[ _-]?(?:id|number|no))",
            r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000 000 0000", "000-000-0000"),
        *stems("nhs", "national health", "patient", value="000[ -]?000[ -]?0000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"nhs(?:[_-]?(?:number|num|no|id))?",
    key_triggers=("nhs",),
    validate=_is_nhs_number,
    validate_key_value=has_digits(10),
    priority=1,
    hits=(
        "943 476 5919",
        "401-023-2137",
        "221 395 1837.",
        "NHS number: 9434765919",
        "my NHS no is 943-476-5919",
    ),
    misses=(
        "943 476 5918",
        "9434765919",
        "401-023-2138",
        "000 000 0000",
        "sizes 256 512 1024",
        "12 943 476 5919",
        "NHS: 9434765918",
    ),
    key_hits=(("nhs_number", "9434765919"), ("patient.nhs", "943 476 5919")),
    key_misses=(("nhs_number", "unknown"), ("nhs_trust", "9434765918"), ("nhs", "123")),
    source="https://www.datadictionary.nhs.uk/attributes/nhs_number.html (2026-11-24)",
    checksum="mod 11",
)
