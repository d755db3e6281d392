"""Which providers `install` takes, what it tells of them, and how one is blocked."""

from __future__ import annotations

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor

from otel_redact import (
    ConfigError,
    RedactingSpanExporter,
    RedactingSpanProcessor,
    RedactionPolicy,
    install,
)
from otel_redact.install import block, redacts
from tests.support import WireExporter


@pytest.fixture
def provider():
    made = TracerProvider(shutdown_on_exit=False)
    yield made
    made.shutdown()


def add_exporter(provider: TracerProvider) -> WireExporter:
    exporter = WireExporter()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return exporter


@pytest.mark.parametrize(
    "nothing",
    [trace.ProxyTracerProvider(), trace.NoOpTracerProvider(), object()],
    ids=lambda value: type(value).__name__,
)
def test_a_provider_that_is_none_of_the_sdks_is_refused(nothing):
    with pytest.raises(ConfigError, match=f"got {type(nothing).__name__}, expected an SDK Tracer"):
        install(nothing)


def test_without_a_global_provider_install_says_how_to_set_one():
    with pytest.raises(ConfigError, match=r"ProxyTracerProvider.*set_tracer_provider"):
        install()


def test_processors_that_cannot_be_taken_over_are_refused():
    class Slotted:
        __slots__ = ()

        def shutdown(self):
            pass

    provider = TracerProvider(shutdown_on_exit=False)
    provider._active_span_processor = Slotted()

    with pytest.raises(ConfigError, match=r"\(Slotted\); use RedactingSpanProcessor"):
        install(provider)


def test_a_blocked_provider_exports_nothing(provider):
    before = add_exporter(provider)
    in_flight = provider.get_tracer("tests").start_span("in flight")

    block(provider)
    after = add_exporter(provider)
    in_flight.end()
    provider.get_tracer("tests").start_span("later").end()

    assert before.bodies + after.bodies == []
    assert not redacts(provider)


def test_a_blocked_foreign_provider_hands_out_tracers_that_record_nothing():
    class Foreign(trace.TracerProvider):
        def get_tracer(self, *arguments, **more):
            raise AssertionError

    foreign = Foreign()

    block(foreign)

    assert not foreign.get_tracer("x").start_span("y").is_recording()


class Unknown(SpanProcessor):
    def on_end(self, span):
        pass


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ((), False),
        ((SpanProcessor(),), False),
        ((SimpleSpanProcessor(WireExporter()),), False),
        ((SimpleSpanProcessor(RedactingSpanExporter(WireExporter())),), True),
        ((SpanProcessor(), SimpleSpanProcessor(RedactingSpanExporter(WireExporter()))), True),
        (
            (
                SimpleSpanProcessor(RedactingSpanExporter(WireExporter())),
                SimpleSpanProcessor(WireExporter()),
            ),
            False,
        ),
        ((SimpleSpanProcessor(RedactingSpanExporter(WireExporter())), Unknown()), False),
    ],
    ids=["none", "silent", "raw", "redacting", "silent too", "raw too", "unknown too"],
)
def test_a_provider_redacts_when_every_exporter_does(provider, members, expected):
    for member in members:
        provider.add_span_processor(member)

    assert redacts(provider) is expected
    install(provider, policy=RedactionPolicy(environ={}))
    assert redacts(provider) is True


def test_a_batch_processor_around_our_exporter_redacts(provider):
    provider.add_span_processor(BatchSpanProcessor(RedactingSpanExporter(WireExporter())))
    provider.add_span_processor(RedactingSpanProcessor(WireExporter()))

    assert redacts(provider)


@pytest.mark.parametrize(
    "foreign", [None, object(), trace.ProxyTracerProvider(), trace.NoOpTracerProvider()]
)
def test_of_a_foreign_provider_nothing_is_known(foreign):
    assert redacts(foreign) is False


class Proxy(trace.TracerProvider):
    """Holds the SDK's provider as the global one of logfire 5.4.0 does."""

    def __init__(self, provider: TracerProvider) -> None:
        self.provider = provider

    def get_tracer(self, *arguments, **more):
        return self.provider.get_tracer(*arguments, **more)


def test_a_proxy_that_holds_the_sdks_provider_is_covered():
    exporter, inner = WireExporter(), TracerProvider(shutdown_on_exit=False)
    inner.add_span_processor(SimpleSpanProcessor(exporter))
    provider = Proxy(inner)

    install(provider, policy=RedactionPolicy(environ={}))
    with provider.get_tracer("t").start_as_current_span("to ann@example.com"):
        pass

    assert [span.name for span in exporter.spans()] == ["to [EMAIL_ADDRESS]"]
