"""What a value looks like: random, or a stand-in that hides nothing; called by ``validate``."""

from __future__ import annotations

import re
import string
from itertools import pairwise

__all__ = [
    "has_digit_or_upper",
    "is_address",
    "is_resource_name",
    "is_stand_in",
    "looks_issued",
    "looks_like_credential",
    "looks_random",
]

_DIGITS = "0123456789"
_DIGITS_AND_CAPITALS = frozenset(_DIGITS + string.ascii_uppercase)
_HEX = frozenset("0123456789abcdefABCDEF")
_SEPARATORS = str.maketrans(dict.fromkeys(string.punctuation, " "))
_NOTHING = frozenset(
    (
        "none",
        "null",
        "nil",
        "undefined",
        "true",
        "false",
        "nan",
        "n/a",
        "na",
        "empty",
        "unset",
        "redacted",
    )
)
_REQUEST = re.compile(
    r"(?i)your[_ -](?:[a-z]{1,16}[_ -]){0,4}(?:key|token|secret|password)(?:[_ -]here)?"
)
_TEMPLATE_BRACKETS = (("<", ">"), ("${", "}"), ("{", "}"), ("%(", ")s"), ("$(", ")"), ("%", "%"))
_MASK_CHARACTERS = frozenset("*\u2022\u25cf")
_MINIMUM_MASK_RUN = 3
_TRAILING_DIGITS = 4
_LONGEST_NUMBER = 14
_LONGEST_WORD = 24
_SHORTEST_RANDOM = 8
_SHORTEST_CREDENTIAL = 16
_LONGEST_CREDENTIAL = 8192
_UUID_GROUPS = (8, 4, 4, 4, 12)


def is_stand_in(text: str) -> bool:
    """Tell whether ``text`` stands where a secret would, without being one.

    These are an empty text, a word for nothing (``null``), a template (``${NAME}``, ``{name}``,
    ``<name>``, ``%s:%s``, ``$NAME``), a request (``YOUR_API_KEY``), an ellipsis, and what is
    already masked: mask characters are half of it or more. Masked text is left alone so that
    redacting twice changes nothing.
    """
    value = text.strip()
    if not value or value.lower() in _NOTHING:
        return True
    if value.isalnum():
        return False
    if not value.replace("%s", "").strip(". \u2026-_:/@,") or _REQUEST.fullmatch(value):
        return True
    if value[0] == "$" and value[1:].replace("_", "A").isalnum() and value[1:].isupper():
        return True
    if any(
        value.startswith(opening) and value.endswith(closing) and len(value) > len(opening)
        for opening, closing in _TEMPLATE_BRACKETS
    ):
        return True
    stars = sum(map(value.count, _MASK_CHARACTERS))
    return stars >= _MINIMUM_MASK_RUN and stars * 2 >= len(value)


def looks_random(text: str) -> bool:
    """Tell whether ``text`` has a part that no word, identifier, number, date or path has.

    The text is cut at punctuation. A part is plain when it is a word or identifier with up to four
    digits behind it (``oauth2``, ``Token2024``), a number, or a size such as ``4o`` and ``128k``.

    >>> looks_random("abcd1234efgh5678"), looks_random("gpt-4o-2024-08-06")
    (True, False)
    """
    if len(text) < _SHORTEST_RANDOM or is_address(text) or _starts_with_date(text):
        return False
    return not all(_is_plain(part) for part in text.translate(_SEPARATORS).split())


def looks_issued(text: str) -> bool:
    """Tell whether ``text``, whose form or name says that a service issued it, may be a secret.

    Of random letters and digits some have no digit, which ``looks_random`` takes for words; here it
    is enough that capitals and small letters are mixed as no identifier has them.

    >>> looks_issued("qZtLkXwBvNcRmYpH"), looks_issued("clientSecretText")
    (True, False)
    """
    if looks_random(text):
        return True
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return (
        not is_address(text) and min(capitals, small) * 4 > len(text) and len(set(text.lower())) > 7
    )


def is_address(text: str) -> bool:
    """Tell whether ``text`` says where a secret is: a URL, a resource's name (``arn:aws:…``)."""
    return "://" in text or is_resource_name(text)


def is_resource_name(text: str) -> bool:
    """Tell whether ``text`` is the name of a resource at Amazon, such as ``arn:aws:kms:…``."""
    return text.startswith("arn:")


def looks_like_credential(text: str) -> bool:
    """Tell whether a whole value is a credential by its looks alone, its key saying little.

    At least 16 characters, letters and digits, ASCII without blanks, random, and not a UUID.
    """
    return (
        _SHORTEST_CREDENTIAL <= len(text) <= _LONGEST_CREDENTIAL
        and text.isascii()
        and text.isprintable()
        and " " not in text
        and any(character.isdigit() for character in text)
        and any(character.isalpha() for character in text)
        and looks_random(text)
        and not _is_uuid(text)
    )


def has_digit_or_upper(text: str) -> bool:
    """Tell whether ``text`` has an ASCII digit or capital: no CSS class or slug has."""
    return not _DIGITS_AND_CAPITALS.isdisjoint(text)


def _is_plain(part: str) -> bool:
    stem = part.rstrip(_DIGITS)
    if not stem:
        return len(part) <= _LONGEST_NUMBER
    if stem.isalpha():
        return (
            len(part) - len(stem) <= _TRAILING_DIGITS
            and (len(stem) < _LONGEST_WORD or stem not in (stem.lower(), stem.upper()))
            and not _has_random_case(stem)
        )
    unit = part.lstrip(_DIGITS)
    return unit.isalpha() and len(unit) <= 3 and len(part) - len(unit) <= _TRAILING_DIGITS


def _has_random_case(word: str) -> bool:
    changes = sum(first.isupper() != second.isupper() for first, second in pairwise(word))
    return len(word) >= _SHORTEST_CREDENTIAL and changes * 5 > len(word) * 2


def _starts_with_date(text: str) -> bool:
    return (
        len(text) >= 10
        and text[4] == text[7] == "-"
        and (text[:4] + text[5:7] + text[8:10]).isdigit()
    )


def _is_uuid(text: str) -> bool:
    groups = text.split("-")
    return tuple(map(len, groups)) == _UUID_GROUPS and all(_HEX.issuperset(g) for g in groups)
