"""Any value in; its leaves and a node that rebuilds it out, for anonymizer and pipeline.

One walk does three things: it finds every string, key and number that may carry text, it replaces
the parts of hidden categories, and it stops at the limits (depth, nodes, cycles, JSON layers). The
file is over 300 lines because the kinds of value are one table, read top-down.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Mapping, Sequence

from otel_redact import json_text
from otel_redact.cache import ValueCache
from otel_redact.cached_value import MIN_CACHED_LENGTH, collect_cached
from otel_redact.gate import Gate
from otel_redact.hiding import Hiding
from otel_redact.json_collector import collect_json
from otel_redact.json_tree import MAY_BE_JSON, collect_tree
from otel_redact.leaves import Leaves
from otel_redact.limit import MAX_JSON_LAYERS, MAX_NODES, MAX_TEXT_LENGTH, LimitError
from otel_redact.node import (
    BytesNode,
    FixedNode,
    MappingNode,
    Node,
    NumberNode,
    RecordNode,
    SequenceNode,
    TextNode,
)
from otel_redact.number import MIN_NUMBER_LENGTH, searched_digits, spelled
from otel_redact.place import Place
from otel_redact.shape import field_names, maker, message_members, text_like_types
from otel_redact.types import FAILED_PLACEHOLDER, HIDDEN_PLACEHOLDER, LIMIT_PLACEHOLDER

__all__ = ["Collector"]

_MAX_ENCODED_LEVELS = 28
"""Levels of maps that survive OTLP: each is three protobuf messages deep, the span around them six,
and protobuf's parsers stop at 100 (measured: 32 levels make the SDK's encoder raise, which would
cost the whole batch)."""
_LEVELS_BELOW_LIMIT = 64  # below max_depth the shape is kept this much further, then not at all
_CONTAINERS = (Mapping, list, tuple, set, frozenset)
_FIRST_CHARACTER = re.compile(r"[^\s\ufeff]")
_INT64_MIN, _INT64_MAX = -(2**63), 2**63 - 1


_NOWHERE = Place()


class Collector:
    """The leaves of one span or value, in reading order, and what rebuilds them.

    Args:
        hiding: which parts are hidden; None: none.
        scan: whether leaves are wanted; False only replaces hidden parts.
        max_depth: levels >= 1 of containers whose strings are read; deeper ones become
            ``[redacted]``.
        clean_keys: mapping keys that are known to carry nothing.
        plain: the value goes to an OTLP encoder: what it cannot encode becomes ``[REDACTED]``.
        with_paths: keep the path of every leaf (for a callable that asks for it).
        min_number_length: digits from which on a number is a leaf whatever its key.
        cache: results of attribute texts seen before; not asked where parts are hidden.
        gate: knows texts with nothing to find; not asked where parts are hidden.

    Attributes:
        known_names: entity or rule of each piece replaced in values whose result was known.
    """

    __slots__ = (
        "_cache",
        "_gate",
        "_is_plain",
        "_nodes",
        "_path",
        "_seen",
        "clean_keys",
        "failures",
        "hiding",
        "key_leaves",
        "known_names",
        "leaves",
        "max_depth",
        "min_number_length",
        "paths",
        "plain",
        "scan",
    )

    def __init__(
        self,
        *,
        hiding: Hiding | None = None,
        scan: bool = True,
        max_depth: int = 32,
        clean_keys: Collection[str] = frozenset(),
        plain: bool = False,
        with_paths: bool = False,
        min_number_length: int = MIN_NUMBER_LENGTH,
        cache: ValueCache | None = None,
        gate: Gate | None = None,
    ) -> None:
        """Start with no leaves."""
        self.hiding = hiding
        self.scan = scan
        self.max_depth = max_depth
        self.clean_keys = clean_keys
        self.plain = plain
        self.min_number_length = min_number_length
        self.leaves = Leaves()
        self.key_leaves: list[int] = []
        self.paths: list[tuple[str | int, ...]] | None = [] if with_paths else None
        self.failures: list[str] = []
        self.known_names: list[str] = []
        self._cache = cache
        self._gate = gate
        self._is_plain = plain and scan and hiding is None and not with_paths
        self._path: list[str | int] = []
        self._seen: set[int] = set()
        self._nodes = 0

    def value(self, value: object, place: Place = _NOWHERE) -> Node:
        """Collect one value.

        Args:
            value: anything; never changed.
            place: where it stands.

        Returns:
            A new node; ``node.build(texts)`` gives the new value.

        Raises:
            LimitError: more than ``MAX_NODES`` parts. The leaves stay as they were before.
            RecursionError: nested deeper than the interpreter's stack. Likewise.
        """
        if self._is_plain:
            node = self._simple(value, place)
            if node is not None:
                return node
        leaves, key_leaves, levels = len(self.leaves), len(self.key_leaves), len(self._path)
        self._nodes = 0
        self._seen.clear()
        if place.key:
            self._path.append(place.key)
        try:
            return self._any(value, place, 0)
        except BaseException:
            self.leaves.truncate(leaves)
            del self.key_leaves[key_leaves:]
            if self.paths is not None:
                del self.paths[leaves:]
            raise
        finally:
            del self._path[levels:]

    def _simple(self, value: object, place: Place) -> Node | None:
        """Collect what most attributes are, or return None."""
        kind = type(value)
        if kind is str:
            if self._gate is not None and self._gate.is_clean_value(value, place.key):  # type: ignore[arg-type]  # by its type
                return FixedNode(value)
            if value[:1] in MAY_BE_JSON:  # type: ignore[index]
                return None
            cached = self._cache is not None and len(value) >= MIN_CACHED_LENGTH  # type: ignore[arg-type]
            return None if cached else self.leaf(value, place)  # type: ignore[arg-type]
        fits = kind is float or (kind is int and _INT64_MIN <= value <= _INT64_MAX)  # type: ignore[operator]
        return FixedNode(value) if kind is bool or (place.structural and fits) else None

    def enter(self, path: Sequence[str | int]) -> None:
        """Go down to a place inside the current one; leaves get its path."""
        self._path.extend(path)

    def leave(self, path: Sequence[str | int]) -> None:
        """Come back up from where ``enter`` went."""
        del self._path[len(self._path) - len(path) :]

    def text(self, text: str) -> TextNode | FixedNode:
        """Collect a text that is not read as JSON: a name, a description."""
        return self.leaf(text, _NOWHERE) if self.scan else FixedNode(text)

    def key(self, key: str) -> TextNode | FixedNode:
        """Collect a mapping key or attribute key; its path is the mapping's."""
        if not self.scan or key in self.clean_keys:
            return FixedNode(key)
        self.key_leaves.append(len(self.leaves))
        return self.leaf(key, _NOWHERE)

    def leaf(self, text: str, place: Place) -> TextNode | FixedNode:
        """Append one leaf; a text over ``MAX_TEXT_LENGTH`` is replaced instead."""
        if len(text) > MAX_TEXT_LENGTH:
            self.failures.append("text_length")
            return FixedNode(FAILED_PLACEHOLDER)
        if self.paths is not None:
            self.paths.append(tuple(self._path))
        return TextNode(self.leaves.add(text, place.key, structural=place.structural))

    def string(self, text: str, place: Place, layer: int) -> Node:
        """Collect a string that may hold JSON, ``layer`` layers below the outermost."""
        if self.hiding is not None and place.mask & self.hiding.bits:
            return self.kept(self.hiding.text(text, place.key), place)
        if not self.scan and self.hiding is None:
            return FixedNode(text)
        if len(text) > MAX_TEXT_LENGTH:
            return self.leaf(text, place)
        found = _FIRST_CHARACTER.search(text)
        first = found.group() if found else ""
        if found and (first in "{[" or (first == '"' and "\\" in text)):
            node = self._json(text, found.start(), place, layer)
            if node is not None:
                return node
        if self.hiding is not None and self.hiding.covers_text(text, place):
            self.hiding.parts += 1
            return FixedNode(HIDDEN_PLACEHOLDER)
        return self.leaf(text, place) if self.scan else FixedNode(text)

    def _json(self, text: str, begin: int, place: Place, layer: int) -> Node | None:
        """Collect a text that may be JSON, or return None where it is none."""
        fast = self.hiding is None and self.paths is None and layer <= MAX_JSON_LAYERS
        if fast and text[begin] != '"':
            tree = collect_tree(self, text, begin, place, layer)
            if tree is not None:
                return tree
        try:
            document = json_text.parse(text)
        except json_text.NestingError:
            self.failures.append("json_nesting")
            return FixedNode(FAILED_PLACEHOLDER)
        if document is None:
            return None
        if layer > MAX_JSON_LAYERS:
            return FixedNode(LIMIT_PLACEHOLDER)
        self.count(len(document.tokens))
        return collect_json(self, document, place, layer)

    def tree(self, text: str, place: Place) -> Node | None:
        """Collect JSON text, or return None (and no leaf) where it is not one whole value."""
        return collect_tree(self, text, 0, place, 0)

    def _attribute(self, text: str, place: Place) -> Node:
        """Collect a value that is a string, or recognise it."""
        cache = self._cache if self._is_plain else None
        if cache is None or not MIN_CACHED_LENGTH <= len(text) <= MAX_TEXT_LENGTH:
            return self.string(text, place, 0)
        return collect_cached(cache, text, place, self)

    def kept(self, text: str, place: Place) -> Node:
        """Collect what stays of a hidden string: an id is read for secrets like any other text."""
        if not self.scan or text == HIDDEN_PLACEHOLDER:
            return FixedNode(text)
        return self.leaf(text, place)

    def number(self, number: object, digits: str, place: Place) -> Node:
        """Collect a number by its digits, if it may be a secret."""
        searched = searched_digits(digits, place.key, self.min_number_length)
        if searched is None or place.structural or not self.scan:
            return FixedNode(number)
        return self._stand_in(number, searched, place)

    def _stand_in(self, value: object, text: str, place: Place) -> Node:
        """Collect the text that is searched in a value's stead."""
        node = self.leaf(text, place)
        return NumberNode(value, text, node.index) if isinstance(node, TextNode) else node

    def count(self, nodes: int = 1) -> None:
        """Count parts of the value that is collected.

        Raises:
            LimitError: they are more than ``MAX_NODES``.
        """
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise LimitError(f"more than {MAX_NODES} parts in one value")

    def _any(self, value: object, place: Place, depth: int) -> Node:
        self.count()
        if value is None or isinstance(value, bool):
            return FixedNode(value)
        if place.in_messages and self.hiding is not None and not isinstance(value, _CONTAINERS):
            place = place._replace(mask=self.hiding.message(place.mask))
        if isinstance(value, str):
            if depth > self.max_depth:
                return FixedNode(LIMIT_PLACEHOLDER)
            return (
                self._attribute(str.__str__(value), place)
                if depth == 0
                else (self.string(str.__str__(value), place, 0))
            )
        if isinstance(value, (bytes, bytearray)):
            return self._bytes(bytes(value), place, depth)
        if isinstance(value, (int, float)):
            return self._number(value, place)
        if isinstance(value, _CONTAINERS):
            return self._container(value, place, depth)
        return self._object(value, place, depth)

    def _number(self, value: float, place: Place) -> Node:
        if self.hiding is not None and place.mask & self.hiding.bits:
            return FixedNode(HIDDEN_PLACEHOLDER)
        value = float(value) if isinstance(value, float) else int(value)  # no enumeration's member
        if isinstance(value, int) and self.plain and not _INT64_MIN <= value <= _INT64_MAX:
            return self.leaf(str(value), place)
        return self.number(value, spelled(value), place)

    def _bytes(self, value: bytes, place: Place, depth: int) -> Node:
        if self.hiding is not None and place.mask & self.hiding.bits:
            return FixedNode(HIDDEN_PLACEHOLDER.encode())
        if depth > self.max_depth:
            return FixedNode(LIMIT_PLACEHOLDER.encode())
        text = value.decode("utf-8", "surrogateescape")
        return BytesNode(value, self.string(text, place, 0))

    def _container(self, value: Collection[object], place: Place, depth: int) -> Node:
        levels = _MAX_ENCODED_LEVELS if self.plain else self.max_depth + _LEVELS_BELOW_LIMIT
        if depth >= levels or id(value) in self._seen:
            self.failures.append("depth")
            return FixedNode(LIMIT_PLACEHOLDER)
        self._seen.add(id(value))
        try:
            if isinstance(value, Mapping):
                return self._mapping(value, place, depth)
            return self._sequence(value, place, depth)
        finally:
            self._seen.discard(id(value))

    def _sequence(self, value: Collection[object], place: Place, depth: int) -> Node:
        if self.hiding is not None and self.hiding.is_message_list(place.key):
            place = place._replace(in_messages=True)
        nodes = []
        for index, item in enumerate(value):
            self._path.append(index)
            nodes.append(self._any(item, place, depth + 1))
            self._path.pop()
        return SequenceNode(maker(value, plain=self.plain), nodes)

    def _mapping(self, value: Mapping[object, object], place: Place, depth: int) -> Node:
        hiding, mask = self.hiding, place.mask
        if hiding is not None:
            mask = hiding.members(mask, message_members(value), in_messages=place.in_messages)
        items = []
        for name, item in value.items():
            text = str.__str__(name) if isinstance(name, str) else ""
            below = mask if hiding is None else hiding.child(mask, text)
            self._path.append(text)
            node = self._any(item, Place(text, below, place.structural), depth + 1)
            self._path.pop()
            items.append((self._mapping_key(name, mask), node))
        return MappingNode(items)

    def _mapping_key(self, name: object, mask: int) -> Node:
        if isinstance(name, str):
            name = str.__str__(name)
            if self.hiding is not None and mask & self.hiding.bits:
                return FixedNode(name if self.hiding.keeps_key(name) else HIDDEN_PLACEHOLDER)
            return self.key(name)
        if self.plain and not isinstance(name, (int, float)):
            return FixedNode(FAILED_PLACEHOLDER)
        return self._any(name, Place("", mask), 0)

    def _object(self, value: object, place: Place, depth: int) -> Node:
        """Collect what is neither text, number nor container; an encoder could send none of it."""
        if not self.plain and isinstance(value, text_like_types()):
            text = str(value.value if isinstance(value, enum.Enum) else value)
            return self._stand_in(value, text, place)
        names = None if self.plain else field_names(value)
        if names is None or depth >= self.max_depth or id(value) in self._seen:
            self.failures.append("value_type")
            return FixedNode(FAILED_PLACEHOLDER)
        self._seen.add(id(value))
        nodes = [
            (name, self._any(getattr(value, name), Place(name, place.mask), depth + 1))
            for name in names
        ]
        self._seen.discard(id(value))
        return RecordNode(value, nodes)
