"""`RedactingLogRecordProcessor`: the SDK's batch processor for logs with redaction in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from opentelemetry._logs import get_logger_provider
from opentelemetry.sdk._logs import LogRecordProcessor
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.resources import Resource

from otel_redact import binding
from otel_redact.batch_queue import flush_in_time, queue_inside, shut_down_batch
from otel_redact.bypass import warn_of_bypasses
from otel_redact.containment import contain
from otel_redact.errors import ConfigError
from otel_redact.install_outlet import processors_behind, warn_of_raw
from otel_redact.log_exporter import (
    BoundLogRecord,
    LogDelivery,
    RedactingLogRecordExporter,
)
from otel_redact.log_record import copy_for_queue
from otel_redact.log_redaction import redact_record
from otel_redact.otlp import made_log_exporter

if TYPE_CHECKING:
    from opentelemetry.sdk._logs import ReadableLogRecord, ReadWriteLogRecord
    from opentelemetry.sdk._logs.export import LogRecordExporter

    from otel_redact.counters import CounterSnapshot
    from otel_redact.policy import RedactionPolicy

__all__ = ["RedactingLogRecordProcessor"]

_NO_RESOURCE = Resource({})


class RedactingLogRecordProcessor(LogRecordProcessor):
    """Queues log records, redacts them and exports the copies.

    Queue, batches, ``force_flush``, ``shutdown`` and fork behave as the SDK's
    ``BatchLogRecordProcessor`` does, because it is one that does them.

    * max_queue_size — ``OTEL_BLRP_MAX_QUEUE_SIZE`` — 2048
    * schedule_delay_millis — ``OTEL_BLRP_SCHEDULE_DELAY`` — the SDK's (1000; 5000 before 1.44)
    * max_export_batch_size — ``OTEL_BLRP_MAX_EXPORT_BATCH_SIZE`` — 512
    * export_timeout_millis — ``OTEL_BLRP_EXPORT_TIMEOUT`` — 30000

    What is logged while a pipeline redacts, by users' callables or by this package, is not
    exported.

    Args:
        exporter: receives redacted log records only; or a class or function without arguments that
            makes one; None: OTLP by ``OTEL_EXPORTER_OTLP_LOGS_*`` and ``OTEL_EXPORTER_OTLP_*``
            (gRPC or HTTP/protobuf).
        policy: None: from ``OTEL_REDACT_*`` and the policy file.
        redact_in: ``"worker"``: on the thread that exports, so ``on_emit`` only queues, and raw
            records wait in this process's memory for up to ``schedule_delay_millis``.
            ``"caller"``: inside ``on_emit``, so nothing raw is ever held.
        max_queue_size: records; when full the oldest is dropped, and counted as ``queue_full``.
        schedule_delay_millis: milliseconds between exports.
        max_export_batch_size: records per export.
        export_timeout_millis: kept for the SDK's signature.

    Raises:
        ConfigError: a wrong type or word, or a policy that cannot be settled.

    Thread: ``on_emit`` runs on the application's threads.
    Order: other processors of the provider see the raw record, and share it; ours never changes
        it. What they write to it before ours is redacted.
    On error: nothing is raised into the application; see ``RedactingLogRecordExporter``.

    Example:
        >>> from opentelemetry.sdk._logs import LoggerProvider
        >>> provider = LoggerProvider()
        >>> provider.add_log_record_processor(RedactingLogRecordProcessor())
    """

    def __init__(
        self,
        exporter: LogRecordExporter | Callable[[], LogRecordExporter] | None = None,
        *,
        policy: RedactionPolicy | None = None,
        redact_in: Literal["worker", "caller"] = "worker",
        max_queue_size: int | None = None,
        schedule_delay_millis: float | None = None,
        max_export_batch_size: int | None = None,
        export_timeout_millis: float | None = None,
    ) -> None:
        """Settle the policy, make the exporter, start the worker thread."""
        if redact_in not in ("worker", "caller"):
            raise ConfigError(
                f"redact_in: got {redact_in!r}, expected 'worker' or 'caller' (a helper process "
                "redacts spans only)"
            )
        inner = made_log_exporter(exporter)
        self._redacting = RedactingLogRecordExporter(inner, policy=policy)
        self._batch = BatchLogRecordProcessor(
            LogDelivery(inner, self._redacting.pipeline.counters)
            if redact_in == "caller"
            else self._redacting,
            max_queue_size=max_queue_size,
            schedule_delay_millis=schedule_delay_millis,
            max_export_batch_size=max_export_batch_size,
            export_timeout_millis=export_timeout_millis,
        )
        self._queue = _queue(self._batch, self._redacting.pipeline.counters.span)
        self._redacts_here = redact_in == "caller"
        self._has_looked = False
        binding.register_live(self)
        warn_of_bypasses(beside_others=True)

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers; ``spans`` are log records here."""
        return self._redacting.counters

    def on_emit(self, log_record: ReadWriteLogRecord) -> None:
        """Queue the log record (or, in ``"caller"`` mode, its redacted copy)."""
        try:
            if not binding.inside():
                if not self._has_looked:
                    self._look_beside()
                self._take(log_record)
        except BaseException as error:  # noqa: BLE001 - fail closed, and nothing may be raised
            contain(error)
            self._redacting.pipeline.counters.failure("on_emit", type(error).__name__)
            self._redacting.pipeline.counters.span("dropped")

    def shutdown(self, timeout_millis: float = 30000) -> None:
        """Export what is queued, then shut the exporter down.

        Args:
            timeout_millis: milliseconds; what is not exported by then is counted as ``shutdown``.
        """
        binding.unregister_live(self)
        left = shut_down_batch(self._batch, timeout_millis)
        self._redacting.pipeline.counters.shut_down(left)

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Export what is queued now, and wait.

        Args:
            timeout_millis: milliseconds; a thread goes on with what is not exported by then.

        Returns:
            Whether it was tried in time.
        """
        return flush_in_time(self._batch.force_flush, timeout_millis)

    def _take(self, log_record: ReadWriteLogRecord) -> None:
        bound = BoundLogRecord(
            log_record=copy_for_queue(log_record.log_record),
            resource=log_record.resource or _NO_RESOURCE,
            instrumentation_scope=log_record.instrumentation_scope,
            limits=log_record.limits,
            decisions=binding.context_decisions(log_record.log_record.context),
        )
        if not self._redacts_here:
            self._queue(bound)
            return
        redacted = redact_record(self._redacting.pipeline, bound, bound.decisions)
        if redacted is not None:
            self._queue(redacted)

    def _look_beside(self) -> None:
        """Warn where another exporter of the global provider gets raw log records."""
        self._has_looked = True
        try:
            warn_of_raw(processors_behind(get_logger_provider()), self, "log records")
        except Exception as error:  # noqa: BLE001 - of foreign objects; this may not cost a record
            self._redacting.pipeline.counters.failure("look_beside", type(error).__name__)


def _queue(
    batch: BatchLogRecordProcessor, on_lost: Callable[[str], None]
) -> Callable[[ReadableLogRecord], None]:
    """Return what puts a record, with its policy, into the SDK's queue.

    Raises:
        ConfigError: there is none; the SDK's ``on_emit`` would lose the policy.
    """
    put = queue_inside(batch, on_lost)
    if put is None:
        raise ConfigError(
            "RedactingLogRecordProcessor: this SDK's BatchLogRecordProcessor has no queue that we "
            "know; use BatchLogRecordProcessor(RedactingLogRecordExporter(exporter))"
        )
    return put
