"""Check digits: text in, whether its checksum holds out; called by detectors' ``validate``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from operator import mul

__all__ = [
    "au_medicare_is_valid",
    "base58_payload",
    "dea_is_valid",
    "digits_of",
    "has_digits",
    "is_witness_address",
    "luhn_is_valid",
    "mod97_is_valid",
    "nric_is_valid",
]

_DOUBLED = {str(digit): digit * 2 - 9 * (digit > 4) for digit in range(10)}
_ASCII_DIGITS = frozenset("0123456789")
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_CONSTANT, _BECH32M_CONSTANT = 1, 0x2BC830A3
_BECH32_CHECK_LENGTH = 6
_WITNESS_LENGTHS = (20, 32)
_NRIC_LETTERS = {
    "S": ("JZIHGFEDCBA", 0),
    "T": ("JZIHGFEDCBA", 4),
    "F": ("XWUTRQPNMLK", 0),
    "G": ("XWUTRQPNMLK", 4),
    "M": ("KLJNPQRTUWX", 3),
}
_SEPARATORS = frozenset(" .-/")


def digits_of(text: str) -> str:
    """Return the ASCII digits of ``text``, in order, everything else dropped."""
    return (
        text
        if _ASCII_DIGITS.issuperset(text)
        else "".join(filter(_ASCII_DIGITS.__contains__, text))
    )


def has_digits(*counts: int) -> Callable[[str], bool]:
    """Return a function that tells whether a text is a number of so many digits, separators aside.

    >>> has_digits(11)("390.533.447-05"), has_digits(11)("390.533.447"), has_digits(11)("none")
    (True, False, False)
    """
    return functools.partial(_has_digits, counts)


def _has_digits(counts: tuple[int, ...], text: str) -> bool:
    rest = frozenset(text) - _ASCII_DIGITS
    return rest <= _SEPARATORS and len(digits_of(text)) in counts


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


def base58_payload(text: str) -> bytes | None:
    """Return the bytes of Base58Check text without its hash, or None where the hash is wrong.

    Source: https://en.bitcoin.it/wiki/Base58Check_encoding (2026-11-24).

    >>> base58_payload("16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyY") is None
    True
    """
    from hashlib import sha256  # noqa: PLC0415 - heavy: only where something looks like an address

    number = 0
    for character in text:
        digit = _BASE58.find(character)
        if digit < 0:
            return None
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip("1"))
    decoded = b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
    payload, check = decoded[:-4], decoded[-4:]
    digest = sha256(sha256(payload).digest()).digest()
    return payload if payload and check == digest[:4] else None


def is_witness_address(text: str) -> bool:
    """Tell whether ``text`` is a segregated witness address, with its network, in one case.

    Source: https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki (2026-11-24).

    >>> is_witness_address("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")
    True
    """
    network, _, data = text.lower().rpartition("1")
    values = [_BECH32.find(character) for character in data]
    if text not in (text.lower(), text.upper()) or len(values) < 8 or min(values) < 0:
        return False
    version, size = values[0], (len(values) - 1 - _BECH32_CHECK_LENGTH) * 5 // 8
    expanded = [ord(one) >> 5 for one in network] + [0] + [ord(one) & 31 for one in network]
    expected = _BECH32M_CONSTANT if version else _BECH32_CONSTANT
    return (
        version <= 16
        and (size in _WITNESS_LENGTHS if version == 0 else 2 <= size <= 40)
        and _bech32_remainder(expanded + values) == expected
    )


def _bech32_remainder(values: list[int]) -> int:
    remainder = 1
    for value in values:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_BECH32_GENERATOR):
            if top >> bit & 1:
                remainder ^= generator
    return remainder


def au_medicare_is_valid(digits: str) -> bool:
    """Tell whether the ninth of ten or eleven digits is the check digit of a Medicare card.

    Source: https://en.wikipedia.org/wiki/Medicare_card_(Australia) (2026-11-24).

    >>> au_medicare_is_valid("2123456701"), au_medicare_is_valid("2123456711")
    (True, False)
    """
    if len(digits) not in (10, 11):
        return False
    total: int = sum(map(mul, map(int, digits), (1, 3, 7, 9, 1, 3, 7, 9)))
    return total % 10 == int(digits[8])


def dea_is_valid(digits: str) -> bool:
    """Tell whether the last of seven digits is the check digit of a DEA registration.

    Source: https://en.wikipedia.org/wiki/DEA_number (2026-11-24).

    >>> dea_is_valid("5836727"), dea_is_valid("5836728")
    (True, False)
    """
    if len(digits) != 7:
        return False
    total = sum(map(int, digits[0:5:2])) + 2 * sum(map(int, digits[1:6:2]))
    return total % 10 == int(digits[6])


def nric_is_valid(text: str) -> bool:
    """Tell whether the last letter of a Singapore NRIC or FIN is the check letter of the others.

    Source: https://en.wikipedia.org/wiki/National_Registration_Identity_Card (2026-11-24).

    >>> nric_is_valid("S1234567D"), nric_is_valid("S1234567A"), nric_is_valid("G1234567X")
    (True, False, True)
    """
    code = text.upper()
    letters, offset = _NRIC_LETTERS.get(code[:1], ("", 0))
    if len(code) != 9 or not letters or not code[1:8].isdigit():
        return False
    total = offset + sum(map(mul, map(int, code[1:8]), (2, 7, 6, 5, 4, 3, 2)))
    place = total % 11
    return code[8] == letters[10 - place if code[0] == "M" else place]
