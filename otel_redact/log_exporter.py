"""`RedactingLogRecordExporter`: raw log records in, redacted copies out to another exporter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from opentelemetry.sdk._logs import ReadableLogRecord
from opentelemetry.sdk._logs.export import LogRecordExporter, LogRecordExportResult

from otel_redact.exporter import check_exporter, deliver, shutdown_exporter
from otel_redact.log_redaction import redact_records
from otel_redact.pipeline import Pipeline

if TYPE_CHECKING:
    from otel_redact.counters import Counters, CounterSnapshot
    from otel_redact.decision import Decisions
    from otel_redact.policy import RedactionPolicy

__all__ = ["BoundLogRecord", "LogDelivery", "RedactingLogRecordExporter"]


@dataclass(frozen=True, eq=False)
class BoundLogRecord(ReadableLogRecord):
    """A raw log record in our own processor's queue.

    Attributes:
        decisions: of the `use_policy` it was emitted in; None: the exporter's.
    """

    decisions: Decisions | None = None


class LogDelivery(LogRecordExporter):
    """Hands redacted copies to an exporter, and counts those that it does not deliver.

    On error: what the exporter raises ends here; see ``exporter.Delivery``.
    """

    def __init__(self, exporter: LogRecordExporter, counters: Counters) -> None:
        """Wrap an exporter.

        Args:
            exporter: gets what ``export`` gets.
            counters: get ``export_failed``.
        """
        self._exporter = exporter
        self._counters = counters

    def export(self, batch: Sequence[ReadableLogRecord]) -> LogRecordExportResult:
        """Export a batch; FAILURE where the exporter says so or raises."""
        return deliver(self._exporter.export, batch, self._counters, LogRecordExportResult.FAILURE)

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Flush the exporter, within ``timeout_millis`` milliseconds if it keeps to it."""
        return self._exporter.force_flush(timeout_millis)

    def shutdown(self, timeout_millis: float = 30000) -> None:
        """Shut the exporter down, within milliseconds where it takes a timeout."""
        shutdown_exporter(self._exporter, timeout_millis)


class RedactingLogRecordExporter(LogRecordExporter):
    """Redacts each log record, then hands the copies to another exporter.

    Use it where records are already batched
    (``BatchLogRecordProcessor(RedactingLogRecordExporter(…))``); ``use_policy`` needs
    ``RedactingLogRecordProcessor`` or ``install``.

    Thread: ``export`` runs on the processor's worker thread.
    Order: last of all, so that what other processors wrote to a record is redacted as well.
    On error: a value becomes ``[REDACTED]``, a record that cannot be redacted is left out; nothing
        is raised, nothing raw is passed on.

    Attributes:
        pipeline: what redacts.

    Example:
        >>> from opentelemetry.sdk._logs.export import ConsoleLogRecordExporter
        >>> exporter = RedactingLogRecordExporter(ConsoleLogRecordExporter())
    """

    def __init__(
        self, exporter: LogRecordExporter, *, policy: RedactionPolicy | None = None
    ) -> None:
        """Wrap an exporter.

        Args:
            exporter: receives redacted log records only, without context and exception object.
            policy: None: from the ``OTEL_REDACT_*`` variables and policy file.

        Raises:
            ConfigError: ``exporter`` is no exporter, or the policy cannot be settled.
        """
        check_exporter(exporter, "LogRecordExporter instance such as OTLPLogExporter()")
        self._exporter = exporter
        self.pipeline = Pipeline(policy)

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers; ``spans`` are log records here."""
        return self.pipeline.counters.snapshot()

    def export(self, batch: Sequence[ReadableLogRecord]) -> LogRecordExportResult:
        """Redact and export a batch.

        Args:
            batch: log records; not changed.

        Returns:
            The wrapped exporter's result; SUCCESS when nothing was left to send.
        """
        bound = [getattr(record, "decisions", None) for record in batch]
        redacted = redact_records(self.pipeline, batch, bound)
        if not redacted:
            return LogRecordExportResult.SUCCESS
        failure = LogRecordExportResult.FAILURE
        return deliver(self._exporter.export, redacted, self.pipeline.counters, failure)

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Flush the wrapped exporter, within ``timeout_millis`` milliseconds if it keeps to it."""
        flush = getattr(self._exporter, "force_flush", None)  # none is asked for before SDK 1.40
        return True if flush is None else bool(flush(timeout_millis))

    def shutdown(self, timeout_millis: float = 30000) -> None:
        """Shut the wrapped exporter down.

        Args:
            timeout_millis: milliseconds; passed on where the exporter takes it.
        """
        shutdown_exporter(self._exporter, timeout_millis)
