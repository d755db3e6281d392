"""Chat completions: a request's and a response's dict in, `gen_ai.*` messages out."""

from __future__ import annotations

from otel_redact_instrumentation.openai import part
from otel_redact_instrumentation.openai.plain import Json, as_mapping, objects

__all__ = ["input_messages", "output_messages", "tools"]

_PLAIN_KEYS = frozenset({"role", "content", "name"})  # of most messages
_FINISH = {"tool_calls": "tool_call", "function_call": "tool_call"}


def input_messages(request: Json) -> list[Json]:
    """Return the history; a system message stays in it, as it was sent."""
    given = request.get("messages")
    if isinstance(given, str):
        return [part.message("user", [part.text(given)])]
    return [
        part.message(item.get("role"), _parts(item), name=item.get("name"))
        for item in objects(given)
    ]


def tools(request: Json) -> list[Json]:
    """Return the definitions of tools and functions, flat."""
    given = [*objects(request.get("tools")), *objects(request.get("functions"))]
    return [_flat(tool) for tool in given]


def output_messages(response: Json) -> list[Json]:
    """Return one message for each choice."""
    choices = response.get("choices")
    if isinstance(choices, str):
        return [part.message("assistant", [part.text(choices)], finish_reason="stop")]
    return [_choice(item) for item in objects(choices)]


def _flat(tool: Json) -> Json:
    kind = str(tool.get("type", "function"))
    return {"type": kind, **(as_mapping(tool.get(kind)) or tool)}


def _choice(choice: Json) -> Json:
    said = as_mapping(choice.get("message"))
    reason = choice.get("finish_reason")
    return part.message(
        said.get("role") or "assistant",
        _parts(said),
        finish_reason=_FINISH.get(str(reason), reason) or "error",
    )


def _parts(said: Json) -> list[Json]:
    """Return a message's parts, in the order a reader expects them."""
    content = said.get("content")
    if said.get("role") in {"tool", "function"}:
        return [part.tool_response(said.get("tool_call_id") or said.get("name"), content)]
    if said.keys() <= _PLAIN_KEYS:
        return part.content_parts(content)
    parts: list[Json] = [
        {"type": "reasoning", "content": said[key]}
        for key in ("reasoning_content", "reasoning")  # of servers that speak OpenAI's protocol
        if isinstance(said.get(key), str) and said[key]
    ]
    parts += part.content_parts(content)
    if said.get("refusal"):
        parts.append({"type": "refusal", "content": said["refusal"]})
    audio = as_mapping(said.get("audio"))
    if audio:
        parts += [part.text(audio["transcript"])] if audio.get("transcript") else []
        parts += [part.omitted("audio", audio["data"])] if audio.get("data") else []
    return parts + _calls(said)


def _calls(said: Json) -> list[Json]:
    parts = [_call(call) for call in objects(said.get("tool_calls"))]
    legacy = as_mapping(said.get("function_call"))
    if legacy:
        parts.append(part.tool_call(None, legacy.get("name"), legacy.get("arguments")))
    return parts


def _call(call: Json) -> Json:
    function = as_mapping(call.get("function")) or as_mapping(call.get("custom"))
    arguments = function.get("arguments", function.get("input"))
    return part.tool_call(call.get("id"), function.get("name"), arguments)
