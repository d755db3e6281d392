"""Which logger providers `install` takes, what it tells of them, and how one is blocked."""

from __future__ import annotations

import pytest
from opentelemetry import _logs, trace
from opentelemetry.sdk._logs import LoggerProvider, LogRecordProcessor
from opentelemetry.sdk._logs._internal import (
    ConcurrentMultiLogRecordProcessor,
    SynchronousMultiLogRecordProcessor,
)
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor, SimpleLogRecordProcessor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from otel_redact import (
    ConfigError,
    RedactingLogRecordExporter,
    RedactingLogRecordProcessor,
    RedactionPolicy,
    install,
)
from otel_redact.install import block, redacts
from tests.log_support import WireLogExporter
from tests.support import WireExporter, plain

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"
CANARIES = [MAIL, KEY]


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.fixture(params=[SynchronousMultiLogRecordProcessor, ConcurrentMultiLogRecordProcessor])
def provider(request):
    made = LoggerProvider(multi_log_record_processor=request.param(), shutdown_on_exit=False)
    yield made
    made.shutdown()


def add_exporter(provider: LoggerProvider, kind: type = SimpleLogRecordProcessor):
    exporter = WireLogExporter()
    provider.add_log_record_processor(kind(exporter))
    return exporter


def emit(provider: LoggerProvider, body: object = f"for {MAIL}") -> None:
    provider.get_logger("tests").emit(body=body, attributes={"key": KEY}, event_name=f"e {MAIL}")


class Unknown(LogRecordProcessor):
    def on_emit(self, log_record):
        pass

    def shutdown(self):
        pass

    def force_flush(self, timeout_millis=30000):
        return True


@pytest.mark.parametrize(
    "nothing",
    [_logs.NoOpLoggerProvider(), _logs._internal.ProxyLoggerProvider()],
    ids=lambda value: type(value).__name__,
)
def test_a_logger_provider_that_is_none_of_the_sdks_is_refused(nothing):
    with pytest.raises(ConfigError, match=f"got {type(nothing).__name__}, expected an SDK Logger"):
        install(nothing)


def test_processors_that_cannot_be_taken_over_are_refused():
    class Slotted:
        __slots__ = ()

        def shutdown(self):
            pass

    provider = LoggerProvider(shutdown_on_exit=False)
    provider._multi_log_record_processor = Slotted()

    with pytest.raises(ConfigError, match=r"\(Slotted\); use RedactingLogRecordProcessor"):
        install(provider)


def test_a_blocked_provider_exports_nothing(provider):
    before = add_exporter(provider)
    logger = provider.get_logger("tests")

    assert block(provider) is True
    after = add_exporter(provider)
    logger.emit(body="x")
    emit(provider)

    assert before.bodies + after.bodies == []
    assert not redacts(provider)


def test_a_blocked_foreign_provider_hands_out_loggers_that_emit_nothing():
    class Foreign(_logs.LoggerProvider):
        def get_logger(self, *arguments, **more):
            raise AssertionError

    foreign = Foreign()

    assert block(foreign) is False
    assert isinstance(foreign.get_logger("x"), _logs.NoOpLogger)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ((), False),
        ((lambda: SimpleLogRecordProcessor(WireLogExporter()),), False),
        ((lambda: SimpleLogRecordProcessor(RedactingLogRecordExporter(WireLogExporter())),), True),
        ((lambda: BatchLogRecordProcessor(RedactingLogRecordExporter(WireLogExporter())),), True),
        ((lambda: RedactingLogRecordProcessor(WireLogExporter()),), True),
        ((lambda: RedactingLogRecordProcessor(WireLogExporter()), Unknown), False),
    ],
    ids=["none", "raw", "redacting", "batched", "ours", "unknown too"],
)
def test_a_provider_redacts_when_every_exporter_does(members, expected):
    provider = LoggerProvider(shutdown_on_exit=False)
    for member in members:
        provider.add_log_record_processor(member())

    assert redacts(provider) is expected
    install(provider, policy=policy())
    assert redacts(provider) is True
    provider.shutdown()


def make_global(monkeypatch, provider):
    tracers = TracerProvider(shutdown_on_exit=False)
    spans = WireExporter()
    tracers.add_span_processor(SimpleSpanProcessor(spans))
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", tracers)
    monkeypatch.setattr(_logs._internal, "_LOGGER_PROVIDER", provider)
    return tracers, spans


def test_without_a_provider_both_global_ones_are_covered_and_know_the_same_traces(
    provider, monkeypatch
):
    exporter = add_exporter(provider)
    tracers, spans = make_global(monkeypatch, provider)

    installation = install(policy=policy(hide_inputs=True))
    with tracers.get_tracer("tests").start_as_current_span(f"parent {MAIL}"):
        tracers.get_tracer("tests").start_span("chat", attributes={"gen_ai.prompt": "ask"}).end()
        provider.get_logger("tests").emit(body=f"{MAIL}", attributes={"exception.message": "ask"})

    assert [span.name for span in spans.spans()] == ["chat", "parent [EMAIL_ADDRESS]"]
    assert plain(exporter.records()[0].attributes) == {"exception.message": "[REDACTED]"}
    assert redacts(tracers)
    assert redacts(provider)
    assert installation.counters.spans == {"redacted": 3}

    installation.uninstall()
    emit(provider)
    assert exporter.log_bodies()[-1] == f"for {MAIL}"
    assert not redacts(tracers)


def test_a_global_logger_provider_of_another_kind_is_left_alone(monkeypatch):
    foreign = _logs.NoOpLoggerProvider()
    tracers, _ = make_global(monkeypatch, foreign)

    install(policy=policy()).uninstall()

    assert not redacts(tracers)
