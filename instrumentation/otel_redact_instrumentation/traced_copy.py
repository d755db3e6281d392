"""Arguments and results in, copies for the user's processors out; `traced_call` asks."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import cast

from otel_redact.containment import contain

__all__ = ["fresh"]

_COPIED = (str, int, float, bool, bytes, type(None))


def fresh(value: object, memo: dict[int, object] | None = None) -> object:
    """Return a deep copy, of the same types, for a function that may change it.

    Args:
        value: anything. An object that cannot be copied (a lock, a client) is represented by its
            type's name; the rest of a dict or list around it is copied all the same.
        memo: id → copy, of objects that occur more than once.
    """
    if type(value) in _COPIED:
        return value
    memo = {} if memo is None else memo
    known = memo.get(id(value))
    if known is not None:
        return known
    if type(value) is dict:
        return _filled(value, memo)
    if type(value) is list:
        made: list[object] = []
        memo[id(value)] = made
        made.extend(fresh(item, memo) for item in value)
        return made
    if type(value) in (tuple, set, frozenset):
        items = cast("Iterable[object]", value)
        return type(value)(fresh(item, memo) for item in items)  # type: ignore[call-arg]
    try:
        return copy.deepcopy(value, memo)
    except BaseException as error:  # noqa: BLE001 - users' __deepcopy__
        contain(error)
        return type(value).__name__


def _filled(value: Mapping[object, object], memo: dict[int, object]) -> dict[object, object]:
    made: dict[object, object] = {}
    memo[id(value)] = made
    for key, item in value.items():
        made[fresh(key, memo)] = fresh(item, memo)
    return made
