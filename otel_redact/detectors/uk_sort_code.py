"""British bank sort codes, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["UK_SORT_CODE"]

UK_SORT_CODE = Detector(
    name="uk_sort_code",
    entity="UK_SORT_CODE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:sort[ _-]?codes?|s/c(?=[ ]?[:#])|bank[ ]sort)",
            r"[0-9]{2}(?:[ ][0-9]{2}[ ]|[-\u2010-\u2013][0-9]{2}[-\u2010-\u2013]|[0-9]{2})[0-9]{2}"
            r"(?:[ ,/]{1,3}[0-9]{8})?",
            distance=24,
        )
        + r"(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *stems(*("sort" + sign + "code" for sign in ("", " ", "_", "-")), value="00"),
        *stems("s/c", "bank sort", value="00"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"sort[_-]?code(?:[_-]?(?:number|num|no))?",
    key_triggers=("sortcode", "sort_code", "sort-code"),
    validate_key_value=has_digits(6),
    hits=(
        "sort code 20-00-00",
        "Sort Code: 200000, account to follow",
        "sort_code=40 47 84",
        "sort code 08-99-99 66374958",
    ),
    misses=("20-00-00", "sort code 20-00-0", "sorted codes 200000", "sort code missing"),
    key_hits=(("sort_code", "200000"), ("bank.sortCode", "20-00-00")),
    key_misses=(("sort_code", "asc"), ("sort_order", "200000"), ("sort_code", "2000")),
    source="https://www.vocalink.com/tools/modulus-checking (2026-11-24)",
)
