"""Some of many literals in, where each occurs out; called by scanners that know which occur."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from otel_redact.scanners.scanner import Occurrence

__all__ = ["find_each"]


def find_each(data: bytes, literals: Sequence[bytes], indexes: Iterable[int]) -> list[Occurrence]:
    """Return where the literals of these indexes occur, overlapping ones too; a new list."""
    found: list[Occurrence] = []
    for index in indexes:
        literal = literals[index]
        start = data.find(literal)
        while start >= 0:
            found.append((index, start, start + len(literal)))
            start = data.find(literal, start + 1)
    return found
