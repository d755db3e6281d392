"""A chat application's spans with a canary in every place that can carry text."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, Tracer, TracerProvider
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import (
    Link,
    NonRecordingSpan,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
    TraceFlags,
    TraceState,
    format_trace_id,
    set_span_in_context,
)

CARD = "4111" + "1111" + "1111" + "1111"
MODEL = "gpt-4o-mini"
MODEL_ANSWERING = "gpt-4o-mini-2024-07-18"


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """What a recorded chat holds.

    Attributes:
        canaries: each text that must not come out anywhere.
        trace_id: 32 hexadecimal digits.
        spans: how many there are.
    """

    canaries: list[str]
    trace_id: str
    spans: int = 5


class Canaries:
    """Fake secrets, two of their own for each place; the default detectors find both."""

    def __init__(self) -> None:
        self.texts = [CARD]

    def email(self, place: str) -> str:
        return self._keep(f"canary.{place}" + "@" + "example.com")

    def key(self, place: str) -> str:
        return self._keep("sk-" + "proj-" + hashlib.sha256(place.encode()).hexdigest()[:48])

    def text(self, place: str) -> str:
        return f"{place}: mail {self.email(place)} key {self.key(place)} end"

    def _keep(self, text: str) -> str:
        self.texts.append(text)
        return text


def _messages(canaries: Canaries) -> tuple[str, str]:
    def message(role: str, content: str) -> dict[str, object]:
        return {"role": role, "parts": [{"type": "text", "content": content}]}

    call = {
        "type": "tool_call",
        "id": "call_1",
        "name": "send_mail",
        "arguments": json.dumps({"to": canaries.email("arguments"), "card": int(CARD)}),
    }
    asked = [
        message("system", canaries.text("system")),
        message("user", "first line\n" + canaries.text("user")),
        message("assistant", canaries.text("history")),
        message("user", "again"),
    ]
    answered = [
        {
            "role": "assistant",
            "parts": [{"type": "text", "content": canaries.text("answer")}, call],
            "finish_reason": "stop",
        }
    ]
    return json.dumps(asked), json.dumps(answered)


def _record_gen_ai_span(tracer: Tracer, canaries: Canaries, link: SpanContext) -> None:
    asked, answered = _messages(canaries)
    span = tracer.start_span(
        f"chat {MODEL} {canaries.text('name')}",
        kind=SpanKind.CLIENT,
        links=[Link(link, {"reason": canaries.text("link")})],
        attributes={
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "openai",
            "gen_ai.request.model": MODEL,
            "gen_ai.response.model": MODEL_ANSWERING,
            "gen_ai.response.id": "chatcmpl-1",
            "gen_ai.usage.input_tokens": 12,
            "gen_ai.usage.output_tokens": 34,
            "gen_ai.input.messages": asked,
            "gen_ai.output.messages": answered,
        },
    )
    span.add_event(canaries.text("event-name"), {"note": canaries.text("event")})
    span.record_exception(ValueError(canaries.text("exception")))
    span.set_status(Status(StatusCode.ERROR, canaries.text("status")))
    span.end()


def _record_openinference_span(tracer: Tracer, canaries: Canaries) -> None:
    message = "llm.input_messages.0.message"
    answer = "llm.output_messages.0.message"
    with tracer.start_as_current_span("ChatCompletion") as span:
        span.set_attributes(
            {
                "openinference.span.kind": "LLM",
                "llm.model_name": MODEL,
                "llm.token_count.prompt": 5,
                "llm.token_count.completion": 7,
                "llm.token_count.total": 12,
                f"{message}.role": "user",
                f"{message}.content": canaries.text("openinference-input"),
                f"{answer}.role": "assistant",
                f"{answer}.content": canaries.text("openinference-output"),
                "input.value": json.dumps({"q": canaries.text("input-value")}),
                "input.mime_type": "application/json",
                "output.value": canaries.text("output-value"),
                "output.mime_type": "text/plain",
                "metadata": json.dumps({"customer": canaries.text("metadata")}),
                "session.id": "session-1",
            }
        )


def _record_odd_values(tracer: Tracer, canaries: Canaries) -> None:
    with tracer.start_as_current_span("odd values") as span:
        span.set_attribute(f"note for {canaries.email('attribute-key')}", "kept")
        span.set_attribute("list", ["plain", canaries.text("list")])
        span.set_attribute("card", int(CARD))
        nested = {canaries.email("map-key"): {"deep": [canaries.text("map")]}}
        if _sdk_keeps(tracer, {"a": {"b": "c"}}):
            span.set_attribute("map", nested)
        else:
            span.set_attribute("map", json.dumps(nested))


def _record_bytes(tracer: Tracer, canaries: Canaries) -> None:
    with tracer.start_as_current_span("upload") as span:
        span.set_attribute("blob", canaries.text("bytes").encode())


def _sdk_keeps(tracer: Tracer, value: object) -> bool:
    # Before 1.45 the SDK drops map attributes with a warning.
    probe = tracer.start_span("probe")
    probe.set_attribute("probe", value)
    return "probe" in probe.attributes


def record_whole_chat(processor: SpanProcessor, project: str = "e2e") -> Recorded:
    """Send the five spans of one trace through the processor, then shut it down."""
    canaries = Canaries()
    resource = Resource(
        {
            "service.name": "chat-service",
            "openinference.project.name": project,
            "note": canaries.text("resource"),
        }
    )
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("chat-app", "1.0", attributes={"note": canaries.text("scope")})
    ids = RandomIdGenerator()
    state = TraceState([("vendor", canaries.key("trace-state"))])
    sampled = TraceFlags(TraceFlags.SAMPLED)
    caller = SpanContext(ids.generate_trace_id(), ids.generate_span_id(), True, sampled, state)
    context = set_span_in_context(NonRecordingSpan(caller))
    with tracer.start_as_current_span("handle request", context):
        _record_gen_ai_span(tracer, canaries, caller)
        _record_openinference_span(tracer, canaries)
        _record_odd_values(tracer, canaries)
        _record_bytes(tracer, canaries)
    provider.shutdown()
    return Recorded(canaries=canaries.texts, trace_id=format_trace_id(caller.trace_id))


@pytest.fixture
def record_chat() -> Callable[..., Recorded]:
    return record_whole_chat
