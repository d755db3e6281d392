"""Anything the client takes or returns in, plain JSON values out: a copy, made without users' code.

Recorders and users' functions read these copies, so nothing they do reaches the call.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

__all__ = ["Json", "as_list", "as_mapping", "compact", "objects", "plain", "plain_dict"]

# A JSON object as `json.loads` returns it.
Json: TypeAlias = dict[str, object]

_MAX_DEPTH = 64  # levels; deeper parts are replaced
_SCALARS = frozenset({str, int, float, bool, type(None)})
_SKIPPED = frozenset({"parsed", "parsed_arguments"})  # the user's own classes, said before as text


def plain(value: object, depth: int = 0) -> object:
    """Return a copy of dicts, lists, scalars.

    Args:
        value: a request's body, or a response: models become dicts of their fields.
        depth: levels above it.

    Returns:
        JSON values; an object of any other class becomes ``"<its class>"``, unread.
    """
    if type(value) in _SCALARS:
        return value
    if depth > _MAX_DEPTH:
        return "[REDACTED]"
    if isinstance(value, (dict, Mapping)):
        return {str(key): plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item, depth + 1) for item in value]
    if isinstance(value, (str, int, float)):
        return value
    if hasattr(type(value), "model_fields") or hasattr(type(value), "__fields__"):
        return {key: plain(item, depth + 1) for key, item in _fields(value)}
    return f"<{type(value).__name__}>"


def plain_dict(value: object) -> Json:
    """Return a copy of what has fields, else an empty dict."""
    copied = plain(value)
    return copied if isinstance(copied, dict) else {}


def _fields(model: object) -> Iterator[tuple[str, object]]:
    extra = getattr(model, "__pydantic_extra__", None)
    for fields in (vars(model), extra if isinstance(extra, dict) else {}):
        for key, item in fields.items():
            if not key.startswith("_") and key not in _SKIPPED:
                yield key, item


def compact(value: object) -> str:
    """Return JSON text as the official instrumentation writes it: ASCII, no blanks."""
    return json.dumps(value, separators=(",", ":"))


def as_mapping(value: object) -> Json:
    """Return a dict as it is, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """Return a list as it is, an empty one for anything else."""
    return value if isinstance(value, list) else []


def objects(value: object) -> list[Json]:
    """Return the dicts of a list, in order."""
    return [item for item in as_list(value) if isinstance(item, dict)]
