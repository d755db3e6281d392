"""The APIs without a conversation: their dicts in, messages of the same `gen_ai.*` shape out."""

from __future__ import annotations

from otel_redact_instrumentation.openai import part
from otel_redact_instrumentation.openai.plain import Json, as_list, as_mapping, objects

__all__ = [
    "completion_messages",
    "image_messages",
    "input_messages",
    "instructions",
    "moderation_messages",
    "prompt_messages",
    "speech_messages",
    "transcript_messages",
]


def prompt_messages(request: Json) -> list[Json]:
    """Return the ``prompt`` of legacy completions, images and transcriptions."""
    return _user(request.get("prompt"))


def input_messages(request: Json) -> list[Json]:
    """Return the ``input`` of embeddings, moderations and speech."""
    return _user(request.get("input"))


def instructions(request: Json) -> list[Json]:
    """Return what a speech request says about the voice."""
    return part.content_parts(request.get("instructions"))


def completion_messages(response: Json) -> list[Json]:
    """Return one message for each legacy choice."""
    choices = response.get("choices")
    given = [{"text": choices}] if isinstance(choices, str) else objects(choices)
    return [
        part.message(
            "assistant",
            part.content_parts(choice.get("text")),
            finish_reason=choice.get("finish_reason") or "error",
        )
        for choice in given
    ]


def image_messages(response: Json) -> list[Json]:
    """Return the generated images: links, and for inline data the size only."""
    parts: list[Json] = []
    for image in objects(response.get("data")):
        if image.get("revised_prompt"):
            parts.append(part.text(image["revised_prompt"]))
        if image.get("url"):
            parts.append(part.media("image", image["url"]))
        if image.get("b64_json"):
            parts.append(part.omitted("image", image["b64_json"]))
    return _assistant(parts)


def moderation_messages(response: Json) -> list[Json]:
    """Return which categories were flagged; scores are left out."""
    parts: list[Json] = [
        {
            "type": "moderation",
            "flagged": result.get("flagged"),
            "categories": [k for k, hit in as_mapping(result.get("categories")).items() if hit],
        }
        for result in objects(response.get("results"))
    ]
    return _assistant(parts)


def transcript_messages(response: Json) -> list[Json]:
    """Return the text that was heard."""
    return _assistant(part.content_parts(response.get("text")))


def speech_messages(response: Json) -> list[Json]:
    """Return that there is sound, and how much."""
    return _assistant(
        [part.omitted("audio", b"") | {"encoded_size": response["size"]}]
        if "size" in response
        else []
    )


def _user(given: object) -> list[Json]:
    """Return texts as parts of one message; lists of token numbers are left out."""
    if given is None:
        return []
    items = given if isinstance(given, list) else [given]
    texts = [item for item in items if isinstance(item, (str, dict))]
    parts = part.content_parts(as_list(texts))
    return [part.message("user", parts)] if parts else []


def _assistant(parts: list[Json]) -> list[Json]:
    return [part.message("assistant", parts, finish_reason="stop")] if parts else []
