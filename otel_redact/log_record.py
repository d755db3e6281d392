"""A log record in, a span that stands in for it out; and what became of the span, a new record.

So log records are redacted by the very code that redacts spans. `log_redaction` calls both
functions, `fields` asks whether a span is one. Beside `span` and `install_logs` the only room that
touches the SDK's log classes.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from opentelemetry.context import Context
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.trace import SpanContext, TraceFlags

from otel_redact.span import bounded_attributes, raw_attributes
from otel_redact.types import Category

if TYPE_CHECKING:
    from collections.abc import Mapping

    from opentelemetry._logs import LogRecord
    from opentelemetry.sdk._logs import ReadableLogRecord, ReadWriteLogRecord

    from otel_redact.conventions.classifier import Classifier

__all__ = [
    "Record",
    "RecordSpan",
    "RecordT",
    "copy_for_queue",
    "copy_writable",
    "rebuild_record",
    "stand_in",
    "write_attributes",
]

Record: TypeAlias = "ReadableLogRecord | ReadWriteLogRecord"
RecordT = TypeVar("RecordT", "ReadableLogRecord", "ReadWriteLogRecord")

_UNKNOWN = int(Category.UNKNOWN)
_NO_RESOURCE = Resource({})
_SEVERITY_ERROR = 17
"""Source: https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber,
2026-11-24."""
_EXCEPTION_KEYS = frozenset({"exception.message", "exception.stacktrace", "exception.type"})


class RecordSpan(ReadableSpan):
    """A span that stands in for a log record.

    Its name is the event's name, its attributes are the body (first) and the record's, its one
    event is named as the severity. It has the record's trace, but no span id: what has run on the
    span of that id (see `binding`) has not run on the record.

    Attributes:
        body_key: key of the body, one that no attribute of the record has.
    """

    body_key: str


def stand_in(record: Record, classifier: Classifier) -> RecordSpan:
    """Return a span with everything of a log record that can carry text.

    Args:
        record: never changed.
        classifier: tells what events are about.
    """
    old = record.log_record
    attributes = dict(raw_attributes(old.attributes))
    names = (old.event_name, attributes.get("event.name"))  # the attribute is the older way
    name = next((name for name in names if name and isinstance(name, str)), "")
    body_key = _body_key(old, name, attributes, classifier)
    if old.body is not None:
        attributes = {body_key: old.body, **attributes}
    severity = [] if old.severity_text is None else [Event(old.severity_text, timestamp=0)]
    span = RecordSpan(
        name=name,
        context=_context(old),
        resource=_NO_RESOURCE if record.resource is None else record.resource,
        attributes=attributes,  # type: ignore[arg-type]  # whatever they are
        events=severity,
        instrumentation_scope=record.instrumentation_scope,
    )
    span.body_key = body_key
    return span


def rebuild_record(record: RecordT, span: RecordSpan, redacted: ReadableSpan) -> RecordT:
    """Return a new log record: ids, times, severity number and dropped count stay as they were.

    The exception object goes: its text is in the attributes. A record for processors can be written
    to and keeps its context; one for exporters has none, as the SDK's batches have none.

    Args:
        record: never changed.
        span: stood in for it.
        redacted: what the pipeline made of the span.
    """
    from opentelemetry.sdk._logs import (  # noqa: PLC0415 - who has a record, has loaded them
        ReadableLogRecord,
        ReadWriteLogRecord,
    )

    attributes = {key: _own(value) for key, value in (redacted.attributes or {}).items()}
    body = attributes.pop(span.body_key, None)
    new = _new_log_record(record.log_record, redacted, body)
    resource = None if record.resource is None else redacted.resource
    dropped = record.dropped_attributes
    if isinstance(record, ReadWriteLogRecord):
        writable = ReadWriteLogRecord(
            log_record=new,
            resource=resource,
            instrumentation_scope=redacted.instrumentation_scope,
            limits=record.limits,
        )
        new.context = record.log_record.context
        write_attributes(writable, attributes, dropped)
        return writable
    new.attributes = bounded_attributes(attributes, dropped)
    return ReadableLogRecord(
        log_record=new,
        resource=resource,
        instrumentation_scope=redacted.instrumentation_scope,
        limits=record.limits,
    )


def copy_writable(
    record: ReadWriteLogRecord, attributes: Mapping[str, object]
) -> ReadWriteLogRecord:
    """Return a record of its own with other attributes; everything else is the very same."""
    from opentelemetry.sdk._logs import (  # noqa: PLC0415 - who has a record, has loaded it
        ReadWriteLogRecord,
    )

    inner = copy.copy(record.log_record)
    inner.attributes = None
    writable = ReadWriteLogRecord(
        log_record=inner,
        resource=record.resource,
        instrumentation_scope=record.instrumentation_scope,
        limits=record.limits,
    )
    write_attributes(writable, attributes, record.dropped_attributes)
    return writable


def write_attributes(
    record: ReadWriteLogRecord, attributes: Mapping[str, object], dropped: int | None = None
) -> None:
    """Replace the attributes of a record that is ours.

    Args:
        record: changed; has the SDK's own container, with the limits of its logger.
        attributes: clean; copied.
        dropped: how many were dropped; None: as before.
    """
    bounded = record.log_record.attributes
    bounded._dict = dict(attributes)  # type: ignore[union-attr]  # noqa: SLF001 - values are clean
    if dropped is not None:
        bounded.dropped = dropped  # type: ignore[union-attr]


def copy_for_queue(record: LogRecord) -> LogRecord:
    """Return a raw copy with the attributes of now, without the context and what hangs on it."""
    new = copy.copy(record)
    dropped = getattr(record.attributes, "dropped", 0)
    new.attributes = bounded_attributes(raw_attributes(record.attributes), dropped)
    new.context = Context()
    return new


def _context(record: LogRecord) -> SpanContext | None:
    if not record.trace_id:
        return None
    return SpanContext(record.trace_id, 0, is_remote=False, trace_flags=TraceFlags(0))


def _body_key(
    record: LogRecord, name: str, attributes: Mapping[str, object], classifier: Classifier
) -> str:
    """Return a key that tells what the body is about, where the event's name does not.

    An error is what carries an exception, or is that severe: its body quotes the exception's text.
    """
    key = "body"
    event = classifier.event(name)
    if event.main == _UNKNOWN:
        severity = getattr(record.severity_number, "value", None) or 0
        if event.llm or name.startswith("gen_ai."):
            key = "gen_ai.body"
        elif severity >= _SEVERITY_ERROR or not _EXCEPTION_KEYS.isdisjoint(attributes):
            key = "error.body"
    free, number = key, 0
    while free in attributes:
        number += 1
        free = f"{key}.{number}"
    return free


def _own(value: object) -> object:
    """Return a list of the copy's own: a value in which nothing was found is the very same."""
    return list(value) if isinstance(value, list) else value


def _new_log_record(old: LogRecord, redacted: ReadableSpan, body: object) -> LogRecord:
    from opentelemetry._logs import LogRecord  # noqa: PLC0415 - who has one, has loaded it

    new: LogRecord = LogRecord(  # type: ignore[call-overload]  # the body is clean
        timestamp=old.timestamp,
        severity_text=redacted.events[0].name if redacted.events else None,
        severity_number=old.severity_number,
        body=body,
        event_name=redacted.name if old.event_name else old.event_name,
    )
    new.context = Context()
    new.observed_timestamp = old.observed_timestamp
    new.trace_id, new.span_id, new.trace_flags = old.trace_id, old.span_id, old.trace_flags
    return new
