"""Romanian personal codes (CNP), behind their name: milliseconds since 1970 look alike."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["RO_CNP"]

RO_CNP = Detector(
    name="ro_cnp",
    entity="RO_CNP",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:cnp|cod(?:ul)?[ ]numeric[ ]personal)",
            r"[1-9][0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{6}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=stems("cnp", "cod numeric", "codul numeric", value="0{13}"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:cnp|cod[_-]?numeric(?:[_-]?personal)?)(?:[_-]?(?:number|num|no))?",
    key_triggers=("cnp", "numeric"),
    validate=is_number("ro.cnp"),
    validate_key_value=has_digits(13),
    hits=("CNP: 1800101220337", "codul numeric personal 1800101225053", "cnp 1800101220337."),
    misses=("1800101220337", "CNP 1800101220338", "CNP lipsa", "epoch 1764000000123"),
    key_hits=(("cnp", "1800101220338"), ("codNumericPersonal", "1800101220337")),
    key_misses=(("cnp", "lipsa"), ("cnp", "18001")),
    source="https://ro.wikipedia.org/wiki/Cod_numeric_personal_(Rom%C3%A2nia) (2026-11-24)",
    checksum="mod 11",
)
