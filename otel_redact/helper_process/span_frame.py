"""Spans in, one frame's bytes out in the application, and back in the helper.

Resources and scopes are sent with every frame, each once: a few hundred bytes, and neither side
must remember what the other knows, whichever of them is replaced.
"""

from __future__ import annotations

import functools
import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from opentelemetry.sdk.resources import Resource

from otel_redact.containment import contain
from otel_redact.helper_process.plain import plain, plain_bag, plain_text
from otel_redact.span import SpanParts, join_span, rebuild_scope, split_span

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.util.instrumentation import InstrumentationScope

__all__ = ["Sent", "pack", "unpack"]

_VERSION = 4
_MAX_SHARED = 256

Failed: TypeAlias = Callable[[BaseException], None]
_SharedParts: TypeAlias = tuple[str, str | None, str | None, dict[str, object]]
_Row: TypeAlias = tuple[SpanParts, int, int, int, bool]
_Frame: TypeAlias = tuple[list[bytes], list[bytes], list[_Row], dict[int, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A span on its way to the helper.

    Attributes:
        span: as it ended, or its redacted copy.
        processed: bits of the categories on which a function-level processor has run.
        is_redacted: it was redacted in the application, by a policy of its own.
    """

    span: ReadableSpan = field(repr=False)
    processed: int = 0
    is_redacted: bool = False


def pack(sent: Sequence[Sent], traces: Mapping[int, bool], failed: Failed) -> bytes:
    """Return a frame's payload.

    Args:
        sent: spans in order; not changed.
        traces: what the helper should know: trace id → whether texts were hidden.
        failed: called for every span that cannot be sent; the others are.
    """
    resources: dict[int, tuple[int, bytes]] = {}
    scopes: dict[int, tuple[int, bytes]] = {}
    rows: list[_Row] = []
    for item in sent:
        span = item.span
        try:
            resource = _number(resources, span.resource, _split_resource)
            scope = _number(scopes, span.instrumentation_scope, _split_scope)
            parts = split_span(span, plain_text, plain_bag)
        except BaseException as error:  # noqa: BLE001 - fail closed: this span only
            contain(error)
            failed(error)
            continue
        rows.append((parts, resource, scope, item.processed, item.is_redacted))
    frame: _Frame = (
        [data for _, data in resources.values()],
        [data for _, data in scopes.values()],
        rows,
        dict(traces),
    )
    return marshal.dumps(frame, _VERSION)


def unpack(payload: bytes | bytearray, failed: Failed) -> tuple[list[Sent], dict[int, bool]]:
    """Return what ``pack`` was given: the spans as new objects, and the traces.

    Args:
        payload: what ``pack`` returned.
        failed: called for every span that cannot be built.
    """
    frame: _Frame = marshal.loads(payload)  # noqa: S302 - from the process that started this one
    resources, scopes, rows, traces = frame
    sent: list[Sent] = []
    for parts, resource, scope, processed, is_redacted in rows:
        try:
            span = join_span(
                parts,
                resource=_join_resource(resources[resource]),
                scope=_join_scope(scopes[scope]),
            )
        except BaseException as error:  # noqa: BLE001 - fail closed: this span only
            contain(error)
            failed(error)
            continue
        sent.append(Sent(span=span, processed=processed, is_redacted=is_redacted))
    return sent, traces


def _number(known: dict[int, tuple[int, bytes]], shared: object, split: Callable[..., Any]) -> int:
    """Return the place of what the frame's spans share; they keep it alive, so ids are its own."""
    found = known.get(id(shared))
    if found is None:
        found = known[id(shared)] = len(known), marshal.dumps(split(shared), _VERSION)
    return found[0]


def _split_resource(resource: Resource) -> tuple[object, ...]:
    return plain_bag(resource.attributes), plain_text(resource.schema_url)


def _split_scope(scope: InstrumentationScope | None) -> tuple[object, ...] | None:
    if scope is None:
        return None
    texts = (plain(scope.name), plain(scope.version), plain(scope.schema_url))
    return (*texts, plain_bag(scope.attributes or {}))


@functools.lru_cache(maxsize=_MAX_SHARED)
def _join_resource(data: bytes) -> Resource:
    """Return the same object for the same resource, so that it is redacted once."""
    attributes, schema_url = marshal.loads(data)  # noqa: S302 - as in unpack
    return Resource(attributes, schema_url)


@functools.lru_cache(maxsize=_MAX_SHARED)
def _join_scope(data: bytes) -> InstrumentationScope | None:
    parts: _SharedParts | None = marshal.loads(data)  # noqa: S302 - as in unpack
    if parts is None:
        return None
    name, version, schema_url, attributes = parts
    return rebuild_scope(name=name, version=version, schema_url=schema_url, attributes=attributes)
