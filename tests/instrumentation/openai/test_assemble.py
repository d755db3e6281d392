"""Chunks put together: what the response would have been without streaming."""

from __future__ import annotations

import time

from otel_redact_instrumentation.openai.api import APIS
from otel_redact_instrumentation.openai.assemble import assembler_for


def assembled(path, *chunks):
    assembler = assembler_for(APIS[path])
    for chunk in chunks:
        assembler.add(chunk)
    return assembler.result()


def delta(index, reason=None, **said):
    return {"choices": [{"index": index, "delta": said, "finish_reason": reason}]}


def test_choices_are_kept_apart_by_their_index():
    whole = assembled(
        "chat/completions",
        delta(1, role="assistant", content="b"),
        delta(0, role="assistant", content="a"),
        delta(1, "length", content="B"),
        delta(0, "stop"),
    )

    assert whole["choices"] == [
        {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": "a"},
        },
        {
            "index": 1,
            "finish_reason": "length",
            "message": {"role": "assistant", "content": "bB"},
        },
    ]


def test_names_that_a_server_repeats_in_every_chunk_are_taken_once():
    call = {"index": 0, "id": "c", "type": "function", "function": {"name": "f"}}
    first = {**call, "function": {"name": "f", "arguments": "{"}}
    second = {**call, "function": {"name": "f", "arguments": "}"}}

    whole = assembled(
        "chat/completions", delta(0, tool_calls=[first]), delta(0, tool_calls=[second])
    )

    assert whole["choices"][0]["message"]["tool_calls"] == [
        {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    ]


def test_responses_arguments_that_were_cut_short_are_kept():
    item = {"type": "function_call", "call_id": "c", "name": "f", "arguments": ""}
    whole = assembled(
        "responses",
        {"type": "response.created", "response": {"id": "r", "status": "in_progress"}},
        {"type": "response.output_item.added", "output_index": 0, "item": item},
        {"type": "response.function_call_arguments.delta", "output_index": 0, "delta": '{"a"'},
        {"type": "response.function_call_arguments.delta", "output_index": 0, "delta": ":1"},
    )

    assert whole["output"] == [{**item, "arguments": '{"a":1'}]


def test_an_error_event_of_the_responses_api_is_a_failed_response():
    whole = assembled("responses", {"type": "error", "code": "server_error", "message": "secret"})

    assert whole == {"status": "failed", "error": {"code": "server_error"}}


def test_a_transcript_is_its_last_word_or_its_pieces():
    pieces = [{"type": "transcript.text.delta", "delta": "a"}] * 2
    done = {"type": "transcript.text.done", "text": "whole", "usage": {"input_tokens": 1}}

    assert assembled("audio/transcriptions", *pieces) == {"text": "aa"}
    assert assembled("audio/transcriptions", *pieces, done)["text"] == "whole"


def test_a_stream_twice_as_long_takes_about_twice_as_long():
    def seconds(count):
        started = time.process_time()
        assembled("chat/completions", *(delta(0, content="x" * 50) for _ in range(count)))
        return time.process_time() - started

    seconds(1_000)

    pairs = [(seconds(20_000), seconds(10_000)) for _ in range(5)]
    assert min(long for long, _ in pairs) < 6 * min(short for _, short in pairs)


def test_nonsense_chunks_are_survived():
    whole = assembled(
        "chat/completions",
        {"choices": [{"index": "x", "delta": {"tool_calls": ["y"], "content": ["z"]}}]},
        {"choices": 3},
        delta(0, content="a"),
        {"choices": [{"index": -1, "delta": {"content": {"deep": "b"}}}]},
    )

    assert whole["choices"][0]["index"] == 0
