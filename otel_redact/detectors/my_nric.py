"""Malaysian identity card numbers (NRIC): birth date, place of birth, serial; with dashes."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["MY_NRIC"]

_NUMBER = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])%s[0-9]{2}%s[0-9]{4}"

MY_NRIC = Detector(
    name="my_nric",
    entity="MY_NRIC",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        rf"(?P<value>{_NUMBER % ('-', '-')})|"
        + near(r"(?:nric|mykad|my[ ]?kad|kad[ ]pengenalan)", _NUMBER % ("[ -]?", "[ -]?"))
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000000-00-0000"),
        *stems("nric", "mykad", "my kad", "kad pengenalan", value="0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:nric|mykad|ic[_-](?:number|num|no))(?:[_-]?(?:number|num|no))?",
    key_triggers=("nric", "mykad", "ic_n", "ic-n"),
    validate=is_number("my.nric"),
    validate_key_value=has_digits(12),
    hits=("900512-10-8559", "MyKad 900512101848", "No. Kad Pengenalan: 900512 10 8559"),
    misses=("901312-10-8559", "900512-00-8559", "900512108559", "20-900512-10-8559"),
    key_hits=(("nric", "900512108559"), ("mykad", "900512-10-8559")),
    key_misses=(("nric", "S1234567D"), ("mykad", "missing")),
    source="https://www.jpn.gov.my/en/identity-card and "
    "https://en.wikipedia.org/wiki/Malaysian_identity_card (2026-11-24)",
)
