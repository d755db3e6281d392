"""Streams: chunks pass at once and in order; the span ends with them, however they end."""

from __future__ import annotations

import asyncio
import gc
import json
import time

import openai
import pytest

from tests.instrumentation.openai.server import CALL, OUT
from tests.instrumentation.openai.shapes import KEY, RESPONSES
from tests.support import plain

ASK = {"messages": [{"role": "user", "content": "hello"}], "stream": True}


def wait_for(exporter):
    """Return the one span; an abandoned stream ends on another thread."""
    deadline = time.monotonic() + 10
    while not exporter.bodies and time.monotonic() < deadline:
        time.sleep(0.01)
    (span,) = exporter.spans()
    return span


def output(span):
    (message,) = json.loads(plain(span.attributes)["gen_ai.output.messages"])
    return message


def test_the_first_chunk_is_not_held_back(client, server, instrument):
    exporter = instrument(capture_content=True)

    stream = client.chat.completions.create(model="slow", **ASK)
    first = next(stream)

    assert first.choices[0].delta.role == "assistant"
    assert not server.release.is_set()
    server.release.set()
    assert len(list(stream)) == 5
    found = plain(exporter.spans()[0].attributes)
    assert 0 < found["gen_ai.response.time_to_first_chunk"] < 10


def test_tool_calls_are_put_together_by_their_index(client, instrument):
    exporter = instrument(capture_content=True)
    tool = {"type": "function", "function": {"name": "get_weather"}}

    list(client.chat.completions.create(model="gpt-4o", tools=[tool], **ASK))

    assert output(exporter.spans()[0])["parts"][-1] == {
        "type": "tool_call",
        "id": "call_1",
        "name": "get_weather",
        "arguments": json.loads(CALL["function"]["arguments"]),
    }


def test_what_the_caller_gets_is_a_stream_with_its_own_attributes(client, instrument):
    instrument()

    with client.chat.completions.create(model="gpt-4o", **ASK) as stream:
        assert isinstance(stream, openai.Stream)
        assert stream.response.status_code == 200
        assert iter(stream) is not None
        next(stream)

    assert stream.response.is_closed


def close(stream):
    stream.close()


def leave_context(stream):
    with stream:
        pass


def close_response(stream):
    stream.response.close()


@pytest.mark.parametrize("end", [close, leave_context, close_response])
def test_a_closed_stream_ends_the_span_with_what_had_come(end, client, instrument):
    exporter = instrument(capture_content=True)
    stream = client.chat.completions.create(model="gpt-4o", **ASK)
    next(stream)
    next(stream)

    end(stream)

    (span,) = exporter.spans()
    assert plain(span.attributes)["gen_ai.response.finish_reasons"] == ["cancelled"]
    assert output(span)["finish_reason"] == "cancelled"
    assert output(span)["parts"] == [{"type": "text", "content": OUT[:5]}]
    assert span.status.code == 0
    assert "close" not in vars(stream.response)


def test_an_abandoned_stream_ends_the_span(client, instrument):
    exporter = instrument()
    stream = client.chat.completions.create(model="gpt-4o", **ASK)
    next(stream)

    del stream
    gc.collect()

    found = plain(wait_for(exporter).attributes)
    assert found["gen_ai.response.finish_reasons"] == ["cancelled"]


def test_a_raw_response_that_is_never_parsed_ends_the_span(client, instrument):
    exporter = instrument()
    raw = client.chat.completions.with_raw_response.create(model="gpt-4o", **ASK)
    assert raw.http_response.is_closed is False

    raw.http_response.close()

    (span,) = exporter.spans()
    assert span.name == "chat gpt-4o"


def test_an_abandoned_raw_response_ends_the_span(client, instrument):
    exporter = instrument()
    client.chat.completions.with_raw_response.create(model="gpt-4o", **ASK)

    gc.collect()

    assert wait_for(exporter).name == "chat gpt-4o"


def test_a_raw_stream_is_the_same_object_each_time_it_is_parsed(client, instrument):
    instrument()
    raw = client.chat.completions.with_raw_response.create(model="gpt-4o", **ASK)

    assert raw.parse() is raw.parse()
    raw.parse().close()


def test_a_streaming_response_is_not_read_before_the_caller_does(client, server, instrument):
    exporter = instrument(capture_content=True)

    with client.chat.completions.with_streaming_response.create(model="slow", **ASK) as response:
        lines = response.iter_lines()
        assert OUT not in next(lines)
        assert not server.release.is_set()
        server.release.set()
        assert any("[DONE]" in line for line in lines)

    (span,) = exporter.spans()
    assert span.status.code == 0


def test_a_broken_stream_raises_as_ever_and_ends_the_span(client, instrument):
    exporter = instrument(capture_content=True)
    seen = []

    with pytest.raises(json.JSONDecodeError):
        seen.extend(client.chat.completions.create(model="broken", **ASK))

    (span,) = exporter.spans()
    found = plain(span.attributes)
    assert found["gen_ai.response.finish_reasons"] == ["error"]
    assert found["error.type"] == "json.decoder.JSONDecodeError"
    assert span.status.code == 2
    assert not span.status.message


@pytest.mark.parametrize("end", ["closed", "abandoned", "cancelled"])
def test_asynchronous_streams_end_their_span_too(end, server, instrument):
    exporter = instrument()

    async def call():
        async with openai.AsyncOpenAI(base_url=f"{server.url}/v1", api_key=KEY) as client:
            stream = await client.chat.completions.create(model="slow", **ASK)
            assert isinstance(stream, openai.AsyncStream)
            await stream.__anext__()
            if end == "closed":
                await stream.close()
            elif end == "cancelled":
                with pytest.raises(asyncio.TimeoutError):
                    await asyncio.wait_for(stream.__anext__(), 0.05)
            server.release.set()

    asyncio.run(call())
    gc.collect()

    found = plain(wait_for(exporter).attributes)
    reason = "error" if end == "cancelled" else "cancelled"
    assert found["gen_ai.response.finish_reasons"] == [reason]


def test_a_caller_who_changes_a_chunk_does_not_change_the_trace(client, instrument):
    exporter = instrument(capture_content=True)

    for chunk in client.chat.completions.create(model="gpt-4o", **ASK):
        chunk.choices.clear()

    assert output(exporter.spans()[0])["parts"] == [{"type": "text", "content": f"{OUT} said"}]


@pytest.mark.skipif(not RESPONSES, reason="an older client")
def test_a_response_stream_that_is_closed_keeps_the_text_that_had_come(client, instrument):
    exporter = instrument(capture_content=True)
    stream = client.responses.create(model="gpt-4o", input="hello", stream=True)
    for event in stream:
        if event.type == "response.output_text.delta":
            break

    stream.close()

    (span,) = exporter.spans()
    assert output(span)["parts"] == [{"type": "text", "content": OUT[:5]}]
    assert plain(span.attributes)["gen_ai.response.finish_reasons"] == ["cancelled"]


@pytest.mark.skipif(not RESPONSES, reason="an older client")
def test_a_response_that_fails_in_its_stream_is_an_error_told_by_its_code(client, instrument):
    exporter = instrument(capture_content=True)

    events = list(client.responses.create(model="failed", input="hello", stream=True))

    assert len(events) == 2
    (span,) = exporter.spans()
    assert span.status.code == 2
    assert plain(span.attributes)["error.type"] == "server_error"
    assert OUT.encode() not in exporter.bodies[0]


def test_a_parsed_raw_response_leaves_no_hooks_behind(client, instrument):
    instrument()
    with client.chat.completions.with_streaming_response.create(
        model="gpt-4o", messages=ASK["messages"]
    ) as response:
        assert "parse" in vars(response)
        response.parse()

    assert not {"parse", "read", "json", "text"} & set(vars(response))
    assert not {"close", "aclose"} & set(vars(response.http_response))
