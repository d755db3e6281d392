"""Check digits: text in, whether its checksum holds out; called by detectors' ``validate``."""

from __future__ import annotations

__all__ = ["digits_of", "luhn_is_valid", "mod97_is_valid"]

_DOUBLED = {str(digit): digit * 2 - 9 * (digit > 4) for digit in range(10)}
_ASCII_DIGITS = frozenset("0123456789")


def digits_of(text: str) -> str:
    """Return the ASCII digits of ``text``, in order, everything else dropped."""
    return (
        text
        if _ASCII_DIGITS.issuperset(text)
        else "".join(filter(_ASCII_DIGITS.__contains__, text))
    )


def luhn_is_valid(digits: str) -> bool:
    """Tell whether the last of ``digits`` is the Luhn check digit of the others.

    Args:
        digits: ASCII digits only, at least two.

    Source: ISO/IEC 7812-1 annex B, https://en.wikipedia.org/wiki/Luhn_algorithm (2026-11-23).

    >>> luhn_is_valid("79927398713"), luhn_is_valid("79927398710")
    (True, False)
    """
    if len(digits) < 2:
        return False
    total = sum(map(int, digits[::-2])) + sum(map(_DOUBLED.__getitem__, digits[-2::-2]))
    return total % 10 == 0


def mod97_is_valid(code: str) -> bool:
    """Tell whether ``code`` (ASCII letters and digits, no blanks) has the remainder 1 of an IBAN.

    Source: ISO 7064 MOD 97-10, https://en.wikipedia.org/wiki/International_Bank_Account_Number
    (2026-11-23).

    >>> mod97_is_valid("GB82WEST12345698765432"), mod97_is_valid("GB83WEST12345698765432")
    (True, False)
    """
    if len(code) < 5 or not (code.isascii() and code.isalnum()):
        return False
    rotated = code[4:] + code[:4]
    return int("".join(str(int(character, 36)) for character in rotated)) % 97 == 1
