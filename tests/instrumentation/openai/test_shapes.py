"""Every shape of a call: one span, the same result, nothing hidden arrives."""

from __future__ import annotations

import asyncio
import json

import openai
import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor, RedactionPolicy
from tests.instrumentation.openai.server import OUT
from tests.instrumentation.openai.shapes import IN, KEY, SHAPES, run, run_async
from tests.support import WireExporter, plain

EACH = pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
MODE = pytest.mark.parametrize("mode", ["sync", "async"])


def called(shape, mode, client):
    if mode == "sync":
        return run(shape, client)

    async def call():
        async with openai.AsyncOpenAI(base_url=str(client.base_url), api_key=KEY) as asynchronous:
            return await run_async(shape, asynchronous)

    return asyncio.run(call())


@EACH
@MODE
def test_a_call_is_one_span_and_its_result_is_what_an_uninstrumented_client_gets(
    shape, mode, client, instrument
):
    expected = called(shape, mode, client)
    exporter = instrument(capture_content=True)

    result = called(shape, mode, client)

    assert result == expected
    (span,) = exporter.spans()
    found = plain(span.attributes)
    assert span.name == f"{shape.operation} {shape.model}".strip()
    assert found["gen_ai.operation.name"] == shape.operation
    assert found["gen_ai.provider.name"] == "openai"
    assert found.get("gen_ai.request.model", "") == shape.model
    assert found["server.address"] == "127.0.0.1"
    used = tuple(found.get(f"gen_ai.usage.{side}_tokens") for side in ("input", "output"))
    assert used == shape.usage
    reasons = None if shape.finish is None else [shape.finish]
    assert found.get("gen_ai.response.finish_reasons") == reasons
    assert not span.events
    assert not span.status.message


@EACH
@MODE
def test_content_is_recorded_as_messages_where_it_is_asked_for_and_the_key_never_is(
    shape, mode, client, instrument
):
    exporter = instrument(capture_content=True)

    called(shape, mode, client)

    (span,) = exporter.spans()
    found = plain(span.attributes)
    if shape.operation not in {"retrieve_response", "rerank"}:
        assert IN in json.dumps(json.loads(found["gen_ai.input.messages"]))
    if shape.output:
        (message,) = json.loads(found["gen_ai.output.messages"])
        assert message["role"] == "assistant"
        assert message["parts"]
        if shape.operation not in {"moderation", "text_to_speech"}:
            assert OUT in json.dumps(message)
    else:
        assert "gen_ai.output.messages" not in found
    assert KEY.encode() not in exporter.bodies[0]


@EACH
@MODE
def test_nothing_hidden_arrives_and_token_counts_stay(shape, mode, client, instrument):
    exporter = instrument(capture_content=True, hide_inputs=True, hide_outputs=True)

    called(shape, mode, client)

    (span,) = exporter.spans()
    sent = b"".join(exporter.bodies)
    for canary in (IN, OUT, KEY, "ANSWERMARK"):
        assert canary.encode() not in sent
    found = plain(span.attributes)
    assert found.get("gen_ai.usage.input_tokens") == shape.usage[0]


@EACH
def test_a_policy_that_hides_finds_all_that_is_recorded(shape, client, instrument):
    exporter, provider = WireExporter(), TracerProvider()
    policy = RedactionPolicy(hide_inputs=True, hide_outputs=True, environ={})
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))
    instrument(tracer_provider=provider)

    called(shape, "sync", client)

    provider.shutdown()
    (span,) = exporter.spans()
    for canary in (IN, OUT, KEY, "ANSWERMARK"):
        assert canary.encode() not in exporter.bodies[0]
    assert plain(span.attributes)["gen_ai.operation.name"] == shape.operation


@EACH
def test_no_content_is_recorded_on_a_provider_that_does_not_redact(
    shape, client, instrument, caplog
):
    exporter = instrument()

    called(shape, "sync", client)
    called(shape, "sync", client)

    sent = b"".join(exporter.bodies)
    assert IN.encode() not in sent
    assert OUT.encode() not in sent
    warnings = [record for record in caplog.records if record.name == "otel_redact"]
    assert len(warnings) == 1
