"""Ended spans in, raw OTLP bytes out beside the redacted export; the demo registers it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from otel_redact import RedactingSpanExporter, RedactingSpanProcessor, RedactionPolicy

__all__ = ["CapturingSpanProcessor"]

_TIMED_RUNS = 9


class CapturingSpanProcessor(RedactingSpanProcessor):
    """The redacting processor; it also keeps every span as bytes the moment it ends.

    The raw spans stay in it, so that the provider still counts as one that redacts all it exports,
    without which the OpenAI instrumentor would not record what an error says.

    Args:
        exporter: gets the redacted spans.

    Attributes:
        bodies: one serialised OTLP trace request per raw span, in the order they ended.
    """

    def __init__(self, exporter: SpanExporter) -> None:
        super().__init__(exporter)
        self.bodies: list[bytes] = []
        self._spans: list[ReadableSpan] = []

    def on_end(self, span: ReadableSpan) -> None:
        """Serialise the span as it is, then have it redacted and exported."""
        self.bodies.append(bytes(encode_spans([span]).SerializeToString()))
        self._spans.append(span)
        super().on_end(span)

    def redaction_millis(self) -> float:
        """Redact the kept spans some times over, exporting nothing.

        Returns:
            The median time per span, in milliseconds; 0.0 without spans.
        """
        # Without the cache: repeating the same spans would only measure look-ups.
        policy = RedactionPolicy(cache_bytes=0)
        exporter = RedactingSpanExporter(_Discard(), policy=policy)
        exporter.export(self._spans)  # builds the engine
        seconds = []
        for _ in range(_TIMED_RUNS):
            start = time.perf_counter()
            exporter.export(self._spans)
            seconds.append(time.perf_counter() - start)
        exporter.shutdown()
        return statistics.median(seconds) * 1000 / max(len(self._spans), 1)


class _Discard(SpanExporter):
    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:  # noqa: ARG002 - base's
        return SpanExportResult.SUCCESS
