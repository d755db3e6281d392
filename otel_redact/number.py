"""A number in, the digits that are searched in its stead out; `collector` asks for every number."""

from __future__ import annotations

import re

__all__ = ["MIN_NUMBER_LENGTH", "asks_for_digits", "searched_digits", "spelled"]

MIN_NUMBER_LENGTH = 7
"""Digits; shorter numbers are counts, ports and years, unless a key or a user's rule says more."""

_ASKING_KEY = re.compile(r"pass|pwd|pin|secret|cvv|cvc|token", re.IGNORECASE)
_MAX_WHOLE_FLOAT = 2.0**63


def spelled(value: float) -> str:
    """Return a number's digits; a whole float (a card in a table's column) without exponent."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _MAX_WHOLE_FLOAT:
        return f"{int(value)}.0"
    return repr(value)


def asks_for_digits(key: str) -> bool:
    """Whether a number under this key is searched however short it is: ``password``, ``pin``."""
    return _ASKING_KEY.search(key) is not None


def searched_digits(number: str, key: str, min_length: int) -> str | None:
    """Return what is searched of a number, or None where it cannot be a secret.

    Args:
        number: as JSON or ``spelled`` spells it.
        key: nearest key above it; one such as ``password`` asks for any number.
        min_length: digits from which on a whole number is searched whatever its key.
    """
    digits = number.removesuffix(".0")
    asked = asks_for_digits(key)
    whole = digits.lstrip("-").isdigit()
    return digits if asked or (whole and len(digits) >= min_length) else None
