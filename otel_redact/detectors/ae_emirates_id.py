"""Emirates identity numbers: 784, birth year, serial and check; or by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["AE_EMIRATES_ID"]

AE_EMIRATES_ID = Detector(
    name="ae_emirates_id",
    entity="AE_EMIRATES_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>784(?P<sign>[ -])(?:19|20)[0-9]{2}(?P=sign)[0-9]{7}(?P=sign)[0-9])|"
        + near(
            r"(?:emirates[ _-]?id|eid|uae[ _-]?id)",
            r"784[ -]?(?:19|20)[0-9]{2}[ -]?[0-9]{7}[ -]?[0-9]",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000-0000-0000000-0", "000 0000 0000000 0"),
        *stems("emirates", "eid", "uae", value="000[ -]?0000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:emirates[_-]?id|eid|uae[_-]?id)(?:[_-]?(?:number|num|no))?",
    key_triggers=("emirates", "eid", "uae"),
    validate_key_value=has_digits(15),
    hits=("784-1985-1234567-1", "Emirates ID: 784198512345671", "784 1985 1234567 1"),
    misses=("785-1985-1234567-1", "784198512345671", "784-1885-1234567-1", "emirates flight 784"),
    key_hits=(("emirates_id", "784198512345671"), ("eid", "784-1985-1234567-1")),
    key_misses=(("eid", "0123456789"), ("eid", "AA-12")),
    source="https://icp.gov.ae/en/emirates-id-card/ (2026-11-24)",
)
