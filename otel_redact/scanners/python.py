"""Literals by ``bytes.find``: nothing to install, and the GIL is never handed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import prod
from typing import ClassVar

from otel_redact.scanners.scanner import Occurrence

__all__ = ["PythonScanner"]

_PIVOT_LENGTHS = (2, 3, 4)
# How often a byte comes in a hundred of English text and JSON, roughly: what is common makes a
# pivot stop often, and a stop costs as much as looking through a kilobyte.
_SHARES = {
    byte: share
    for bytes_, share in ((b" ", 15), (b"e", 9), (b"aot", 7), (b"inrs", 6), (b"hdlu0", 3))
    for byte in bytes_
}
_RARE_SHARE = 1
_PASSES_PER_STOP_IN_A_BYTE = 150

_MAX_CONTEXTS = 4096
_BEHIND = 2

_Lookup = tuple[int, int, dict[bytes, int]]


_NO_LOOKUP: tuple[_Lookup, ...] = ((0, 0, {}),)


class PythonScanner:
    """Scan with one ``find`` pass for each pivot: two bytes that several literals have in common.

    Where a pivot occurs, the bytes around it are looked up in a table for each place that the pivot
    has in a literal.

    Thread: any; what is remembered is the same whoever writes it.
    """

    name: ClassVar[str] = "python"
    requirement: ClassVar[str] = ""

    def __init__(self, literals: Sequence[bytes]) -> None:
        """Choose the pivots.

        Args:
            literals: not empty, each once.
        """
        self._groups = tuple(_groups(literals))

    @staticmethod
    def load() -> None:
        """Load nothing: everything is there."""

    def scan(self, data: bytes) -> list[Occurrence]:
        """Return each occurrence once, pivot after pivot; a new list."""
        found: list[Occurrence] = []
        for group in self._groups:
            group.scan(data, found)
        return found


class _Group:
    """Literals with one pivot, by how far into them it stands and how long they are.

    Most stops are ruled out by the bytes beside the pivot: which lookups these leave is remembered.
    """

    def __init__(self, pivot: bytes, literals: Iterable[tuple[int, bytes]]) -> None:
        self._pivot = pivot
        self._literals = tuple(literals)
        self._every = _lookups(pivot, self._literals)
        self._contexts: dict[bytes, tuple[_Lookup, ...]] = {}

    def scan(self, data: bytes, found: list[Occurrence]) -> None:
        """Add what occurs in ``data`` to ``found``."""
        pivot, contexts, find = self._pivot, self._contexts, data.find
        reach = len(pivot) + _BEHIND
        last = len(data) - reach
        place = find(pivot)
        while place >= 0:
            if 0 < place <= last:
                context = data[place - 1 : place + reach]
                lookups = contexts.get(context) or self._lookups_in(context)
            else:
                lookups = self._every
            for offset, length, table in lookups:
                start = place - offset
                index = table.get(data[start : start + length]) if start >= 0 else None
                if index is not None:
                    found.append((index, start, start + length))
            place = find(pivot, place + 1)

    def _lookups_in(self, context: bytes) -> tuple[_Lookup, ...]:
        """Return the lookups that a pivot's neighbours leave, never none."""
        if len(self._contexts) >= _MAX_CONTEXTS:
            return self._every
        pivot = self._pivot
        left = [
            (index, literal)
            for index, literal in self._literals
            if _agrees(literal, literal.find(pivot), context)
        ]
        lookups = self._contexts[context] = _lookups(pivot, left) or _NO_LOOKUP
        return lookups


def _agrees(literal: bytes, offset: int, context: bytes) -> bool:
    """Tell whether a literal whose pivot is at ``offset`` may have these neighbours."""
    first = max(offset - 1, 0)
    piece = literal[first : first + len(context) - (offset == 0)]
    return context.startswith(piece, int(offset == 0))


def _lookups(pivot: bytes, literals: Iterable[tuple[int, bytes]]) -> tuple[_Lookup, ...]:
    tables: dict[tuple[int, int], dict[bytes, int]] = {}
    for index, literal in literals:
        tables.setdefault((literal.find(pivot), len(literal)), {})[literal] = index
    return tuple((offset, length, table) for (offset, length), table in tables.items())


def _groups(literals: Sequence[bytes]) -> Iterator[_Group]:
    """Cover the literals with cheap pivots: again and again the one that does most for its cost."""
    rest = dict(enumerate(literals))
    while rest:
        shared = Counter(pivot for literal in rest.values() for pivot in _pivots(literal))
        pivot = max(shared, key=lambda one: (shared[one] / _cost(one), one))
        group = {index: literal for index, literal in rest.items() if pivot in literal}
        rest = {index: literal for index, literal in rest.items() if index not in group}
        yield _Group(pivot, group.items())


def _pivots(literal: bytes) -> set[bytes]:
    return {
        literal[start : start + length]
        for length in _PIVOT_LENGTHS
        for start in range(len(literal) - length + 1)
    } or {literal}


def _cost(pivot: bytes) -> float:
    """Return what a pivot costs, in passes over the text."""
    share = prod(_SHARES.get(byte, _RARE_SHARE) / 100 for byte in pivot)
    return 1 + _PASSES_PER_STOP_IN_A_BYTE * share
