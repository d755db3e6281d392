"""Thai national identity numbers: thirteen digits with dashes or blanks, or by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import behind_foreign, exactly, foreign_triggers, near, stems
from otel_redact.types import Detector, Group

__all__ = ["TH_TNIN"]

_NAMES = (
    "\u0e40\u0e25\u0e02\u0e1b\u0e23\u0e30\u0e08\u0e33\u0e15\u0e31\u0e27\u0e1b\u0e23\u0e30\u0e0a\u0e32\u0e0a\u0e19"
    "|\u0e1a\u0e31\u0e15\u0e23\u0e1b\u0e23\u0e30\u0e0a\u0e32\u0e0a\u0e19"
)


def _is_tnin(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    total = sum(digit * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == digits[12]


TH_TNIN = Detector(
    name="th_tnin",
    entity="TH_TNIN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?P<value>"
        r"[1-8](?P<sign>[ -])[0-9]{4}(?P=sign)[0-9]{5}(?P=sign)[0-9]{2}(?P=sign)[0-9])|"
        + behind_foreign(_NAMES, r"[1-8][0-9]{12}", glued=True)
        + "|"
        + near(
            r"(?:tnin|thai(?:land)?[ _-](?:national[ _-])?(?:id|identification)|thai[ _-]?id)",
            r"[1-8][ -]?[0-9]{4}[ -]?[0-9]{5}[ -]?[0-9]{2}[ -]?[0-9]",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("0-0000-00000-00-0", "0 0000 00000 00 0"),
        *stems("tnin", "thai", value="0[ -]?0000"),
        *foreign_triggers("0" * 13, glued=True),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:tnin|thai(?:land)?[_-]?(?:national[_-]?)?id|citizen[_-]?id)(?:[_-]?(?:number|num|no))?",
    key_triggers=("tnin", "thai", "citizen"),
    validate=_is_tnin,
    validate_key_value=has_digits(13),
    hits=(
        "1-4458-94460-74-8",
        "เลขประจำตัวประชาชน 6670038108295",
        "Thai ID: 1445894460748",
        "6 6700 38108 29 5",
    ),
    misses=("1-4458-94460-74-9", "1445894460748", "9-4458-94460-74-8", "Thai id missing"),
    key_hits=(("thai_national_id", "1445894460749"), ("tnin", "1-4458-94460-74-8")),
    key_misses=(("tnin", "missing"), ("citizen_id", "12")),
    source="https://en.wikipedia.org/wiki/Thai_identity_card (2026-11-24)",
    checksum="mod 11",
)
