"""An OpenAI request body in, the answer such a model would give out; the stub server sends it.

Every answer is a function of the request alone; like a real model it repeats what it was told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

__all__ = ["chat_chunks", "chat_completion", "embeddings", "invalid_key", "response"]

# A JSON object as `json.loads` returns it.
Json = dict[str, object]

_CREATED = 1_767_225_600  # 2026-01-01T00:00:00Z, in seconds
_EMBEDDING_SIZE = 8
_CHARACTERS_PER_TOKEN = 4
_CHUNK_CHARACTERS = 16


def chat_completion(request: Json) -> Json:
    """Answer ``POST /v1/chat/completions``.

    A tool is called when ``tool_choice`` is ``"required"`` or names one; otherwise the last user or
    tool message is repeated.
    """
    messages = _objects(request.get("messages"))
    call = _tool_call(request, _last_text(messages))
    message: Json = {"role": "assistant", "refusal": None}
    if call is None:
        message |= {"content": _reply(messages)}
    else:
        message |= {"content": None, "tool_calls": [call]}
    return {
        "id": "chatcmpl-demo-0001",
        "object": "chat.completion",
        "created": _CREATED,
        "model": f"{request.get('model', 'unknown')}-2026-01-01",
        "choices": [
            {
                "index": 0,
                "message": message,
                "logprobs": None,
                "finish_reason": "stop" if call is None else "tool_calls",
            }
        ],
        "usage": _usage("prompt", "completion", request.get("messages"), message),
    }


def chat_chunks(request: Json) -> Iterator[Json]:
    """Yield the ``chat.completion.chunk`` objects of the same answer, for ``"stream": true``."""
    whole = chat_completion(request)
    choice = _objects(whole["choices"])[0]
    head = {key: whole[key] for key in ("id", "created", "model")}
    head["object"] = "chat.completion.chunk"

    def chunk(delta: Json, finish_reason: object = None) -> Json:
        return head | {
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
            "usage": None,
        }

    yield chunk({"role": "assistant", "content": ""})
    message = choice["message"]
    if isinstance(message, dict) and "tool_calls" in message:
        calls = _objects(message["tool_calls"])
        yield chunk({"tool_calls": [{"index": 0} | call for call in calls]})
    elif isinstance(message, dict):
        content = str(message["content"])
        for start in range(0, len(content), _CHUNK_CHARACTERS):
            yield chunk({"content": content[start : start + _CHUNK_CHARACTERS]})
    yield chunk({}, choice["finish_reason"])
    options = request.get("stream_options")
    if isinstance(options, dict) and options.get("include_usage"):
        yield head | {"choices": [], "usage": whole["usage"]}


def embeddings(request: Json) -> Json:
    """Answer ``POST /v1/embeddings`` with small vectors of fixed numbers."""
    given = request.get("input", "")
    count = len(given) if isinstance(given, list) else 1
    vector = [round((position + 1) / 100, 2) for position in range(_EMBEDDING_SIZE)]
    tokens = _tokens(given)
    return {
        "object": "list",
        "model": request.get("model", "unknown"),
        "data": [
            {"object": "embedding", "index": index, "embedding": vector} for index in range(count)
        ],
        "usage": {"prompt_tokens": tokens, "total_tokens": tokens},
    }


def response(request: Json) -> Json:
    """Answer ``POST /v1/responses``, which echoes instructions and metadata as OpenAI does."""
    given = request.get("input", "")
    messages = _objects(given) if isinstance(given, list) else [{"role": "user", "content": given}]
    text = _reply(messages)
    return {
        "id": "resp_demo_0001",
        "object": "response",
        "created_at": _CREATED,
        "status": "completed",
        "model": f"{request.get('model', 'unknown')}-2026-01-01",
        "instructions": request.get("instructions"),
        "metadata": request.get("metadata") or {},
        "output": [
            {
                "type": "message",
                "id": "msg_demo_0001",
                "status": "completed",
                "role": "assistant",
                "content": [{"type": "output_text", "text": text, "annotations": []}],
            }
        ],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [],
        "usage": _usage("input", "output", given, text)
        | {
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens_details": {"reasoning_tokens": 0},
        },
    }


def invalid_key(key: str) -> Json:
    """Return the body of the 401 answer, which repeats the key it was given."""
    return {
        "error": {
            "message": f"Incorrect API key provided: {key}.",
            "type": "invalid_request_error",
            "param": None,
            "code": "invalid_api_key",
        }
    }


def _reply(messages: Sequence[Mapping[str, object]]) -> str:
    return f"Thank you. This is what I have on file: {_last_text(messages)} Is that correct?"


def _last_text(messages: Sequence[Mapping[str, object]]) -> str:
    for message in reversed(messages):
        if message.get("role") in {"user", "tool"}:
            content = message.get("content")
            parts = _objects(content) if isinstance(content, list) else [{"text": content}]
            return " ".join(str(part.get("text") or "") for part in parts).strip()
    return ""


def _tool_call(request: Json, text: str) -> Json | None:
    tools = [tool["function"] for tool in _objects(request.get("tools")) if "function" in tool]
    choice = request.get("tool_choice")
    wanted = choice.get("function") if isinstance(choice, dict) else None
    for function in _objects(tools):
        named = isinstance(wanted, dict) and wanted.get("name") == function.get("name")
        if choice == "required" or named:
            parameters = function.get("parameters")
            names = parameters.get("properties", {}) if isinstance(parameters, dict) else {}
            arguments = {name: _argument(name, text) for name in names}
            return {
                "id": "call_demo_0001",
                "type": "function",
                "function": {"name": function.get("name"), "arguments": json.dumps(arguments)},
            }
    return None


def _argument(name: str, text: str) -> str:
    if "mail" in name:
        return next((word.strip(".,;:()") for word in text.split() if "@" in word), "")
    return text


def _usage(first: str, second: str, given: object, answer: object) -> Json:
    before, after = _tokens(given), _tokens(answer)
    return {
        f"{first}_tokens": before,
        f"{second}_tokens": after,
        "total_tokens": before + after,
    }


def _tokens(value: object) -> int:
    return len(json.dumps(value)) // _CHARACTERS_PER_TOKEN + 1


def _objects(value: object) -> list[Json]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
