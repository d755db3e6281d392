"""An application that knows OpenTelemetry's API and nothing of redaction; started by the tests."""

import os
import sys

from opentelemetry import _logs, trace
from opentelemetry.trace import Status, StatusCode

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"


def provide() -> None:
    """Set a provider up by hand, as applications without a configurator do."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)


def add_console() -> None:
    from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

    trace.get_tracer_provider().add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter()))


def provide_logs() -> None:
    """Set a logger provider up by hand."""
    from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
    from opentelemetry.sdk._logs import LoggerProvider
    from opentelemetry.sdk._logs.export import BatchLogRecordProcessor

    provider = LoggerProvider()
    provider.add_log_record_processor(BatchLogRecordProcessor(OTLPLogExporter()))
    _logs.set_logger_provider(provider)


def add_log_console() -> None:
    from opentelemetry.sdk._logs.export import ConsoleLogRecordExporter, SimpleLogRecordProcessor

    _logs.get_logger_provider().add_log_record_processor(
        SimpleLogRecordProcessor(ConsoleLogRecordExporter())
    )


def log() -> None:
    logger = _logs.get_logger("the application's")
    logger.emit(
        body={"content": f"I am {MAIL}"},
        attributes={"key": KEY, "gen_ai.system": "openai"},
        event_name="gen_ai.user.message",
    )
    logger.emit(body=f"wrong key {KEY}", attributes={"exception.message": MAIL})


def main() -> None:
    tracer = trace.get_tracer("made before any provider")
    if "provide" in sys.argv:
        provide()
    if "console" in sys.argv:
        add_console()
    if "provide_logs" in sys.argv:
        provide_logs()
    if "log_console" in sys.argv:
        add_log_console()
    if "log" in sys.argv:
        log()
    with tracer.start_as_current_span(f"chat {MAIL}") as span:
        span.set_attribute("gen_ai.request.model", "gpt-5-mini")
        span.set_attribute("gen_ai.prompt", f"I am {MAIL}")
        span.add_event(f"key {KEY}", {"key": KEY})
        span.record_exception(ValueError(f"wrong key {KEY}"))
        span.set_status(Status(StatusCode.ERROR, f"wrong key {KEY}"))
    sys.stdout.write(f"done, child of {os.environ.get('OTEL_SERVICE_NAME', 'nobody')}\n")


main()
