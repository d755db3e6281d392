"""A redacted log record through a provider's processors; what each writes to it is redacted, too.

Log processors share one record, and one that enriches it (with baggage, say) writes to it for the
later ones. So that nobody exports what nobody has redacted, each processor that may write gets a
copy of its own, and the next one what became of it. `install_logs` calls it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from opentelemetry.sdk._logs.export import BatchLogRecordProcessor, SimpleLogRecordProcessor

from otel_redact.log_processor import RedactingLogRecordProcessor
from otel_redact.log_record import copy_writable, write_attributes
from otel_redact.node import number_names

if TYPE_CHECKING:
    from opentelemetry.sdk._logs import LogRecordProcessor, ReadWriteLogRecord

__all__ = ["Redact", "pass_on"]

Redact: TypeAlias = "Callable[[ReadWriteLogRecord], ReadWriteLogRecord | None]"

_ONLY_READ = (BatchLogRecordProcessor, SimpleLogRecordProcessor, RedactingLogRecordProcessor)


def pass_on(
    members: Sequence[LogRecordProcessor],
    record: ReadWriteLogRecord,
    redact: Redact,
    lose: Callable[[BaseException], None],
) -> None:
    """Hand a record to processors in order, each time with all that is on it redacted.

    Args:
        members: what one of them raises, is raised, as the SDK does.
        record: redacted; nobody else's.
        redact: returns a redacted copy, or None where there is none: the later ones get nothing.
        lose: counts a failure of ours; likewise.
    """
    last = len(members) - 1
    current: ReadWriteLogRecord | None = record
    for index, member in enumerate(members):
        if current is None:
            return
        if index == last or type(member) in _ONLY_READ:
            member.on_emit(current)
            continue
        own = _own(current, lose)
        if own is None:
            return
        member.on_emit(own)
        try:
            current = _redacted(current, own, redact)
        except BaseException as error:  # noqa: BLE001 - fail closed: whatever was written
            lose(error)
            return


def _own(
    record: ReadWriteLogRecord, lose: Callable[[BaseException], None]
) -> ReadWriteLogRecord | None:
    """Return a copy with which a processor may do what it likes."""
    try:
        own = copy_writable(record, copy.deepcopy(_attributes(record)))
        own.log_record.body = copy.deepcopy(record.log_record.body)
    except BaseException as error:  # noqa: BLE001 - fail closed: the later processors get nothing
        lose(error)
        return None
    return own


def _redacted(
    before: ReadWriteLogRecord, after: ReadWriteLogRecord, redact: Redact
) -> ReadWriteLogRecord | None:
    """Return the record as a processor left it, what it wrote redacted; as it was: the very same.

    Users' callables get what is new only: on the rest they have run.
    """
    old, new = _attributes(before), _attributes(after)
    written = {k: v for k, v in new.items() if k not in old or not _same(v, old[k])}
    has_body = not _same(after.log_record.body, before.log_record.body)
    if not (written or has_body or len(new) < len(old) or _names(before) != _names(after)):
        return before
    part = copy_writable(after, written)
    if not has_body:
        part.log_record.body = None
    redacted = redact(part)
    if redacted is None:
        return None
    if not has_body:
        redacted.log_record.body = before.log_record.body
    kept = {key: value for key, value in old.items() if key in new and key not in written}
    fresh = _attributes(redacted)
    names = number_names([*kept, *fresh])
    values = (*kept.values(), *fresh.values())
    write_attributes(redacted, dict(zip(map(str, names), values, strict=True)))
    return redacted


def _attributes(record: ReadWriteLogRecord) -> Mapping[str, object]:
    return dict(record.log_record.attributes or {})


def _names(record: ReadWriteLogRecord) -> tuple[object, ...]:
    inner = record.log_record
    return inner.event_name, inner.severity_text, record.resource, record.instrumentation_scope


def _same(one: object, other: object) -> bool:
    try:
        return type(one) is type(other) and bool(one == other)
    except Exception:  # noqa: BLE001 - users' __eq__
        return False
