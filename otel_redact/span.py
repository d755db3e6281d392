"""The only room that touches SDK constructors and privates: new spans are put together here.

Nothing here decides anything. Spans are built anew, never changed, because every processor gets the
same object.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from opentelemetry.attributes import BoundedAttributes
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.util import BoundedList
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import Link, SpanContext, Status, StatusCode, TraceState

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "rebuild_event",
    "rebuild_link",
    "rebuild_resource",
    "rebuild_scope",
    "rebuild_span",
    "rebuild_status",
    "with_trace_state",
]

Attributes = Mapping[str, object]
T = TypeVar("T")


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
        attributes=_bounded(attributes, span.dropped_attributes),
        events=_bounded_list(events, span.dropped_events),
        links=_bounded_list(links, span.dropped_links),
        kind=span.kind,
        status=status,
        start_time=span.start_time,
        end_time=span.end_time,
        instrumentation_scope=scope,
    )


def rebuild_event(event: Event, *, name: str, attributes: Attributes) -> Event:
    """Return a new event with the time and dropped count of ``event``."""
    return Event(name, _bounded(attributes, event.dropped_attributes), timestamp=event.timestamp)


def rebuild_link(link: Link, *, context: SpanContext, attributes: Attributes) -> Link:
    """Return a new link with the dropped count of ``link``."""
    return Link(context, _bounded(attributes, link.dropped_attributes))


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


def _bounded(attributes: Attributes, dropped: int) -> BoundedAttributes:
    """Wrap clean attributes without the SDK cleaning (and, before 1.45, dropping maps) again."""
    bounded = BoundedAttributes(None, None, immutable=True)
    bounded._dict = dict(attributes)  # type: ignore[arg-type]  # noqa: SLF001 - values are clean
    bounded.dropped = dropped
    return bounded


def _bounded_list(items: Sequence[T], dropped: int) -> BoundedList[T]:
    bounded = BoundedList.from_seq(None, items)
    bounded.dropped = dropped
    return bounded
