"""The name of a hostile object in, the object out, made when it is used: no two runs share one.

Strategies draw names, so that a failing input can be read.
"""

from __future__ import annotations

import datetime
import decimal
import enum
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.leaks.matrix_canary import canary, payload

__all__ = ["CANARIES", "ODD_NAMES", "PII", "Odd", "made"]

CANARIES = (payload(1, "pii"), payload(77, "secret"), payload(2, "pii"), payload(78, "secret"))
"""Texts the default detectors find wherever they stand between blanks."""

PII = frozenset({canary(1, "pii"), canary(2, "pii")})
"""The canaries that may stay in STRUCTURE."""


class Odd(NamedTuple):
    """Stands for a hostile object in what a strategy draws."""

    name: str


def made(value: object) -> object:
    """Return a value with every ``Odd`` in it made."""
    if isinstance(value, Odd):
        return _ODD[value.name]()
    if isinstance(value, dict):
        return {key: made(item) for key, item in value.items()}
    return [made(item) for item in value] if isinstance(value, list) else value


class Refusing:
    """Raises whatever is asked of it."""

    def __getattribute__(self, name: str) -> object:
        raise RuntimeError(CANARIES[0])

    def __repr__(self) -> str:
        raise RuntimeError(CANARIES[0])

    __str__ = __iter__ = __len__ = __bool__ = __hash__ = __eq__ = __repr__


class Talking:
    """Says a canary, whoever asks."""

    def __repr__(self) -> str:
        return f"a {CANARIES[1]} b"

    __str__ = __repr__


class Word(str, enum.Enum):
    SECRET = CANARIES[1]


class Text(str):
    """A string whose methods lie."""

    __slots__ = ()

    def __str__(self) -> str:
        return CANARIES[0]

    def __len__(self) -> int:
        return 0

    def lower(self) -> str:
        raise RuntimeError


class Names(dict):
    """A mapping that cannot be walked."""

    def items(self):
        raise RuntimeError(CANARIES[0])


def _cycle() -> list[object]:
    inner: list[object] = [CANARIES[0]]
    inner.append({"again": inner})
    return inner


def _deep(levels: int) -> object:
    value: object = CANARIES[1]
    for level in range(levels):
        value = [value] if level % 2 else {"a": value}
    return value


_ODD: Mapping[str, Callable[[], object]] = {
    "refuses": Refusing,
    "talks": Talking,
    "object": object,
    "cycle": _cycle,
    "enumeration": lambda: Word.SECRET,
    "lying text": lambda: Text(f" {CANARIES[1]} "),
    "mapping that cannot be walked": lambda: Names(a=CANARIES[1]),
    "40 levels": lambda: _deep(40),
    "3000 levels": lambda: _deep(3000),
    "set": lambda: {CANARIES[0], 1},
    "keys that are no text": lambda: {("a", CANARIES[1]): 1, None: CANARIES[0], 3: CANARIES[1]},
    "tuple": lambda: (CANARIES[0], None, [b"\xff", CANARIES[1].encode()]),
    "latin-1 bytes": lambda: f"\xff {CANARIES[1]} ".encode("latin-1"),
    "bytearray": lambda: bytearray(CANARIES[0], "ascii"),
    "memoryview": lambda: memoryview(CANARIES[1].encode()),
    "generator": lambda: (one for one in CANARIES),
    "decimal": lambda: decimal.Decimal(4111111111111111),
    "date": lambda: datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
    "numbers": lambda: [None, float("nan"), float("inf"), -0.0, 2**70, -(2**63)],
    "long text": lambda: f" {CANARIES[1]} " * 2000,
    "surrogates": lambda: f"\ud800 {CANARIES[0]} \udfff\x00",
    "exception": lambda: RuntimeError(CANARIES[0]),
    "class": lambda: type("T", (), {}),
    "complex": lambda: complex(1, 2),
    "range": lambda: range(3),
}
ODD_NAMES = tuple(_ODD)
