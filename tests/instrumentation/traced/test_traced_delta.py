"""Streams of LLM clients' chunks: a secret split between their pieces is found."""

from __future__ import annotations

import json

import pytest

from otel_redact.testing import assert_no_leak
from otel_redact_instrumentation import traced
from otel_redact_instrumentation.traced_delta import joined_deltas

SECRET = "sk-proj-" + "aB3" * 16
PIECES = [SECRET[start : start + 5] for start in range(0, len(SECRET), 5)]


def chat(delta, **more):
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "provider": "example",
        "choices": [{"index": 0, "delta": delta, "finish_reason": None}],
        **more,
    }


def tool(arguments, index=0, **more):
    return chat({"tool_calls": [{"index": index, "function": {"arguments": arguments}, **more}]})


def streams():
    """Return name → chunks with the secret in pieces."""
    return {
        "chat": [
            chat({"role": "assistant", "content": ""}),
            *(chat({"content": p}) for p in PIECES),
        ],
        "tool arguments": [tool(p) for p in PIECES],
        "completions": [{"choices": [{"index": 0, "text": p}]} for p in PIECES],
        "responses": [
            {"type": "response.output_text.delta", "item_id": "m", "sequence_number": n, "delta": p}
            for n, p in enumerate(PIECES)
        ],
        "anthropic": [
            {
                "type": "content_block_delta",
                "index": 0,
                "delta": {"type": "text_delta", "text": p},
            }
            for p in PIECES
        ],
        "gemini": [
            {"candidates": [{"content": {"role": "model", "parts": [{"text": p}]}}]} for p in PIECES
        ],
        "ollama": [
            {"message": {"role": "assistant", "content": p}, "done": False, "created_at": str(n)}
            for n, p in enumerate(PIECES)
        ],
        "langchain": [{"type": "AIMessageChunk", "content": p, "id": "run"} for p in PIECES],
        "langchain blocks": [
            {"type": "AIMessageChunk", "content": [{"type": "text", "text": p, "index": 0}]}
            for p in PIECES
        ],
    }


@pytest.mark.parametrize("name", streams())
def test_a_secret_split_between_the_chunks_of_a_client_is_found(tracing, name):
    chunks = streams()[name]

    @traced(tracer_provider=tracing.provider)
    def stream():
        yield from chunks

    assert all(got is chunk for got, chunk in zip(stream(), chunks, strict=True))
    assert "[OPENAI_API_KEY]" in tracing.attributes()["output.value"]
    assert len(json.loads(tracing.attributes()["output.value"])) == 1
    assert_no_leak(tracing.body(), [SECRET, *PIECES[2:4]])


def test_the_real_clients_chunks_are_read(tracing):
    chunk_type = pytest.importorskip("openai.types.chat").ChatCompletionChunk

    @traced(tracer_provider=tracing.provider)
    def stream():
        for piece in PIECES:
            yield chunk_type.model_validate(
                {**chat({"content": piece}), "created": 1, "model": "m"}
            )

    list(stream())

    (message,) = json.loads(tracing.attributes()["output.value"])
    assert message["choices"][0]["delta"]["content"] == "[OPENAI_API_KEY]"
    assert_no_leak(tracing.body(), PIECES[2:4])


def test_pieces_are_joined_and_what_comes_whole_is_kept_once():
    chunks = [
        chat({"role": "assistant", "content": ""}),
        chat({"content": "ha"}),
        chat({"content": "ha"}),
        chat({}, usage={"tokens": 2}),
    ]

    assert joined_deltas(chunks) == [
        {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "provider": "example",
            "choices": [
                {
                    "index": 0,
                    "delta": {"role": "assistant", "content": "haha"},
                    "finish_reason": None,
                }
            ],
            "usage": {"tokens": 2},
        }
    ]


def test_pieces_of_several_tool_calls_and_choices_keep_apart():
    chunks = [
        tool("{", index=0, id="call_a", type="function"),
        tool("[", index=1, id="call_b", type="function"),
        tool("}", index=0),
        tool("]", index=1),
    ]

    (message,) = joined_deltas(chunks)

    assert message["choices"][0]["delta"]["tool_calls"] == [
        {"index": 0, "function": {"arguments": "{}"}, "id": "call_a", "type": "function"},
        {"index": 1, "function": {"arguments": "[]"}, "id": "call_b", "type": "function"},
    ]


def test_messages_that_are_told_apart_are_not_mixed():
    def delta(item, text):
        return {"type": "response.output_text.delta", "item_id": item, "delta": text}

    start = {"type": "response.created", "text": "as it is"}

    assert joined_deltas([start, delta("a", "1"), delta("b", "2"), delta("a", "3")]) == [
        start,
        delta("a", "13"),
        delta("b", "2"),
    ]


def test_records_that_are_no_pieces_stay_as_they_are():
    records = [{"text": "row"}, {"text": "row"}, {"content": 1}, ["delta"], 3, None]

    assert joined_deltas(records) == records


def test_chunks_are_not_changed():
    chunks = [chat({"content": "a"}), chat({"content": ["b"]}), chat({"content": {"c": 1}})]
    before = json.dumps(chunks)

    (message,) = joined_deltas(chunks)

    assert json.dumps(chunks) == before
    assert json.dumps(message).count('"a"') == json.dumps(message).count('"b"') == 1
