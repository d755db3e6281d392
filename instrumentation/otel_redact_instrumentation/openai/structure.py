"""Request and response dicts in, the attributes that hold no content out: parameters, usage, ids.

Source: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/ (2026-11-24).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from otel_redact_instrumentation.openai import responses
from otel_redact_instrumentation.openai.plain import Json, as_list, as_mapping, objects
from otel_redact_instrumentation.openai.request import Target

__all__ = [
    "Attribute",
    "dimensions",
    "finish_reasons",
    "request_attributes",
    "response_attributes",
    "stopped",
    "usage",
    "word",
]

Attribute: TypeAlias = str | bool | int | float | Sequence[str]

_NUMBERS = {
    "temperature": "gen_ai.request.temperature",
    "top_p": "gen_ai.request.top_p",
    "frequency_penalty": "gen_ai.request.frequency_penalty",
    "presence_penalty": "gen_ai.request.presence_penalty",
    "seed": "gen_ai.request.seed",
    "max_tokens": "gen_ai.request.max_tokens",
    "max_completion_tokens": "gen_ai.request.max_tokens",
    "max_output_tokens": "gen_ai.request.max_tokens",
    "dimensions": "gen_ai.embeddings.dimension.count",
}
_OUTPUT_TYPES = {"text": "text", "json_object": "json", "json_schema": "json", "json": "json"}
_USAGE = {
    "gen_ai.usage.input_tokens": ("input_tokens", "prompt_tokens"),
    "gen_ai.usage.output_tokens": ("output_tokens", "completion_tokens"),
}
# A caller may put any text where one of these few words belongs.
_WORD = re.compile(r"[A-Za-z0-9_.:/-]{1,128}")


def request_attributes(target: Target, *, stream: bool) -> dict[str, Attribute]:
    """Return what a span has from its start; samplers see it.

    Args:
        target: what is asked for.
        stream: whether the answer comes in chunks.
    """
    body = target.body
    found: dict[str, Attribute] = {
        "gen_ai.operation.name": target.api.operation,
        "gen_ai.provider.name": target.provider,
    }
    _put(found, "gen_ai.request.model", target.model)
    _put(found, "server.address", target.host)
    _put(found, "server.port", target.port)
    _put(found, "openai.api.type", target.api.kind)
    for key, name in _NUMBERS.items():
        _put(found, name, _number(body.get(key)))
    count = _number(body.get("n"))
    if count not in (None, 1):
        _put(found, "gen_ai.request.choice.count", count)
    if stream:
        found["gen_ai.request.stream"] = True
    effort = body.get("reasoning_effort") or as_mapping(body.get("reasoning")).get("effort")
    _put(found, "gen_ai.request.reasoning.level", word(effort))
    _put(found, "openai.request.service_tier", word(body.get("service_tier")))
    form = word(body.get("encoding_format"))
    if form:
        found["gen_ai.request.encoding_formats"] = [form]
    _put(found, "gen_ai.output.type", target.api.output_type or _output_type(body))
    return found


def response_attributes(response: Json) -> dict[str, Attribute]:
    """Return what a response says about itself.

    Args:
        response: a plain copy, or what was assembled of a stream.
    """
    found: dict[str, Attribute] = {}
    _put(found, "gen_ai.response.id", word(response.get("id")))
    _put(found, "gen_ai.response.model", word(response.get("model")))
    _put(found, "openai.response.service_tier", word(response.get("service_tier")))
    _put(found, "openai.response.system_fingerprint", word(response.get("system_fingerprint")))
    conversation = as_mapping(response.get("conversation")).get("id")
    _put(found, "gen_ai.conversation.id", word(conversation))
    reasons = finish_reasons(response)
    if reasons:
        found["gen_ai.response.finish_reasons"] = reasons
    return found


def usage(response: Json) -> dict[str, int]:
    """Return the token counts that a response states."""
    given = as_mapping(response.get("usage"))
    found: dict[str, int] = {}
    for name, keys in _USAGE.items():
        counts = [given[key] for key in keys if _is_count(given.get(key))]
        if counts:
            found[name] = int(str(counts[0]))
    for side in ("prompt", "input"):
        cached = as_mapping(given.get(f"{side}_tokens_details")).get("cached_tokens")
        if _is_count(cached):
            found["gen_ai.usage.cache_read.input_tokens"] = int(str(cached))
    for side in ("completion", "output"):
        thought = as_mapping(given.get(f"{side}_tokens_details")).get("reasoning_tokens")
        if _is_count(thought):
            found["gen_ai.usage.reasoning.output_tokens"] = int(str(thought))
    return found


def finish_reasons(response: Json) -> list[str]:
    """Return one finish reason for each choice, as OpenAI spells it."""
    if "choices" in response:
        reasons = [word(item.get("finish_reason")) for item in objects(response["choices"])]
    else:
        reasons = [word(responses.finish_reason(response))]
    return [reason for reason in reasons if reason]


def stopped(response: Json, reason: str) -> Json:
    """Return a response that stopped early: what has no finish reason gets this one.

    Args:
        response: as far as it came; it stays as it is.
        reason: ``"error"`` or ``"cancelled"``.
    """
    if "choices" in response:
        choices = objects(response["choices"])
        done = [{**item, "finish_reason": item.get("finish_reason") or reason} for item in choices]
        return {**response, "choices": done}
    if responses.finish_reason(response):
        return response
    return {**response, "status": "failed" if reason == "error" else reason}


def word(value: object) -> str:
    """Return a text that is one plain word, else ``""``."""
    return value if isinstance(value, str) and _WORD.fullmatch(value) else ""


def dimensions(response: Json) -> int | None:
    """Return the length of the first embedding that is a list of numbers."""
    for item in objects(response.get("data")):
        vector = as_list(item.get("embedding"))
        if vector:
            return len(vector)
    return None


def _put(found: dict[str, Attribute], name: str, value: Attribute | None) -> None:
    if value is not None and value != "":
        found[name] = value


def _number(value: object) -> int | float | None:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _output_type(body: Json) -> str:
    form = body.get("response_format")
    kind = as_mapping(form).get("type") or as_mapping(
        as_mapping(body.get("text")).get("format")
    ).get("type")
    return _OUTPUT_TYPES.get(str(kind), "")
