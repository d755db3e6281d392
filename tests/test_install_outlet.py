"""Every exporter behind a provider is found; those beside ours that get raw data are warned of."""

from __future__ import annotations

import io
import logging

import pytest
from opentelemetry import _logs, trace
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import (
    BatchLogRecordProcessor,
    InMemoryLogRecordExporter,
    SimpleLogRecordProcessor,
)
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import ConsoleMetricExporter, PeriodicExportingMetricReader
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    ConsoleSpanExporter,
    SimpleSpanProcessor,
    SpanExporter,
)
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from otel_redact import (
    RedactingLogRecordExporter,
    RedactingLogRecordProcessor,
    RedactingMetricExporter,
    RedactingSpanExporter,
    RedactingSpanProcessor,
    install,
    install_outlet,
    log_processor,
)
from otel_redact.install import block
from otel_redact.install_outlet import exporters_of, is_blocked, metric_exporters_of
from otel_redact.redacted_otlp import RedactedOtlpLogRecordExporter, RedactedOtlpSpanExporter
from tests.log_support import WireLogExporter
from tests.support import WireExporter


class Wrapper(SpanProcessor):
    """Logfire wraps processors in processors."""

    def __init__(self, processor):
        self.processor = processor

    def on_end(self, span):
        self.processor.on_end(span)


class WrappingExporter(SpanExporter):
    """Logfire wraps exporters as well."""

    def __init__(self, exporter):
        self.wrapped_exporter = exporter

    def export(self, spans):
        return self.wrapped_exporter.export(spans)


class Client:
    """As the one that an OTLP exporter over HTTP has."""

    def export(self, data):
        pass


class WithClient(WireExporter):
    def __init__(self):
        super().__init__()
        self._client = Client()


class Secretive(SpanProcessor):
    def on_end(self, span):
        pass


class Enricher(SpanProcessor):
    def on_start(self, span, parent_context=None):
        span.set_attribute("host", "a")


class Proxy:
    """As logfire's provider, which holds the SDK's."""

    def __init__(self, provider):
        self.provider = provider


def provider_of(*processors):
    provider = TracerProvider(shutdown_on_exit=False)
    for processor in processors:
        provider.add_span_processor(processor)
    return provider


def logger_provider_of(*processors):
    provider = LoggerProvider(shutdown_on_exit=False)
    for processor in processors:
        provider.add_log_record_processor(processor)
    return provider


def found(provider):
    """Return each way as text, and whether it is redacted."""
    return [
        (" ".join(kind.__name__ for kind in outlet.way), outlet.pipeline is not None)
        for outlet in exporters_of(provider)
    ]


@pytest.mark.parametrize(
    ("processor", "way", "redacts"),
    [
        (lambda: BatchSpanProcessor(WireExporter()), "BatchSpanProcessor WireExporter", False),
        (lambda: SimpleSpanProcessor(WireExporter()), "SimpleSpanProcessor WireExporter", False),
        (lambda: SimpleSpanProcessor(WithClient()), "SimpleSpanProcessor WithClient", False),
        (
            lambda: SimpleSpanProcessor(WrappingExporter(RedactingSpanExporter(WireExporter()))),
            "SimpleSpanProcessor WrappingExporter RedactingSpanExporter WireExporter",
            True,
        ),
        (
            lambda: SimpleSpanProcessor(WrappingExporter(WireExporter())),
            "SimpleSpanProcessor WrappingExporter WireExporter",
            False,
        ),
        (
            lambda: Wrapper(Wrapper(SimpleSpanProcessor(WireExporter()))),
            "Wrapper Wrapper SimpleSpanProcessor WireExporter",
            False,
        ),
        (
            lambda: RedactingSpanProcessor(WireExporter()),
            "RedactingSpanProcessor RedactingSpanExporter WireExporter",
            True,
        ),
        (
            lambda: RedactingSpanProcessor(WireExporter(), redact_in="caller"),
            "RedactingSpanProcessor RedactingSpanExporter WireExporter",
            True,
        ),
        (
            lambda: RedactingSpanProcessor(WireExporter, redact_in="process"),
            "RedactingSpanProcessor HelperExporter",
            True,
        ),
        (Secretive, "Secretive", False),
    ],
)
def test_the_way_to_an_exporter_is_found(processor, way, redacts):
    provider = provider_of(processor())

    assert found(provider) == [(way, redacts)]

    provider.shutdown()


def test_a_processor_that_leaves_ended_spans_alone_is_no_way_out():
    assert found(provider_of(Enricher())) == []


def test_behind_install_every_way_is_redacted():
    provider = provider_of(SimpleSpanProcessor(WireExporter()), Secretive())
    installed = install(provider)

    assert [redacts for _, redacts in found(provider)] == [True, True]

    installed.uninstall()
    assert [redacts for _, redacts in found(provider)] == [False, False]


@pytest.mark.parametrize("raw_first", [True, False])
def test_an_exporter_that_is_reached_raw_and_redacted_counts_as_raw(raw_first):
    exporter = WireExporter()
    processors = [RedactingSpanProcessor(exporter), SimpleSpanProcessor(exporter)]
    provider = provider_of(*reversed(processors) if raw_first else processors)

    assert found(provider) == [("SimpleSpanProcessor WireExporter", False)]

    provider.shutdown()


def test_processors_that_hold_each_other_end_the_search():
    wrapper = Wrapper(None)
    wrapper.processor = Wrapper(wrapper)

    assert len(found(provider_of(wrapper))) == 1


def test_a_provider_in_a_provider_is_looked_into():
    provider = provider_of(SimpleSpanProcessor(WireExporter()))

    assert found(Proxy(provider)) == [("SimpleSpanProcessor WireExporter", False)]


def test_of_a_provider_that_is_none_of_the_sdks_nothing_is_known():
    assert exporters_of(trace.ProxyTracerProvider()) is None
    assert exporters_of(object()) is None


def test_exporters_of_log_records_are_found():
    provider = logger_provider_of(
        BatchLogRecordProcessor(WireLogExporter()),
        SimpleLogRecordProcessor(RedactingLogRecordExporter(WireLogExporter())),
        RedactingLogRecordProcessor(WireLogExporter()),
    )

    assert found(provider) == [
        ("BatchLogRecordProcessor WireLogExporter", False),
        ("SimpleLogRecordProcessor RedactingLogRecordExporter WireLogExporter", True),
        ("RedactingLogRecordProcessor RedactingLogRecordExporter WireLogExporter", True),
    ]

    provider.shutdown()


def test_a_blocked_provider_is_told_from_others():
    blocked = provider_of(SimpleSpanProcessor(WireExporter()))
    block(blocked)

    assert is_blocked(blocked)
    assert not is_blocked(provider_of())
    assert not is_blocked(trace.ProxyTracerProvider())


def test_raw_exporters_of_metrics_are_found():
    raw, ours = ConsoleMetricExporter(), RedactingMetricExporter(ConsoleMetricExporter())
    readers = [PeriodicExportingMetricReader(one, float("inf")) for one in (raw, ours)]
    provider = MeterProvider(metric_readers=readers, shutdown_on_exit=False)

    assert metric_exporters_of(provider) == [raw]

    provider.shutdown()


@pytest.fixture
def warned_of_nothing(monkeypatch):
    monkeypatch.setattr(install_outlet, "_warned", set())


def end_spans(provider, count=2):
    for _ in range(count):
        provider.get_tracer("tests").start_span("chat").end()


def warnings_in(caplog):
    return [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]


RAW_SPANS = (
    "otel_redact: another exporter of this provider (%s) sends raw spans; use install() or "
    "OTEL_REDACT_ENABLED=true, which redact for all of them"
)


@pytest.mark.parametrize("redact_in", ["worker", "caller"])
def test_a_raw_exporter_beside_our_processor_is_warned_of_once(
    warned_of_nothing, redact_in, caplog
):
    raw = SimpleSpanProcessor(ConsoleSpanExporter(out=io.StringIO()))
    provider = provider_of(raw, RedactingSpanProcessor(WireExporter(), redact_in=redact_in))

    end_spans(provider)

    assert warnings_in(caplog) == [RAW_SPANS % "ConsoleSpanExporter"]
    provider.shutdown()
    assert len(warnings_in(caplog)) == 1


def test_one_that_comes_later_is_warned_of_at_shutdown(warned_of_nothing, caplog):
    provider = provider_of(RedactingSpanProcessor(WireExporter()))
    end_spans(provider)
    provider.add_span_processor(SimpleSpanProcessor(WireExporter()))
    assert warnings_in(caplog) == []

    provider.shutdown()

    assert warnings_in(caplog) == [RAW_SPANS % "WireExporter"]


@pytest.mark.parametrize(
    "beside",
    [
        lambda: SimpleSpanProcessor(InMemorySpanExporter()),
        lambda: SimpleSpanProcessor(RedactingSpanExporter(WireExporter())),
        lambda: RedactingSpanProcessor(WireExporter()),
        Secretive,
        Enricher,
    ],
    ids=["memory", "redacted", "ours", "secretive", "enricher"],
)
def test_nothing_is_said_of_what_sends_nothing_raw(warned_of_nothing, beside, caplog):
    provider = provider_of(beside(), RedactingSpanProcessor(WireExporter()))

    end_spans(provider)
    provider.shutdown()

    assert warnings_in(caplog) == []


def test_nothing_is_said_where_install_stands_in_front(warned_of_nothing, caplog):
    raw = SimpleSpanProcessor(WireExporter())
    provider = provider_of(raw, RedactingSpanProcessor(WireExporter()))
    installed = install(provider)

    end_spans(provider)
    provider.shutdown()

    assert warnings_in(caplog) == []
    installed.uninstall()


def test_our_processor_does_not_keep_the_provider_alive_for_it():
    processor = RedactingSpanProcessor(WireExporter())
    provider = provider_of(processor)
    end_spans(provider)

    del provider

    assert processor._siblings() is None
    processor.shutdown()


def test_otlp_redacted_warns_of_a_raw_exporter_of_the_global_provider(
    warned_of_nothing, monkeypatch, caplog
):
    ours = RedactedOtlpSpanExporter()
    ours._exporter = WireExporter()
    provider = provider_of(SimpleSpanProcessor(WireExporter()), SimpleSpanProcessor(ours))
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: provider)

    end_spans(provider)

    assert warnings_in(caplog) == [RAW_SPANS % "WireExporter"]
    assert len(ours._exporter.spans()) == 2


def test_otlp_redacted_says_nothing_of_a_provider_that_it_is_not_on(
    warned_of_nothing, monkeypatch, caplog
):
    ours = RedactedOtlpSpanExporter()
    ours._exporter = WireExporter()
    foreign = provider_of(SimpleSpanProcessor(WireExporter()))
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: foreign)

    end_spans(provider_of(SimpleSpanProcessor(ours)))

    assert warnings_in(caplog) == []


@pytest.mark.parametrize("kind", ["exporter", "processor"])
def test_raw_log_records_beside_ours_are_warned_of_once(
    warned_of_nothing, kind, monkeypatch, caplog
):
    if kind == "exporter":
        exporter = RedactedOtlpLogRecordExporter()
        exporter._exporter = WireLogExporter()
        ours = SimpleLogRecordProcessor(exporter)
    else:
        ours = RedactingLogRecordProcessor(WireLogExporter())
    memory = SimpleLogRecordProcessor(InMemoryLogRecordExporter())
    provider = logger_provider_of(memory, SimpleLogRecordProcessor(WireLogExporter()), ours)
    monkeypatch.setattr(_logs, "get_logger_provider", lambda: provider)
    monkeypatch.setattr(log_processor, "get_logger_provider", lambda: provider)

    for _ in range(2):
        provider.get_logger("tests").emit(body="hello")

    assert warnings_in(caplog) == [
        (RAW_SPANS % "WireLogExporter").replace("raw spans", "raw log records")
    ]
    provider.shutdown()
