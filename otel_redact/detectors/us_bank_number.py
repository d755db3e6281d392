"""Bank account numbers, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import near, soon
from otel_redact.types import Detector, Group, Trigger

__all__ = ["US_BANK_NUMBER"]

_KINDS = ("bank", "checking", "chequing", "saving", "savings", "deposit", "current", "direct debit")
_BANK_THEN = (
    "(?:bank|checking|chequing|savings?|deposit|current|direct debit)[ _-]?(?:account|acct|a/c)"
    + soon("00")
)
_ACCOUNT_THEN = "(?:account|acct|a/c)(?:[ _-]|[.][ ]?)?[n#]" + soon("00")


def _is_account(text: str) -> bool:
    year = text[:4].isdigit() and text[:2] in ("19", "20") and text[4:5] in ("-", " ")
    return 6 <= len(digits_of(text)) <= 17 and not (year and len(digits_of(text)) <= 8)


# An account may be one of a cloud, a game or a forum: the word alone says nothing.
US_BANK_NUMBER = Detector(
    name="us_bank_number",
    entity="US_BANK_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?<!(?i:aws)[ _-])"
        + near(
            r"(?:(?:bank|checking|chequing|savings?|deposit|current|direct[ ]debit)[ _-]?"
            r"(?:account|acct|a/c)s?"
            r"|(?:account|acct|a/c)(?:[ _-]|\.[ ]?)?(?:numbers?|num|no\.?|nr|\#))",
            r"[0-9]{6,17}|[0-9]{2,6}(?:[ -][0-9]{2,8}){1,4}",
            distance=24,
        )
        + r"(?![A-Za-z0-9_])(?![.,:/-][0-9])"
    ),
    triggers=(
        *(Trigger(kind, then=_BANK_THEN) for kind in _KINDS),
        *(Trigger(account, then=_ACCOUNT_THEN) for account in ("account", "acct", "a/c")),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:bank[_-]?(?:account|acct)|(?:bank[_-]?)?(?:account|acct)[_-]?(?:number|num|no|nr))",
    key_triggers=("account", "acct"),
    validate=_is_account,
    validate_key_value=has_digits(*range(6, 18)),
    hits=(
        "my bank account number is 945456787654",
        "Account No: 0012 3456 7890",
        "checking account 12345678.",
        "acct# 123-456-789",
    ),
    misses=(
        "945456787654",
        "account ending in 1234",
        "AWS account number 123456789012",
        "account: 123456789012",
        "current account balance 1,234,567.00",
        "account number 2026-11-23",
        "bank of 12345678 rows",
    ),
    key_hits=(("account_number", "945456787654"), ("bankAccount", "12-345678")),
    key_misses=(("account_number", "n/a"), ("account_id", "945456787654"), ("account_no", "12")),
    source="https://www.nacha.org/rules/operating-rules (2026-11-24)",
)
