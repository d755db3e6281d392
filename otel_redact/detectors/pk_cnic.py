"""Pakistani identity card numbers (CNIC): with dashes, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["PK_CNIC"]

PK_CNIC = Detector(
    name="pk_cnic",
    entity="PK_CNIC",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>[1-7][0-9]{4}-[0-9]{7}-[1-9])|"
        + near(r"(?:cnic|nicop)", r"[1-7][0-9]{4}[ -]?[0-9]{7}[ -]?[1-9]")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("00000-0000000-0"),
        *stems("cnic", "nicop", value="0{5}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:cnic|nicop)(?:[_-]?(?:number|num|no))?",
    key_triggers=("cnic", "nicop"),
    validate_key_value=has_digits(13),
    hits=("38256-6922761-9", "CNIC: 3360111701576", "cnic no. 33601 1170157 6"),
    misses=("3825669227619", "98256-6922761-9", "38256-6922761-0", "cnic missing"),
    key_hits=(("cnic", "3825669227619"), ("user.cnicNumber", "38256-6922761-9")),
    key_misses=(("cnic", "missing"), ("picnic", "382566922761")),
    source="https://www.nadra.gov.pk/identityDocuments/ (2026-11-24)",
)
