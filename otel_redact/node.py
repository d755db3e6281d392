"""Nodes that rebuild a value once its leaves are redacted; `collector` makes them.

A node never holds the result: ``build(texts)`` takes the redacted text of every leaf, by index, and
returns the new value. What did not change is returned as the very same object where it is a string.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from otel_redact import json_text
from otel_redact.json_text import Document, Kind, Token
from otel_redact.types import FAILED_PLACEHOLDER

__all__ = [
    "BytesNode",
    "CutNode",
    "FixedNode",
    "JsonNode",
    "MappingNode",
    "Node",
    "NumberNode",
    "RecordNode",
    "SequenceNode",
    "TextNode",
    "number_names",
]

_DIGIT_RUN_CHARACTERS = frozenset("0123456789()+-./ ")


class Node(Protocol):
    """One value that can be rebuilt."""

    def build(self, texts: Sequence[str]) -> object:
        """Return the rebuilt value, given every leaf's redacted text."""
        ...


class FixedNode:
    """A value that does not depend on any leaf: a number, a placeholder, None."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        """Keep ``value``."""
        self.value = value

    def build(self, texts: Sequence[str]) -> object:  # noqa: ARG002 - the protocol's signature
        """Return the value as it is."""
        return self.value


class TextNode:
    """A string that is one leaf."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        """Remember the leaf's index."""
        self.index = index

    def build(self, texts: Sequence[str]) -> str:
        """Return the leaf's text."""
        return texts[self.index]


class CutNode:
    """The end of a text that a length limit cut: its last word may be half a secret."""

    __slots__ = ("inner",)

    def __init__(self, inner: Node) -> None:
        """Wrap the node of the cut text."""
        self.inner = inner

    def build(self, texts: Sequence[str]) -> str:
        """Return the text with its last run of printable ASCII (or of digit groups) replaced."""
        text = str(self.inner.build(texts))
        start = _run_start(text)
        if start == len(text) or text.endswith(FAILED_PLACEHOLDER):
            return text
        return text[:start] + FAILED_PLACEHOLDER


class NumberNode:
    """A number whose digits are one leaf; it becomes a string only when something was found."""

    __slots__ = ("index", "number", "text")

    def __init__(self, number: object, text: str, index: int) -> None:
        """Remember the number, the text searched in its stead and the leaf's index."""
        self.number = number
        self.text = text
        self.index = index

    def build(self, texts: Sequence[str]) -> object:
        """Return the number, or the redacted text of its digits."""
        new = texts[self.index]
        return self.number if new == self.text else new


class BytesNode:
    """Bytes read as UTF-8 (surrogateescape, so any bytes survive)."""

    __slots__ = ("inner", "original")

    def __init__(self, original: bytes, inner: Node) -> None:
        """Remember the bytes and the node of their text."""
        self.original = original
        self.inner = inner

    def build(self, texts: Sequence[str]) -> bytes:
        """Return new bytes, or the original where nothing changed."""
        new = str(self.inner.build(texts)).encode("utf-8", "surrogateescape")
        return self.original if new == self.original else new


class SequenceNode:
    """A list, tuple, set or frozenset."""

    __slots__ = ("make", "nodes")

    def __init__(self, make: Callable[[Iterable[object]], object], nodes: Sequence[Node]) -> None:
        """Remember how to make the container and the nodes of its elements."""
        self.make = make
        self.nodes = nodes

    def build(self, texts: Sequence[str]) -> object:
        """Return a new container of the rebuilt elements."""
        return self.make([node.build(texts) for node in self.nodes])


class MappingNode:
    """A mapping; keys that become equal are numbered."""

    __slots__ = ("items",)

    def __init__(self, items: Sequence[tuple[Node, Node]]) -> None:
        """Remember the nodes of keys and values."""
        self.items = items

    def build(self, texts: Sequence[str]) -> dict[object, object]:
        """Return a new dict."""
        names = number_names([key.build(texts) for key, _ in self.items])
        return {
            name: value.build(texts) for name, (_, value) in zip(names, self.items, strict=True)
        }


class RecordNode:
    """A dataclass instance or pydantic model: a shallow copy, its fields set past validation."""

    __slots__ = ("fields", "record")

    def __init__(self, record: object, fields: Sequence[tuple[str, Node]]) -> None:
        """Remember the record and the nodes of its fields."""
        self.record = record
        self.fields = fields

    def build(self, texts: Sequence[str]) -> object:
        """Return a new record of the same type."""
        new = copy.copy(self.record)
        for name, node in self.fields:
            object.__setattr__(new, name, node.build(texts))
        return new


class JsonNode:
    """JSON text: redacted tokens are spliced back, everything else stays byte-identical."""

    __slots__ = ("document", "nodes")

    def __init__(self, document: Document, nodes: Sequence[tuple[Token, Node]]) -> None:
        """Remember the parsed text and the nodes of those tokens that may change."""
        self.document = document
        self.nodes = nodes

    def build(self, texts: Sequence[str]) -> str:
        """Return the new JSON text, or the very same string when nothing changed."""
        source = self.document.text
        edits: list[tuple[int, int, str]] = []
        renamed: dict[int, dict[int, str]] = {}
        style: json_text.Style | None = None
        for token, node in self.nodes:
            new = node.build(texts)
            if new == token.text:
                continue
            style = style or json_text.style_of(source)
            if token.kind is Kind.KEY:
                renamed.setdefault(token.container, {})[token.start] = str(new)
            else:
                edits.append((token.start, token.end, _spell(str(new), token, style)))
        if style is not None and renamed:
            edits += self._key_edits(renamed, style)
            edits.sort()
        return json_text.splice(source, edits)

    def _key_edits(
        self, renamed: dict[int, dict[int, str]], style: json_text.Style
    ) -> list[tuple[int, int, str]]:
        edits: list[tuple[int, int, str]] = []
        by_container: dict[int, list[Token]] = {index: [] for index in renamed}
        for token in self.document.tokens:
            if token.kind is Kind.KEY and token.container in by_container:
                by_container[token.container].append(token)
        for container, tokens in by_container.items():
            names = renamed[container]
            taken = {token.text for token in tokens if token.start not in names}
            changed = [token for token in tokens if token.start in names]
            for token, name in zip(
                changed, number_names([names[t.start] for t in changed], taken), strict=True
            ):
                edits.append((token.start, token.end, _spell(str(name), token, style)))
        return edits


def _run_start(text: str) -> int:
    """Return where the last word begins; digit groups ("4111 1111 11") count as one word."""
    start = len(text)
    while start and "!" <= text[start - 1] <= "~":
        start -= 1
    if not _DIGIT_RUN_CHARACTERS.issuperset(text[start:]):
        return start
    while start and text[start - 1] in _DIGIT_RUN_CHARACTERS:
        start -= 1
    while start < len(text) and text[start] == " ":
        start += 1
    return start


def _spell(new: str, token: Token, style: json_text.Style) -> str:
    """Spell a token's new text: TEXT stays bare, a cut string has no closing quote."""
    if token.kind is Kind.TEXT:
        return new
    literal = json_text.encode_string(new, like=style)
    return literal[:-1] if token.cut and token.kind is not Kind.NUMBER else literal


def number_names(names: Sequence[object], taken: Iterable[object] = ()) -> list[object]:
    """Make names unique by appending ``#2``, ``#3`` … to the later ones.

    Args:
        names: redacted keys in order; non-strings are left alone.
        taken: names that are in use beside them.

    Returns:
        A new list of the same length.
    """
    used = set(taken)
    if not used and len(set(names)) == len(names):
        return list(names)
    unique: list[object] = []
    counts: dict[object, int] = {}
    for name in names:
        candidate, count = name, counts.get(name, 1)
        while candidate in used:
            count += 1
            candidate = f"{name}#{count}"
        counts[name] = count
        used.add(candidate)
        unique.append(candidate)
    return unique
