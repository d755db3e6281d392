"""What OpenAI's dicts become: messages and parts of the GenAI conventions, API by API."""

from __future__ import annotations

import openai
import pydantic
import pytest

from otel_redact_instrumentation.openai import chat, other, responses, structure
from otel_redact_instrumentation.openai.plain import plain

CHAT = [
    ({"messages": "words"}, [{"role": "user", "parts": [{"type": "text", "content": "words"}]}]),
    (
        {"messages": [{"role": "user", "name": "ann", "content": ["bare"]}]},
        [{"role": "user", "parts": [{"type": "text", "content": "bare"}], "name": "ann"}],
    ),
    (
        {"messages": [{"role": "tool", "tool_call_id": "c", "content": "sun"}]},
        [
            {
                "role": "tool",
                "parts": [{"type": "tool_call_response", "id": "c", "response": "sun"}],
            }
        ],
    ),
    (
        {
            "messages": [
                {
                    "role": "user",
                    "content": [
                        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA"}},
                        {"type": "image_url", "image_url": {"url": "https://h/x.png"}},
                        {"type": "input_audio", "input_audio": {"data": "AA", "format": "mp3"}},
                        {"type": "file", "file": {"file_id": "f1"}},
                        {"type": "video", "video": "v"},
                    ],
                }
            ]
        },
        [
            {
                "role": "user",
                "parts": [
                    {
                        "type": "blob",
                        "modality": "image",
                        "mime_type": "image/png",
                        "content": "AA",
                    },
                    {"type": "uri", "modality": "image", "uri": "https://h/x.png"},
                    {
                        "type": "blob",
                        "modality": "audio",
                        "mime_type": "audio/mp3",
                        "content": "AA",
                    },
                    {"type": "file", "modality": "document", "file_id": "f1"},
                    {"type": "video", "video": "v"},
                ],
            }
        ],
    ),
    (
        {
            "messages": [
                {
                    "role": "assistant",
                    "content": None,
                    "refusal": "no",
                    "tool_calls": [
                        {"id": "c", "type": "custom", "custom": {"name": "sql", "input": "1;"}}
                    ],
                    "function_call": {"name": "f", "arguments": "{cut"},
                }
            ]
        },
        [
            {
                "role": "assistant",
                "parts": [
                    {"type": "refusal", "content": "no"},
                    {"type": "tool_call", "id": "c", "name": "sql", "arguments": "1;"},
                    {"type": "tool_call", "id": None, "name": "f", "arguments": "{cut"},
                ],
            }
        ],
    ),
    ({"messages": None}, []),
    ({"messages": [3, "x"]}, []),
]


@pytest.mark.parametrize(("request_body", "expected"), CHAT)
def test_chat_messages_become_parts(request_body, expected):
    assert chat.input_messages(request_body) == expected


def test_chat_answers_become_one_message_for_each_choice():
    response = {
        "choices": [
            {"message": {"reasoning_content": "hm", "content": "a"}, "finish_reason": "stop"},
            {
                "message": {"audio": {"transcript": "b", "data": "AAAA"}},
                "finish_reason": "tool_calls",
            },
        ]
    }

    assert chat.output_messages(response) == [
        {
            "role": "assistant",
            "parts": [{"type": "reasoning", "content": "hm"}, {"type": "text", "content": "a"}],
            "finish_reason": "stop",
        },
        {
            "role": "assistant",
            "parts": [
                {"type": "text", "content": "b"},
                {"type": "blob", "modality": "audio", "content": "", "encoded_size": 4},
            ],
            "finish_reason": "tool_call",
        },
    ]


def test_tool_definitions_are_flat():
    request = {
        "tools": [{"type": "function", "function": {"name": "f"}}, {"type": "web_search"}],
        "functions": [{"name": "old"}],
    }

    assert chat.tools(request) == [
        {"type": "function", "name": "f"},
        {"type": "web_search"},
        {"type": "function", "name": "old"},
    ]


def test_items_of_the_responses_api_become_messages_by_who_said_them():
    given = [
        {"role": "user", "content": [{"type": "input_text", "text": "q"}]},
        {"type": "reasoning", "summary": [{"type": "summary_text", "text": "hm"}]},
        {"type": "function_call", "call_id": "c", "name": "f", "arguments": '{"a":1}'},
        {"type": "function_call_output", "call_id": "c", "output": "r"},
        {"type": "web_search_call", "id": "w"},
        {"type": "item_reference", "id": "i"},
        {"role": "user", "content": [{"type": "input_image", "image_url": "https://h/x.png"}]},
    ]

    messages = responses.input_messages({"input": given})

    assert [message["role"] for message in messages] == [
        "user",
        "assistant",
        "assistant",
        "tool",
        "assistant",
        "user",
        "user",
    ]
    assert [message["parts"][0] for message in messages] == [
        {"type": "text", "content": "q"},
        {"type": "reasoning", "content": "hm"},
        {"type": "tool_call", "id": "c", "name": "f", "arguments": {"a": 1}},
        {"type": "tool_call_response", "id": "c", "response": "r"},
        {"type": "web_search_call", "id": "w"},
        {"type": "item_reference", "id": "i"},
        {"type": "uri", "modality": "image", "uri": "https://h/x.png"},
    ]


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ({"status": "completed"}, "stop"),
        ({"status": "completed", "output": [{"type": "function_call"}]}, "tool_calls"),
        ({"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}, "length"),
        ({"status": "incomplete"}, "length"),
        ({"status": "failed"}, "error"),
        ({"status": "queued"}, None),
    ],
)
def test_a_responses_status_is_told_in_a_chats_words(response, reason):
    assert responses.finish_reason(response) == reason


def test_token_numbers_are_no_text():
    assert other.prompt_messages({"prompt": [1, 2]}) == []
    assert other.input_messages({"input": [[1, 2], "x"]})[0]["parts"] == [
        {"type": "text", "content": "x"}
    ]


def test_free_text_where_a_word_belongs_is_not_recorded():
    found = structure.response_attributes(
        {"id": "an id with blanks", "model": "m/1", "service_tier": 3, "system_fingerprint": "fp"}
    )

    assert found == {
        "gen_ai.response.model": "m/1",
        "openai.response.system_fingerprint": "fp",
    }


def test_a_plain_copy_runs_no_code_of_the_users():
    class Loud:
        def __repr__(self):
            raise AssertionError

    class Model(pydantic.BaseModel):
        model_config = {"extra": "allow"}
        name: str

        @pydantic.model_serializer
        def never(self):
            raise AssertionError

    copied = plain({"a": Loud(), "b": (1, Model(name="n", more=[True])), "c": b"x"})

    assert copied == {"a": "<Loud>", "b": [1, {"name": "n", "more": [True]}], "c": "<bytes>"}


def test_a_plain_copy_ends_at_a_depth():
    loop = []
    loop.append(loop)

    assert "[REDACTED]" in str(plain(loop))


def test_a_plain_copy_of_a_response_is_its_dump(client):
    answer = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "hello"}]
    )

    assert plain(answer) == answer.model_dump()
    assert isinstance(answer, openai.BaseModel)
