"""Anything the client takes or returns in, plain JSON values out: a copy, made without users' code.

Recorders and users' functions read these copies, so nothing they do reaches the call.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

__all__ = ["Json", "as_list", "as_mapping", "compact", "is_model", "objects", "plain", "plain_dict"]

# A JSON object as `json.loads` returns it.
Json: TypeAlias = dict[str, object]

_MAX_DEPTH = 64  # levels; deeper parts are replaced
_SCALARS = frozenset({str, int, float, bool, type(None)})
_ascii = json.JSONEncoder(separators=(",", ":")).encode
_SKIPPED = frozenset({"parsed", "parsed_arguments"})  # the user's own classes, said before as text


def plain(value: object, depth: int = 0) -> object:
    """Return a copy of dicts, lists, scalars.

    Args:
        value: a request's body, or a response: models become dicts of their fields.
        depth: levels above it.

    Returns:
        JSON values; an object of any other class becomes ``"<its class>"``, unread.
    """
    kind: type = type(value)
    if kind in _SCALARS:
        return value
    if depth > _MAX_DEPTH:
        return "[REDACTED]"
    below = depth + 1
    # The caller waits for this copy: leaves are told apart here, which a call each would double,
    # and exact types come first, because asking for a Mapping is dear.
    if kind is dict or (kind is not list and isinstance(value, Mapping)):
        return {
            key if type(key) is str else str(key): item
            if type(item) in _SCALARS
            else plain(item, below)
            for key, item in value.items()  # type: ignore[attr-defined]  # it is a mapping
        }
    if isinstance(value, (list, tuple)):
        return [item if type(item) in _SCALARS else plain(item, below) for item in value]
    if isinstance(value, (str, int, float)):
        return value
    if is_model(kind):
        return {key: plain(item, below) for key, item in _fields(value)}
    return f"<{kind.__name__}>"


def plain_dict(value: object) -> Json:
    """Return a copy of what has fields, else an empty dict."""
    copied = plain(value)
    return copied if isinstance(copied, dict) else {}


@functools.lru_cache(maxsize=256)  # it is dear with pydantic
def is_model(kind: type) -> bool:
    """Tell whether a class is one of pydantic's, as the client's responses are."""
    return hasattr(kind, "model_fields") or hasattr(kind, "__fields__")


def _fields(model: object) -> Iterator[tuple[str, object]]:
    extra = getattr(model, "__pydantic_extra__", None)
    for fields in (vars(model), extra if isinstance(extra, dict) else {}):
        for key, item in fields.items():
            if key not in _SKIPPED and not key.startswith("_"):
                yield key, item


def compact(value: object) -> str:
    """Return JSON text without blanks."""
    try:
        return _encoder()(value)
    except ValueError:  # half a surrogate pair, which UTF-8 cannot say
        return _ascii(value)


@functools.cache
def _encoder() -> Callable[[object], str]:
    """Return pydantic's encoder where the client brings it: it is several times as fast."""
    try:
        from pydantic_core import to_json  # noqa: PLC0415 - not ours, and only of pydantic 2
    except ImportError:
        return _ascii
    return lambda value: to_json(value).decode()


def as_mapping(value: object) -> Json:
    """Return a dict as it is, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """Return a list as it is, an empty one for anything else."""
    return value if isinstance(value, list) else []


def objects(value: object) -> list[Json]:
    """Return the dicts of a list, in order."""
    return [item for item in as_list(value) if isinstance(item, dict)]
