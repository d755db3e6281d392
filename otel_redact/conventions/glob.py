"""Globs in, the most specific one that names a key out; `classifier` asks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Generic, TypeVar

__all__ = ["GlobTable", "compile_glob", "literal_prefix"]

T = TypeVar("T")

_WILDCARD = re.compile(r"\*+|\{n\}")


class GlobTable(Generic[T]):
    """Finds the value of the most specific glob: literal, then longest literal text, then first.

    Args:
        rows: pairs of a glob and its value, in order of registration.
    """

    __slots__ = ("_anywhere", "_buckets", "_exact")

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        """Sort the globs by specificity and by what keys have before their first dot."""
        self._exact: dict[str, T] = {}
        wild: list[tuple[str, T]] = []
        for glob, value in rows:
            if _WILDCARD.search(glob) is None:
                self._exact.setdefault(glob, value)
            else:
                wild.append((glob, value))
        wild.sort(key=lambda row: -len(_WILDCARD.sub("", row[0])))
        keyed = [
            (_first_segment(glob), (literal_prefix(glob), _beyond_prefix(glob), value))
            for glob, value in wild
        ]
        self._anywhere = tuple(row for segment, row in keyed if not segment)
        self._buckets = {
            bucket: tuple(row for segment, row in keyed if segment in {bucket, ""})
            for bucket, _ in keyed
            if bucket
        }

    def find(self, key: str) -> T | None:
        """Return the value of the glob that names ``key``, or None where none does."""
        value = self._exact.get(key)
        if value is not None:
            return value
        for prefix, glob, candidate in self._buckets.get(key.partition(".")[0], self._anywhere):
            if key.startswith(prefix) and (not glob or compile_glob(glob).fullmatch(key)):
                return candidate
        return None


@functools.cache  # most globs of a convention never meet a key with their prefix
def compile_glob(glob: str) -> re.Pattern[str]:
    """Compile a glob to a pattern for ``fullmatch`` whose time is linear in the key.

    Every piece between two stars is looked for once, leftmost first, inside an atomic group
    (spelled as look-ahead and back-reference, since ``re`` has them only from Python 3.11).

    Args:
        glob: ``*`` is any run of characters, ``{n}`` one index of 1 to 6 ASCII digits.
    """
    first, *rest = (_piece(piece) for piece in re.split(r"\*+", glob))
    source = first
    for number, piece in enumerate(rest[:-1]):
        source += f"(?=(?P<_{number}>.*?{piece}))(?P=_{number})"
    if rest:
        source += f".*{rest[-1]}"
    return re.compile(source, re.DOTALL)


def literal_prefix(glob: str) -> str:
    """Return what stands before a glob's first wildcard."""
    return _WILDCARD.split(glob, maxsplit=1)[0]


def _beyond_prefix(glob: str) -> str:
    """Return the glob, or ``""`` where its literal prefix says it all."""
    return "" if glob == literal_prefix(glob) + "*" else glob


def _first_segment(glob: str) -> str:
    """Return what every matching key has before its first dot; ``""`` where that is open."""
    segment, dot, _ = literal_prefix(glob).partition(".")
    return segment if dot else ""


def _piece(piece: str) -> str:
    # More digits could be a number of the user's, and keys of convention files carry none.
    return "[0-9]{1,6}".join(re.escape(part) for part in piece.split("{n}"))
