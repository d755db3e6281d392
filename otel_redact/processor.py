"""`RedactingSpanProcessor`: the SDK's batch processor with redaction in front of the exporter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from opentelemetry.sdk.trace import SpanProcessor
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from otel_redact import binding
from otel_redact.batch_queue import flush_in_time, queue_of, shut_down_batch
from otel_redact.binding import usage
from otel_redact.bypass import warn_of_bypasses
from otel_redact.errors import ConfigError
from otel_redact.exporter import Delivery, RedactingSpanExporter
from otel_redact.install_outlet import siblings_of, warn_of_raw
from otel_redact.otlp import made_exporter

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import ReadableSpan, Span
    from opentelemetry.sdk.trace.export import SpanExporter

    from otel_redact.counters import CounterSnapshot
    from otel_redact.helper_process import HelperExporter
    from otel_redact.policy import RedactionPolicy

__all__ = ["RedactingSpanProcessor"]


class RedactingSpanProcessor(SpanProcessor):
    """Queues ended spans, redacts them and exports the copies.

    Queue, batches, ``force_flush``, ``shutdown`` and fork behave as the SDK's
    ``BatchSpanProcessor`` does, because it is one that does them; but both keep to their timeouts.

    * max_queue_size — ``OTEL_BSP_MAX_QUEUE_SIZE`` — 2048
    * schedule_delay_millis — ``OTEL_BSP_SCHEDULE_DELAY`` — 5000
    * max_export_batch_size — ``OTEL_BSP_MAX_EXPORT_BATCH_SIZE`` — 512
    * export_timeout_millis — ``OTEL_BSP_EXPORT_TIMEOUT`` — 30000

    Args:
        exporter: receives redacted spans only; or a class or function without arguments that makes
            one; None: OTLP by ``OTEL_EXPORTER_OTLP_*`` (gRPC or HTTP/protobuf).
        policy: None: from ``OTEL_REDACT_*`` and the policy file.
        redact_in: ``"worker"``: on the thread that exports, so ``on_end`` only queues, and raw
            spans wait in this process's memory for up to ``schedule_delay_millis``.
            ``"caller"``: inside ``on_end``, so nothing raw is ever held.
            ``"process"``: as ``"worker"``, but a helper process redacts and exports, which leaves
            the interpreter to the application; see ``HelperExporter``. The exporter is made there,
            so it must not be an instance, and the policy's functions must be found by name.
        max_queue_size: spans; when full the oldest is dropped, and counted as ``queue_full``.
        schedule_delay_millis: milliseconds between exports.
        max_export_batch_size: spans per export.
        export_timeout_millis: milliseconds until a helper that does not answer is ended; otherwise
            kept for the SDK's signature.

    Raises:
        ConfigError: a wrong type or word, a policy that cannot be settled, or one that cannot be
            sent to a helper.

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
        exporter: SpanExporter | Callable[[], SpanExporter] | None = None,
        *,
        policy: RedactionPolicy | None = None,
        redact_in: Literal["worker", "caller", "process"] = "worker",
        max_queue_size: int | None = None,
        schedule_delay_millis: float | None = None,
        max_export_batch_size: int | None = None,
        export_timeout_millis: float | None = None,
    ) -> None:
        """Settle the policy, make the exporter, start the worker thread."""
        if redact_in not in ("worker", "caller", "process"):
            msg = f"redact_in: got {redact_in!r}, expected 'worker', 'caller' or 'process'"
            raise ConfigError(msg)
        self._redacting: RedactingSpanExporter | HelperExporter
        target: SpanExporter
        if redact_in == "process":
            from otel_redact.helper_process import HelperExporter  # noqa: PLC0415 - heavy

            self._redacting = target = HelperExporter(
                exporter, policy=policy, export_timeout_millis=export_timeout_millis
            )
        else:
            inner = made_exporter(exporter)
            self._redacting = RedactingSpanExporter(inner, policy=policy)
            target = self._redacting
            if redact_in == "caller":
                target = Delivery(inner, self._redacting.pipeline.counters)
        self._batch = BatchSpanProcessor(
            target,
            max_queue_size=max_queue_size,
            schedule_delay_millis=schedule_delay_millis,
            max_export_batch_size=max_export_batch_size,
            export_timeout_millis=export_timeout_millis,
        )
        self._queue = queue_of(self._batch, self._redacting.pipeline.counters.span)
        self._then = self._redact if redact_in == "caller" else self._queue
        self._take: Callable[[ReadableSpan], None] = self._take_first
        self._siblings: Callable[[], object] | None = None
        binding.register_live(self)
        warn_of_bypasses(beside_others=True)

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers."""
        return self._redacting.counters

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Bind the policy of ``use_policy``, if the span's context has one."""
        try:
            binding.bind(span, parent_context)
            if self._siblings is None:
                self._siblings = siblings_of(span)
        except Exception as error:  # noqa: BLE001 - nothing may reach the application
            self._redacting.pipeline.counters.failure("on_start", type(error).__name__)

    def on_end(self, span: ReadableSpan) -> None:
        """Queue the span (or, in ``"caller"`` mode, its redacted copy)."""
        context = span.get_span_context()
        if context is None or not context.trace_flags.sampled:
            return
        if usage.begun and not binding.carry(span):
            return
        self._take(span)

    def shutdown(self, timeout_millis: float = 30000) -> None:
        """Export what is queued, then shut the exporter down.

        Args:
            timeout_millis: milliseconds; what is not exported by then is counted as ``shutdown``.
        """
        self._look_beside()  # others may have come after the first span
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

    def _take_first(self, span: ReadableSpan) -> None:
        self._take = self._then
        self._look_beside()
        self._take(span)

    def _look_beside(self) -> None:
        """Warn where another exporter of the provider gets raw spans."""
        try:
            processors = None if self._siblings is None else self._siblings()
            if processors is not None:
                warn_of_raw(processors, self, "spans")
        except Exception as error:  # noqa: BLE001 - of foreign objects; this may not cost a span
            self._redacting.pipeline.counters.failure("look_beside", type(error).__name__)

    def _redact(self, span: ReadableSpan) -> None:
        for redacted in self._redacting.pipeline.redact_batch((span,)):
            self._queue(redacted)
