"""An application with somebody else's instrumentation: ``application.py NAME raw|redacted``.

It runs in the environment of that instrumentation. Spans, and log records where the process can
redact them, go by OTLP over HTTP to the endpoint in the environment; `redacted` puts our processor
where `raw` puts the SDK's. The last line of its output is a JSON object: what was installed.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import sys
from collections.abc import Callable
from types import ModuleType

from opentelemetry import _logs, trace
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.instrumentor import BaseInstrumentor
from opentelemetry.sdk._logs import LoggerProvider, LogRecordProcessor
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

import otel_redact
from tests.third_party.instrumentations import INSTRUMENTATIONS


def span_processor(*, raw: bool) -> SpanProcessor:
    if raw:
        return BatchSpanProcessor(OTLPSpanExporter())
    return otel_redact.RedactingSpanProcessor(OTLPSpanExporter())


def log_processor(*, raw: bool) -> LogRecordProcessor | None:
    if raw:
        return BatchLogRecordProcessor(OTLPLogExporter())
    redacting = getattr(otel_redact, "RedactingLogRecordProcessor", None)
    return None if redacting is None else redacting(OTLPLogExporter())


def start_logfire(logfire: ModuleType, spans: SpanProcessor, options) -> None:
    logfire.configure(
        send_to_logfire=False,
        console=False,
        additional_span_processors=[spans],
        inspect_arguments=False,
    )
    logfire.instrument_openai(**options)


def start(instrumentor: Callable[..., BaseInstrumentor], spans: SpanProcessor, options) -> None:
    provider = TracerProvider()
    provider.add_span_processor(spans)
    trace.set_tracer_provider(provider)
    instrumentor(**options).instrument()


def main(name: str, mode: str) -> None:
    chosen = INSTRUMENTATIONS[name]
    raw = mode == "raw"
    module, _, instrumentor = chosen.instrumentor.partition(":")
    # Imported first, as an application does, so that our processors can see what is loaded.
    theirs = importlib.import_module(module)
    logs = log_processor(raw=raw)
    if logs is not None:
        logger_provider = LoggerProvider()
        logger_provider.add_log_record_processor(logs)
        _logs.set_logger_provider(logger_provider)
    spans = span_processor(raw=raw)
    if instrumentor:
        start(getattr(theirs, instrumentor), spans, chosen.options)
    else:
        start_logfire(theirs, spans, chosen.options)

    importlib.import_module(chosen.calls).run()

    spans.force_flush()
    if logs is not None:
        logger_provider.shutdown()
    trace.get_tracer_provider().shutdown()
    installed = {
        package: importlib.metadata.version(package)
        for package in (*chosen.shown, "opentelemetry-sdk")
    }
    print(json.dumps({"versions": installed, "logs": logs is not None}))


if __name__ == "__main__":
    main(*sys.argv[1:])
