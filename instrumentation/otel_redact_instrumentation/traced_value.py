"""Arguments and results in, plain values out; `traced_text` asks. Nothing given is changed.

No `repr`, no `str` of an unknown class and no foreign iterator runs here: they may show what nobody
expects, change something, or never end.
"""

from __future__ import annotations

import json
import math
from collections import deque
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

from otel_redact.shape import field_names, text_like_types
from otel_redact.types import LIMIT_PLACEHOLDER

__all__ = [
    "MAX_CHARACTERS",
    "MAX_DEPTH",
    "MAX_PARTS",
    "Encoder",
]

MAX_DEPTH = 32
"""Levels of containers, as many as the default policy reads."""
MAX_PARTS = 20_000
"""Elements of one value: what is walked on the caller's thread stays below some 20 ms."""
MAX_CHARACTERS = 1_000_000
"""Code points of one value's texts; with JSON's escapes they fit an OTLP/gRPC message of 4 MiB."""

_MAX_INTEGER_BITS = 1024
_SCALARS = (str, int, float, bytes, bytearray)
_SEQUENCES = (list, tuple, set, frozenset, deque)


class Encoder:
    """Makes plain values (what JSON has) of any ones, within one limit for all of them.

    A text is kept whole or not at all: half a secret is one that no rule finds.

    Attributes:
        limited: something was left out.
    """

    __slots__ = ("_characters", "_open", "_parts", "limited")

    def __init__(self) -> None:
        """Start with nothing spent."""
        self.limited = False
        self._characters = MAX_CHARACTERS
        self._parts = MAX_PARTS
        self._open: set[int] = set()

    def plain(self, value: object, depth: int = 0) -> object:
        """Return a new plain value.

        Args:
            value: anything. Dataclasses and pydantic models become objects of their fields (but
                those they keep out of their own ``repr``), enumerations their value, dates, paths,
                UUIDs and their like text, bytes the text they hold; any other object its type's
                name.
            depth: containers above it; inside itself, or deeper than ``MAX_DEPTH``, it becomes
                ``[redacted]``.

        Raises:
            Exception: whatever a field's own code raises; RecursionError where the stack ends.
        """
        # By its type, not `isinstance`: that would ask a lazy proxy for what it stands for.
        kind = type(value)
        self._parts -= 1
        if value is None or kind is bool:
            return value
        if kind is str:
            return self._text(value)  # type: ignore[arg-type]  # by its type
        if self._parts < 0 or depth > MAX_DEPTH or id(value) in self._open:
            return self._limit()
        if kind is not dict and kind is not list:  # the many
            if issubclass(kind, text_like_types()):
                return self._text_like(value, depth)
            if issubclass(kind, _SCALARS):
                return self._scalar(cast("str | float | bytes | bytearray", value))
        self._open.add(id(value))
        try:
            return self._container(kind, value, depth + 1)
        finally:
            self._open.discard(id(value))

    def _limit(self) -> str:
        self.limited = True
        return LIMIT_PLACEHOLDER

    def _text(self, text: str) -> str:
        if len(text) > self._characters:
            return self._limit()
        self._characters -= len(text)
        return text

    def _text_like(self, value: object, depth: int) -> object:
        import enum  # noqa: PLC0415 - as `text_like_types`

        if isinstance(value, enum.Enum):
            return self.plain(value.value, depth + 1)
        isoformat = getattr(value, "isoformat", None)
        return self._text(isoformat() if isoformat else str(value))

    def _scalar(self, value: str | float | bytes | bytearray) -> object:
        """Return what a subclass of a JSON type, a number or bytes stand for."""
        if isinstance(value, str):
            return self._text(str.__str__(value))
        if isinstance(value, int):
            return int(value) if value.bit_length() <= _MAX_INTEGER_BITS else self._limit()
        if isinstance(value, float):
            number = float(value)
            return number if math.isfinite(number) else str(number)
        if len(value) > self._characters * 4:
            return self._limit()
        try:
            return self._text(bytes(value).decode())
        except UnicodeDecodeError:  # base64 would hide a secret from every rule
            return f"[{len(value)} bytes]"

    def _container(self, kind: type, value: object, depth: int) -> object:
        if issubclass(kind, dict):
            return self._object(dict.items(cast("dict[object, object]", value)), depth)
        if kind is MappingProxyType:
            return self._object(cast("Mapping[object, object]", value).items(), depth)
        if issubclass(kind, _SEQUENCES):
            items = cast("Iterable[object]", value)
            names = getattr(kind, "_fields", None) if issubclass(kind, tuple) else None
            if isinstance(names, tuple):  # a named tuple
                return self._object(zip(names, items, strict=False), depth)
            return self._array(items, depth)
        if hasattr(kind, "__dataclass_fields__") or hasattr(kind, "model_fields"):
            fields = _shown_fields(kind, value)
            return self._object(((name, getattr(value, name, None)) for name in fields), depth)
        return self._text(kind.__name__)

    def _object(self, items: Iterable[tuple[object, object]], depth: int) -> dict[str, object]:
        made: dict[str, object] = {}
        for key, item in items:
            if self._parts <= 0:
                made[LIMIT_PLACEHOLDER] = self._limit()
                break
            name = self._text(key) if type(key) is str else self._key(key)
            if name == "__pydantic_extra__" and isinstance(item, dict):
                made.update(self._object(item.items(), depth))
            else:
                made[_free(name, made)] = self.plain(item, depth)
        return made

    def _key(self, key: object) -> str:
        kind = type(key)
        if key is not None and not issubclass(kind, (*_SCALARS, *text_like_types())):
            return kind.__name__
        plain = self.plain(key)
        return plain if isinstance(plain, str) else json.dumps(plain)

    def _array(self, items: Iterable[object], depth: int) -> list[object]:
        made: list[object] = []
        for item in items:
            if self._parts <= 0:
                made.append(self._limit())
                break
            made.append(self.plain(item, depth))
        return made


def _shown_fields(kind: type, value: object) -> Iterable[str]:
    """Return the fields of a dataclass or pydantic model that it shows itself."""
    described: Mapping[str, object] = getattr(kind, "__dataclass_fields__", None) or getattr(
        kind, "model_fields", {}
    )
    return (
        name
        for name in field_names(value) or ()
        if getattr(described.get(name), "repr", True)
        and not getattr(described.get(name), "exclude", False)
    )


def _free(name: str, taken: Mapping[str, object]) -> str:
    """Return the name, or ``name#2`` … where another key had become the same text."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}#{number}"
    return free
