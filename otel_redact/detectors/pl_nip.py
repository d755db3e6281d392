"""Polish tax numbers (NIP), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import named, near
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["PL_NIP"]

_NUMBER = (
    r"(?:PL[ ]?)?(?:[0-9]{10}|[0-9]{3}-[0-9]{3}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{3}-[0-9]{2}-[0-9]{2}-[0-9]{3})"
)

_has_ten_digits = has_digits(10)


def _is_nip_by_key(text: str) -> bool:
    return _has_ten_digits(text[2:] if text[:2].upper() == "PL" else text)


PL_NIP = Detector(
    name="pl_nip",
    entity="PL_NIP",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])" + near(r"nip", _NUMBER, distance=30) + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=named("nip", value="000"),
    starts_word=True,
    key_pattern=KEY_START + r"nip(?:[_-]?(?:number|num|no|numer|nr))?",
    key_triggers=("nip",),
    validate=is_number("pl.nip"),
    validate_key_value=_is_nip_by_key,
    hits=("NIP: 582-976-06-88", "nip 8417532270", "NIP klienta: 582-976-06-88."),
    misses=("5829760688", "NIP 5829760689", "turnip 5829760688", "582-976-06-88"),
    key_hits=(("nip", "5829760689"), ("company_nip", "582-976-06-88")),
    key_misses=(("nip", "brak"), ("turnip", "5829760688")),
    source="https://pl.wikipedia.org/wiki/Numer_identyfikacji_podatkowej (2026-11-24)",
    checksum="mod 11",
)
