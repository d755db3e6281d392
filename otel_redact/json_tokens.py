"""JSON text in, tokens with offsets out, as far as the text is JSON; called by ``json_text`` alone.

The text is split at its quotes, so a string costs one C-speed slice, and what stands between two
strings is mostly one of four spellings that a table knows. Only a string with a backslash is
decoded, by the standard library's ``scanstring``.
"""

from __future__ import annotations

import enum
import json.decoder
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = [
    "MAX_NESTING",
    "Container",
    "Document",
    "Kind",
    "NestingError",
    "Reader",
    "Token",
    "scan_string",
]

MAX_NESTING = 1000
"""Containers inside one another that :func:`parse` reads; CPython's own parser gives up near it."""

scan_string: Callable[[str, int, bool], tuple[str, int]] = json.decoder.scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
"""``(text, offset after the opening quote, strict)`` to ``(decoded, offset after the closing)``."""

_WATCHED = frozenset({"role", "type", "id", "name"})


class NestingError(ValueError):
    """The containers nest deeper than :data:`MAX_NESTING`; the message quotes nothing."""


class Kind(enum.IntEnum):
    """What a token is."""

    KEY = 0
    STRING = 1
    NUMBER = 2
    TEXT = 3


class Token(NamedTuple):
    """A piece of the document that can carry text.

    Attributes:
        kind: KEY, STRING, NUMBER, or TEXT (raw text where the document is not JSON).
        start: first code point in the document's text; the opening quote of a KEY or STRING.
        end: one past the last code point, the closing quote included (half-open).
        container: index of the enclosing container in ``Document.containers``, -1 at top level
            and wherever the document is malformed.
        key: nearest object key above, decoded, list indices skipped, ``""`` if there is none; of
            a KEY token the key itself.
        text: the decoded string; of a NUMBER or TEXT its raw slice.
        cut: the document ended inside this token (such a string has no closing quote).
    """

    kind: Kind
    start: int
    end: int
    container: int
    key: str
    text: str
    cut: bool

    def __repr__(self) -> str:
        """Show kind and place only: text and key may be content."""
        return (
            f"Token({self.kind.name}, start={self.start}, end={self.end}, "
            f"container={self.container}, cut={self.cut})"
        )


@dataclass(slots=True, eq=False)
class Container:
    """An object or array of the document.

    Attributes:
        parent: index of the enclosing container, -1 for a top-level one.
        key: decoded key under which it hangs in its parent object, ``""`` inside an array.
        is_object: object or array.
        depth: 0 for a top-level container.
        members: of an object, the strings directly under ``role``, ``type``, ``id`` and ``name``,
            in order (a key that occurs twice has two). An array under ``id`` counts as its last
            string: LangChain writes a message's class as ``["langchain", …, "HumanMessage"]``.
    """

    parent: int
    key: str = field(repr=False)
    is_object: bool
    depth: int
    members: dict[str, list[str]] = field(repr=False)


@dataclass(slots=True, eq=False)
class Document:
    """JSON text and its tokens.

    Attributes:
        text: what was parsed, as it was given.
        tokens: in document order, not overlapping.
        containers: parents before children.
        complete: False if the text was cut or is malformed somewhere.
        open: index of the innermost container that was open there, -1: none.
    """

    text: str = field(repr=False)
    tokens: list[Token] = field(repr=False)
    containers: list[Container] = field(repr=False)
    complete: bool
    open: int


# What may come next. A string may in the states up to _TOP, and is a key in the first two.
(
    _KEY_OR_END,
    _KEY,
    _MEMBER,
    _ELEMENT_OR_END,
    _ELEMENT,
    _TOP,
    _COLON,
    _MEMBER_END,
    _ELEMENT_END,
) = range(9)
_CLOSE = -1
_AFTER_VALUE = (_COLON, _COLON, _MEMBER_END, _ELEMENT_END, _ELEMENT_END, _TOP)
_BLANKS: tuple[dict[str, int], ...] = tuple(dict.fromkeys(" \t\r", at) for at in range(9))
_OPENING = {"{": _KEY_OR_END, "[": _ELEMENT_OR_END}
_AFTER_MARK: tuple[dict[str, int], ...] = (
    {**_BLANKS[_KEY_OR_END], "}": _CLOSE},
    _BLANKS[_KEY],
    {**_BLANKS[_MEMBER], **_OPENING},
    {**_BLANKS[_ELEMENT_OR_END], **_OPENING, "]": _CLOSE},
    {**_BLANKS[_ELEMENT], **_OPENING},
    {**_BLANKS[_TOP], **_OPENING},
    {**_BLANKS[_COLON], ":": _MEMBER},
    {**_BLANKS[_MEMBER_END], ",": _KEY, "}": _CLOSE},
    {**_BLANKS[_ELEMENT_END], ",": _ELEMENT, "]": _CLOSE},
)
_AFTER_GAP: tuple[dict[str, int], ...] = tuple(
    {mark + space: marks[mark] for mark in ":," if mark in marks for space in ("", " ")}
    for marks in _AFTER_MARK
)
# White space, or a number or literal with the comma after it. Both end at a delimiter: what only
# begins like a number (an unquoted 123-45-6789) is not JSON and must stay in one piece.
_SCALAR = re.compile(
    r"\n[ \t\n\r]*|(?:(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
    r"|true|false|null|NaN|-?Infinity)(?:[ \t\n\r]*(,)[ \t\n\r]*|(?=[ \t\n\r\]}]|\Z))"
)
_new = tuple.__new__
_KEY_KIND, _STRING_KIND, _NUMBER_KIND = Kind.KEY, Kind.STRING, Kind.NUMBER


class Reader:
    """Reads one text, as far as it is JSON.

    Attributes:
        text: what is read.
        tokens: what was read, in order; the caller may go on with it.
        containers: objects and arrays met, parents first.
        here: index of the open container, -1 for none.
        key: nearest object key above what comes next.
    """

    __slots__ = ("above", "containers", "here", "key", "state", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.containers: list[Container] = []
        self.above: list[tuple[int, int, str]] = []
        self.here = -1
        self.key = ""
        self.state = _TOP

    @property
    def at_top(self) -> bool:
        """No container is open."""
        return self.state == _TOP

    @property
    def after_key(self) -> bool:
        """The last token was taken for a key; its colon should come next."""
        return self.state == _COLON

    @property
    def next_kind(self) -> Kind | None:
        """What a string would be if it came next; None where none may stand."""
        if self.state > _TOP:
            return None
        return Kind.KEY if self.state <= _KEY else Kind.STRING

    def read(self, begin: int) -> int:
        """Read tokens from ``begin``; return where the text stops being JSON, else its length."""
        text, add, watched = self.text, self.tokens.append, _WATCHED
        pieces = text.split('"')
        last, index, start = len(pieces) - 1, 0, len(pieces[0])
        reached, state, here, key = self.structure(begin, start, _TOP, -1, "")
        while reached == start and index < last and state <= _TOP:
            inner = pieces[index + 1]
            index, end = index + 2, start + len(inner) + 2
            if "\\" in inner:
                try:
                    inner, end = scan_string(text, start + 1, False)  # noqa: FBT003
                except json.JSONDecodeError:
                    break
                index += text.count('"', start + 1, end - 1)
            elif index > last:
                break
            if state <= _KEY:
                key = inner
                add(_new(Token, (_KEY_KIND, start, end, here, key, key, False)))
            else:
                add(_new(Token, (_STRING_KIND, start, end, here, key, inner, False)))
                if key in watched:
                    self.watch(key, inner, state, here)
            state = _AFTER_VALUE[state]
            gap = pieces[index]
            reached = start = end + len(gap)
            after = _AFTER_GAP[state].get(gap)
            if after is None:
                reached, state, here, key = self.structure(end, start, state, here, key)
            else:
                state = after
        self.state, self.here, self.key = state, here, key
        return reached

    def structure(
        self, at: int, end: int, state: int, here: int, key: str
    ) -> tuple[int, int, int, str]:
        """Read what stands between two strings.

        Returns:
            Where it stops being JSON, else ``end``; then state, open container and key there.
        """
        text, containers, above = self.text, self.containers, self.above
        while at < end:
            mark = text[at]
            after = _AFTER_MARK[state].get(mark)
            if after is None:
                found = _SCALAR.match(text, at, end)
                if found is None:
                    break
                if mark != "\n":
                    following = self.scalar(found, state, here, key)
                    if following < 0:
                        break
                    state = following
                at = found.end()
                continue
            if after == _CLOSE:
                state, here, key = above.pop()
            elif mark in "{[":
                if len(above) == MAX_NESTING:
                    raise NestingError(f"JSON nests deeper than {MAX_NESTING} levels")
                own = key if state == _MEMBER else ""
                containers.append(Container(here, own, mark == "{", len(above), {}))
                above.append((_AFTER_VALUE[state], here, key))
                here, state = len(containers) - 1, after
            else:
                state = after
            at += 1
        return at, state, here, key

    def scalar(self, found: re.Match[str], state: int, here: int, key: str) -> int:
        """Read a number or literal, and the comma after it; return the state then, -1 if wrong."""
        text, start = self.text, found.start()
        raw, comma = found.groups()
        if state == _TOP:  # only on a line of its own
            end = start + len(raw) if raw else found.end()
            if comma or text[start - 1] != "\n" or text[end : end + 1] not in {"", "\n", "\r"}:
                return -1
        elif not _MEMBER <= state < _TOP:
            return -1
        if raw:
            end = start + len(raw)
            cut = end == len(text) and state != _TOP
            self.tokens.append(_new(Token, (_NUMBER_KIND, start, end, here, key, raw, cut)))
        state = _AFTER_VALUE[state]
        return _AFTER_MARK[state][","] if comma else state

    def watch(self, key: str, value: str, state: int, here: int) -> None:
        """Note a string under a watched key."""
        container = self.containers[here]
        if state == _MEMBER:
            container.members.setdefault(key, []).append(value)
        elif container.key == "id":
            noted = self.containers[container.parent].members.setdefault("id", [])
            if container.members:
                noted.pop()
            container.members["id"] = [value]
            noted.append(value)
