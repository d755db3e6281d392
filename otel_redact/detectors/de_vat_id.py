"""German VAT numbers, with their prefix DE and check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["DE_VAT_ID"]

_is_vat = is_number("de.vat")


def _is_vat_by_key(text: str) -> bool:
    return has_digits(9)(text[2:] if text[:2].upper() == "DE" else text)


DE_VAT_ID = Detector(
    name="de_vat_id",
    entity="DE_VAT_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9_])DE[ ]?(?:[1-9][0-9]{8}|[1-9][0-9]{2}[ ][0-9]{3}[ ][0-9]{3})"
        r"(?![A-Za-z0-9_])(?![ .,-][0-9])"
    ),
    triggers=("de000000000", "de 000000000", "de000 000 000", "de 000 000 000"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:ust|umsatzsteuer)[_-]?id(?:[_-]?nr)?",
    key_triggers=("ust", "umsatzsteuer"),
    validate=_is_vat,
    validate_key_value=_is_vat_by_key,
    hits=(
        "DE136695976",
        "USt-IdNr.: DE 136 695 976",
        "Rechnung an DE 889094722, danke",
    ),
    misses=("DE136695977", "de136695976", "CODE136695976", "DE13669597", "DE89370400440532013000"),
    key_hits=(("ust_id", "DE136695977"), ("umsatzsteuerId", "136695976")),
    key_misses=(("ust_id", "keine"), ("adjustid", "136695976")),
    source="https://de.wikipedia.org/wiki/Umsatzsteuer-Identifikationsnummer (2026-11-24)",
    checksum="mod 11-10",
)
