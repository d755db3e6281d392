"""Sizes in, ended chat spans by the OpenTelemetry GenAI conventions out; `redaction` times them.

Attribute keys and message shapes: https://github.com/open-telemetry/semantic-conventions/tree/v1.41.0/docs/gen-ai
(2026-11-23). Everything is made up, from a seed: the same arguments make the same spans.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace import SpanKind
from prose import code, prose, tool_result

__all__ = ["BYTES_PER_FINDING", "chat_spans", "conversation", "ended_spans", "text_bytes"]

BYTES_PER_FINDING = 2048

Message = dict[str, object]

_SYSTEM = (
    "You are a helpful assistant of a mail-order company. Answer briefly, ask when something is "
    "unclear, and look orders up with the tools before you say anything about them."
)
_RESOURCE = Resource(
    {
        "service.name": "shop-assistant",
        "service.version": "3.4.1",
        "deployment.environment.name": "production",
        "telemetry.sdk.language": "python",
        "telemetry.sdk.name": "opentelemetry",
        "telemetry.sdk.version": "1.45.2",
    }
)
_KINDS = 8
_HEX = "0123456789abcdef"
_ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def chat_spans(count: int, *, size: int, dirty: bool, seed: int = 0) -> list[ReadableSpan]:
    """Return ended spans of single chat calls.

    Args:
        count: how many, each with a text of its own.
        size: bytes of text of one span, about.
        dirty: plant one finding per ``BYTES_PER_FINDING``.
        seed: of the random source.
    """
    source = random.Random(f"{seed}/{size}/{dirty}")
    return ended_spans(_single_call(source, size, dirty=dirty) for _ in range(count))


def conversation(turns: int, *, turn_size: int, seed: int) -> list[ReadableSpan]:
    """Return the spans of one conversation, each of which resends all messages before it.

    Args:
        turns: calls.
        turn_size: bytes that one turn adds, about.
        seed: another one makes another conversation.
    """
    source = random.Random(f"conversation/{seed}")
    calls: list[Mapping[str, object]] = []
    history: list[Message] = []
    for _ in range(turns):
        *asked, answer = _turn(source, turn_size)
        history += asked
        calls.append(_attributes(source, history, answer))
        history.append(answer)
    return ended_spans(calls)


def ended_spans(calls: Iterable[Mapping[str, object]]) -> list[ReadableSpan]:
    """Run each set of attributes through the SDK, so that the spans are what processors get."""
    processor = _Collecting()
    provider = TracerProvider(sampler=ALWAYS_ON, resource=_RESOURCE, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("bench.instrumentation", "1.0")
    for attributes in calls:
        with tracer.start_as_current_span("chat gpt-4o-mini", kind=SpanKind.CLIENT) as span:
            for key, value in attributes.items():
                span.set_attribute(key, value)  # type: ignore[arg-type]  # str, numbers, lists
    return processor.ended


def text_bytes(span: ReadableSpan) -> int:
    """Return the bytes of all attribute texts of a span."""
    values = (span.attributes or {}).values()
    return sum(len(value.encode()) for value in values if isinstance(value, str))


class _Collecting(SpanProcessor):
    """Keeps ended spans."""

    def __init__(self) -> None:
        self.ended: list[ReadableSpan] = []

    def on_end(self, span: ReadableSpan) -> None:
        self.ended.append(span)


def _single_call(source: random.Random, size: int, *, dirty: bool) -> Mapping[str, object]:
    turns = 1 if size < 4096 else round(size / 3600)
    overhead = 600  # system instructions, ids, the answer's wrapping
    messages: list[Message] = []
    for _ in range(turns):
        messages += _turn(source, (size - overhead) // turns)
    if dirty:
        first = source.randrange(_KINDS)
        for number in range(max(1, round(size / BYTES_PER_FINDING))):
            _plant(source, messages, first + number)
    return _attributes(source, messages[:-1], messages[-1])


def _turn(source: random.Random, size: int) -> list[Message]:
    """Return a question, a tool call, its result and the answer."""
    call_id = "call_" + _pick(source, _ALPHABET, 24)
    arguments = {"customer": source.randrange(1000, 9999), "since": "2026-01-01", "limit": 20}
    call = {"type": "tool_call", "id": call_id, "name": "list_orders", "arguments": arguments}
    result = tool_result(source, size // 4)
    response = {"type": "tool_call_response", "id": call_id, "result": result}
    answer = prose(source, size // 3)
    if source.random() < 0.4:
        answer += "\n\n" + code(source)
    return [
        _message("user", {"type": "text", "content": prose(source, size // 6)}),
        _message("assistant", call),
        _message("tool", response),
        _message("assistant", {"type": "text", "content": answer}),
    ]


def _message(role: str, part: Mapping[str, object]) -> Message:
    return {"role": role, "parts": [dict(part)]}


def _part(message: Message) -> dict[str, object]:
    (part,) = cast("list[dict[str, object]]", message["parts"])
    return part


def _attributes(
    source: random.Random, asked: Sequence[Message], answer: Message
) -> Mapping[str, object]:
    output = [{**answer, "finish_reason": "stop"}]
    messages = _json(asked)
    return {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "gpt-4o-mini",
        "gen_ai.request.temperature": 0.2,
        "gen_ai.request.max_tokens": 1024,
        "gen_ai.response.id": "chatcmpl-" + _pick(source, _ALPHABET, 29),
        "gen_ai.response.model": "gpt-4o-mini-2024-07-18",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.usage.input_tokens": len(messages) // 4,
        "gen_ai.usage.output_tokens": len(_json(output)) // 4,
        "gen_ai.system_instructions": _json([{"type": "text", "content": _SYSTEM}]),
        "gen_ai.input.messages": messages,
        "gen_ai.output.messages": _json(output),
        "server.address": "api.openai.com",
        "session.id": _pick(source, _HEX, 16),
    }


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _plant(source: random.Random, messages: Sequence[Message], number: int) -> None:
    """Put a fake secret between two words of a text or tool result."""
    finding = _findings(source)[number % _KINDS]
    while True:
        part = _part(source.choice(messages))
        name = next((name for name in ("content", "result") if name in part), "")
        if not name:
            continue
        words = str(part[name]).split(" ")
        # In JSON, only inside a sentence: between two words without punctuation.
        places = [
            index
            for index in range(1, len(words))
            if words[index - 1].isalpha() and words[index].isalpha()
        ]
        if places:
            words.insert(source.choice(places), finding)
            part[name] = " ".join(words)
            return


def _findings(source: random.Random) -> tuple[str, ...]:
    """Return one fake of each kind; assembled here, so that scanners of this file stay quiet."""
    digits = "0123456789"
    name = _pick(source, _ALPHABET[:24], 8)
    return (
        f"{name}.smith@" + "mail.example.com",
        "sk-" + "proj-" + _pick(source, _ALPHABET, 40) + "9A",
        f"+1 415 555 {_pick(source, '23456789', 4)}",
        _card(source),
        "Bearer " + "a7" + _pick(source, _ALPHABET, 30),
        f"219-{_pick(source, '123456789', 2)}-{_pick(source, '123456789', 4)}",
        "password=" + "Sw0rd" + _pick(source, _ALPHABET + digits, 8),
        "gh" + "p_" + _pick(source, _ALPHABET + digits, 36),
    )


def _card(source: random.Random) -> str:
    body = "4111" + _pick(source, "0123456789", 11)
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(body))
    total = sum(value - 9 if value > 9 else value for value in doubled)
    return body + str(-total % 10)


def _pick(source: random.Random, alphabet: str, length: int) -> str:
    return "".join(source.choices(alphabet, k=length))
