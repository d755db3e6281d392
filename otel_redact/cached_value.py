"""An attribute's text in, a node that knows its result from before or remembers it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from otel_redact.json_tree_node import TreeNode
from otel_redact.node import FixedNode, Node
from otel_redact.place import Place
from otel_redact.texts import Texts

if TYPE_CHECKING:
    from otel_redact.cache import Known, ValueCache
    from otel_redact.leaves import Leaves

__all__ = ["MIN_CACHED_LENGTH", "collect_cached"]

MIN_CACHED_LENGTH = 128
"""Code points; searching a shorter text costs about what digesting it does."""


def collect_cached(cache: ValueCache, text: str, place: Place, reader: Reader) -> Node:
    """Collect a text of which all, or the first part, may be known.

    Where a JSON array begins with elements that are known, as every call of a chat resends what was
    said before, only the elements behind them are collected.

    Args:
        cache: of the anonymizer that will run.
        text: at least ``MIN_CACHED_LENGTH`` code points.
        place: where it stands.
        reader: collects what is not known; its ``known_names`` grow by what is.

    Raises:
        LimitError: as ``Collector.value``.
    """
    is_array = text[0] == "[" and text[-1] == "]"
    known = cache.look_up(text, place.key, structural=place.structural, is_array=is_array)
    names, leaves = reader.known_names, reader.leaves
    if known.length == len(text) - is_array:
        names += known.names
        if known.text is None:
            return FixedNode(text)
        return FixedNode(known.text + "]" if is_array else known.text)
    first = len(leaves)
    rest = text
    inner: Node | None = None
    if known.length:
        rest = "[" + text[known.length + 1 :]
        inner = reader.tree(rest, place)
    if inner is None:
        known, rest = known._replace(length=0, text=None, names=()), text
        inner = reader.string(text, place, 0)
    names += known.names
    if is_array and not isinstance(inner, TreeNode):
        return inner  # no whole JSON array: its first elements say nothing about others
    value = _Value(text, place.key, rest, range(first, len(leaves)))
    return _StoringNode(cache, known, value, inner)


class Reader(Protocol):
    """What collects texts: the collector."""

    known_names: list[str]

    @property
    def leaves(self) -> Leaves:
        """What is collected so far."""
        ...

    def tree(self, text: str, place: Place) -> Node | None:
        """Collect JSON text, or return None (and no leaf) where it is not one whole value."""
        ...

    def string(self, text: str, place: Place, layer: int) -> Node:
        """Collect any text."""
        ...


class _Value(NamedTuple):
    """A text that is not known, or not wholly.

    Attributes:
        text: all of it.
        key: its attribute's.
        rest: what was collected of it.
        own: indices of its leaves.
    """

    text: str
    key: str
    rest: str
    own: range


class _StoringNode:
    """Remembers what becomes of a text once it is built, unless something failed.

    On error: the result is not remembered.
    """

    __slots__ = ("_cache", "_inner", "_known", "_value")

    def __init__(self, cache: ValueCache, known: Known, value: _Value, inner: Node) -> None:
        self._cache = cache
        self._known = known
        self._value = value
        self._inner = inner

    def build(self, texts: Sequence[str]) -> str:
        """Return the new text, or the very same string when nothing changed."""
        new = str(self._inner.build(texts))
        known, (text, key, rest, own) = self._known, self._value
        if known.length:
            if known.text is None and new is rest:
                new = text
            else:
                before = text[: known.length] if known.text is None else known.text
                new = before + "," + new[1:]
        if isinstance(texts, Texts) and not texts.failed:
            names = [*known.names, *(name for index, name in texts.hits if index in own)]
            is_array = text[0] == "[" and text[-1] == "]"
            self._cache.store(known, text, key, is_array=is_array, new=new, names=names)
        return new
