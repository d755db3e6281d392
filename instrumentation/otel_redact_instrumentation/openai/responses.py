"""Responses API: a request's and a response's dict in, `gen_ai.*` messages out.

What a response echoes of its request (instructions, tools, metadata) is not output: not recorded.
"""

from __future__ import annotations

from otel_redact_instrumentation.openai import part
from otel_redact_instrumentation.openai.plain import Json, as_mapping, objects

__all__ = ["finish_reason", "input_messages", "instructions", "output_messages", "tools"]

_INCOMPLETE = {"max_output_tokens": "length"}
_CALLS = frozenset({"function_call", "custom_tool_call"})
_ANSWERS = frozenset({"function_call_output", "custom_tool_call_output"})


def input_messages(request: Json) -> list[Json]:
    """Return the input: one message for a text, else one for each item."""
    given = request.get("input")
    if isinstance(given, str):
        return [part.message("user", [part.text(given)])]
    return [_message(item) for item in objects(given)]


def instructions(request: Json) -> list[Json]:
    """Return the system instructions as parts."""
    return part.content_parts(request.get("instructions"))


def tools(request: Json) -> list[Json]:
    """Return the definitions, which are flat already."""
    return objects(request.get("tools"))


def output_messages(response: Json) -> list[Json]:
    """Return one message with all output, or none while there is none."""
    output = response.get("output")
    if isinstance(output, str):
        parts = [part.text(output)]
    else:
        parts = [piece for item in objects(output) for piece in _parts(item)]
    if not parts:
        return []
    reason = finish_reason(response) or "error"
    reason = "tool_call" if reason == "tool_calls" else reason
    return [part.message("assistant", parts, finish_reason=reason)]


def finish_reason(response: Json) -> str | None:
    """Return how it ended, in a chat's words; None while it has not."""
    status = response.get("status")
    if status == "completed":
        called = any(item.get("type") in _CALLS for item in objects(response.get("output")))
        return "tool_calls" if called else "stop"
    if status == "incomplete":
        reason = as_mapping(response.get("incomplete_details")).get("reason")
        return _INCOMPLETE.get(str(reason), str(reason or "length"))
    return {"failed": "error", "cancelled": "cancelled"}.get(str(status))


def _message(item: Json) -> Json:
    kind = item.get("type", "message")
    if kind == "message":
        return part.message(item.get("role"), part.content_parts(item.get("content")))
    if kind in _ANSWERS:
        return part.message("tool", _parts(item))
    own = str(kind).endswith("_call") or kind == "reasoning"
    return part.message("assistant" if own else "user", _parts(item))


def _parts(item: Json) -> list[Json]:
    kind = item.get("type", "message")
    if kind == "message":
        return part.content_parts(item.get("content"))
    if kind in _CALLS:
        arguments = item.get("arguments", item.get("input"))
        return [part.tool_call(item.get("call_id"), item.get("name"), arguments)]
    if kind in _ANSWERS:
        return [part.tool_response(item.get("call_id"), item.get("output"))]
    if kind == "reasoning":
        said = [*objects(item.get("summary")), *objects(item.get("content"))]
        return [{"type": "reasoning", "content": piece.get("text")} for piece in said]
    if kind == "image_generation_call":
        return [part.omitted("image", item.get("result"))]
    return [dict(item)]
