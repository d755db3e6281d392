"""Every shape of a call, and what its one span says; the same functions call both clients."""

from __future__ import annotations

import importlib.util
import inspect
from collections.abc import Callable
from dataclasses import dataclass

import pydantic

IN = "INMARK-" + "heron"
"""Stands in every request."""
KEY = "sk-" + "proj-KEYMARK" + "a1B2c3D4" * 5
USAGE = (11, 7)
RESPONSES = importlib.util.find_spec("openai.resources.responses") is not None
"""Whether this client knows the Responses API (from 1.66 on)."""
_MESSAGES = [
    {"role": "system", "content": f"{IN} rules"},
    {"role": "user", "content": f"{IN} question"},
]
_TOOL = {
    "type": "function",
    "function": {"name": "get_weather", "description": IN, "parameters": {"type": "object"}},
}
_PARTS = [
    {"type": "text", "text": IN},
    {"type": "image_url", "image_url": {"url": f"https://images.invalid/{IN}"}},
    {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
    {"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}},
]
_CHAT = {"model": "gpt-4o", "messages": _MESSAGES}
_HISTORY = [
    *_MESSAGES,
    {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {
                "id": "call_0",
                "type": "function",
                "function": {"name": "get_weather", "arguments": '{"city":"ANSWERMARK"}'},
            }
        ],
    },
    {"role": "tool", "tool_call_id": "call_0", "content": f"{IN} sunny"},
]


class Word(pydantic.BaseModel):
    word: str


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One shape: how it is called, and what its span says.

    Attributes:
        call: client → result, awaitable, or context manager (``opened``).
        opened: the result is entered, read by ``read``, left.
        read: response → value, within the context.
    """

    name: str
    call: Callable[[object], object]
    opened: bool = False
    read: Callable[[object], object] = lambda value: value
    operation: str = "chat"
    model: str = "gpt-4o"
    usage: tuple[int | None, int | None] = USAGE
    finish: str | None = "stop"
    output: bool = True


def _parsing(client: object) -> object:
    """Return where ``parse`` and ``stream`` are: they left beta with openai 1.92."""
    chat = client.chat.completions
    return chat if hasattr(chat, "parse") else client.beta.chat.completions


SHAPES = [
    Shape(name="chat", call=lambda c: c.chat.completions.create(**_CHAT, temperature=0.5)),
    Shape(name="chat stream", call=lambda c: c.chat.completions.create(**_CHAT, stream=True)),
    Shape(
        name="chat .stream()",
        call=lambda c: _parsing(c).stream(**_CHAT),
        opened=True,
    ),
    Shape(
        name="chat parse",
        call=lambda c: _parsing(c).parse(**_CHAT, response_format=Word),
    ),
    Shape(
        name="chat tools",
        call=lambda c: c.chat.completions.create(model="gpt-4o", messages=_HISTORY, tools=[_TOOL]),
        finish="tool_calls",
    ),
    Shape(
        name="chat tools stream",
        call=lambda c: c.chat.completions.create(**_CHAT, tools=[_TOOL], stream=True),
        finish="tool_calls",
    ),
    Shape(
        name="chat vision and audio",
        call=lambda c: c.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": _PARTS}]
        ),
    ),
    Shape(
        name="chat raw",
        call=lambda c: c.chat.completions.with_raw_response.create(**_CHAT),
        read=lambda raw: raw.parse(),
    ),
    Shape(
        name="chat raw stream",
        call=lambda c: c.chat.completions.with_raw_response.create(**_CHAT, stream=True),
        read=lambda raw: raw.parse(),
    ),
    Shape(
        name="chat streaming response",
        call=lambda c: c.chat.completions.with_streaming_response.create(**_CHAT),
        opened=True,
        read=lambda raw: raw.parse(),
    ),
    Shape(
        name="chat streaming response, events",
        call=lambda c: c.chat.completions.with_streaming_response.create(**_CHAT, stream=True),
        opened=True,
        read=lambda raw: raw.parse(),
    ),
    Shape(
        name="chat streaming response, bytes",
        call=lambda c: c.chat.completions.with_streaming_response.create(**_CHAT),
        opened=True,
        read=lambda raw: raw.read(),
    ),
    Shape(
        name="chat by post",
        call=lambda c: c.post("/chat/completions", body=_CHAT, cast_to=object),
    ),
    Shape(
        name="chat with options",
        call=lambda c: c.with_options(max_retries=0).chat.completions.create(**_CHAT),
    ),
    Shape(
        name="completion",
        call=lambda c: c.completions.create(model="instruct", prompt=IN),
        operation="text_completion",
        model="instruct",
    ),
    Shape(
        name="completion stream",
        call=lambda c: c.completions.create(model="instruct", prompt=IN, stream=True),
        operation="text_completion",
        model="instruct",
    ),
    Shape(
        name="embeddings",
        call=lambda c: c.embeddings.create(model="embed", input=[IN]),
        operation="embeddings",
        model="embed",
        usage=(5, None),
        finish=None,
        output=False,
    ),
    Shape(
        name="image",
        call=lambda c: c.images.generate(model="dall-e-3", prompt=IN),
        operation="image_generation",
        model="dall-e-3",
        finish=None,
    ),
    Shape(
        name="moderation",
        call=lambda c: c.moderations.create(model="omni", input=IN),
        operation="moderation",
        model="omni",
        usage=(None, None),
        finish=None,
    ),
    Shape(
        name="speech",
        call=lambda c: c.audio.speech.create(model="tts-1", voice="alloy", input=IN),
        operation="text_to_speech",
        model="tts-1",
        usage=(None, None),
        finish=None,
    ),
    Shape(
        name="speech streaming response",
        call=lambda c: c.audio.speech.with_streaming_response.create(
            model="tts-1", voice="alloy", input=IN
        ),
        opened=True,
        read=lambda raw: raw.read(),
        operation="text_to_speech",
        model="tts-1",
        usage=(None, None),
        finish=None,
    ),
    Shape(
        name="transcription",
        call=lambda c: c.audio.transcriptions.create(
            model="whisper-1", file=("a.wav", b"RIFF"), prompt=IN
        ),
        operation="transcription",
        model="whisper-1",
        usage=(None, None),
        finish=None,
    ),
    Shape(
        name="transcription as text",
        call=lambda c: c.audio.transcriptions.create(
            model="whisper-1", file=("a.wav", b"RIFF"), prompt=IN, response_format="text"
        ),
        operation="transcription",
        model="whisper-1",
        usage=(None, None),
        finish=None,
    ),
    Shape(
        name="another API by post",
        call=lambda c: c.post("/rerank", body={"model": "m", "query": IN}, cast_to=object),
        operation="rerank",
        model="m",
        usage=(None, None),
        finish=None,
        output=False,
    ),
]

if RESPONSES:
    _ASK = {"model": "gpt-4o", "input": f"{IN} question", "instructions": f"{IN} rules"}
    SHAPES += [
        Shape(name="responses", call=lambda c: c.responses.create(**_ASK)),
        Shape(name="responses stream", call=lambda c: c.responses.create(**_ASK, stream=True)),
        Shape(name="responses .stream()", call=lambda c: c.responses.stream(**_ASK), opened=True),
        Shape(name="responses parse", call=lambda c: c.responses.parse(**_ASK, text_format=Word)),
        Shape(
            name="responses raw",
            call=lambda c: c.responses.with_raw_response.create(**_ASK),
            read=lambda raw: raw.parse(),
        ),
        Shape(
            name="responses retrieve",
            call=lambda c: c.responses.retrieve("resp_background"),
            operation="retrieve_response",
            model="",
        ),
    ]


def dump(value: object) -> object:
    """Return what can be compared: dicts of models, bytes of sound."""
    if isinstance(value, pydantic.BaseModel):
        return value.model_dump(mode="json", warnings=False)
    return getattr(value, "content", value)


def run(shape: Shape, client: object) -> object:
    """Call by the synchronous client; return all that its user sees."""
    result = shape.call(client)
    if shape.opened:
        with result as entered:
            value = shape.read(entered)
            return [dump(item) for item in value] if hasattr(value, "__next__") else dump(value)
    value = shape.read(result)
    return [dump(item) for item in value] if hasattr(value, "__next__") else dump(value)


async def run_async(shape: Shape, client: object) -> object:
    """Call by the asynchronous client; return the same."""
    result = shape.call(client)
    if shape.opened:
        async with result as entered:
            return await _read_async(shape.read(entered))
    return await _read_async(shape.read(await result))


async def _read_async(value: object) -> object:
    value = await value if inspect.isawaitable(value) else value
    if hasattr(value, "__anext__"):
        return [dump(item) async for item in value]
    return dump(value)
