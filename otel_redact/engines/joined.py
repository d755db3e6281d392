"""Texts in, one piece of bytes out that has a byte for each code point; called by the engine."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

__all__ = ["Joined", "join", "shape_of"]

_SEPARATOR = "\0"
_UPPER = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHAPE = bytes.maketrans(_UPPER + b"123456789", _UPPER.lower() + b"0" * 9)


class Joined(NamedTuple):
    """Texts one behind the other, a NUL before, between and behind them.

    Attributes:
        shape: letters in lower case, digits as ``0``, everything beyond ASCII as ``?``.
        starts: where each text starts in ``shape``; as many as texts.
    """

    shape: bytes
    starts: list[int]


def shape_of(text: str) -> bytes:
    """Return the shape of a text: a byte for each code point."""
    return text.encode("ascii", "replace").translate(_SHAPE)


def join(texts: Sequence[str]) -> Joined:
    """Return the joined shape of texts, in time linear in their length."""
    joined = _SEPARATOR.join(("", *texts, ""))
    starts = list(map(add, accumulate(map(len, texts), initial=1), count()))
    starts.pop()
    return Joined(shape_of(joined), starts)
