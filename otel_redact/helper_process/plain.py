"""Any attribute value in, one that `marshal` can carry out; called before spans are sent.

What a value is stays what it is for the pipeline at the other end: a text enumeration's member is
its text, and what no OTLP encoder could send arrives as something that none could send either, so
that the pipeline replaces it, and counts it, as it would have here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from otel_redact.limit import MAX_NODES

__all__ = ["plain", "plain_bag", "plain_text"]

_EXACT = frozenset((str, int, float, bool, bytes, type(None)))
_MAX_LEVELS = 64  # more than double what the collector walks; it replaces what is deeper

_UNSENDABLE = ...
"""``marshal`` knows it, no encoder does."""


class _TooMuchError(Exception):
    """The value has too many parts."""


def plain_bag(attributes: Mapping[str, object]) -> dict[str, object]:
    """Return attributes as a new dict of plain values.

    Args:
        attributes: of a span, event, link, resource or scope; not changed.
    """
    return {
        key if type(key) is str else _key(key, number): value  # type: ignore[misc]  # may be broken
        if type(value) in _EXACT
        else plain(value)
        for number, (key, value) in enumerate(attributes.items())
    }


def plain(value: object) -> object:
    """Return a plain value; nothing is raised.

    Args:
        value: anything; not changed.

    Returns:
        A str, number, bool, None, bytes, or list, tuple, set, frozenset or dict of such, or ``...``
        for what is no such thing, contains itself or is nested too deep.
    """
    if type(value) in _EXACT:
        return value
    try:
        return _Walk().any(value, 0)
    except Exception:  # noqa: BLE001 - fail closed: foreign containers; this value only
        return _UNSENDABLE


def plain_text(text: str) -> str:
    """Return a name or a description as ``plain`` does; a broken span may have anything there."""
    return text if type(text) is str else cast("str", plain(text))


class _Walk:
    """Counts the parts of one value, and knows the containers above the current one."""

    __slots__ = ("_above", "_nodes")

    def __init__(self) -> None:
        self._above: set[int] = set()
        self._nodes = 0

    def any(self, value: object, level: int) -> object:
        if type(value) in _EXACT:
            return value
        if isinstance(value, (list, tuple, set, frozenset, Mapping)):
            if level >= _MAX_LEVELS or id(value) in self._above:
                return _UNSENDABLE
            self._above.add(id(value))
            items = self._container(value, level)
            self._above.discard(id(value))
            return items
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, (bytes, bytearray)):
            return bytes(value)
        if isinstance(value, int):
            return int(value)
        return float(value) if isinstance(value, float) else _UNSENDABLE

    def _container(
        self,
        value: list[object]
        | tuple[object, ...]
        | set[object]
        | frozenset[object]
        | Mapping[object, object],
        level: int,
    ) -> object:
        self._nodes += len(value)
        if self._nodes > MAX_NODES:
            raise _TooMuchError
        if isinstance(value, Mapping):
            return {
                _key(key, number): self.any(item, level + 1)
                for number, (key, item) in enumerate(value.items())
            }
        items = [self.any(item, level + 1) for item in value]
        if isinstance(value, tuple):
            return tuple(items)
        if isinstance(value, (set, frozenset)):
            return frozenset(items) if isinstance(value, frozenset) else set(items)
        return items


def _key(key: object, number: int) -> object:
    """Return a plain mapping key; one that no encoder takes stays apart from others of its kind."""
    if isinstance(key, str):
        return str.__str__(key)
    if type(key) in (int, float, bool):
        return key
    if isinstance(key, (int, float)):
        return float(key) if isinstance(key, float) else int(key)
    return (_UNSENDABLE, number)
