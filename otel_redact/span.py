"""The only room that touches SDK constructors and privates: new spans are put together here.

Over 300 lines, because whatever depends on the SDK's insides stays in one place. Nothing here
decides anything. Spans are built anew, never changed, because every processor gets the
same object.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from opentelemetry.attributes import BoundedAttributes
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.util import BoundedList
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import (
    Link,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
    TraceFlags,
    TraceState,
)

__all__ = [
    "SpanParts",
    "bounded_attributes",
    "copy_span",
    "join_span",
    "raw_attributes",
    "rebuild_event",
    "rebuild_link",
    "rebuild_resource",
    "rebuild_scope",
    "rebuild_span",
    "rebuild_status",
    "split_span",
    "with_trace_state",
]

Attributes = Mapping[str, object]
T = TypeVar("T")

_ContextParts: TypeAlias = tuple[int, int, bool, int, list[tuple[str, str]]]
_EventParts: TypeAlias = tuple[str, dict[str, object], int, int]
_LinkParts: TypeAlias = tuple[_ContextParts, dict[str, object], int]
SpanParts: TypeAlias = tuple[
    str,  # name
    _ContextParts | None,  # its own
    _ContextParts | None,  # its parent's
    int,  # kind
    tuple[dict[str, object], int],  # attributes, how many were dropped
    tuple[list[_EventParts], int],
    tuple[list[_LinkParts], int],
    tuple[int, str | None],  # status
    tuple[int | None, int | None],  # start and end
]
"""A span but for its resource and scope, of nothing but the types that ``marshal`` knows."""


def rebuild_span(
    span: ReadableSpan,
    *,
    name: str,
    attributes: Attributes,
    events: Sequence[Event],
    links: Sequence[Link],
    status: Status,
    resource: Resource,
    scope: InstrumentationScope | None,
    context: Callable[[SpanContext | None], SpanContext | None],
) -> ReadableSpan:
    """Return a new span: ids, times, kind and dropped counts of ``span``, the rest as given.

    Args:
        span: the ended span; not changed.
        name: new name.
        attributes: new attributes.
        events: new events, in order.
        links: new links, in order.
        status: new status.
        resource: new resource.
        scope: new scope.
        context: maps the span's and its parent's context to ones with a safe trace state.
    """
    return ReadableSpan(
        name=name,
        context=context(span.get_span_context()),
        parent=context(span.parent),
        resource=resource,
        attributes=bounded_attributes(attributes, span.dropped_attributes),
        events=_bounded_list(events, span.dropped_events),
        links=_bounded_list(links, span.dropped_links),
        kind=span.kind,
        status=status,
        start_time=span.start_time,
        end_time=span.end_time,
        instrumentation_scope=scope,
    )


def copy_span(
    span: ReadableSpan, *, resource: Resource, scope: InstrumentationScope | None
) -> ReadableSpan:
    """Return a new span with the content of one that needs no redaction.

    Args:
        span: the ended span; not changed.
        resource: new resource.
        scope: new scope.
    """
    return rebuild_span(
        span,
        name=span.name,
        attributes=span.attributes or {},
        events=span.events,
        links=span.links,
        status=span.status,
        resource=resource,
        scope=scope,
        context=lambda context: context,
    )


def rebuild_event(event: Event, *, name: str, attributes: Attributes) -> Event:
    """Return a new event with the time and dropped count of ``event``."""
    return Event(
        name, bounded_attributes(attributes, event.dropped_attributes), timestamp=event.timestamp
    )


def rebuild_link(link: Link, *, context: SpanContext, attributes: Attributes) -> Link:
    """Return a new link with the dropped count of ``link``."""
    return Link(context, bounded_attributes(attributes, link.dropped_attributes))


def rebuild_status(status: Status, description: str | None) -> Status:
    """Return a status with the code of ``status``; only an error has a description."""
    if description == status.description:
        return status
    if status.status_code is not StatusCode.ERROR:
        return Status(status.status_code)
    return Status(status.status_code, description)


def rebuild_resource(resource: Resource, *, attributes: Attributes, schema_url: str) -> Resource:
    """Return a new resource, or ``resource`` itself where nothing changed."""
    if schema_url == resource.schema_url and dict(attributes) == dict(resource.attributes):
        return resource
    return Resource(dict(attributes), schema_url)  # type: ignore[arg-type]  # AnyValue since 1.45


def rebuild_scope(
    *, name: str, version: str | None, schema_url: str | None, attributes: Attributes
) -> InstrumentationScope:
    """Return a new scope."""
    return InstrumentationScope(name, version, schema_url, dict(attributes))  # type: ignore[arg-type]


def with_trace_state(context: SpanContext, entries: Sequence[tuple[str, str]]) -> SpanContext:
    """Return a span context with these trace-state entries instead of its own."""
    return SpanContext(
        context.trace_id,
        context.span_id,
        is_remote=context.is_remote,
        trace_flags=context.trace_flags,
        trace_state=TraceState(entries),
    )


def split_span(
    span: ReadableSpan,
    plain_text: Callable[[str], str],
    plain_bag: Callable[[Attributes], dict[str, object]],
) -> SpanParts:
    """Return what a span consists of, but for its resource and scope.

    Args:
        span: the ended span; not changed.
        plain_text: turns a name or a description into what may cross to another process.
        plain_bag: turns attributes into a dict that may.
    """
    context, parent = span.get_span_context(), span.parent
    description = span.status.description
    return (
        plain_text(span.name),
        context and _split_context(context),
        parent and _split_context(parent),
        span.kind.value,
        (
            plain_bag(raw_attributes(getattr(span, "_attributes", span.attributes))),
            span.dropped_attributes,
        ),
        (
            [
                (
                    plain_text(event.name),
                    plain_bag(raw_attributes(event.attributes)),
                    event.timestamp,
                    event.dropped_attributes,
                )
                for event in span.events
            ],
            span.dropped_events,
        ),
        (
            [
                (
                    _split_context(link.context),
                    plain_bag(raw_attributes(link.attributes)),
                    link.dropped_attributes,
                )
                for link in span.links
            ],
            span.dropped_links,
        ),
        (span.status.status_code.value, None if description is None else plain_text(description)),
        (span.start_time, span.end_time),
    )


def join_span(
    parts: SpanParts, *, resource: Resource, scope: InstrumentationScope | None
) -> ReadableSpan:
    """Return a new span of what ``split_span`` returned.

    Args:
        parts: of the span; its dicts become the new span's.
        resource: its resource.
        scope: its scope.
    """
    name, context, parent, kind, attributes, events, links, status, times = parts
    return ReadableSpan(
        name=name,
        context=context and _join_context(context),
        parent=parent and _join_context(parent),
        resource=resource,
        attributes=bounded_attributes(*attributes),
        events=_bounded_list(
            [
                Event(own, bounded_attributes(bag, lost), timestamp=at)
                for own, bag, at, lost in events[0]
            ],
            events[1],
        ),
        links=_bounded_list(
            [
                Link(_join_context(own), bounded_attributes(bag, lost))
                for own, bag, lost in links[0]
            ],
            links[1],
        ),
        kind=SpanKind(kind),
        status=Status(StatusCode(status[0]), status[1]),
        start_time=times[0],
        end_time=times[1],
        instrumentation_scope=scope,
    )


def raw_attributes(attributes: Attributes | None) -> Attributes:
    """Return attributes, or the SDK's own dict of them, which is many times faster to read."""
    return attributes._dict if isinstance(attributes, BoundedAttributes) else attributes or {}  # noqa: SLF001


def bounded_attributes(attributes: Attributes, dropped: int) -> BoundedAttributes:
    """Wrap clean attributes without the SDK cleaning (and, before 1.45, dropping maps) again.

    Args:
        attributes: copied.
        dropped: how many were dropped before.
    """
    bounded = BoundedAttributes(None, None, immutable=True)
    bounded._dict = dict(attributes)  # type: ignore[arg-type]  # noqa: SLF001 - values are clean
    bounded.dropped = dropped
    return bounded


def _split_context(context: SpanContext) -> _ContextParts:
    entries = list(context.trace_state.items()) if context.trace_state else []
    flags = int(context.trace_flags)
    return context.trace_id, context.span_id, context.is_remote, flags, entries


def _join_context(parts: _ContextParts) -> SpanContext:
    trace_id, span_id, is_remote, flags, entries = parts
    return SpanContext(
        trace_id,
        span_id,
        is_remote=is_remote,
        trace_flags=TraceFlags(flags),
        trace_state=TraceState(entries) if entries else None,
    )


def _bounded_list(items: Sequence[T], dropped: int) -> BoundedList[T]:
    bounded = BoundedList.from_seq(None, items)
    bounded.dropped = dropped
    return bounded
