"""The leaves of a span or value in columns: `collector` fills them, steps and engines read them.

An object for each leaf would cost more than searching it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from otel_redact.types import Leaf

__all__ = ["Leaves", "columns_of"]


class Leaves(Sequence[Leaf]):
    """A sequence of leaves that makes a ``Leaf`` only for whoever asks for one.

    Attributes:
        texts: what is searched; the first column decides the length.
        keys: nearest key above each text, as ``Leaf.key``.
        structural: as ``Leaf.structural``.
    """

    __slots__ = ("keys", "structural", "texts")

    def __init__(self) -> None:
        """Start empty."""
        self.texts: list[str] = []
        self.keys: list[str] = []
        self.structural: list[bool] = []

    def __repr__(self) -> str:
        """Show the number only: texts and keys may be content."""
        return f"Leaves({len(self.texts)})"

    def add(self, text: str, key: str, *, structural: bool) -> int:
        """Append one leaf; return its index."""
        self.texts.append(text)
        self.keys.append(key)
        self.structural.append(structural)
        return len(self.texts) - 1

    def extend(self, texts: Sequence[str], keys: Sequence[str], *, structural: bool) -> None:
        """Append leaves, of which each has its key at the same place."""
        self.texts += texts
        self.keys += keys
        self.structural += [structural] * len(texts)

    def join(self, other: Leaves, texts: Sequence[str]) -> None:
        """Append another's leaves, with other texts in their place."""
        self.texts += texts
        self.keys += other.keys
        self.structural += other.structural

    def truncate(self, length: int) -> None:
        """Drop what was added after there were ``length`` leaves."""
        del self.texts[length:]
        del self.keys[length:]
        del self.structural[length:]

    def __len__(self) -> int:
        """Return the number of leaves."""
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Leaf: ...

    @overload
    def __getitem__(self, index: slice) -> list[Leaf]: ...

    def __getitem__(self, index: int | slice) -> Leaf | list[Leaf]:
        """Return one leaf, or a list of them."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        return Leaf(self.texts[index], self.keys[index], self.structural[index])

    def __iter__(self) -> Iterator[Leaf]:
        """Make every leaf in turn."""
        return map(Leaf, self.texts, self.keys, self.structural)


def columns_of(leaves: Sequence[Leaf]) -> Leaves:
    """Return the same leaves in columns."""
    columns = Leaves()
    for leaf in leaves:
        columns.add(leaf.text, leaf.key, structural=leaf.structural)
    return columns
