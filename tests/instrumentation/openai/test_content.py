"""When content is recorded: the argument, the variable, the provider, in this order."""

from __future__ import annotations

import contextlib

import openai
import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF

from otel_redact import RedactionPolicy
from otel_redact.install import install
from otel_redact_instrumentation.openai.content import CAPTURE_VARIABLE
from tests.instrumentation.openai.shapes import IN, KEY
from tests.support import WireExporter

ASK = {"model": "gpt-4o", "messages": [{"role": "user", "content": f"{IN} {KEY}"}]}


def provider_of(exporter, *, redacting):
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    if redacting:
        install(provider, policy=RedactionPolicy(environ={}))
    return provider


@pytest.mark.parametrize(
    "told",
    [
        (None, "", True, True),
        (None, "", False, False),
        (None, "true", False, True),
        (None, "SPAN_ONLY", False, True),
        (None, "NO_CONTENT", True, False),
        (None, "EVENT_ONLY", True, False),
        (None, "perhaps", True, False),
        (True, "false", False, True),
        (False, "true", True, False),
    ],
)
def test_content_is_recorded_as_told(told, client, instrument, monkeypatch):
    argument, variable, redacting, recorded = told
    monkeypatch.setenv(CAPTURE_VARIABLE, variable)
    exporter = WireExporter()
    instrument(tracer_provider=provider_of(exporter, redacting=redacting), capture_content=argument)

    client.chat.completions.create(**ASK)

    assert (IN.encode() in exporter.bodies[0]) is recorded
    assert (KEY.encode() in exporter.bodies[0]) is (recorded and not redacting)


def test_a_provider_that_gets_a_raw_exporter_later_records_no_content_any_more(client, instrument):
    from otel_redact import RedactingSpanProcessor

    provider, raw = TracerProvider(), WireExporter()
    policy = RedactionPolicy(environ={})
    provider.add_span_processor(RedactingSpanProcessor(WireExporter(), policy=policy))
    instrument(tracer_provider=provider)
    provider.add_span_processor(SimpleSpanProcessor(raw))

    client.chat.completions.create(**ASK)

    assert IN.encode() not in raw.bodies[0]
    provider.shutdown()


def test_a_span_that_is_not_sampled_runs_no_functions(client, instrument):
    called = []
    instrument(
        tracer_provider=TracerProvider(sampler=ALWAYS_OFF),
        capture_content=True,
        process_inputs=called.append,
    )

    client.chat.completions.create(**ASK)

    assert not called


@pytest.mark.parametrize("model", ["gpt-4o", "err-401"])
def test_metrics_hold_durations_and_tokens_and_no_content(model, client, instrument):
    reader = InMemoryMetricReader()
    instrument(capture_content=True, meter_provider=MeterProvider([reader]))

    with contextlib.suppress(openai.AuthenticationError):
        client.chat.completions.create(**{**ASK, "model": model})

    data = reader.get_metrics_data()
    points = {
        metric.name: list(metric.data.data_points)
        for metric in data.resource_metrics[0].scope_metrics[0].metrics
    }
    (duration,) = points["gen_ai.client.operation.duration"]
    assert duration.attributes["gen_ai.operation.name"] == "chat"
    assert duration.explicit_bounds[:3] == (0.01, 0.02, 0.04)
    assert IN not in str(data)
    if model == "gpt-4o":
        tokens = points["gen_ai.client.token.usage"]
        assert {p.attributes["gen_ai.token.type"]: p.sum for p in tokens} == {
            "input": 11,
            "output": 7,
        }
    else:
        assert duration.attributes["error.type"] == "openai.AuthenticationError"
