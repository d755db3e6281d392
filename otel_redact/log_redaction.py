"""Log records and a pipeline in, redacted copies out; exporter, processor and `install` call it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from otel_redact.binding import bind_ended
from otel_redact.containment import contain
from otel_redact.log_record import RecordSpan, RecordT, rebuild_record, stand_in

if TYPE_CHECKING:
    from otel_redact.decision import Decisions
    from otel_redact.pipeline import Pipeline

__all__ = ["redact_record", "redact_records"]


def redact_records(
    pipeline: Pipeline, records: Sequence[RecordT], bound: Sequence[Decisions | None]
) -> list[RecordT]:
    """Return redacted copies in the same order, without records that could not be redacted.

    Args:
        pipeline: redacts and counts; a record counts as a span.
        records: never changed.
        bound: for each, the decisions of its own `use_policy`; None: the pipeline's.
    """
    pairs: list[tuple[RecordT, RecordSpan]] = []
    for record, decisions in zip(records, bound, strict=True):
        try:
            span = stand_in(record, pipeline.classifier)
            if decisions is not None:
                bind_ended(span, decisions)
        except BaseException as error:  # noqa: BLE001 - fail closed: this record only
            _lose(pipeline, error)
            continue
        pairs.append((record, span))
    copies: list[RecordT] = []
    redacted = pipeline.redact_each([span for _, span in pairs])
    for (record, span), new in zip(pairs, redacted, strict=True):
        if new is None:
            continue
        try:
            copies.append(rebuild_record(record, span, new))
        except BaseException as error:  # noqa: BLE001 - fail closed: this record only
            _lose(pipeline, error)
    return copies


def redact_record(
    pipeline: Pipeline, record: RecordT, bound: Decisions | None = None
) -> RecordT | None:
    """Return a redacted copy of one record, None where it could not be redacted."""
    copies = redact_records(pipeline, (record,), (bound,))
    return copies[0] if copies else None


def _lose(pipeline: Pipeline, error: BaseException) -> None:
    contain(error)
    pipeline.counters.failure("record", type(error).__name__)
    pipeline.counters.span("dropped")
