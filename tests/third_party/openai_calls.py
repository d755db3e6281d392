"""The calls of an application on the plain `openai` client; it runs in the foreign environment."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable

import openai
from opentelemetry import trace

from tests.third_party.canaries import API_KEY, GITHUB_TOKEN, say

MODEL = "gpt-4o"
SYSTEM = {"role": "system", "content": f"{say('SYSMARK')} {GITHUB_TOKEN}"}
USER = {"role": "user", "content": say("USERMARK")}
CITY = {"type": "object", "properties": {"city": {"type": "string"}}}
FUNCTION = {"name": "get_weather", "description": say("TOOLDEFMARK"), "parameters": CITY}
CALL = {
    "id": "call_0",
    "type": "function",
    "function": {"name": "get_weather", "arguments": json.dumps({"city": say("TOOLARGMARK")})},
}
HISTORY = [
    SYSTEM,
    USER,
    {"role": "assistant", "content": say("HISTORYMARK")},
    {"role": "user", "content": [{"type": "text", "text": say("USERMARK")}]},
    {"role": "assistant", "content": None, "tool_calls": [CALL]},
    {"role": "tool", "tool_call_id": "call_0", "content": say("TOOLRESMARK")},
]
ABOUT = {
    "metadata": {"customer": say("METAMARK")},
    "user": say("USERIDMARK"),
    "extra_headers": {"x-tenant": say("HEADERMARK")},
}


def chat(client: openai.OpenAI) -> None:
    client.chat.completions.create(model=MODEL, messages=[SYSTEM, USER], **ABOUT)
    client.chat.completions.create(
        model=MODEL, messages=HISTORY, stop=[say("STOPMARK")], prompt_cache_key=say("CACHEKEYMARK")
    )


def tools(client: openai.OpenAI) -> None:
    offered = [{"type": "function", "function": FUNCTION}]
    client.chat.completions.create(model=MODEL, messages=[SYSTEM, USER], tools=offered)
    for _ in client.chat.completions.create(
        model=MODEL, messages=[SYSTEM, USER], tools=offered, stream=True
    ):
        pass
    client.chat.completions.create(model=MODEL, messages=HISTORY, tools=offered)


def streams(client: openai.OpenAI) -> None:
    wanted = {"include_usage": True}
    for _ in client.chat.completions.create(
        model=MODEL, messages=HISTORY, stream=True, stream_options=wanted, **ABOUT
    ):
        pass
    abandoned = client.chat.completions.create(model=MODEL, messages=[SYSTEM, USER], stream=True)
    for _ in zip(abandoned, range(5), strict=False):
        pass
    abandoned.close()


def responses(client: openai.OpenAI) -> None:
    asked = {
        "model": MODEL,
        "instructions": say("SYSMARK"),
        "prompt_cache_key": say("CACHEKEYMARK"),
        "safety_identifier": say("USERIDMARK"),
        **ABOUT,
    }
    client.responses.create(input=say("USERMARK"), **asked)
    called = {
        "type": "function_call",
        "call_id": "call_0",
        "name": "get_weather",
        "arguments": json.dumps({"city": say("TOOLARGMARK")}),
    }
    history = [
        USER,
        {"role": "assistant", "content": say("HISTORYMARK")},
        called,
        {"type": "function_call_output", "call_id": "call_0", "output": say("TOOLRESMARK")},
    ]
    client.responses.create(input=history, tools=[{"type": "function", **FUNCTION}], **asked)
    for _ in client.responses.create(input=say("USERMARK"), stream=True, **asked):
        pass


def embed(client: openai.OpenAI) -> None:
    text = say("EMBEDMARK")
    client.embeddings.create(
        model="text-embedding-3-small", input=text, encoding_format="float", user=say("USERIDMARK")
    )
    client.embeddings.create(
        model="text-embedding-3-small", input=[text, text], encoding_format="float"
    )


def fail(client: openai.OpenAI) -> None:
    """Fail as a request, inside a span of the application's own, and as a stream."""
    for status in (401, 429):
        with (
            contextlib.suppress(openai.APIError),
            trace.get_tracer("shop").start_as_current_span("checkout"),
        ):
            client.chat.completions.create(model=f"err-{status}", messages=HISTORY, **ABOUT)
    with contextlib.suppress(openai.APIError):
        client.chat.completions.create(model="err-401", messages=HISTORY, stream=True)
    with contextlib.suppress(openai.APIError):
        client.responses.create(model="err-401", input=say("USERMARK"))
    with contextlib.suppress(openai.APIError):
        client.embeddings.create(model="err-401", input=say("EMBEDMARK"))


CALLS: tuple[Callable[[openai.OpenAI], None], ...] = (chat, tools, streams, responses, embed, fail)


def run() -> None:
    """Make every call once; the client's base URL is in OPENAI_BASE_URL."""
    with openai.OpenAI(api_key=API_KEY, max_retries=0) as client:
        for call in CALLS:
            call(client)
