"""Russian taxpayer numbers (INN) of persons and companies, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import (
    abbreviated,
    behind_foreign,
    foreign_triggers,
    near,
)
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["RU_INN"]

_NAMES = "\u0418\u041d\u041d|\u0438\u043d\u043d"

RU_INN = Detector(
    name="ru_inn",
    entity="RU_INN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, r"[0-9]{10}(?:[0-9]{2})?(?![0-9])")
        + "|"
        + near(r"inn(?=[ :=\"'_#(-])", r"[0-9]{12}|[0-9]{10}", distance=20)
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *foreign_triggers("0" * 10),
        *abbreviated("inn", value="0{10}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"inn(?:[_-]?(?:number|num|no))?",
    key_triggers=("inn",),
    validate=is_number("ru.inn"),
    validate_key_value=has_digits(10, 12),
    hits=("ИНН: 766469130403", "ИНН 7707083893", "INN 628601654499"),
    misses=("766469130403", "ИНН 766469130404", "inn keeper", "Holiday Inn 7664691304"),
    key_hits=(("inn", "766469130404"), ("company_inn", "7707083893")),
    key_misses=(("inn", "missing"), ("finn", "766469130404")),
    source="https://www.nalog.gov.ru/rn77/fl/interest/inn/ (2026-11-24)",
    checksum="mod 11",
)
