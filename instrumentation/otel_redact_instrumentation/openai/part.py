"""OpenAI's content in, message parts of the GenAI conventions out; every API's file builds on it.

Source: https://github.com/open-telemetry/semantic-conventions-genai
docs/gen-ai/gen-ai-input-messages.json (2026-11-24).
"""

from __future__ import annotations

import contextlib
import json

from otel_redact_instrumentation.openai.plain import Json, as_mapping

__all__ = ["content_parts", "media", "message", "omitted", "text", "tool_call", "tool_response"]


def message(role: object, parts: list[Json], **more: object) -> Json:
    """Return a message; of ``more`` what is not None."""
    made: Json = {"role": role if isinstance(role, str) else "user", "parts": parts}
    for key, value in more.items():
        if value is not None:
            made[key] = value
    return made


def text(content: object) -> Json:
    """Return a text part."""
    return {"type": "text", "content": content}


def tool_call(call_id: object, name: object, arguments: object) -> Json:
    """Return a tool-call part; JSON text in the arguments is decoded."""
    if isinstance(arguments, str):
        with contextlib.suppress(ValueError, RecursionError):  # cut, or a custom tool's free text
            arguments = json.loads(arguments)
    return {"type": "tool_call", "id": call_id, "name": name, "arguments": arguments}


def tool_response(call_id: object, response: object) -> Json:
    """Return the part that answers a tool call."""
    return {"type": "tool_call_response", "id": call_id, "response": response}


def media(modality: str, source: object) -> Json:
    """Return a blob part for a ``data:`` URL, else a uri part."""
    if isinstance(source, str) and source.startswith("data:"):
        head, _, content = source.partition(",")
        kind = head.removeprefix("data:").partition(";")[0]
        return {"type": "blob", "modality": modality, "mime_type": kind, "content": content}
    return {"type": "uri", "modality": modality, "uri": source}


def omitted(modality: str, data: object) -> Json:
    """Return the part of generated media: megabytes that no trace needs, so only their size."""
    size = len(data) if isinstance(data, (str, bytes)) else 0
    return {"type": "blob", "modality": modality, "content": "", "encoded_size": size}


def content_parts(content: object) -> list[Json]:
    """Return the parts of a message's ``content``: text, or a list of typed items."""
    if content is None or content == "":
        return []
    if not isinstance(content, list):
        return [text(content)]
    return [_item_part(item) if isinstance(item, dict) else text(item) for item in content]


def _item_part(item: Json) -> Json:
    kind = item.get("type")
    if kind in {"text", "input_text", "output_text"}:
        return text(item.get("text"))
    if kind == "refusal":
        return {"type": "refusal", "content": item.get("refusal")}
    if kind in {"image_url", "input_image"}:
        url = item.get("image_url")
        return _file_part(
            "image", item, as_mapping(url).get("url") if url is not None else None, url
        )
    if kind == "input_audio":
        audio = as_mapping(item.get("input_audio"))
        form = f"audio/{audio.get('format', 'wav')}"
        return {
            "type": "blob",
            "modality": "audio",
            "mime_type": form,
            "content": audio.get("data"),
        }
    if kind in {"file", "input_file"}:
        file = as_mapping(item.get("file")) or item
        return _file_part("document", file, file.get("file_data"), file.get("file_url"))
    return dict(item)


def _file_part(modality: str, item: Json, first: object, second: object) -> Json:
    source = first or second
    if source:
        return media(modality, source)
    return {"type": "file", "modality": modality, "file_id": item.get("file_id")}
