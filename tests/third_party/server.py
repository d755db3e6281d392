"""An OpenAI-like server on loopback whose every answer carries the marks of its place."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Iterator

from typing_extensions import Self

from otel_redact.cli.loopback import LoopbackHandler, LoopbackServer
from otel_redact.cli.openai_answers import embeddings
from tests.third_party.canaries import GITHUB_TOKEN, say

MODEL = "gpt-4o-2024-08-06"
INPUT_TOKENS = 4711
"""Stands in every answer's usage, and in no other place: usage must arrive under every policy."""
ANSWER = f"{say('ANSWERMARK')} with {GITHUB_TOKEN}"
_NUMBERS = itertools.count(1)
_PIECE = 7
"""Characters of one streamed chunk: a mark or an address never arrives whole."""


class MarkedOpenAI:
    """Listen on a free port of 127.0.0.1; models named ``err-STATUS`` fail.

    Attributes:
        base_url: ``"http://127.0.0.1:PORT/v1"``.
    """

    def __enter__(self) -> Self:
        self._server = LoopbackServer(_Handler)
        self.base_url = f"{self._server.url}/v1"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.close()


class _Handler(LoopbackHandler):
    def do_POST(self) -> None:  # noqa: N802 - the base's name
        body = json.loads(self.read_body())
        model = str(body.get("model", ""))
        if model.startswith("err-"):
            key = self.headers.get("authorization", "").removeprefix("Bearer ")
            asked = json.dumps(body.get("messages") or body.get("input"))
            said = f"{say('FAILUREMARK')}: Incorrect API key provided: {key}; you asked {asked}"
            self.answer_json(int(model[4:]), {"error": {"message": said, "code": "c", "type": "t"}})
        elif self.path.endswith("/embeddings"):
            self.answer_json(200, embeddings(body) | {"usage": _usage("prompt", "completion")})
        elif body.get("stream"):
            events = response_events(body) if self.path.endswith("/responses") else chunks(body)
            self._stream(events)
        else:
            answer = response(body) if self.path.endswith("/responses") else chat(body)
            self.answer_json(200, answer)

    def _stream(self, events: Iterator[dict[str, object]]) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # the client has given the stream up
            for event in events:
                name = f"event: {event['type']}\n" if "type" in event else ""
                self.wfile.write(f"{name}data: {json.dumps(event)}\n\n".encode())
            self.wfile.write(b"data: [DONE]\n\n")


def _usage(given: str, made: str) -> dict[str, object]:
    return {f"{given}_tokens": INPUT_TOKENS, f"{made}_tokens": 11, "total_tokens": 4722}


def _call(body: dict[str, object]) -> dict[str, object] | None:
    """Return the tool call of the answer: once, and only where tools are offered."""
    messages = body.get("messages") or []
    if not body.get("tools") or any(message.get("role") == "tool" for message in messages):
        return None
    name = body["tools"][0]["function"]["name"]
    arguments = json.dumps({"city": say("AGENTARGMARK" if name == "agent_tool" else "CALLMARK")})
    return {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}


def chat(body: dict[str, object]) -> dict[str, object]:
    """Answer ``POST /v1/chat/completions``."""
    call = _call(body)
    message: dict[str, object] = {"role": "assistant", "content": None if call else ANSWER}
    if call:
        message["tool_calls"] = [call]
    reason = "tool_calls" if call else "stop"
    choice = {"index": 0, "message": message, "finish_reason": reason, "logprobs": None}
    usage = _usage("prompt", "completion")
    return _envelope("chat.completion") | {"choices": [choice], "usage": usage}


def chunks(body: dict[str, object]) -> Iterator[dict[str, object]]:
    """Yield the chunks of a streamed chat."""
    call = _call(body)
    if call:
        arguments = call["function"]["arguments"]
        head = {"index": 0, **call, "function": {**call["function"], "arguments": ""}}
        deltas = [{"tool_calls": [head]}] + [
            {"tool_calls": [{"index": 0, "function": {"arguments": piece}}]}
            for piece in _pieces(arguments)
        ]
    else:
        deltas = [{"content": piece} for piece in _pieces(f"{say('STREAMMARK')} {GITHUB_TOKEN}")]
    for delta in ({"role": "assistant", "content": ""}, *deltas, {}):
        reason = None if delta else "tool_calls" if call else "stop"
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        yield _envelope("chat.completion.chunk") | {"choices": [choice], "usage": None}
    usage = _usage("prompt", "completion")
    yield _envelope("chat.completion.chunk") | {"choices": [], "usage": usage}


def response(body: dict[str, object], mark: str = "ANSWERMARK") -> dict[str, object]:
    """Answer ``POST /v1/responses``; like OpenAI it echoes instructions, tools and metadata."""
    part = {"type": "output_text", "text": f"{say(mark)} {GITHUB_TOKEN}", "annotations": []}
    message = {"type": "message", "id": "msg_1", "status": "completed", "role": "assistant"}
    summary = [{"type": "summary_text", "text": say("REASONMARK")}]
    output: list[dict[str, object]] = [
        {"type": "reasoning", "id": "rs_1", "summary": summary},
        message | {"content": [part]},
    ]
    if body.get("tools"):
        call = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "status": "completed"}
        arguments = json.dumps({"city": say("CALLMARK")})
        output.append(call | {"name": "get_weather", "arguments": arguments})
    echoed = ("instructions", "metadata", "prompt_cache_key", "safety_identifier", "user")
    return {
        "id": f"resp_{next(_NUMBERS)}",
        "object": "response",
        "created_at": 1,
        "status": "completed",
        **{name: body.get(name) for name in echoed},
        "model": MODEL,
        "output": output,
        "tools": body.get("tools") or [],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "usage": _usage("input", "output")
        | {"input_tokens_details": {"cached_tokens": 3, "cache_write_tokens": 0}}
        | {"output_tokens_details": {"reasoning_tokens": 2}},
    }


def response_events(body: dict[str, object]) -> Iterator[dict[str, object]]:
    """Yield the events of a streamed Response."""
    done = response(body, "STREAMMARK")
    begun = done | {"status": "in_progress", "output": [], "usage": None}
    item = done["output"][1]
    (part,) = item["content"]
    place = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
    events: list[dict[str, object]] = [
        {"type": "response.created", "response": begun},
        {
            "type": "response.output_item.added",
            "output_index": 0,
            "item": item | {"content": [], "status": "in_progress"},
        },
        {"type": "response.content_part.added", **place, "part": part | {"text": ""}},
        *(
            {"type": "response.output_text.delta", **place, "delta": piece, "logprobs": []}
            for piece in _pieces(part["text"])
        ),
        {"type": "response.output_item.done", "output_index": 0, "item": item},
        {"type": "response.completed", "response": done},
    ]
    for number, event in enumerate(events):
        yield event | {"sequence_number": number}


def _pieces(text: str) -> list[str]:
    return [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]


def _envelope(kind: str) -> dict[str, object]:
    return {"id": "chatcmpl-1", "object": kind, "created": 1, "model": MODEL}
