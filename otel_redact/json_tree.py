"""JSON text that the C parser takes in, its leaves and a node out; `collector` calls it first.

What the parser refuses (cut or malformed text, several values in a row) and what is too deep is
left to `json_collector`, which reads the same leaves, an order of magnitude slower.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING, TypeAlias

from otel_redact.json_tree_node import TreeNode
from otel_redact.node import Node
from otel_redact.number import asks_for_digits
from otel_redact.place import Place

if TYPE_CHECKING:
    from otel_redact.collector import Collector

__all__ = ["MAY_BE_JSON", "collect_tree"]


class _Number(str):
    """A number as the text spells it, told apart from a string by its type."""

    __slots__ = ()


Tree: TypeAlias = "tuple[tuple[str, Tree], ...] | list[Tree] | str | bool | float | None"

# Members stay pairs, so that a key that comes twice has both its values.
_scan: Callable[[str, int], tuple[Tree, int]] = json.JSONDecoder(
    object_pairs_hook=tuple, parse_int=_Number, parse_float=_Number, strict=False
).scan_once  # type: ignore[attr-defined]  # typeshed leaves it out
_BLANK = " \t\n\r"

# Such a string may be JSON itself: what it begins with opens a value, or is white space before one.
MAY_BE_JSON = frozenset(
    '{["\ufeff \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000'
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)


class _TooDeepError(Exception):
    """Containers nest deeper than strings are read."""


def collect_tree(
    collector: Collector, text: str, begin: int, place: Place, layer: int
) -> Node | None:
    """Collect the leaves of one JSON text.

    Args:
        collector: where leaves go; nothing is hidden and no paths are kept.
        text: JSON, or what looks like it.
        begin: where its ``{`` or ``[`` stands.
        place: where the string that holds it stands.
        layer: 0 for the outermost JSON text, 1 for JSON inside it, ….

    Returns:
        A new node, or None (and no leaf) where the text is for `json_collector`.
    """
    leaves = collector.leaves
    first = len(leaves)
    try:
        tree, end = _scan(text, begin)
        if end < len(text) and text[end:].strip(_BLANK):
            return None
        walk = _Walk(tree, collector, place.key)
    except (ValueError, RecursionError, StopIteration, _TooDeepError):
        leaves.truncate(first)
        return None
    plain = len(leaves.texts) - first
    if not (walk.strings or walk.numbers):
        return None
    collector.count(walk.strings + len(walk.numbers))
    leaves.structural += [place.structural] * plain
    node = TreeNode(text, leaves, range(first, first + plain), place.key)
    _collect_later(collector, walk, node, place, layer)
    return node


def _collect_later(
    collector: Collector, walk: _Walk, node: TreeNode, place: Place, layer: int
) -> None:
    """Collect what needs a node of its own: JSON inside strings, unknown keys, some numbers."""
    for inner, key in walk.later:
        inner_place = Place(key, place.mask, place.structural)
        node.strings.append((key, inner, collector.string(inner, inner_place, layer + 1)))
    for name in walk.keys:
        node.keys.append((name, collector.key(name)))
    for spelled, key in walk.found_numbers(collector.min_number_length):
        number_place = Place(key, place.mask, place.structural)
        node.numbers.append((key, spelled, collector.number(spelled, spelled, number_place)))


class _Walk:
    """A parsed text, level by level: plain strings go to the collector, the rest is for later.

    Attributes:
        strings: how many strings and keys there are.
        numbers: spellings of the numbers.
        number_keys: of each number, the nearest key above it.
        later: text and key of strings that may be JSON.
        keys: keys that nobody knows to be clean.
    """

    __slots__ = ("keys", "later", "number_keys", "numbers", "strings")

    def __init__(self, tree: Tree, collector: Collector, default: str) -> None:
        """Walk, in one loop without a call: it runs for every value of every span.

        Args:
            tree: what ``_scan`` returned.
            collector: gets the texts and keys of plain strings.
            default: the key of what has none above it.

        Raises:
            _TooDeepError: containers stand deeper than the collector's ``max_depth``.
        """
        leaves = collector.leaves
        add_text, add_key = leaves.texts.append, leaves.keys.append
        numbers: list[str] = []
        number_keys: list[str] = []
        later: list[tuple[str, str]] = []
        unknown: list[str] = []
        clean = collector.clean_keys
        named, before = 0, len(leaves.texts)
        level: list[tuple[str, Tree]] = [(default, tree)]
        for _ in range(collector.max_depth):
            below: list[tuple[str, Tree]] = []
            for above, container in level:
                if type(container) is tuple:
                    members: Iterable[tuple[str, Tree]] = container
                    named += len(container)
                    unknown += [name for name, _ in container if name not in clean]
                else:
                    members = zip(repeat(above), container)  # type: ignore[arg-type]  # a list
                for key, value in members:
                    kind = type(value)
                    if kind is str:
                        if value[:1] in MAY_BE_JSON:  # type: ignore[index, operator]  # by its type
                            later.append((value, key or default))  # type: ignore[arg-type]
                        else:
                            add_text(value)  # type: ignore[arg-type]
                            add_key(key or default)
                    elif kind is tuple or kind is list:
                        below.append((key or default, value))
                    elif kind is _Number:
                        numbers.append(value)  # type: ignore[arg-type]
                        number_keys.append(key or default)
            level = below
            if not level:
                break
        else:
            raise _TooDeepError
        self.strings = named + len(leaves.texts) - before + len(later)
        self.keys, self.later = unknown, later
        self.numbers, self.number_keys = numbers, number_keys

    def found_numbers(self, min_length: int) -> Iterator[tuple[str, str]]:
        """Yield spelling and key of the numbers that may be secrets.

        Args:
            min_length: digits from which on a whole number may be one whatever its key.
        """
        if not self.numbers:
            return
        asking = {key for key in set(self.number_keys) if asks_for_digits(key)}
        if not asking and max(map(len, self.numbers)) < min_length:
            return
        for spelled, key in zip(self.numbers, self.number_keys, strict=True):
            if key in asking or (
                len(spelled) >= min_length
                and (spelled[1:].isdigit() or spelled.endswith(".0") or len(spelled) == 1)
            ):
                yield spelled, key
