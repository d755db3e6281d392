"""Ukrainian taxpayer numbers (RNOKPP), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind_foreign, foreign_triggers, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["UA_TAX_NUMBER"]

_NAMES = (
    "\u0420\u041d\u041e\u041a\u041f\u041f|\u0406\u041f\u041d"
    "|\u0440\u043d\u043e\u043a\u043f\u043f|\u0456\u043f\u043d"
)

UA_TAX_NUMBER = Detector(
    name="ua_tax_number",
    entity="UA_TAX_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + behind_foreign(_NAMES, r"[0-9]{10}")
        + r"|"
        + near(r"(?:rnokpp|rntrc)", r"[0-9]{10}")
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *foreign_triggers("0" * 10),
        *stems("rnokpp", "rntrc", value="0{10}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:rnokpp|rntrc|ipn)(?:[_-]?(?:number|num|no))?",
    key_triggers=("rnokpp", "rntrc", "ipn"),
    validate=is_number("ua.rntrc"),
    validate_key_value=has_digits(10),
    hits=("РНОКПП: 6031731260", "ІПН 7611354473", "RNOKPP 6031731260"),
    misses=("6031731260", "РНОКПП 6031731261", "ipn 6031731260", "rnokpp missing"),
    key_hits=(("rnokpp", "6031731261"), ("ipn", "6031731260")),
    key_misses=(("rnokpp", "missing"), ("ipn", "603")),
    source="https://tax.gov.ua/ and https://uk.wikipedia.org/wiki/"
    "%D0%A0%D0%9D%D0%9E%D0%9A%D0%9F%D0%9F (2026-11-24)",
    checksum="mod 11",
)
