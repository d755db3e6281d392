"""Australian tax file numbers, by their check digit: grouped and apart, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["AU_TFN"]

_is_valid = is_number("au.tfn")


def _is_tfn(text: str) -> bool:
    digits = digits_of(text)
    return len(set(digits)) > 1 and _is_valid(digits)


# Nine digits grouped by blanks are mostly some hundred millions: then words stand beside them.
AU_TFN = Detector(
    name="au_tfn",
    entity="AU_TFN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![A-Za-z0-9][ .,-])(?P<value>"
        r"[1-9][0-9]{2}[ ][0-9]{3}[ ][0-9]{3}(?![ ][A-Za-z0-9]))|"
        + near(r"(?:tfns?|tax[ _-]?file)", r"[0-9]{2,3}[ .-]?[0-9]{3}[ .-]?[0-9]{3}")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000 000 000"),
        *stems("tfn", *("tax" + sign + "file" for sign in ("", " ", "_", "-"))),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:tfn|tax[_-]?file)(?:[_-]?(?:number|num|no))?",
    key_triggers=("tfn", "tax"),
    validate=_is_tfn,
    validate_key_value=has_digits(8, 9),
    priority=1,
    hits=(
        "876 543 210",
        "TFN: 123456782",
        "my tax file number is 123 456 782.",
        "tfn=123-456-782",
    ),
    misses=(
        "876 543 211",
        "123456782",
        "more than 876 543 210 B",
        "TFN 123456783",
        "876 543 210 999",
        "000 000 000",
    ),
    key_hits=(("tfn", "123456782"), ("employee.taxFileNumber", "123 456 783")),
    key_misses=(("tfn", "pending"), ("outfn", "123456782"), ("tfn", "123")),
    source="https://www.ato.gov.au/individuals-and-families/tax-file-number (2026-11-24)",
    checksum="mod 11",
)
