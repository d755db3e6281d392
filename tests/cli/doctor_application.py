"""Set-up functions as applications have them; the doctor's tests have it call them."""

from opentelemetry import _logs, trace
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, ConsoleSpanExporter

from otel_redact import RedactingSpanExporter, RedactingSpanProcessor, install


class Filter(BatchSpanProcessor):
    """Lets no span through."""

    def on_end(self, span):
        pass


class Secretive(SpanProcessor):
    """Does something with ended spans."""

    def on_end(self, span):
        print(span.name)


class Redactor(RedactingSpanExporter):
    """Undoes what its base does."""

    def export(self, spans):
        return self._exporter.export(spans)


def provide(*processors):
    provider = TracerProvider()
    for processor in processors:
        provider.add_span_processor(processor)
    trace.set_tracer_provider(provider)


def provide_logs():
    provider = LoggerProvider()
    provider.add_log_record_processor(BatchLogRecordProcessor(OTLPLogExporter()))
    _logs.set_logger_provider(provider)


def forgets_logs():
    provide(BatchSpanProcessor(OTLPSpanExporter()))
    install()
    provide_logs()


def covers_all():
    provide(BatchSpanProcessor(OTLPSpanExporter()), Secretive())
    provide_logs()
    install()


def in_every_mode():
    modes = ("worker", "caller", "process")
    provide(*(RedactingSpanProcessor(redact_in=mode) for mode in modes))


def filters():
    provide(Filter(RedactingSpanExporter(ConsoleSpanExporter())))


def hides_what_it_does():
    provide(RedactingSpanProcessor(), Secretive())


def undoes_redaction():
    provide(BatchSpanProcessor(Redactor(ConsoleSpanExporter())))


def sets_nothing_up():
    pass


def raises():
    raise ValueError("canary")
