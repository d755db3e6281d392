"""Chat messages in, `gen_ai.*` attributes out; the demo's application records its calls with them.

Source: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/ (2026-11-23).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openai.types.chat import ChatCompletion
    from opentelemetry.trace import Span

__all__ = ["record_answer", "record_request"]

_Message = dict[str, object]


def record_request(
    span: Span,
    *,
    model: str,
    messages: Sequence[_Message],
    tools: Sequence[Mapping[str, object]],
) -> None:
    """Set what is known before the call: model, system instructions, messages, tools."""
    instructions = [message for message in messages if message["role"] == "system"]
    history = [message for message in messages if message["role"] != "system"]
    span.set_attributes(
        {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "openai",
            "gen_ai.request.model": model,
            "gen_ai.request.max_tokens": 400,
            "gen_ai.system_instructions": _json([part for m in instructions for part in _parts(m)]),
            "gen_ai.input.messages": _json(
                [{"role": message["role"], "parts": _parts(message)} for message in history]
            ),
        }
    )
    if tools:
        definitions = [{"type": "function", **_mapping(tool["function"])} for tool in tools]
        span.set_attribute("gen_ai.tool.definitions", _json(definitions))


def record_answer(span: Span, answer: ChatCompletion) -> None:
    """Set what the answer says: messages, finish reasons, response id and model, usage."""
    choice = answer.choices[0]
    message: _Message = {
        "role": "assistant",
        "parts": _parts(choice.message.model_dump(exclude_none=True)),
        "finish_reason": choice.finish_reason,
    }
    span.set_attributes(
        {
            "gen_ai.output.messages": _json([message]),
            "gen_ai.response.id": answer.id,
            "gen_ai.response.model": answer.model,
            "gen_ai.response.finish_reasons": [choice.finish_reason],
        }
    )
    if answer.usage is not None:
        span.set_attribute("gen_ai.usage.input_tokens", answer.usage.prompt_tokens)
        span.set_attribute("gen_ai.usage.output_tokens", answer.usage.completion_tokens)


def _parts(message: Mapping[str, object]) -> list[_Message]:
    content = message.get("content")
    if message["role"] == "tool":
        return [{"type": "tool_call_response", "id": message["tool_call_id"], "response": content}]
    parts: list[_Message] = [{"type": "text", "content": content}] if content else []
    calls = message.get("tool_calls")
    for call in calls if isinstance(calls, list) else []:
        function = _mapping(call["function"])
        parts.append(
            {
                "type": "tool_call",
                "id": call["id"],
                "name": function["name"],
                "arguments": json.loads(str(function["arguments"])),
            }
        )
    return parts


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
