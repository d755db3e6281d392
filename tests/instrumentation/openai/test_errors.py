"""Errors that quote key and prompt: the caller gets them as they are, spans only their class."""

from __future__ import annotations

import asyncio

import openai
import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor, RedactionPolicy
from tests.instrumentation.openai.shapes import IN, KEY
from tests.support import WireExporter, plain

MESSAGES = [{"role": "user", "content": IN}]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, "AuthenticationError"), (429, "RateLimitError"), (500, "InternalServerError")],
)
@pytest.mark.parametrize("stream", [False, True])
def test_an_error_is_told_by_its_class_alone(status, kind, stream, client, instrument):
    exporter = instrument()
    model = f"err-{status}"

    with pytest.raises(getattr(openai, kind), match=IN):
        client.chat.completions.create(model=model, messages=MESSAGES, stream=stream)

    (span,) = exporter.spans()
    assert plain(span.attributes)["error.type"] == f"openai.{kind}"
    assert span.status.code == 2
    assert not span.status.message
    assert not span.events
    assert IN.encode() not in exporter.bodies[0]
    assert KEY.encode() not in exporter.bodies[0]


def test_an_error_in_the_asynchronous_client_is_the_same(server, instrument):
    exporter = instrument()

    async def call():
        async with openai.AsyncOpenAI(base_url=f"{server.url}/v1", api_key=KEY) as client:
            await client.chat.completions.create(model="err-401", messages=MESSAGES)

    with pytest.raises(openai.AuthenticationError):
        asyncio.run(call())

    (span,) = exporter.spans()
    assert plain(span.attributes)["error.type"] == "openai.AuthenticationError"


def test_error_text_stays_away_even_where_content_is_asked_for(client, instrument):
    exporter = instrument(capture_content=True)

    with pytest.raises(openai.AuthenticationError):
        client.chat.completions.create(model="err-401", messages=MESSAGES)

    (span,) = exporter.spans()
    assert not span.status.message
    assert KEY.encode() not in exporter.bodies[0]


@pytest.mark.parametrize("hide", [False, True])
def test_error_text_is_recorded_where_the_provider_redacts_and_nothing_is_hidden(
    hide, client, instrument
):
    exporter = WireExporter()
    provider = TracerProvider()
    policy = RedactionPolicy(environ={})
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))
    instrument(tracer_provider=provider, hide_inputs=hide)

    with pytest.raises(openai.AuthenticationError):
        client.chat.completions.create(model="err-401", messages=MESSAGES)

    provider.shutdown()
    (span,) = exporter.spans()
    assert ("[OPENAI_API_KEY]" in span.status.message) is not hide
    assert KEY.encode() not in b"".join(exporter.bodies)


def test_retries_are_one_span(server, instrument):
    exporter = instrument()

    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=KEY, max_retries=3) as client:
        client.chat.completions.create(model="err-429", messages=MESSAGES)

    assert len(server.requests) == 3
    (span,) = exporter.spans()
    assert span.status.code == 0


def test_a_refused_connection_ends_the_span(instrument):
    exporter = instrument()

    with (
        openai.OpenAI(base_url="http://127.0.0.1:1/v1", api_key=KEY, max_retries=0) as client,
        pytest.raises(openai.APIConnectionError),
    ):
        client.chat.completions.create(model="gpt-4o", messages=MESSAGES)

    (span,) = exporter.spans()
    assert plain(span.attributes)["error.type"] == "openai.APIConnectionError"


def test_a_failure_of_our_own_costs_the_span_and_not_the_call(client, instrument, monkeypatch):
    from otel_redact_instrumentation.openai import OpenAIInstrumentor, call, recorder

    exporter = instrument(capture_content=True)
    monkeypatch.setattr(recorder.structure, "response_attributes", None)
    answer = client.chat.completions.create(model="gpt-4o", messages=MESSAGES)
    monkeypatch.setattr(call, "target_of", None)
    again = client.chat.completions.create(model="gpt-4o", messages=MESSAGES)

    assert answer.choices == again.choices
    assert len(exporter.spans()) == 1
    assert OpenAIInstrumentor().counters.failures == {"openai_instrumentor:TypeError": 2}
