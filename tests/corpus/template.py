"""A format such as ``AKIA{b32:16}`` in, a random value of that format out; used by `values`.

A format is literal text with fields ``{alphabet:length}``, lengths fixed or ``shortest-longest``.
What stands between ``«`` and ``»`` is the value, the rest is the context it is known by; without
them all of it is the value. ``@name `` at the start says that it arrives under that JSON key.
"""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Format", "Planted", "fill", "named", "plant"]

Format = str | Callable[[random.Random], str]

_LOWER, _UPPER, _DIGITS = string.ascii_lowercase, string.ascii_uppercase, string.digits
_ALPHABETS = {
    "d": _DIGITS,
    "D": _DIGITS[1:],
    "l": _LOWER,
    "u": _UPPER,
    "a": _LOWER + _UPPER,
    "an": _DIGITS + _LOWER + _UPPER,
    "ln": _DIGITS + _LOWER,
    "un": _DIGITS + _UPPER,
    "hex": _DIGITS + "abcdef",
    "HEX": _DIGITS + "ABCDEF",
    "b64": _DIGITS + _LOWER + _UPPER + "+/",
    "url": _DIGITS + _LOWER + _UPPER + "-_",
    "word": _DIGITS + _LOWER + _UPPER + "_",
    "dash": _DIGITS + _LOWER + _UPPER + "-",
    "b32": _UPPER + "234567",
    "l32": _LOWER + "234567",
    "b58": "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    "BECH": "023456789ACDEFGHJKLMNPQRSTUVWXYZ",
    "cons": "BCDFGHJKLMNPQRSTVWXYZ",
    "AD": "ABCD",
    "AP": "ABCDEFGHIJKLMNOP",
    "AQgw": "AQgw",
}
_FIELD = re.compile(r"\{([A-Za-z0-9]+)(?::([0-9]+)(?:-([0-9]+))?)?\}")
_MARKS = re.compile(
    r"(?s)(?:@(?P<key>[A-Za-z0-9_.-]+) )?(?P<before>[^«]*)«(?P<value>[^»]*)»(?P<after>.*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One value and the context it is known by.

    Attributes:
        value: what must be gone.
        before: context in front of it, such as ``passport number: ``.
        after: context behind it.
        key: the JSON key it arrives under; ``""``: any.
    """

    value: str
    before: str = ""
    after: str = ""
    key: str = ""


def plant(form: Format, source: random.Random) -> Planted:
    """Return a random value of a format."""
    text = fill(form, source) if isinstance(form, str) else form(source)
    match = _MARKS.fullmatch(text)
    if match is None:
        return Planted(value=text)
    return Planted(
        value=match["value"], before=match["before"], after=match["after"], key=match["key"] or ""
    )


def named(name: str, body: str) -> tuple[str, ...]:
    """Return the formats of a value known by a name: variable, YAML, JSON text, JSON key."""
    small = name.lower()
    return (
        f"{name}=«{body}»",
        f"{small}: «{body}»",
        f'"{small}": "«{body}»"',
        f"@{small} «{body}»",
    )


def fill(form: str, source: random.Random) -> str:
    """Return the format with a random text for each field."""
    return _FIELD.sub(lambda field: _random_text(field, source), form)


def _random_text(field: re.Match[str], source: random.Random) -> str:
    name, shortest, longest = field.groups()
    if name in _TEXTS:
        return _TEXTS[name](source)
    length = source.randint(int(shortest), int(longest or shortest))
    return "".join(source.choices(_ALPHABETS[name], k=length))


def _uuid(source: random.Random) -> str:
    digits = f"{source.getrandbits(128):032x}"
    variant = source.choice("89ab")
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"


def _password(source: random.Random) -> str:
    words = source.sample(
        ("Harbor", "violet", "Copper", "Lantern", "quartz", "Meadow", "rocket"), 2
    )
    number, sign = source.randrange(10, 9999), source.choice("!*?_-.+")
    return source.choice(
        (
            f"{words[0]}{sign}{number}",
            f"{words[0]}{words[1]}{number}",
            f"{words[0]}{sign}{words[1]}{sign}{number}",
            "".join(source.choices(_ALPHABETS["an"], k=16)) + str(number),
        )
    )


def _one_of(*texts: str) -> Callable[[random.Random], str]:
    return lambda source: source.choice(texts)


def _number(low: int, high: int, width: int = 2) -> Callable[[random.Random], str]:
    return lambda source: f"{source.randint(low, high):0{width}d}"


_TEXTS: dict[str, Callable[[random.Random], str]] = {
    "uuid": _uuid,
    "pw": _password,
    "mm": _number(1, 12),
    "dd": _number(1, 28),
    "yy": _number(0, 99),
    "yyyy": _number(1940, 2005, 4),
    "byte": _number(1, 254, 1),
    "month": _one_of("January", "March", "May", "August", "October", "December"),
    "user": _one_of("app", "admin", "svc_reports", "postgres", "root", "deploy", "reader"),
    "host": _one_of("db.example.com", "cache.internal", "mq-1.prod.example.net", "localhost"),
    "first": _one_of(
        *(
            "Alice",
            "Martin",
            "Priya",
            "Diego",
            "Hannah",
            "Tomasz",
            "Wei",
            "Fatima",
            "Olga",
            "Peter",
        ),
        *("Camille", "Yusuf", "Laura", "Henrik", "Grace", "Samuel", "Ingrid", "Rafael", "Nadia"),
    ),
    "last": _one_of(
        *("Johnson", "Okafor", "Sharma", "Morales", "Schneider", "Kowalski", "Nguyen", "Haddad"),
        *(
            "Petrova",
            "Lindqvist",
            "Dubois",
            "Fernandes",
            "Whitaker",
            "Castillo",
            "Moreau",
            "Brandt",
        ),
    ),
    "street": _one_of(
        *("Maple", "Cedar", "Washington", "Lakeview", "Hillcrest", "Jefferson", "Oak", "Sycamore"),
    ),
    "way": _one_of("Street", "Avenue", "Road", "Drive", "Lane", "Boulevard", "St", "Ave", "Rd"),
    "state": _one_of("CA", "NY", "TX", "IL", "WA", "OH", "FL", "MA"),
    "city": _one_of("Springfield", "Portland", "Riverside", "Franklin", "Salem", "Georgetown"),
    "domain": _one_of("example.com", "mail.example.org", "post.example.co.uk", "example-shop.de"),
}
