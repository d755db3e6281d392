"""A parsed JSON text in, a `JsonNode` out; `collector` calls it for strings that hold JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from otel_redact.json_text import Kind
from otel_redact.json_tree_node import TreeNode
from otel_redact.node import CutNode, FixedNode, JsonNode, Node
from otel_redact.place import Place
from otel_redact.types import HIDDEN_PLACEHOLDER, LIMIT_PLACEHOLDER, Category

if TYPE_CHECKING:
    from otel_redact.collector import Collector
    from otel_redact.hiding import Hiding
    from otel_redact.json_text import Document, Token

__all__ = ["collect_json"]

Path: TypeAlias = tuple["str | int", ...]

_MESSAGE_KEYS = frozenset({"content", "function_call", "parts", "tool_calls"})
_CONTENT = int(Category.INPUT | Category.OUTPUT | Category.METADATA)


def collect_json(collector: Collector, document: Document, place: Place, layer: int) -> Node:
    """Collect the leaves of one JSON document.

    Args:
        collector: where leaves go; knows what is hidden.
        document: the parsed text.
        place: where the string that holds it stands.
        layer: 0 for the outermost JSON text, 1 for JSON inside it, ….
    """
    if collector.hiding is not None or collector.paths is not None:
        return _collect_by_place(collector, document, place, layer)
    clean = collector.clean_keys
    places = {"": place, place.key: place}  # one for each key: most keys come many times
    nodes: list[tuple[Token, Node]] = []
    for token in document.tokens:
        key = token.key
        if token.kind is Kind.KEY and key in clean:
            continue
        inner = places.get(key)
        if inner is None:
            inner = places[key] = Place(key, place.mask, place.structural)
        node = _token_node(collector, document, token, inner, layer)
        if node is not None:
            nodes.append((token, node))
    return JsonNode(document, nodes)


def _collect_by_place(
    collector: Collector, document: Document, place: Place, layer: int
) -> JsonNode:
    """Collect where each token's categories or path matter."""
    hiding = collector.hiding
    masks = None if hiding is None else _Masks(hiding, document, place)
    paths = _token_paths(document) if collector.paths is not None else ()
    nodes: list[tuple[Token, Node]] = []
    for number, token in enumerate(document.tokens):
        mask = place.mask if masks is None else masks.token(token)
        inner = Place(token.key or place.key, mask, place.structural)
        if paths:
            collector.enter(paths[number])
        node = _token_node(collector, document, token, inner, layer)
        if paths:
            collector.leave(paths[number])
        if node is not None:
            nodes.append((token, node))
    return JsonNode(document, nodes)


def _token_paths(document: Document) -> Sequence[Path]:
    """Return each token's path in the document; nothing where it is not one whole JSON value."""
    try:
        value = json.loads(document.text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return ()
    paths = list(_leaf_paths(value, ()))
    return paths if len(paths) == len(document.tokens) else ()


class _Pairs(list[tuple[str, object]]):
    """An object's members, duplicates included, told apart from an array by its type."""


def _leaf_paths(value: object, path: Path) -> Iterator[Path]:
    if isinstance(value, _Pairs):
        for key, item in value:
            yield path
            yield from _leaf_paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaf_paths(item, (*path, index))
    elif isinstance(value, str) or (
        isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    ):
        yield path


class _Masks:
    """The categories of a document's containers and tokens, worked out top-down.

    A role or type counts for its whole object, wherever among the members it stands. Where the text
    was cut inside a message, its role may have been cut off: it could be either side's.
    """

    __slots__ = ("_document", "_hiding", "_lists", "_masks", "_outside")

    def __init__(self, hiding: Hiding, document: Document, place: Place) -> None:
        self._hiding = hiding
        self._document = document
        self._outside = place.mask if document.complete else place.mask | _CONTENT
        self._masks: list[int] = []
        self._lists: list[bool] = []
        doubtful, cut_role = _doubtful(document), _cut_role(document)
        told: list[bool] = []  # has the object, or one around it, a role?
        for index, container in enumerate(document.containers):
            top = container.parent < 0
            above = place.mask if top else self._masks[container.parent]
            in_messages = place.in_messages if top else self._lists[container.parent]
            told.append(not top and told[container.parent])
            if container.key:
                above = hiding.child(above, container.key)
            if container.is_object:
                members = container.members
                told[index] = told[index] or hiding.tells(members)
                in_messages = in_messages or (index in doubtful and not told[index])
                above = hiding.members(above, members, in_messages=in_messages)
                above = hiding.message(above) if index == cut_role else above
                self._lists.append(False)
            else:
                name = place.key if top else container.key
                self._lists.append(in_messages or hiding.is_message_list(name))
            self._masks.append(above)

    def token(self, token: Token) -> int:
        """Return a token's categories; where the text is no JSON it could be anything."""
        container = token.container
        if container < 0:
            return self._outside
        above = self._masks[container]
        if token.kind is Kind.KEY:
            return above
        if self._lists[container]:
            return self._hiding.message(above)
        if self._document.containers[container].is_object:
            return self._hiding.child(above, token.key)
        return above


def _doubtful(document: Document) -> set[int]:
    """Return the objects that were open where the text was cut and may be messages.

    An element of a list, an object with a message's keys, or one whose role itself was cut.
    """
    if document.complete:
        return set()
    keyed = {t.container for t in document.tokens if t.kind is Kind.KEY and t.text in _MESSAGE_KEYS}
    doubtful: set[int] = set()
    index = document.open
    while index >= 0:
        container = document.containers[index]
        in_list = container.parent >= 0 and not document.containers[container.parent].is_object
        if container.is_object and (in_list or index in keyed):
            doubtful.add(index)
        index = container.parent
    return doubtful


def _cut_role(document: Document) -> int:
    """Return the object whose role or type the cut went through, -1: none."""
    last = document.tokens[-1]
    cut = last.cut and last.kind is Kind.STRING and last.key in ("role", "type")
    return last.container if cut else -1


def _token_node(
    collector: Collector, document: Document, token: Token, place: Place, layer: int
) -> Node | None:
    """Return the node of one token, or None where it stays as it is."""
    kind = token.kind
    hiding = collector.hiding
    if hiding is not None and place.mask & hiding.bits:
        return _hidden_node(collector, hiding, token, place)
    if not collector.scan and kind is not Kind.STRING:
        return None
    if kind is Kind.KEY:
        return None if token.text in collector.clean_keys else collector.key(token.text)
    if kind is Kind.NUMBER and not token.cut:
        return collector.number(token.text, token.text, place)
    depth = document.containers[token.container].depth if token.container >= 0 else -1
    if depth >= collector.max_depth:
        return FixedNode(LIMIT_PLACEHOLDER)
    if kind is Kind.STRING:
        node = collector.string(token.text, place, layer + 1)
        cut = token.cut and collector.scan and not isinstance(node, (JsonNode, TreeNode))
        return CutNode(node) if cut else node
    leaf = collector.leaf(token.text, place)
    return CutNode(leaf) if token.cut else leaf


def _hidden_node(collector: Collector, hiding: Hiding, token: Token, place: Place) -> Node | None:
    if token.kind is Kind.KEY:
        return None if hiding.keeps_key(token.text) else FixedNode(HIDDEN_PLACEHOLDER)
    if token.kind is Kind.STRING:
        return collector.kept(hiding.text(token.text, place.key), place)
    hiding.parts += 1
    return FixedNode(HIDDEN_PLACEHOLDER)
