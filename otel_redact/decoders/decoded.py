"""A text and what to rewrite in it in, the rewritten text and the way back to offsets out."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

__all__ = ["Decoded", "rewrite"]

_OFFSETS = "I"  # a leaf has at most 4 Mi code points


def _offsets() -> array[int]:
    return array(_OFFSETS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text as it reads when something in it is undone. All offsets count code points.

    Between the pieces it is the original, character for character.

    Attributes:
        text: what is searched.
        heads: where each rewritten piece begins in ``text``, ascending.
        tails: where it ends there; where its head is if it was removed.
        starts: where it begins in the original.
        ends: where it ends there.
        below: how the original itself came about; None: it is the leaf's text.
        key: the key above ``text`` inside of what was decoded; None: the leaf's own.
        secrets_only: only findings of the group ``secrets`` count.
    """

    text: str = field(repr=False)
    heads: array[int] = field(default_factory=_offsets, repr=False)
    tails: array[int] = field(default_factory=_offsets, repr=False)
    starts: array[int] = field(default_factory=_offsets, repr=False)
    ends: array[int] = field(default_factory=_offsets, repr=False)
    below: Decoded | None = field(default=None, repr=False)
    key: str | None = field(default=None, repr=False)
    secrets_only: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return which span of the leaf's text a span of ``text`` stands for.

        A piece of which anything is meant is meant as a whole.

        Args:
            start: first code point.
            end: one past the last; ``end > start``.
        """
        first, _ = self._character(start)
        _, last = self._character(end - 1)
        return (first, last) if self.below is None else self.below.span(first, last)

    def on(self, below: Decoded | None) -> Decoded:
        """Return the same text on another's: ``below.text`` is the original."""
        if below is None:
            return self
        return replace(self, below=below if self.below is None else self.below.on(below))

    def _character(self, place: int) -> tuple[int, int]:
        """Return where one character of ``text`` stands in the original."""
        piece = bisect_right(self.heads, place) - 1
        if piece < 0:
            return place, place + 1
        tail, end = self.tails[piece], self.ends[piece]
        if place < tail:
            return self.starts[piece], end
        return end + place - tail, end + place - tail + 1


def rewrite(
    text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> Decoded | None:
    """Replace what a pattern matches.

    Args:
        text: the original.
        pattern: takes time linear in the text.
        replacement: returns what a match stands for, or the match's own text to leave it.

    Returns:
        None where nothing is replaced.
    """
    heads, tails, starts, ends = _offsets(), _offsets(), _offsets(), _offsets()
    pieces: list[str] = []
    place = done = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        new = replacement(match)
        if new == match[0]:
            continue
        pieces += text[done:start], new
        place += start - done
        heads.append(place)
        place += len(new)
        tails.append(place)
        starts.append(start)
        ends.append(end)
        done = end
    if not heads:
        return None
    pieces.append(text[done:])
    return Decoded(text="".join(pieces), heads=heads, tails=tails, starts=starts, ends=ends)
