"""Instrumenting and uninstrumenting: what is wrapped, what is refused, what is left behind."""

from __future__ import annotations

import dataclasses

import openai
import pytest
import wrapt
from openai._response import APIResponse
from openai.resources.chat.completions import Completions
from opentelemetry import context as otel_context
from opentelemetry.instrumentation.utils import suppress_instrumentation

from otel_redact import ConfigError
from otel_redact_instrumentation.openai import OpenAIInstrumentor
from tests.instrumentation.openai.shapes import KEY
from tests.support import plain

ASK = {"model": "gpt-4o", "messages": [{"role": "user", "content": "hello"}]}


def test_uninstrument_leaves_no_copy_of_the_inherited_method(instrument):
    instrument()
    assert "request" in vars(openai.OpenAI)

    OpenAIInstrumentor().uninstrument()

    assert "request" not in vars(openai.OpenAI)
    assert "request" not in vars(openai.AsyncOpenAI)


def test_uninstrument_leaves_every_class_of_the_client_as_it_was(server, instrument):
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=KEY) as client:
        before = {kind: dict(vars(kind)) for kind in classes(client)}
        exporter = instrument()
        stream = client.chat.completions.create(**ASK, stream=True)
        raw = client.chat.completions.with_streaming_response.create(**ASK)
        with raw as response:
            response.parse()

        OpenAIInstrumentor().uninstrument()
        list(stream)  # it began before, so that its span ends

        assert {kind: dict(vars(kind)) for kind in classes(client)} == before
    assert len(exporter.spans()) == 2


def classes(client: openai.OpenAI) -> list[type]:
    """Return the classes whose methods a call runs through."""
    return [
        *type(client).__mro__,
        *openai.AsyncOpenAI.__mro__,
        *type(client.chat.completions).__mro__,
        *type(client._client).__mro__,
        openai.Stream,
        openai.AsyncStream,
        APIResponse,
    ]


def test_clients_made_before_are_traced_and_after_uninstrument_are_not(client, instrument):
    exporter = instrument()
    client.chat.completions.create(**ASK)
    OpenAIInstrumentor().uninstrument()

    client.chat.completions.create(**ASK)

    assert len(exporter.spans()) == 1


def test_it_can_be_instrumented_again_with_other_settings(client, instrument):
    instrument(capture_content=False)
    OpenAIInstrumentor().uninstrument()
    exporter = instrument(capture_content=True)

    client.chat.completions.create(**ASK)

    assert "gen_ai.input.messages" in plain(exporter.spans()[0].attributes)


def test_a_wrapper_that_outlives_uninstrument_passes_calls_through(client, instrument, monkeypatch):
    exporter = instrument()
    instrumented = client.request
    OpenAIInstrumentor().uninstrument()
    monkeypatch.setattr(client, "request", instrumented)

    answer = client.chat.completions.create(**ASK)

    assert answer.choices[0].finish_reason == "stop"
    assert not exporter.bodies


def test_another_wrapper_on_top_survives_uninstrument(client, instrument):
    instrument()
    wrapt.wrap_function_wrapper(
        openai.OpenAI, "request", lambda call, _, args, kw: call(*args, **kw)
    )
    try:
        OpenAIInstrumentor().uninstrument()

        assert client.chat.completions.create(**ASK).choices
        assert "request" in vars(openai.OpenAI)
    finally:
        del openai.OpenAI.request


def test_it_does_nothing_where_another_instrumentation_is_active(client, instrument, caplog):
    wrapt.wrap_function_wrapper(
        openai.OpenAI, "request", lambda call, _, args, kw: call(*args, **kw)
    )
    try:
        exporter = instrument()

        client.chat.completions.create(**ASK)

        assert not exporter.bodies
        (record,) = [record for record in caplog.records if record.name == "otel_redact"]
        assert "openai.OpenAI.request is wrapped already" in record.getMessage()
    finally:
        del openai.OpenAI.request


@pytest.mark.parametrize(
    "method", [(openai.OpenAI, "request"), (Completions, "create")], ids=["request", "create"]
)
def test_it_stands_down_where_another_instrumentation_comes_later(
    method, client, instrument, caplog
):
    owner, name = method
    exporter = instrument()
    before = vars(owner)[name]
    wrapt.wrap_function_wrapper(owner, name, lambda call, _, args, kw: call(*args, **kw))
    try:
        answers = [client.chat.completions.create(**ASK) for _ in range(2)]
    finally:
        setattr(owner, name, before)

    assert len(answers) == 2
    assert not exporter.bodies
    (record,) = [record for record in caplog.records if record.name == "otel_redact"]
    assert f"{owner.__name__}.{name} is wrapped already" in record.getMessage()


@pytest.mark.parametrize("key", ["otel", "plain"])
def test_suppressed_calls_are_not_traced(key, client, instrument):
    exporter = instrument()

    if key == "otel":
        with suppress_instrumentation():
            client.chat.completions.create(**ASK)
    else:
        token = otel_context.attach(otel_context.set_value("suppress_instrumentation", True))
        client.chat.completions.create(**ASK)
        otel_context.detach(token)

    assert not exporter.bodies


def test_calls_that_use_no_model_are_not_traced(client, instrument):
    exporter = instrument()

    client.get("/files", cast_to=object)
    client.post("/files", body={"purpose": "assistants"}, cast_to=object)

    assert not exporter.bodies


def test_azure_is_named_as_provider_and_its_deployment_path_is_known(server, instrument):
    exporter = instrument()
    with openai.AzureOpenAI(
        azure_endpoint=server.url, azure_deployment="mine", api_key=KEY, api_version="2024-06-01"
    ) as client:
        client.chat.completions.create(**ASK)

    (span,) = exporter.spans()
    found = plain(span.attributes)
    assert span.name == "chat gpt-4o"
    assert found["gen_ai.provider.name"] == "azure.ai.openai"
    assert KEY.encode() not in exporter.bodies[0]


def test_the_span_is_current_while_the_request_is_sent(server, instrument):
    from opentelemetry import trace

    seen = []
    exporter = instrument()
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=KEY) as client:
        send = client._client.send
        client._client.send = lambda *args, **kw: (
            seen.append(trace.get_current_span().get_span_context().span_id),
            send(*args, **kw),
        )[1]
        client.chat.completions.create(**ASK)

    (span,) = exporter.spans()
    assert seen == [int.from_bytes(span.span_id, "big")]
    assert not trace.get_current_span().get_span_context().is_valid


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"hide_input": True}, "did you mean hide_inputs"),
        ({"process_inputs": "x"}, "process_inputs: got str"),
        ({"hide_inputs": "yes"}, "hide_inputs: got str"),
        ({"capture_content": "yes"}, "capture_content: got str"),
        ({"tracer_provider": "x"}, "tracer_provider: got str"),
        ({"meter_provider": "x"}, "meter_provider: got str"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_wrong_argument_is_refused_at_once(arguments, said, instrument):
    with pytest.raises(ConfigError, match=said):
        instrument(**arguments)

    assert "request" not in vars(openai.OpenAI)


def test_a_configuration_file_knows_the_flags_by_name():
    names = [field.name for field in dataclasses.fields(OpenAIInstrumentor.configuration)]

    assert names == ["hide_inputs", "hide_outputs", "hide_metadata", "capture_content"]
