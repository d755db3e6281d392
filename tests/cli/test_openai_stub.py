"""The stub answers the real `openai` client deterministically and repeats what it was told."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import httpx2
import openai
import pytest

from otel_redact.cli.openai_stub import REJECTED_MODEL, OpenAIStub

QUESTION = [{"role": "user", "content": "I am alice@example.com, where is order 77?"}]
ANSWER = (
    "Thank you. This is what I have on file: I am alice@example.com, where is order 77?"
    " Is that correct?"
)
LOOKUP = {
    "type": "function",
    "function": {
        "name": "lookup",
        "parameters": {
            "type": "object",
            "properties": {"email": {"type": "string"}, "question": {"type": "string"}},
        },
    },
}


@pytest.fixture
def stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as listening:
        yield listening


@pytest.fixture
def client(stub: OpenAIStub) -> Iterator[openai.OpenAI]:
    with (
        httpx2.Client(trust_env=False) as transport,
        openai.OpenAI(
            base_url=stub.base_url, api_key="sk-" + "fake", http_client=transport, max_retries=0
        ) as connected,
    ):
        yield connected


def test_a_chat_answer_repeats_the_question_and_counts_tokens(client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(model="gpt-5-mini", messages=QUESTION)

    assert answer.choices[0].message.content == ANSWER
    assert answer.choices[0].finish_reason == "stop"
    assert answer.model == "gpt-5-mini-2026-01-01"
    assert answer.usage is not None
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


def test_the_same_request_gets_the_same_answer(client: openai.OpenAI) -> None:
    first = client.chat.completions.create(model="gpt-5-mini", messages=QUESTION)
    second = client.chat.completions.create(model="gpt-5-mini", messages=QUESTION)

    assert first.model_dump() == second.model_dump()


def test_content_parts_are_read(client: openai.OpenAI) -> None:
    parts = [{"type": "text", "text": "one"}, {"type": "text", "text": "two"}]

    answer = client.chat.completions.create(
        model="gpt-5-mini", messages=[{"role": "user", "content": parts}]
    )

    assert "one two" in (answer.choices[0].message.content or "")


def test_a_streamed_answer_joins_to_the_whole_one(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model="gpt-5-mini",
        messages=QUESTION,
        stream=True,
        stream_options={"include_usage": True},
    )

    chunks = list(stream)

    deltas = [choice.delta.content or "" for chunk in chunks for choice in chunk.choices]
    assert "".join(deltas) == ANSWER
    assert chunks[-1].usage is not None
    assert [choice.finish_reason for choice in chunks[-2].choices] == ["stop"]


@pytest.mark.parametrize(
    "choice",
    ["required", {"type": "function", "function": {"name": "lookup"}}],
    ids=["any tool", "a named tool"],
)
def test_a_tool_is_called_on_demand(client: openai.OpenAI, choice: object) -> None:
    answer = client.chat.completions.create(
        model="gpt-5-mini", messages=QUESTION, tools=[LOOKUP], tool_choice=choice
    )

    (call,) = answer.choices[0].message.tool_calls or []
    assert answer.choices[0].finish_reason == "tool_calls"
    assert call.function.name == "lookup"
    assert call.function.arguments == (
        '{"email": "alice@example.com", "question": "I am alice@example.com, where is order 77?"}'
    )


def test_a_tool_call_is_streamed(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model="gpt-5-mini", messages=QUESTION, tools=[LOOKUP], tool_choice="required", stream=True
    )

    calls = [
        call
        for chunk in stream
        for choice in chunk.choices
        for call in choice.delta.tool_calls or []
    ]

    assert [call.function.name for call in calls if call.function] == ["lookup"]


def test_a_tool_that_is_not_asked_for_is_not_called(client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(
        model="gpt-5-mini", messages=QUESTION, tools=[LOOKUP], tool_choice="auto"
    )

    assert answer.choices[0].message.tool_calls is None


def test_embeddings_come_one_per_input(client: openai.OpenAI) -> None:
    answer = client.embeddings.create(
        model="text-embedding-3-small", input=["a", "b"], encoding_format="float"
    )

    assert [item.embedding[:2] for item in answer.data] == [[0.01, 0.02], [0.01, 0.02]]


def test_a_response_echoes_instructions_and_metadata(client: openai.OpenAI) -> None:
    answer = client.responses.create(
        model="gpt-5-mini", input="hello", instructions="be kind", metadata={"team": "support"}
    )

    assert answer.output_text == ("Thank you. This is what I have on file: hello Is that correct?")
    assert answer.instructions == "be kind"
    assert answer.metadata == {"team": "support"}


def test_a_rejected_key_is_echoed(client: openai.OpenAI) -> None:
    with pytest.raises(openai.AuthenticationError, match="Incorrect API key provided: sk-fake"):
        client.chat.completions.create(model=REJECTED_MODEL, messages=QUESTION)


def test_an_unknown_path_is_not_found(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError):
        client.moderations.create(input="x")


def test_a_body_that_is_no_json_is_refused(stub: OpenAIStub) -> None:
    with httpx2.Client(trust_env=False) as client:
        status = client.post(f"{stub.base_url}/embeddings", content=b"no json").status_code

    assert status == 400


def test_requests_are_kept_and_repr_shows_their_number_only(
    client: openai.OpenAI, stub: OpenAIStub
) -> None:
    client.chat.completions.create(model="gpt-5-mini", messages=QUESTION)

    assert stub.requests == [{"messages": QUESTION, "model": "gpt-5-mini"}]
    assert repr(stub) == "OpenAIStub(requests=1)"


def test_closing_ends_every_thread_silently(capfd: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())
    with OpenAIStub() as stub, httpx2.Client(trust_env=False) as client:
        client.post(f"{stub.base_url}/embeddings", json={"model": "m", "input": "x"})

    left = [thread for thread in threading.enumerate() if thread not in before]
    assert left == []
    assert stub.base_url == ""
    assert capfd.readouterr() == ("", "")
