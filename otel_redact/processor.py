"""`RedactingSpanProcessor`: the SDK's batch processor with redaction in front of the exporter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from opentelemetry.sdk.trace import SpanProcessor
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from otel_redact import binding
from otel_redact.errors import ConfigError
from otel_redact.exporter import RedactingSpanExporter
from otel_redact.otlp import otlp_span_exporter
from otel_redact.pipeline import Pipeline

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import ReadableSpan, Span
    from opentelemetry.sdk.trace.export import SpanExporter

    from otel_redact.counters import CounterSnapshot
    from otel_redact.policy import RedactionPolicy

__all__ = ["RedactingSpanProcessor"]


class RedactingSpanProcessor(SpanProcessor):
    """Queues ended spans, redacts them and exports the copies.

    Queue, batches, ``force_flush``, ``shutdown`` and fork behave as the SDK's
    ``BatchSpanProcessor`` does, because it is one that does them.

    * max_queue_size — ``OTEL_BSP_MAX_QUEUE_SIZE`` — 2048
    * schedule_delay_millis — ``OTEL_BSP_SCHEDULE_DELAY`` — 5000
    * max_export_batch_size — ``OTEL_BSP_MAX_EXPORT_BATCH_SIZE`` — 512
    * export_timeout_millis — ``OTEL_BSP_EXPORT_TIMEOUT`` — 30000

    Args:
        exporter: receives redacted spans only; None: OTLP by ``OTEL_EXPORTER_OTLP_*`` (gRPC or
            HTTP/protobuf).
        policy: None: from ``OTEL_REDACT_*`` and the policy file.
        redact_in: ``"worker"``: on the thread that exports, so ``on_end`` only queues, and raw
            spans wait in this process's memory for up to ``schedule_delay_millis``.
            ``"caller"``: inside ``on_end``, so nothing raw is ever held.
        max_queue_size: spans; when full the oldest is dropped.
        schedule_delay_millis: milliseconds between exports.
        max_export_batch_size: spans per export.
        export_timeout_millis: milliseconds; kept for the SDK's signature.

    Raises:
        ConfigError: a wrong type or word, or a policy that cannot be settled.

    Thread: ``on_start`` and ``on_end`` run on the application's threads.
    Order: other processors of the provider see the raw span; ours never changes it.
    On error: nothing is raised into the application; see ``RedactingSpanExporter``.

    Example:
        >>> from opentelemetry.sdk.trace import TracerProvider
        >>> provider = TracerProvider()
        >>> provider.add_span_processor(RedactingSpanProcessor())
    """

    def __init__(
        self,
        exporter: SpanExporter | None = None,
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
            msg = f"redact_in: got {redact_in!r}, expected 'worker' or 'caller'"
            raise ConfigError(msg)
        inner = exporter if exporter is not None else otlp_span_exporter()
        redacting = RedactingSpanExporter(inner, policy=policy)
        self._pipeline: Pipeline = redacting.pipeline
        self._in_caller = redact_in == "caller"
        self._batch = BatchSpanProcessor(
            inner if self._in_caller else redacting,
            max_queue_size=max_queue_size,
            schedule_delay_millis=schedule_delay_millis,
            max_export_batch_size=max_export_batch_size,
            export_timeout_millis=export_timeout_millis,
        )
        binding.register_live(self)

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers."""
        return self._pipeline.counters.snapshot()

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Bind the policy of ``use_policy``, if the span's context has one."""
        try:
            binding.bind(span, parent_context)
        except Exception as error:  # noqa: BLE001 - nothing may reach the application
            self._pipeline.counters.failure("on_start", type(error).__name__)

    def on_end(self, span: ReadableSpan) -> None:
        """Queue the span (or, in ``"caller"`` mode, its redacted copy)."""
        if not binding.carry(span):
            return
        if not self._in_caller:
            self._batch.on_end(span)
            return
        context = span.get_span_context()
        if context is None or not context.trace_flags.sampled:
            return
        for redacted in self._pipeline.redact_batch((span,)):
            self._batch.on_end(redacted)

    def shutdown(self) -> None:
        """Export what is queued, then shut the exporter down."""
        binding.unregister_live(self)
        self._batch.shutdown()  # type: ignore[no-untyped-call]  # the SDK's signature

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Export what is queued now, on the calling thread, as ``BatchSpanProcessor`` does."""
        return self._batch.force_flush(timeout_millis)
