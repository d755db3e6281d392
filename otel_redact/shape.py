"""What a value is made of: which objects are texts, records or messages; `collector` asks."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["field_names", "maker", "message_members", "text_like_types"]

_WATCHED_MEMBERS = ("role", "type", "id")


def message_members(value: Mapping[object, object]) -> dict[str, Sequence[str]]:
    """Return the texts that tell what a message object is."""
    members: dict[str, Sequence[str]] = {}
    for name in _WATCHED_MEMBERS:
        text = value.get(name)
        if name == "id" and isinstance(text, Sequence) and not isinstance(text, str) and text:
            text = text[-1]  # LangChain: ["langchain", "schema", "messages", "HumanMessage"]
        if isinstance(text, str):
            members[name] = (text,)
    return members


def maker(value: object, *, plain: bool) -> Callable[[Iterable[object]], object]:
    """Return what makes a container like ``value`` of new elements.

    Args:
        value: a list, tuple, named tuple, set or frozenset.
        plain: only lists and tuples, which an OTLP encoder takes.
    """
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is None or plain:
            return tuple
        return lambda items: type(value)(*items)  # type: ignore[arg-type]  # a named tuple
    if plain or isinstance(value, list):
        return list
    return frozenset if isinstance(value, frozenset) else set


def field_names(value: object) -> tuple[str, ...] | None:
    """Return the field names of a dataclass instance or pydantic model, else None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return tuple(
            field.name for field in dataclasses.fields(value) if hasattr(value, field.name)
        )
    fields = getattr(type(value), "model_fields", None) or getattr(type(value), "__fields__", None)
    if isinstance(fields, Mapping) and hasattr(value, "__dict__"):
        extra = ("__pydantic_extra__",) if getattr(value, "__pydantic_extra__", None) else ()
        return (*fields, *extra)
    return None


@functools.cache
def text_like_types() -> tuple[type, ...]:
    """Return the types whose ``str`` is all there is to them, so it is searched in their stead."""
    import datetime  # noqa: PLC0415 - seven modules: only where a value is no plain one
    import decimal  # noqa: PLC0415
    import enum  # noqa: PLC0415
    import fractions  # noqa: PLC0415
    import ipaddress  # noqa: PLC0415
    import pathlib  # noqa: PLC0415
    import uuid  # noqa: PLC0415

    return (
        complex,
        datetime.date,
        datetime.time,
        datetime.timedelta,
        decimal.Decimal,
        enum.Enum,
        fractions.Fraction,
        ipaddress.IPv4Address,
        ipaddress.IPv6Address,
        pathlib.PurePath,
        uuid.UUID,
    )
