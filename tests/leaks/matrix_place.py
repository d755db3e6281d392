"""A place's name, an attribute key and a value in, a span with the value there alone out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import Link, Status, StatusCode

from tests.support import make_span, span_context

__all__ = ["KEYS", "KEY_GLOBS", "PLACES", "Place", "trace_ids"]

trace_ids = iter(range(1, 1 << 60))
"""A trace of its own for each span: texts of errors go where a trace holds hidden prompts."""

_OWN = Resource({"service.name": "tests"})

KEYS: Mapping[str, Mapping[str, str]] = {
    "INPUT": {
        "gen_ai.input.messages": "INPUT",
        "input.value": "INPUT",
        "gen_ai.prompt.0.content": "INPUT",
    },
    "OUTPUT": {
        "gen_ai.output.messages": "OUTPUT",
        "output.value": "OUTPUT",
        "gen_ai.completion.0.content": "OUTPUT",
    },
    "METADATA": dict.fromkeys(("user.id", "metadata", "langsmith.metadata.x"), "METADATA"),
    "ERROR": dict.fromkeys(("exception.message", "exception.stacktrace", "error.message"), "ERROR"),
    "SYSTEM": dict.fromkeys(
        ("gen_ai.system_instructions", "gen_ai.agent.description"), "INPUT SYSTEM"
    ),
    "TOOLS": {
        "gen_ai.tool.definitions": "INPUT TOOLS",
        "gen_ai.tool.call.arguments": "OUTPUT TOOLS",
    },
    "MEDIA": {"input.images.0": "INPUT MEDIA", "ai.response.files": "OUTPUT MEDIA"},
    "UNKNOWN": dict.fromkeys(("my.own.key", "db.statement"), "UNKNOWN"),
    "STRUCTURE": dict.fromkeys(
        ("gen_ai.request.model", "server.address", "gen_ai.response.id"), "STRUCTURE"
    ),
}
"""Attribute keys by the category that they stand for here; each with all its categories."""

KEY_GLOBS: Mapping[str, str] = {
    "INPUT": "gen_ai.prompt.{}",
    "OUTPUT": "gen_ai.completion.{}",
    "METADATA": "langsmith.metadata.{}",
    "ERROR": "exception.{}",
    "UNKNOWN": "my.{}",
    "STRUCTURE": "service.{}",
}
"""Keys that carry text themselves, by category."""


class Place(NamedTuple):
    """Where a canary stands.

    Attributes:
        make: attribute key and value to span.
        takes: ``"values"``, ``"texts"``, ``"keys"`` (a text inside an attribute key) or
            ``"words"`` (trace state: neither commas nor quotes).
        hides: hide flags apply.
        own: category, where the attribute key says nothing.
    """

    make: Callable[[str, object], object]
    takes: str = "values"
    hides: bool = True
    own: str = ""


def _span(attributes: Mapping[str, object] | None = None, **parts: object) -> ReadableSpan:
    return make_span(attributes, trace_id=next(trace_ids), **{"resource": _OWN, **parts})


def _scope(
    attributes: Mapping[str, object] | None = None, name: str = "", version: str = "1", **parts: str
) -> ReadableSpan:
    number = next(trace_ids)
    return ReadableSpan(
        name="chat gpt-4o",
        context=span_context(number),
        resource=_OWN,
        start_time=1,
        end_time=2,
        # A name of its own: scopes that differ in their attributes alone have one hash.
        instrumentation_scope=InstrumentationScope(
            name or f"tests.{number}", version, parts.get("schema"), attributes
        ),
    )


def _linked(attributes: Mapping[str, object]) -> ReadableSpan:
    return _span(links=[Link(span_context(9), dict(attributes))])


def _exception(key: str) -> Callable[[str, object], ReadableSpan]:
    return lambda _, v: _span(events=[Event("exception", {"exception.type": "E", key: v})])


PLACES: Mapping[str, Place] = {
    "attribute value": Place(lambda key, v: _span({key: v})),
    "attribute key": Place(lambda key, _: _span({key: 1}), "keys"),
    "attribute key of two": Place(lambda key, _: _span({key: "x", "b": 2}), "keys"),
    "event attribute": Place(lambda key, v: _span(events=[Event("e", {key: v})])),
    "event attribute key": Place(lambda key, _: _span(events=[Event("e", {key: 1})]), "keys"),
    "link attribute": Place(lambda key, v: _linked({key: v})),
    "link attribute key": Place(lambda key, _: _linked({key: 1}), "keys"),
    "event of a message": Place(
        lambda _, v: _span(events=[Event("gen_ai.user.message", {"content": v})]),
        own="INPUT",
    ),
    "event of a choice": Place(
        lambda _, v: _span(events=[Event("gen_ai.choice", {"message": v})]),
        own="OUTPUT",
    ),
    "exception message": Place(_exception("exception.message"), own="ERROR"),
    "exception stack trace": Place(_exception("exception.stacktrace"), own="ERROR"),
    "status description": Place(
        lambda _, v: _span(status=Status(StatusCode.ERROR, v)), "texts", own="ERROR"
    ),
    "name": Place(lambda _, v: _span(name=v), "texts", hides=False, own="UNKNOWN"),
    "event name": Place(
        lambda _, v: _span(events=[Event(v, {})]), "texts", hides=False, own="UNKNOWN"
    ),
    "resource attribute": Place(
        lambda key, v: _span(resource=Resource({"a": "b", key: v})), hides=False
    ),
    "resource attribute key": Place(
        lambda key, _: _span(resource=Resource({key: 1})), "keys", hides=False
    ),
    "resource schema": Place(
        lambda _, v: _span(resource=Resource({}, v)), "texts", hides=False, own="STRUCTURE"
    ),
    "scope name": Place(lambda _, v: _scope(name=v), "texts", hides=False, own="STRUCTURE"),
    "scope version": Place(lambda _, v: _scope(version=v), "texts", hides=False, own="STRUCTURE"),
    "scope schema": Place(lambda _, v: _scope(schema=v), "texts", hides=False, own="STRUCTURE"),
    "scope attribute": Place(lambda key, v: _scope({key: v}), hides=False),
    "scope attribute key": Place(lambda key, _: _scope({key: 1}), "keys", hides=False),
    "trace state": Place(
        lambda _, v: _span(trace_state=[("a", v)]), "words", hides=False, own="UNKNOWN"
    ),
}
