"""Australian business numbers, by their check digits: grouped, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["AU_ABN"]

_is_valid = is_number("au.abn")


def _is_abn(text: str) -> bool:
    return _is_valid(digits_of(text))


AU_ABN = Detector(
    name="au_abn",
    entity="AU_ABN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![0-9][ .,-])(?P<value>"
        r"[1-9][0-9](?P<sign>[ -])[0-9]{3}(?P=sign)[0-9]{3}(?P=sign)[0-9]{3}(?![ ][0-9]))|"
        + near(
            r"(?:abns?|a\.b\.n\.?|australian[ ]business)",
            r"[1-9][0-9][ -]?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("00 000 000 000", "00-000-000-000"),
        *stems("abn", "a.b.n", "australian", value="00[ -]?000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"abn(?:[_-]?(?:number|num|no))?",
    key_triggers=("abn",),
    validate=_is_abn,
    validate_key_value=has_digits(11),
    hits=("51 824 753 556", "ABN: 51824753556", "ABN 33-051-775-556.", "its ABN is 51 824 753 556"),
    misses=(
        "51 824 753 557",
        "51824753556",
        "ABN 51824753557",
        "1 51 824 753 556",
        "51 824 753 556 000",
        "14155552671",
    ),
    key_hits=(("abn", "51824753556"), ("supplier.abnNumber", "51 824 753 557")),
    key_misses=(("abn", "none"), ("urbabn", "51824753556"), ("abn", "51")),
    source="https://abr.business.gov.au/Help/AbnFormat (2026-11-24)",
    checksum="mod 89",
)
