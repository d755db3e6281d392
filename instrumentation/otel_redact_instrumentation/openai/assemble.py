"""Chunks of a stream in, the response they would have been without streaming out."""

from __future__ import annotations

from typing import Protocol

from otel_redact_instrumentation.openai.api import Api
from otel_redact_instrumentation.openai.plain import Json, as_mapping, objects

__all__ = ["Assembler", "assembler_for"]

_FACTS = ("id", "model", "created", "service_tier", "system_fingerprint", "usage")
_ONCE = frozenset({"role", "id", "type", "name"})  # some servers repeat them in every chunk
_OVER = frozenset(f"response.{end}" for end in ("completed", "incomplete", "failed"))


class Assembler(Protocol):
    """Takes chunks as they come."""

    def add(self, chunk: Json) -> None:
        """Take one chunk, which is a copy."""
        ...

    def result(self) -> Json:
        """Return the response as far as it has come."""
        ...


def assembler_for(api: Api) -> Assembler:
    """Return a new one for an API."""
    return _Events() if api.kind == "responses" else _Choices()


class _Choices:
    """Chat and legacy completions by choice; transcripts and speech, whose last chunk says all."""

    def __init__(self) -> None:
        self._facts: Json = {}
        self._choices: dict[int, Json] = {}
        self._text: list[str] = []

    def add(self, chunk: Json) -> None:
        self._facts.update({k: chunk[k] for k in _FACTS if chunk.get(k) is not None})
        for choice in objects(chunk.get("choices")):
            whole = self._choices.setdefault(_index(choice, "index"), {})
            if choice.get("finish_reason"):
                whole["finish_reason"] = choice["finish_reason"]
            if isinstance(choice.get("text"), str):
                _join(whole, {"text": choice["text"]})
            if "delta" in choice:
                said = whole.setdefault("message", {})
                _join(as_mapping(said), as_mapping(choice["delta"]))
        if chunk.get("type") == "transcript.text.delta":
            self._text.append(str(chunk.get("delta") or ""))
        elif chunk.get("type") == "transcript.text.done":
            self._text = [str(chunk.get("text") or "")]

    def result(self) -> Json:
        whole = dict(self._facts)
        if self._choices:
            choices = sorted(self._choices.items())
            whole["choices"] = [
                {"index": index, "finish_reason": None, **_listed(choice)}
                for index, choice in choices
            ]
        if self._text:
            whole["text"] = "".join(self._text)
        return whole


class _Events:
    """Events of the Responses API: the last one brings the response; before it, parts of it."""

    def __init__(self) -> None:
        self._response: Json = {}
        self._items: dict[int, Json] = {}
        self._texts: dict[int, dict[int, list[str]]] = {}
        self._arguments: dict[int, list[str]] = {}
        self._over = False

    def add(self, chunk: Json) -> None:
        if chunk.get("type") is None:  # openai 1.66 wraps error events once more
            chunk = as_mapping(chunk.get("data"))
        kind, response = chunk.get("type"), chunk.get("response")
        output, delta = _index(chunk, "output_index"), str(chunk.get("delta") or "")
        if isinstance(response, dict):
            self._response = response
            self._over = kind in _OVER
        elif kind in {"response.output_item.added", "response.output_item.done"}:
            self._items[output] = as_mapping(chunk.get("item"))
        elif kind == "response.output_text.delta":
            texts = self._texts.setdefault(output, {})
            texts.setdefault(_index(chunk, "content_index"), []).append(delta)
        elif kind == "response.function_call_arguments.delta":
            self._arguments.setdefault(output, []).append(delta)
        elif kind == "error":
            code = chunk.get("code")
            self._response = {**self._response, "status": "failed", "error": {"code": code}}

    def result(self) -> Json:
        indices = sorted({*self._items, *self._texts, *self._arguments})
        if self._over or not indices:
            return self._response
        return {**self._response, "output": [self._item(index) for index in indices]}

    def _item(self, index: int) -> Json:
        item = self._items.get(index, {})
        if index in self._texts and not item.get("content"):
            pieces = [text for _, text in sorted(self._texts[index].items())]
            said = [{"type": "output_text", "text": "".join(text)} for text in pieces]
            return {"type": "message", "role": "assistant", **item, "content": said}
        if index in self._arguments and not item.get("arguments"):
            arguments = "".join(self._arguments[index])
            return {"type": "function_call", **item, "arguments": arguments}
        return item


def _index(chunk: Json, name: str) -> int:
    index = chunk.get(name)
    return index if isinstance(index, int) and 0 <= index < 1024 else 0  # noqa: PLR2004 - items of one response


def _join(whole: Json, delta: Json) -> None:
    """Append what a delta brings: texts grow, tool calls grow by their index."""
    for key, value in delta.items():
        if value is None or key == "index" or (key in _ONCE and key in whole):
            continue
        if isinstance(value, str):
            pieces = whole.setdefault(key, [])
            if isinstance(pieces, list):
                pieces.append(value)
        elif isinstance(value, dict):
            _join(as_mapping(whole.setdefault(key, {})), value)
        elif isinstance(value, list):
            _join_items(as_mapping(whole.setdefault(key, {})), value)
        else:
            whole[key] = value


def _join_items(items: dict[str, object], deltas: list[object]) -> None:
    for delta in objects(deltas):
        _join(as_mapping(items.setdefault(f"{_index(delta, 'index'):04}", {})), delta)


def _listed(value: Json) -> Json:
    """Return pieces of text joined, and what was collected by index as lists."""
    return {key: _whole(item) for key, item in value.items()}


def _whole(value: object) -> object:
    if isinstance(value, list):
        return "".join(value)
    if isinstance(value, dict):
        if value and all(key.isdecimal() for key in value):  # by index
            return [_whole(item) for _, item in sorted(value.items())]
        return _listed(value)
    return value
