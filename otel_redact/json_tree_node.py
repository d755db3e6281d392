"""Redacted leaves in, the JSON text they came from with just those replaced out.

`json_tree` makes the node. It knows the leaves of its text, not where they stand: as equal texts
under equal keys have equal results, whatever changed is looked up by its text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from otel_redact import json_text
from otel_redact.json_text import Kind, Style, Token
from otel_redact.leaves import Leaves
from otel_redact.node import FixedNode, JsonNode, Node
from otel_redact.texts import Texts

__all__ = ["TreeNode"]

Edit: TypeAlias = tuple[int, int, str]
Changes: TypeAlias = "dict[tuple[str, str], str]"
"""(key above it, text) of a string or number → its new text."""

_COLON = re.compile(r"[ \t\n\r]*:")
_HEAD = 24
_BEHIND_A_STRING = frozenset(",:]} ")
"""Raw characters that may follow a closing quote; white space but the blank is always escaped."""


class TreeNode:
    """One JSON text that was read by the C parser.

    Attributes:
        strings: key, text and node of strings that are more than a leaf: JSON inside JSON.
        keys: text and node of object keys.
        numbers: key, spelling and node of numbers.
    """

    __slots__ = ("_default", "_leaves", "_own", "_text", "keys", "numbers", "strings")

    def __init__(self, text: str, leaves: Leaves, own: range, default: str) -> None:
        """Remember the text and its plain strings.

        Args:
            text: the JSON text.
            leaves: the collector's.
            own: indices of those that are the text's plain strings.
            default: the key of what has none above it.
        """
        self._text = text
        self._leaves = leaves
        self._own = own
        self._default = default
        self.strings: list[tuple[str, str, Node]] = []
        self.keys: list[tuple[str, Node]] = []
        self.numbers: list[tuple[str, str, Node]] = []

    def build(self, texts: Sequence[str]) -> str:
        """Return the new JSON text, or the very same string when nothing changed.

        Raises:
            ValueError: what changed is not found in the text; nothing of it may be sent.
        """
        strings = self._changed_strings(texts)
        keys: Mapping[str, str] = {}
        numbers: Changes = {}
        if self.keys:
            built = [(name, str(node.build(texts))) for name, node in self.keys]
            keys = {name: new for name, new in built if new != name}
        if self.numbers:
            numbers = _changed(self.numbers, texts)
        if not (strings or keys or numbers):
            return self._text
        edits = None if keys or numbers else self._located(strings)
        if edits is not None:
            return json_text.splice(self._text, edits)
        return self._by_token(strings, keys, numbers)

    def _changed_strings(self, texts: Sequence[str]) -> Changes:
        own, leaves = self._own, self._leaves
        places: Sequence[int] = own
        if isinstance(texts, Texts):
            changed = texts.changed
            places = changed[bisect_left(changed, own.start) : bisect_left(changed, own.stop)]
        strings = {
            (leaves.keys[index], leaves.texts[index]): texts[index]
            for index in places
            if texts[index] != leaves.texts[index]
        }
        return {**strings, **_changed(self.strings, texts)} if self.strings else strings

    def _located(self, strings: Changes) -> list[Edit] | None:
        """Return the edits; None where equal texts have unequal results, or one is not found."""
        by_text = {old: new for (_, old), new in strings.items()}
        if len(by_text) < len(strings):
            return None
        own = self._leaves.texts[self._own.start : self._own.stop]
        own += [old for _, old, _ in self.strings]
        text = self._text
        slashed = any("/" in old or "/" in new for old, new in by_text.items()) and "\\/" in text
        style = Style(ascii_only=text.isascii(), escaped_slash=slashed, compact=True)
        edits: list[Edit] = []
        cursor = 0
        for (key, old), new in strings.items():
            count = own.count(old)
            if count > 1 and not self._is_under_one_key(old, key):
                return None
            literal = json_text.encode_string(old, like=style)
            spans = _find_all(text, literal, count, cursor)
            if len(spans) < count:
                return None
            replacement = json_text.encode_string(new, like=style)
            edits += [(start, start + len(literal), replacement) for start in spans]
            cursor = spans[-1] + len(literal)
        edits.sort()
        return edits

    def _is_under_one_key(self, old: str, key: str) -> bool:
        """Whether a text that occurs several times has the same key everywhere."""
        leaves = self._leaves
        return all(
            leaves.keys[index] == key for index in self._own if leaves.texts[index] == old
        ) and all(above == key for above, text, _ in self.strings if text == old)

    def _by_token(self, strings: Changes, keys: Mapping[str, str], numbers: Changes) -> str:
        """Replace by a second reading of the text, which has offsets and takes longer."""
        document = json_text.parse(self._text)
        nodes: list[tuple[Token, Node]] = []
        met: set[object] = set()
        for token in document.tokens if document is not None else ():
            place = (token.key or self._default, token.text)
            if token.kind is Kind.KEY:
                found, new = ("key", token.text), keys.get(token.text)
            elif token.kind is Kind.NUMBER:
                found, new = ("number", *place), numbers.get(place)  # type: ignore[assignment]
            else:
                found, new = ("string", *place), strings.get(place)  # type: ignore[assignment]
            if new is not None:
                met.add(found)
                nodes.append((token, FixedNode(new)))
        if document is None or len(met) < len(strings) + len(keys) + len(numbers):
            raise ValueError("two readings of one JSON text differ")
        return JsonNode(document, nodes).build(())


def _changed(items: Sequence[tuple[str, str, Node]], texts: Sequence[str]) -> Changes:
    built = [(key, old, node.build(texts)) for key, old, node in items]
    return {(key, old): str(new) for key, old, new in built if new != old}


def _find_all(text: str, literal: str, count: int, cursor: int) -> list[int]:
    """Return where the value strings spelled like this start.

    Args:
        text: valid JSON.
        literal: a string's spelling, its quotes included.
        count: how many of them there are, >= 1.
        cursor: between two tokens; a single one is looked for from there first.

    Returns:
        At most ``count`` offsets, in order; fewer where the text spells them in another way.
    """
    if literal[1] in _BEHIND_A_STRING:
        return []  # its opening quote could be another string's closing one
    if count == 1 and cursor:
        start = _find(text, literal, cursor)
        if start >= 0:
            return [start]
    spans: list[int] = []
    start = _find(text, literal, 0)
    while start >= 0 and len(spans) < count:
        spans.append(start)
        start = _find(text, literal, start + len(literal))
    return spans


def _find(text: str, literal: str, position: int) -> int:
    """Return where a value string starts, at or behind ``position``; -1: nowhere."""
    head = literal[:_HEAD]  # preparing a search costs time in proportion to what is searched for
    start = text.find(head, position)
    while start >= 0:
        if (
            text.startswith(literal, start)
            and not _is_escaped(text, start)
            and _COLON.match(text, start + len(literal)) is None
        ):
            return start
        start = text.find(head, start + 1)
    return -1


def _is_escaped(text: str, place: int) -> bool:
    """Whether an odd number of backslashes stands before ``place``."""
    before = place
    while before and text[before - 1] == "\\":
        before -= 1
    return (place - before) % 2 == 1
