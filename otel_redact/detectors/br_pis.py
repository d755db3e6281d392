"""Brazilian social numbers (PIS, PASEP, NIS, NIT): formatted, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import abbreviated, exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["BR_PIS"]

_WEIGHTS = (3, 2, 9, 8, 7, 6, 5, 4, 3, 2)


def _is_pis(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    total = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return (11 - total % 11) % 11 % 10 == digits[10] and len(set(digits)) > 1


BR_PIS = Detector(
    name="br_pis",
    entity="BR_PIS",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>[0-9]{3}\.[0-9]{5}\.[0-9]{2}-[0-9])|"
        + near(r"(?:pis(?:/pasep)?|pasep|nis)(?=[ :=/-])", r"[0-9]{3}\.?[0-9]{5}\.?[0-9]{2}-?[0-9]")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000.00000.00-0"),
        *abbreviated("pis", "nis", value=r"000[.]?0{5}"),
        *stems("pasep", "pis/", value=r"000[.]?0{5}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:pis(?:[_-]?pasep)?|pasep|nis)(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("pis", "pasep", "nis"),
    validate=_is_pis,
    validate_key_value=has_digits(11),
    hits=("120.56874.10-7", "PIS/PASEP: 12056874107", "NIS 120.5687410-7"),
    misses=("120.56874.10-8", "12056874107", "pis pendente", "nis 2"),
    key_hits=(("pis", "12056874108"), ("pis_pasep", "120.56874.10-7")),
    key_misses=(("pis", "pendente"), ("denis", "12056874107a")),
    source="https://www.caixa.gov.br/beneficios-trabalhador/pis/ and "
    "https://pt.wikipedia.org/wiki/PIS/PASEP (2026-11-24)",
    checksum="mod 11",
)
