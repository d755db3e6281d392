"""Hong Kong identity card numbers: one or two letters, six digits, a check in brackets."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group, Trigger

__all__ = ["HK_ID"]

_PREFIX = "abcdefghijklmnopqrstuvwxyz"


def _is_hkid(text: str) -> bool:
    compact = text.replace("(", "").replace(")", "").replace(" ", "").upper()
    letters = compact[:-7]
    values = [36] * (2 - len(letters)) + [ord(letter) - 55 for letter in letters]
    values += [int(digit) for digit in compact[-7:-1]]
    values.append(10 if compact[-1] == "A" else int(compact[-1]))
    weights = range(9, 0, -1)
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) % 11 == 0


def _is_hkid_by_key(text: str) -> bool:
    compact = text.replace("(", "").replace(")", "").replace(" ", "")
    return len(compact) in (8, 9) and compact.isalnum() and len(digits_of(compact)) in (6, 7)


HK_ID = Detector(
    name="hk_id",
    entity="HK_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])"
        r"(?P<value>[A-Z]{1,2}[0-9]{6}[ ]?\([0-9A]\))|"
        + near(
            r"(?:hkid|hong[ ]kong[ ](?:identity|id)(?:[ ]card)?)",
            r"[A-Za-z]{1,2}[0-9]{6}[ ]?(?:\([0-9Aa]\)|[0-9Aa](?![A-Za-z0-9_]))",
        )
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        *(
            Trigger("000000" + check, before=2, run=_PREFIX)
            for check in ("(0)", " (0)", "(a)", " (a)")
        ),
        *("hkid", "hong kong id"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:hkid|hk[_-]?id)(?:[_-]?(?:card|number|num|no))?",
    key_triggers=("hkid", "hk_id", "hk-id"),
    validate=_is_hkid,
    validate_key_value=_is_hkid_by_key,
    hits=("A123456(3)", "身份證 AB987654(3)", "HKID: c1234569", "Hong Kong ID card G123456 (A)"),
    misses=("A123456(4)", "A1234563", "f123456(3)", "ABC123456(3)", "hkid missing"),
    key_hits=(("hkid", "A1234564"), ("hk_id", "A123456(3)")),
    key_misses=(("hkid", "missing"), ("hkid", "A12")),
    source="https://en.wikipedia.org/wiki/Hong_Kong_identity_card (2026-11-24)",
    checksum="mod 11",
)
