"""Turkish identity numbers (TCKN), behind their name: one in a hundred passes."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["TR_NATIONAL_ID"]

TR_NATIONAL_ID = Detector(
    name="tr_national_id",
    entity="TR_NATIONAL_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:tckn|tc[ ]?no|kimlik|turkish[ _-](?:national[ _-])?id)",
            r"[1-9][0-9]{10}|[1-9][0-9]{2}[ ][0-9]{3}[ ][0-9]{3}[ ][0-9]{2}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=stems("tckn", "tc no", "tcno", "kimlik", "turkish", value="000"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:tckn|tc[_-]?(?:kimlik|no)|kimlik)(?:[_-]?(?:number|num|no))?",
    key_triggers=("tckn", "tcno", "tc_no", "tc-no", "kimlik"),
    validate=is_number("tr.tckimlik"),
    validate_key_value=has_digits(11),
    hits=(
        "TCKN: 62461325290",
        "T.C. Kimlik No 27097445378",
        "kimlik numaras\u0131 62461325290",
    ),
    misses=("62461325290", "TCKN 62461325291", "kimlik yok", "TCKN 02461325290"),
    key_hits=(("tckn", "62461325291"), ("tc_kimlik_no", "62461325290")),
    key_misses=(("tckn", "yok"), ("kimlik", "624")),
    source="https://www.nvi.gov.tr/ and "
    "https://en.wikipedia.org/wiki/Turkish_Identification_Number (2026-11-24)",
    checksum="mod 10",
)
