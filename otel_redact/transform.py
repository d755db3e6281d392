"""Users' callables over inputs and outputs: attribute values in, new ones out.

Whatever the callable does (raise, return None or nonsense, change its argument) costs the values it
was given, nothing else.
"""

from __future__ import annotations

import contextlib
import copy
import inspect
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from otel_redact import json_text
from otel_redact.containment import contain
from otel_redact.types import FAILED_PLACEHOLDER

if TYPE_CHECKING:
    from otel_redact.counters import Counters
    from otel_redact.instrumentation_rule import Process

__all__ = ["FAILED", "Failed", "added", "call", "decode", "encode", "transform_fields"]

_JSON_STYLE = '{"a":1,"b":2}'  # compact separators, for text that had no style before


class Failed(str):
    """A placeholder for a value whose callable failed, told apart from content by its type."""

    __slots__ = ()


FAILED = Failed(FAILED_PLACEHOLDER)


def transform_fields(
    values: Mapping[str, object], function: Process, stage: str, counters: Counters
) -> dict[str, object]:
    """Run a callable over ``{attribute key: value}``.

    Args:
        values: attribute key → raw value; JSON text is decoded for the callable.
        function: gets a fresh dict, returns the dict to keep.
        stage: ``hide_inputs``, ``process_outputs`` …, for counters.
        counters: failures are counted there.

    Returns:
        Attribute key → new value. A value that came back as it went is the very same object.
    """
    result = call(function, {key: decode(value) for key, value in values.items()}, stage, counters)
    if result is None:
        return dict.fromkeys(values, FAILED)
    kept: dict[str, object] = {}
    for key, new in result.items():
        kept[key] = encode(new, values[key], counters) if key in values else added(new, counters)
    return kept


def call(
    function: Process, given: dict[str, object], stage: str, counters: Counters
) -> dict[str, object] | None:
    """Return what the callable returned when it is a dict of str keys, else None (counted)."""
    try:
        result: object = function(given)
    except BaseException as error:  # noqa: BLE001 - fail closed: users' code
        contain(error)
        counters.failure(stage, type(error).__name__)
        return None
    if isinstance(result, Mapping) and all(isinstance(key, str) and key for key in result):
        return {str.__str__(key): item for key, item in result.items()}
    if inspect.iscoroutine(result):
        result.close()
    kind = "returned keys that are not text" if isinstance(result, Mapping) else ""
    counters.failure(stage, kind or f"returned {type(result).__name__}")
    return None


def decode(value: object) -> object:
    """Return a fresh plain copy: JSON text decoded, tuples as lists, mappings as dicts."""
    if isinstance(value, str):
        if value.lstrip()[:1] not in ("{", "["):
            return value
        try:
            return json.loads(value)
        except (ValueError, RecursionError):  # not JSON, or cut: the callable gets the text
            return value
    if isinstance(value, Mapping):
        return {key: _decode_inner(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_decode_inner(item) for item in value]
    return copy.deepcopy(value)


def _decode_inner(value: object) -> object:
    return value if isinstance(value, str) else decode(value)


def encode(new: object, original: object, counters: Counters) -> object:
    """Return the attribute value for what a callable left in place of ``original``."""
    if isinstance(new, Failed):
        return new
    before = decode(original)
    try:
        same = type(new) is type(before) and bool(new == before)
    except BaseException as error:  # noqa: BLE001 - fail closed: users' __eq__
        contain(error)
        counters.failure("encode", type(error).__name__)
        return FAILED
    if same and not (isinstance(original, str) and _has_duplicates(original)):
        return original
    if isinstance(original, str) and not isinstance(new, str):
        return _as_json(new, original, counters)
    return new


def _has_duplicates(text: str) -> bool:
    """Whether an object in JSON text names a key twice, of which the callable saw only the last."""
    found = False

    def look(pairs: list[tuple[str, object]]) -> None:
        nonlocal found
        found = found or len({key for key, _ in pairs}) < len(pairs)

    with contextlib.suppress(ValueError, RecursionError):
        json.loads(text, object_pairs_hook=look)
    return found


def added(new: object, counters: Counters) -> object:
    """Return the attribute value for a key the callable added; maps travel as JSON text."""
    nested = isinstance(new, Mapping) or (
        isinstance(new, (list, tuple)) and any(isinstance(i, (Mapping, list, tuple)) for i in new)
    )
    return _as_json(new, _JSON_STYLE, counters) if nested else new


def _as_json(value: object, style: str, counters: Counters) -> object:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    try:
        return json_text.encode_value(value, like=style)
    except (TypeError, ValueError, RecursionError) as error:
        counters.failure("encode", type(error).__name__)
        return FAILED
