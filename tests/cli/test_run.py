"""The demo's model calls are made by the real client and traced by the instrumentor."""

from __future__ import annotations

import openai
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from otel_redact.cli.planted import PLANTED
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.cli.run import run
from otel_redact.testing import assert_no_leak
from tests.support import plain

SCOPE = "otel_redact_instrumentation.openai"
MODEL_CALLS = [
    "chat gpt-5-mini",
    "chat gpt-5-mini",
    "embeddings text-embedding-3-small",
    "chat gpt-invalid-key",
]


@pytest.fixture
def service(monkeypatch):
    """A service that gets what the demo exports."""
    with OtlpReceiver(grpc=False) as listening:
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", listening.http_endpoint)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        yield listening


def model_calls(service: OtlpReceiver):
    """Return the instrumentor's spans, in order of start."""
    spans = [
        span
        for body in service.bodies
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans
        for scope in resource.scope_spans
        if scope.scope.name == SCOPE
        for span in scope.spans
    ]
    return sorted(spans, key=lambda span: span.start_time_unix_nano)


def test_every_planted_secret_is_in_the_raw_spans_and_none_in_what_is_sent(service):
    outcome = run()

    raw = "\n".join(row.before for row in outcome.rows)
    assert [kind for kind, text in PLANTED.items() if text not in raw.replace('\\"', '"')] == []
    assert outcome.leaked == []
    assert len(service.spans()) == outcome.spans == 9
    assert_no_leak(service.bodies, list(PLANTED.values()))


def test_the_instrumentor_makes_the_spans_of_all_model_calls(service):
    run()

    spans = model_calls(service)
    assert [span.name for span in spans] == MODEL_CALLS
    asked, streamed, embedded, failed = (plain(span.attributes) for span in spans)
    assert asked["gen_ai.response.finish_reasons"] == ["tool_calls"]
    assert "[CREDIT_CARD]" in asked["gen_ai.input.messages"]
    assert streamed["gen_ai.request.stream"] is True
    assert "[IBAN_CODE]" in streamed["gen_ai.output.messages"]  # it came in pieces of 16 characters
    assert streamed["gen_ai.usage.output_tokens"] > 0
    assert embedded["gen_ai.embeddings.dimension.count"] == 8
    assert failed["error.type"] == "openai.AuthenticationError"
    assert "API key provided: [OPENAI_API_KEY]." in spans[-1].status.message


def test_hidden_parts_are_recorded_so_that_they_are_seen_to_go(service, monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")

    outcome = run()

    removed = {row.key for row in outcome.rows if row.rule == "hidden"}
    assert {"gen_ai.input.messages", "gen_ai.tool.definitions"} <= removed
    for span in model_calls(service):
        assert not removed & set(plain(span.attributes))


def test_the_client_is_as_it_was_afterwards(service):
    run()

    assert "request" not in vars(openai.OpenAI)
    assert "request" not in vars(openai.AsyncOpenAI)
