"""`RedactingSpanExporter`: raw spans in, redacted copies out to the exporter it wraps."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from otel_redact.containment import contain
from otel_redact.errors import ConfigError
from otel_redact.pipeline import Pipeline

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

    from otel_redact.counters import Counters, CounterSnapshot
    from otel_redact.policy import RedactionPolicy

__all__ = ["Delivery", "RedactingSpanExporter", "check_exporter", "deliver", "shutdown_exporter"]

R = TypeVar("R")
T = TypeVar("T")


class _Exporter(Protocol):
    @property
    def shutdown(self) -> Callable[..., object]:
        """End it."""
        ...


class Delivery(SpanExporter):
    """Hands redacted copies to an exporter, and counts those that it does not deliver.

    On error: what the exporter raises ends here, counted as ``exporter:…``: the SDK would log its
        text, and some of it would end the SDK's worker thread.
    """

    def __init__(self, exporter: SpanExporter, counters: Counters) -> None:
        """Wrap an exporter.

        Args:
            exporter: gets what ``export`` gets.
            counters: get ``export_failed``.
        """
        self._exporter = exporter
        self._counters = counters

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Export a batch; FAILURE where the exporter says so or raises."""
        return deliver(self._exporter.export, spans, self._counters, SpanExportResult.FAILURE)

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Flush the exporter, within ``timeout_millis`` milliseconds if it keeps to it."""
        return self._exporter.force_flush(timeout_millis)

    def shutdown(self, timeout_millis: float = 30000) -> None:
        """Shut the exporter down, within milliseconds where it takes a timeout."""
        shutdown_exporter(self._exporter, timeout_millis)


class RedactingSpanExporter(SpanExporter):
    """Redacts each span, then hands the copies to another exporter.

    Use it where spans are already batched (``BatchSpanProcessor(RedactingSpanExporter(…))``);
    ``use_policy`` needs ``RedactingSpanProcessor``.

    Thread: ``export`` runs on the processor's worker thread.
    On error: a value becomes ``[REDACTED]``, a span that cannot be redacted is left out; nothing is
        raised, nothing raw is passed on.

    Attributes:
        pipeline: what redacts.

    Example:
        >>> from opentelemetry.sdk.trace.export import ConsoleSpanExporter
        >>> exporter = RedactingSpanExporter(ConsoleSpanExporter())
    """

    def __init__(self, exporter: SpanExporter, *, policy: RedactionPolicy | None = None) -> None:
        """Wrap an exporter.

        Args:
            exporter: receives redacted spans only.
            policy: None: from the ``OTEL_REDACT_*`` variables and policy file.

        Raises:
            ConfigError: ``exporter`` is no exporter, or the policy cannot be settled.
        """
        check_exporter(exporter, "SpanExporter instance such as OTLPSpanExporter()")
        self._exporter = exporter
        self.pipeline = Pipeline(policy)

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers."""
        return self.pipeline.counters.snapshot()

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Redact and export a batch.

        Args:
            spans: ended spans; not changed.

        Returns:
            The wrapped exporter's result, FAILURE when it raised, SUCCESS when nothing was left to
            send.
        """
        with self.pipeline.counters.under_way(len(spans)):
            redacted = self.pipeline.redact_batch(spans)
        if not redacted:
            return SpanExportResult.SUCCESS
        failure = SpanExportResult.FAILURE
        return deliver(self._exporter.export, redacted, self.pipeline.counters, failure)

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Flush the wrapped exporter, within ``timeout_millis`` milliseconds if it keeps to it."""
        return self._exporter.force_flush(timeout_millis)

    def shutdown(self, timeout_millis: float = 30000) -> None:
        """Shut the wrapped exporter down.

        Args:
            timeout_millis: milliseconds; passed on where the exporter takes it.
        """
        shutdown_exporter(self._exporter, timeout_millis)


def deliver(
    export: Callable[[Sequence[T]], R], items: Sequence[T], counters: Counters, failure: R
) -> R:
    """Export redacted copies, and count those that are not delivered.

    Args:
        export: an exporter's.
        items: spans or log records.
        counters: get ``export_failed``, and ``exporter:…`` where it raises.
        failure: what its signal calls a failure.

    Returns:
        What it returns; ``failure`` where it raises.
    """
    try:
        with counters.under_way(len(items)):
            result = export(items)
    except BaseException as error:  # noqa: BLE001 - foreign code; the next batch may do better
        counters.failure("exporter", type(error).__name__)
        counters.span("export_failed", len(items))
        contain(error)
        return failure
    if result is failure:
        counters.span("export_failed", len(items))
    return result


def check_exporter(exporter: object, expected: str) -> None:
    """Refuse what is no exporter.

    Raises:
        ConfigError: it has no ``export``, or is a class.
    """
    if not callable(getattr(exporter, "export", None)) or isinstance(exporter, type):
        raise ConfigError(f"exporter: got {type(exporter).__name__}, expected a {expected}")


def shutdown_exporter(exporter: _Exporter, timeout_millis: float) -> None:
    """Shut an exporter of any signal down, with the timeout where it takes one."""
    parameters = inspect.signature(exporter.shutdown).parameters
    if "timeout_millis" in parameters:
        exporter.shutdown(timeout_millis=timeout_millis)
    else:
        exporter.shutdown()
