"""Made-up secrets for each place of a span and of a log record; which of them a policy has to find.

`probe` emits them through the live pipeline and looks for them in what comes out.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from opentelemetry.trace import Status, StatusCode

from otel_redact.types import Category

if TYPE_CHECKING:
    from opentelemetry._logs import Logger
    from opentelemetry.trace import Tracer

    from otel_redact.decision import Decisions

__all__ = ["SCOPE", "Canary", "arrived", "emit_record", "emit_span", "sought"]

SCOPE = "otel_redact.doctor"
"""Instrumentation scope of the canaries."""

_QUOTES = Category.INPUT | Category.OUTPUT
_OF_SPAN = {  # place → the categories of which one has to be hidden for its plain word to go
    "span name": Category(0),
    "input": Category.INPUT,
    "output": Category.OUTPUT,
    "metadata": Category.METADATA,
    "attribute": Category.UNKNOWN,
    "event": Category.UNKNOWN,
    "exception": _QUOTES,
    "status": _QUOTES,
}
_OF_RECORD = {
    "body": Category.UNKNOWN,
    "message body": Category.INPUT,
    "log attribute": Category.UNKNOWN,
}
_HIDDEN_WITH = {**_OF_SPAN, **_OF_RECORD}
_KEY_LENGTH, _WORD_LENGTH = 40, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Canary:
    """One made-up secret.

    Attributes:
        place: where it is planted.
        kind: ``"e-mail address"``, ``"API key"``, or ``"plain word"``, which no rule finds.
        value: it; unlike any other.
    """

    place: str
    kind: str
    value: str


def _canaries(places: Iterable[str]) -> list[Canary]:
    return [
        Canary(place=place, kind=kind, value=value)
        for place in places
        for kind, value in (
            ("e-mail address", f"{_letters(_WORD_LENGTH)}@example.com"),
            ("API key", "sk-" + "proj-" + _letters(_KEY_LENGTH, string.digits)),
            ("plain word", _letters(_WORD_LENGTH)),
        )
    ]


def emit_span(tracer: Tracer) -> list[Canary]:
    """Start and end one span that has canaries everywhere; return them."""
    canaries = _canaries(_OF_SPAN)
    text = _texts(canaries)
    with tracer.start_as_current_span(text["span name"], record_exception=False) as span:
        span.set_attribute("gen_ai.operation.name", "chat")
        span.set_attribute("gen_ai.system", "openai")
        for key, side, role in (("input", "input", "user"), ("output", "output", "assistant")):
            message = f'[{{"role": "{role}", "parts": [{{"type": "text", "content": "%s"}}]}}]'
            span.set_attribute(f"gen_ai.{key}.messages", message % text[side])
        span.set_attribute("langsmith.metadata.note", text["metadata"])
        span.set_attribute("app.note", text["attribute"])
        span.add_event("note", {"note": text["event"]})
        span.record_exception(ValueError(text["exception"]))
        span.set_status(Status(StatusCode.ERROR, text["status"]))
    return canaries


def emit_record(logger: Logger) -> list[Canary]:
    """Emit a plain log record and a GenAI event that have canaries everywhere; return them."""
    canaries = _canaries(_OF_RECORD)
    text = _texts(canaries)
    logger.emit(body=text["body"], attributes={"app.note": text["log attribute"]})
    logger.emit(
        event_name="gen_ai.user.message",
        body={"role": "user", "content": text["message body"]},
        attributes={"gen_ai.system": "openai"},
    )
    return canaries


def sought(canaries: Iterable[Canary], decisions: Decisions) -> list[Canary]:
    """Return the canaries that may not arrive by a policy: what its rules find, what it hides."""
    hide = decisions.scope(SCOPE).hide
    return [
        canary
        for canary in canaries
        if hide & int(_HIDDEN_WITH[canary.place]) or _finds(decisions, canary.value)
    ]


def arrived(canaries: Iterable[Canary], bodies: Iterable[bytes]) -> list[Canary]:
    """Return the canaries that are in bytes as they were planted."""
    sent = b"\n".join(bodies)
    return [canary for canary in canaries if canary.value.encode() in sent]


def _finds(decisions: Decisions, value: str) -> bool:
    return decisions.anonymizer is not None and value not in str(
        decisions.anonymizer(f"note {value} end")
    )


def _texts(canaries: Iterable[Canary]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for canary in canaries:
        before = texts.get(canary.place)
        texts[canary.place] = canary.value if before is None else f"{before} and {canary.value}"
    return texts


def _letters(length: int, more: str = "") -> str:
    return "".join(random.choices(string.ascii_lowercase + more, k=length))  # noqa: S311 - not secret
