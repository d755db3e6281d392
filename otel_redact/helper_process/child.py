"""The helper's side: frames of spans in, redacted copies out to its exporter; the bootstrap calls.

Nothing of what fails here is printed: a traceback may quote spans.
"""

from __future__ import annotations

import logging
import marshal
import os
from typing import TYPE_CHECKING

from opentelemetry.sdk.trace.export import SpanExportResult

from otel_redact.binding import inside_pipeline, mark_processed_bits
from otel_redact.exporter import Delivery
from otel_redact.helper_process.frame import read_frame, write_frame
from otel_redact.helper_process.settings import HelperSettings, unpack_settings
from otel_redact.helper_process.span_frame import Sent, unpack
from otel_redact.helper_process.trace_pipeline import TracePipeline, merged, trace_ids
from otel_redact.otlp import made_exporter

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

__all__ = ["main"]

_logger = logging.getLogger("otel_redact")


def main(listen: int, talk: int) -> None:
    """Serve until the application closes the pipe, then leave.

    Args:
        listen: descriptor that frames come from.
        talk: descriptor that answers go to.

    On error: the process ends with status 1 and says nothing.
    """
    status = 1
    try:
        _logger.addHandler(logging.NullHandler())
        _logger.propagate = False  # the application warns of what it reads in the counters
        status = _serve(listen, talk)
    finally:
        os._exit(status)


def _serve(listen: int, talk: int) -> int:
    settings = read_frame(listen)
    if settings is None:
        return 0
    try:
        helper = _Helper(unpack_settings(settings))
    except BaseException as error:  # noqa: BLE001 - the application learns the type alone
        write_frame(talk, marshal.dumps(type(error).__name__))
        return 1
    write_frame(talk, marshal.dumps(""))
    try:
        while (payload := read_frame(listen)) is not None:
            write_frame(talk, helper.answer(payload))
    finally:
        helper.end()
    return 0


class _Helper:
    """Redacts and exports."""

    def __init__(self, settings: HelperSettings) -> None:
        self._pipeline = TracePipeline(settings.decisions)
        self._exporter = Delivery(made_exporter(settings.exporter), self._pipeline.counters)
        self._timeout_millis = settings.timeout_millis

    def answer(self, payload: bytearray) -> bytes:
        """Export a frame's spans.

        Returns:
            Whether it worked, what is known of the spans' traces, and all counts so far; packed.
        """
        sent, traces = unpack(payload, self._lose)
        self._pipeline.learn(traces)
        result = self._export(sent)
        counted = self._pipeline.counters.snapshot()
        parts = (counted.spans, counted.findings, counted.hidden, counted.failures)
        traces = self._pipeline.known(trace_ids(item.span for item in sent))
        return marshal.dumps((result, traces, *(dict(part) for part in parts)))

    def end(self) -> None:
        """Flush the exporter and shut it down."""
        self._exporter.force_flush(int(self._timeout_millis))
        self._exporter.shutdown(self._timeout_millis)

    def _export(self, sent: list[Sent]) -> bool:
        spans = self._redacted(sent)
        if not spans:
            return True
        with inside_pipeline():
            return self._exporter.export(spans) is SpanExportResult.SUCCESS

    def _redacted(self, sent: list[Sent]) -> list[ReadableSpan]:
        spans = [item.span for item in sent]
        raw = [not item.is_redacted for item in sent]
        for item in sent:
            context = item.span.get_span_context()
            if item.processed and context is not None:
                mark_processed_bits(context, item.processed)
        copies = self._pipeline.redact_batch([item.span for item in sent if not item.is_redacted])
        return copies if all(raw) else merged(spans, raw, copies)

    def _lose(self, error: BaseException) -> None:
        self._pipeline.counters.failure("span", type(error).__name__)
        self._pipeline.counters.span("dropped")
