"""A loopback OpenAI, clients for it, and the instrumentor on a provider that keeps OTLP bytes."""

from __future__ import annotations

import openai
import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from otel_redact_instrumentation.openai import OpenAIInstrumentor
from tests.instrumentation.openai.server import FakeOpenAI
from tests.instrumentation.openai.shapes import KEY
from tests.support import WireExporter


@pytest.fixture(scope="session")
def _running():
    with FakeOpenAI() as running:
        yield running


@pytest.fixture
def server(_running):
    """A server that answers as OpenAI does; each test finds it as if it had just started."""
    _running.requests.clear()
    _running.release.clear()
    yield _running
    _running.release.set()


@pytest.fixture(scope="session")
def _client(_running):
    with openai.OpenAI(base_url=f"{_running.url}/v1", api_key=KEY, max_retries=0) as made:
        yield made


@pytest.fixture
def client(server, _client):
    """A synchronous client of it; tests share its connections."""
    return _client


@pytest.fixture
def instrument():
    """A function that instruments on a fresh provider, and returns what arrives."""
    instrumentor = OpenAIInstrumentor()

    def start(**arguments: object) -> WireExporter:
        exporter = WireExporter()
        if "tracer_provider" not in arguments:
            provider = TracerProvider()
            provider.add_span_processor(SimpleSpanProcessor(exporter))
            arguments["tracer_provider"] = provider
        instrumentor.instrument(**arguments)
        return exporter

    yield start
    if instrumentor.is_instrumented_by_opentelemetry:
        instrumentor.uninstrument()
