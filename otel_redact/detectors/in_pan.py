"""Indian permanent account numbers: persons' alone, and any behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import AFTER_NAME, abbreviated, near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["IN_PAN"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_THEN = "(?<=[a-z]{3}[phljgt])[a-z]0000[a-z](?![a-z0_])"
_VALUE = "[a-z]{5}0000[a-z]"


def _is_pan(text: str) -> bool:
    return len(text) == 10 and text[:5].isalpha() and text[5:9].isdigit() and text[9].isalpha()


# The fourth letter is the holder's kind, P for a person.
IN_PAN = Detector(
    name="in_pan",
    entity="IN_PAN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?P<value>[A-Z]{3}P[A-Z][0-9]{4}[A-Z]"
        r"|[A-Z]{3}[HLJGT][A-Z][0-9]{4}[A-Z](?![/-]))|"
        + near(
            rf"(?:pan{AFTER_NAME}|permanent[ _-]?account(?:[ _-]?(?:number|no))?|income[ -]?tax)",
            r"(?i:[A-Z]{3}[ABCFGHJKLPT][A-Z][0-9]{4}[A-Z])",
        )
        + r")(?![A-Za-z0-9_])(?!-[A-Za-z0-9])"
    ),
    triggers=(
        *(Trigger(one + "0000", before=4, run=_LETTERS, then=_THEN) for one in _LETTERS),
        *abbreviated("pan", value=_VALUE),
        *stems("permanent", "income tax", "income-tax", "incometax", value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:pan|permanent[_-]?account)(?:[_-]?card)?(?:[_-]?(?:number|num|no))?",
    key_triggers=("pan", "permanent"),
    validate=lambda text: text[5:9] != "0000",
    validate_key_value=_is_pan,
    hits=(
        "ABCPD1234E",
        "PAN: AAACR5055K",
        "pan card number is abcpe1234f.",
        "(ABCPE1234F)",
    ),
    misses=(
        "ABCXD1234E",
        "AAACR5055K",
        "abcpd1234e",
        "ABCPD0000E",
        "XABCPD1234E",
        "ABCPD1234",
        "span: aaacr5055k",
    ),
    key_hits=(("pan", "AAACR5055K"), ("customer.panNumber", "abcpe1234f")),
    key_misses=(("pan", "left"), ("japan", "AAACR5055K"), ("pan", "AAACR50")),
    source="https://incometaxindia.gov.in/tutorials/1.permanent%20account%20number%20(pan).pdf "
    "(2026-11-24)",
)
