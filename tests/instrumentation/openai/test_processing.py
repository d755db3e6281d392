"""Functions over inputs and outputs: what they get, what is recorded, what the call gets."""

from __future__ import annotations

import copy
import json

import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import InstrumentationRule, RedactingSpanProcessor, RedactionPolicy
from otel_redact_instrumentation.openai import OpenAIInstrumentor
from tests.instrumentation.openai.server import OUT
from tests.instrumentation.openai.shapes import IN, RESPONSES, SHAPES, run
from tests.support import WireExporter, plain

MESSAGES = [{"role": "user", "content": IN}, {"role": "assistant", "content": "ANSWERMARK"}]
ASK = {"model": "gpt-4o", "messages": MESSAGES}
INPUT, OUTPUT = "gen_ai.input.messages", "gen_ai.output.messages"


def attributes(exporter):
    (span,) = exporter.spans()
    return plain(span.attributes)


def test_functions_get_the_dicts_of_the_api_and_their_result_is_recorded(client, instrument):
    seen = {}

    def inputs(given):
        seen["inputs"] = copy.deepcopy(given)
        return {**given, "messages": [{"role": "user", "content": "in words"}]}

    def outputs(given):
        seen["outputs"] = copy.deepcopy(given)
        given["choices"][0]["message"]["content"] = "out words"
        return given

    exporter = instrument(capture_content=True, process_inputs=inputs, process_outputs=outputs)
    answer = client.chat.completions.create(**ASK)

    assert seen["inputs"] == {"model": "gpt-4o", "messages": MESSAGES}
    assert seen["outputs"] == answer.model_dump()
    assert answer.choices[0].message.content == f"{OUT} said"
    found = attributes(exporter)
    assert "in words" in found[INPUT]
    assert "out words" in found[OUTPUT]
    assert IN.encode() not in exporter.bodies[0]
    assert OUT.encode() not in exporter.bodies[0]


def test_a_function_that_changes_its_argument_does_not_change_the_call(client, instrument):
    given = copy.deepcopy(ASK)

    def spoil(request):
        request["messages"][0]["content"] = "spoilt"
        request["messages"].clear()
        request["model"] = "err-500"
        return request

    exporter = instrument(capture_content=True, process_inputs=spoil)
    answer = client.chat.completions.create(**given)

    assert answer.choices[0].finish_reason == "stop"
    assert given == ASK
    assert INPUT not in attributes(exporter)


def boom(_):
    raise RuntimeError(IN)


async def coroutine(given):
    return given


@pytest.mark.parametrize("function", [boom, coroutine, lambda _: None, lambda _: [1]])
@pytest.mark.parametrize("side", ["process", "hide"])
def test_a_function_that_fails_costs_its_side_alone(function, side, client, instrument, caplog):
    exporter = instrument(
        capture_content=True, **{f"{side}_inputs": function, f"{side}_outputs": function}
    )

    answer = client.chat.completions.create(**ASK)

    assert answer.choices[0].message.content == f"{OUT} said"
    found = attributes(exporter)
    assert found[INPUT] == found[OUTPUT] == "[REDACTED]"
    assert found["gen_ai.usage.input_tokens"] == 11
    assert IN.encode() not in exporter.bodies[0]
    assert IN not in caplog.text
    assert sum(OpenAIInstrumentor().counters.failures.values()) == 2


def test_for_a_stream_the_function_gets_the_assembled_response(client, instrument):
    seen = []

    def outputs(given):
        seen.append(given)
        return {"choices": given["choices"]}

    exporter = instrument(capture_content=True, process_outputs=outputs)
    list(client.chat.completions.create(**ASK, stream=True))

    (response,) = seen
    assert response["choices"][0]["message"] == {"role": "assistant", "content": f"{OUT} said"}
    assert OUT in attributes(exporter)[OUTPUT]


def test_process_chunk_says_what_is_assembled_of_a_chunk(client, instrument):
    def shout(chunk):
        for choice in chunk["choices"]:
            if choice["delta"].get("content"):
                choice["delta"]["content"] = "x"
        return chunk

    exporter = instrument(capture_content=True, process_chunk=shout)
    chunks = list(client.chat.completions.create(**ASK, stream=True))

    assert chunks[1].choices[0].delta.content == OUT[:5]
    assert json.loads(attributes(exporter)[OUTPUT])[0]["parts"][0]["content"] == "xxx"


def test_a_process_chunk_that_fails_costs_the_output_alone(client, instrument):
    exporter = instrument(capture_content=True, process_chunk=boom)

    chunks = list(client.chat.completions.create(**ASK, stream=True))

    assert len(chunks) == 6
    found = attributes(exporter)
    assert found[OUTPUT] == "[REDACTED]"
    assert found["gen_ai.usage.output_tokens"] == 7


def test_a_process_function_takes_precedence_over_a_hide_function(client, instrument):
    exporter = instrument(
        capture_content=True,
        process_inputs=lambda given: {"messages": "processed"},
        hide_inputs=lambda given: {"messages": "hidden"},
    )

    client.chat.completions.create(**ASK)

    assert "processed" in attributes(exporter)[INPUT]


def test_a_hide_flag_takes_precedence_over_a_process_function(client, instrument):
    called = []
    exporter = instrument(capture_content=True, hide_inputs=True, process_inputs=called.append)

    client.chat.completions.create(**ASK)

    assert not called
    assert INPUT not in attributes(exporter)


def test_keys_a_function_adds_in_place_of_messages_are_recorded_as_text(client, instrument):
    exporter = instrument(capture_content=True, process_inputs=lambda given: {"length": 2})

    client.chat.completions.create(**ASK)

    (message,) = json.loads(attributes(exporter)[INPUT])
    assert message == {"role": "user", "parts": [{"type": "text", "content": '{"length":2}'}]}


def test_a_key_added_in_place_is_recorded_too(client, instrument):
    def shorten(given):
        given["length"] = len(given.pop("messages"))
        return given

    exporter = instrument(capture_content=True, process_inputs=shorten)

    client.chat.completions.create(**ASK)

    assert '\\"length\\":2' in attributes(exporter)[INPUT]


def test_objects_of_the_callers_own_classes_are_not_handed_over(client, instrument):
    seen = []
    instrument(capture_content=True, process_outputs=lambda given: seen.append(given) or given)

    run(next(shape for shape in SHAPES if shape.name == "chat parse"), client)

    (response,) = seen
    message = response["choices"][0]["message"]
    assert json.loads(message["content"]) == {"word": OUT}
    assert "parsed" not in message


def test_hide_outputs_blanks_answers_that_are_sent_again(client, instrument):
    exporter = instrument(capture_content=True, hide_outputs=True)

    client.chat.completions.create(**ASK)

    user, assistant = json.loads(attributes(exporter)[INPUT])
    assert user["parts"][0]["content"] == IN
    assert assistant == {"role": "assistant", "parts": [{"type": "text", "content": "[REDACTED]"}]}


def test_hide_metadata_drops_stop_sequences(client, instrument):
    exporter = instrument(capture_content=True, hide_metadata=True)

    client.chat.completions.create(**ASK, stop=["STOPMARK"])

    assert b"STOPMARK" not in exporter.bodies[0]


def test_the_environment_fills_hide_flags_that_were_not_given(client, instrument, monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")
    exporter = instrument(capture_content=True)

    client.chat.completions.create(**ASK)

    assert INPUT not in attributes(exporter)


def test_a_policys_processor_for_the_scope_is_skipped_where_ours_ran(client, instrument):
    exporter = WireExporter()
    provider = TracerProvider()
    rule = InstrumentationRule(
        process_inputs=lambda given: {INPUT: "by the policy"},
        process_outputs=lambda given: {OUTPUT: "by the policy"},
    )
    policy = RedactionPolicy(instrumentations={"otel_redact_instrumentation.*": rule}, environ={})
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))
    instrument(tracer_provider=provider, process_inputs=lambda given: {"messages": "by ours"})

    client.chat.completions.create(**ASK)

    provider.shutdown()
    found = attributes(exporter)
    assert "by ours" in found[INPUT]
    assert found[OUTPUT] == "by the policy"


@pytest.mark.skipif(not RESPONSES, reason="an older client")
def test_what_a_response_echoes_of_its_request_is_not_output(client, instrument):
    exporter = instrument(capture_content=True, hide_inputs=True)

    client.responses.create(model="gpt-4o", input=IN, instructions=IN)

    assert IN.encode() not in exporter.bodies[0]
    assert OUT in attributes(exporter)[OUTPUT]


def test_a_model_that_a_function_asks_is_not_traced(client, instrument):
    def summarise(given):
        answer = client.chat.completions.create(
            model="small", messages=[{"role": "user", "content": "summarise"}]
        )
        return {"messages": answer.choices[0].message.content}

    exporter = instrument(capture_content=True, process_inputs=summarise)

    client.chat.completions.create(**ASK)

    assert OUT in attributes(exporter)[INPUT]


@pytest.mark.skipif(not RESPONSES, reason="an older client")
@pytest.mark.parametrize(("name", "counted"), [("resp_background", True), ("resp_1", False)])
def test_tokens_of_a_response_are_counted_once(name, counted, client, instrument):
    exporter = instrument(capture_content=True)

    client.responses.retrieve(name)

    assert ("gen_ai.usage.input_tokens" in attributes(exporter)) is counted
