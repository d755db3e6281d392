r"""Which characters `re` and `regex` read differently; `rule_source` and `rule_pattern` ask.

Both follow Unicode, in different versions and by different definitions: a word character is
``str.isalnum`` or ``_`` for ``re``; for ``regex`` a combining mark is one too, a superscript digit
is not. Measured over every code point, Python 3.10 to 3.13 beside regex 2026.9 and 2026.11: about
470 ranges differ for ``\w``, up to ten for ``\d``, U+001C to U+001F for ``\s``, and of the letters
that differ only in case the four of ``I_FAMILY``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

__all__ = [
    "CATEGORIES",
    "FOLDED_REFERENCES",
    "I_FAMILY",
    "category_ranges",
    "class_source",
    "doubtful",
]

CATEGORIES = ("d", "s", "w")
I_FAMILY = "Ii\u0130\u0131"
"""One letter for ``re`` under ``IGNORECASE``; for ``regex`` the dotted and dotless are two."""
FOLDED_REFERENCES = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0390\u03b0\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f4\u03f5"
    "\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05\ufb06]"
)
"""One of them is in each pair that a back-reference under ``IGNORECASE`` compares differently."""

_PLANES = (range(0x40000), range(0xE0000, 0xE0200))
_MAX_FLAT_RANGES = 24
_FAN_OUT = 8
_MAX_ASCII = 0x7F
_MAX_BASIC = 0xFFFF
_MAX_GAP = 0x400


def class_source(ranges: Sequence[tuple[int, int]]) -> str:
    """Write the inside of a set for ``regex`` (version 1); many ranges as a tree.

    ``regex`` tries the members of a set one after another: 749 ranges cost 2 µs a character, a tree
    of intersections of eight 0.2 µs.

    Args:
        ranges: first and last code point of each, in any order.

    Returns:
        Text to stand between ``[`` and ``]``.
    """
    ranges = sorted(ranges)
    if len(ranges) <= _MAX_FLAT_RANGES:
        return "".join(_range(first, last) for first, last in ranges)
    size = -(-len(ranges) // _FAN_OUT)
    pieces = []
    for start in range(0, len(ranges), size):
        block = ranges[start : start + size]
        pieces.append(
            f"[[{_range(block[0][0], max(last for _, last in block))}]&&[{class_source(block)}]]"
        )
    return "".join(pieces)


@functools.cache
def category_ranges(letter: str) -> tuple[tuple[int, int], ...]:
    r"""Return the code points of ``\d``, ``\s`` or ``\w`` as ``re`` reads them in this Python.

    Args:
        letter: one of ``CATEGORIES``.

    Returns:
        First and last code point of each range, sorted.
    """
    return tuple(_ranges(_members(re.compile(f"\\{letter}+"))))


@functools.cache
def doubtful() -> re.Pattern[str]:
    """Return a set of ``re``: a text without any of them the two modules read alike.

    One search costs about 1 ms for 100 KB. Made once, in about 100 ms, when the first text that is
    not ASCII meets a rule that depends on it. Beyond the basic plane, where ``re`` tries the ranges
    of a set one by one, close ranges are taken together.
    """
    import regex  # noqa: PLC0415 - heavy: only when a rule exists

    points = {ord(character) for character in "\u0130\u0131\u017f\u212a"}
    for letter in CATEGORIES:
        ours, theirs = re.compile(f"\\{letter}+"), regex.compile(f"\\{letter}+", regex.V0)
        points |= {point for point in _members(ours) ^ _members(theirs) if point > _MAX_ASCII}
    basic = _ranges(point for point in points if point <= _MAX_BASIC)
    beyond = _ranges((point for point in points if point > _MAX_BASIC), gap=_MAX_GAP)
    return re.compile(f"[{''.join(_range(first, last) for first, last in basic + beyond)}]")


@functools.cache
def _characters() -> tuple[str, ...]:
    return tuple("".join(map(chr, plane)) for plane in _PLANES)


def _members(pattern: re.Pattern[str] | regex.Pattern[str]) -> set[int]:
    """Return the code points in the runs that ``pattern`` matches."""
    points: set[int] = set()
    for plane, text in zip(_PLANES, _characters(), strict=True):
        for match in pattern.finditer(text):
            points.update(range(plane.start + match.start(), plane.start + match.end()))
    return points


def _ranges(points: Iterable[int], gap: int = 1) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for point in sorted(points):
        if ranges and point - ranges[-1][1] <= gap:
            ranges[-1] = (ranges[-1][0], point)
        else:
            ranges.append((point, point))
    return ranges


def _range(first: int, last: int) -> str:
    return f"\\U{first:08x}-\\U{last:08x}" if last > first else f"\\U{first:08x}"
