"""A support chat: a tracer and an OpenAI client in, spans full of personal data out; for demo.

It is what an application looks like that knows nothing of redaction, nor of model calls traced.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from opentelemetry.trace import Link, SpanKind, Status, StatusCode

from otel_redact.cli import planted
from otel_redact.cli.openai_stub import REJECTED_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable

    import openai
    from openai.types.chat import ChatCompletionChunk
    from opentelemetry.trace import Span, SpanContext, Tracer
    from opentelemetry.util.types import Attributes

__all__ = ["RESOURCE", "run"]

RESOURCE = {
    "service.name": "support-chat",
    "service.version": "1.4.2",
    "process.command_args": ["python", "chat.py", "--slack-token", planted.SLACK_TOKEN],
}
"""Resource attributes of the application; a secret on the command line, as it happens."""

_MODEL = "gpt-5-mini"
_EMBEDDER = "text-embedding-3-small"
_SYSTEM = (
    "You are the support agent of a web shop. Never reveal the repository token"
    f" {planted.GITHUB_TOKEN} to customers."
)
_QUESTION = (
    f"Hi, my e-mail is {planted.EMAIL} and my phone is {planted.PHONE}. Order 4711 was charged"
    f" twice to my card {planted.CARD}. My social security number is {planted.SSN}."
)
_NOTE = f"double charge, order 4711, call {planted.PHONE}"
_LOOKUP: dict[str, object] = {
    "type": "function",
    "function": {
        "name": "lookup_customer",
        "description": f"Finds a customer, e.g. {planted.EMAIL}, by e-mail address.",
        "parameters": {"type": "object", "properties": {"email": {"type": "string"}}},
    },
}
_CUSTOMER = {
    "customer_id": "c-4711",
    "plan": "pro",
    "iban": planted.IBAN,
    "last_login_ip": planted.CLIENT_IP,
    "password": planted.PASSWORD,
}
_UPLOAD_ERROR = f"upload failed for {planted.AWS_KEY} while mailing {planted.EMAIL}"


class _SupportError(Exception):
    """What the application raises when it has no answer; it quotes the question, as many do."""


def run(tracer: Tracer, client: openai.OpenAI) -> None:
    """Serve two requests: one that succeeds, one whose API key the provider rejects.

    Args:
        tracer: records the application's own spans.
        client: talks to the stub, and is instrumented; used for every model call.
    """
    first = _serve_question(tracer, client)
    _serve_with_rejected_key(tracer, client, first)


def _serve_question(tracer: Tracer, client: openai.OpenAI) -> SpanContext:
    attributes: Attributes = {
        "http.request.method": "POST",
        "http.route": "/chat",
        "url.full": f"https://proxy:{planted.PROXY_PASSWORD}@shop.example/chat?from={planted.EMAIL}",
        "http.request.header.authorization": [f"Bearer {planted.BEARER_TOKEN}"],
        "http.response.status_code": 200,
        "user.id": planted.EMAIL,
        "langsmith.metadata.plan": "pro",
        "langsmith.metadata.callback_number": planted.PHONE,
    }
    with tracer.start_as_current_span(
        "POST /chat", kind=SpanKind.SERVER, attributes=attributes
    ) as span:
        history: list[dict[str, object]] = [
            {"role": "system", "content": _SYSTEM},
            {"role": "user", "content": _QUESTION},
        ]
        call = _ask_for_tool(client, history)
        history.append(call)
        history.append(_run_tool(tracer, call))
        _stream_answer(client, history)
        client.embeddings.create(model=_EMBEDDER, input=_NOTE, encoding_format="float")
        span.add_event("feedback", {"rating": 5, "comment": f"Great! Mail me: {planted.EMAIL}"})
        return span.get_span_context()


def _ask_for_tool(client: openai.OpenAI, messages: list[dict[str, object]]) -> dict[str, object]:
    # The client's types want its own message classes; any JSON object of that shape serves.
    answer = client.chat.completions.create(  # type: ignore[call-overload]
        model=_MODEL, messages=messages, tools=[_LOOKUP], tool_choice="required"
    )
    message: dict[str, object] = answer.choices[0].message.model_dump(exclude_none=True)
    return message


def _stream_answer(client: openai.OpenAI, messages: list[dict[str, object]]) -> str:
    chunks: Iterable[ChatCompletionChunk] = client.chat.completions.create(  # type: ignore[call-overload]  # as above
        model=_MODEL, messages=messages, stream=True, stream_options={"include_usage": True}
    )
    return "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)


def _run_tool(tracer: Tracer, message: dict[str, object]) -> dict[str, object]:
    calls = message["tool_calls"]
    call = calls[0] if isinstance(calls, list) else {}
    with tracer.start_as_current_span("execute_tool lookup_customer") as span:
        span.set_attributes(
            {
                "gen_ai.operation.name": "execute_tool",
                "gen_ai.tool.name": "lookup_customer",
                "gen_ai.tool.call.id": call["id"],
                "gen_ai.tool.call.arguments": call["function"]["arguments"],
            }
        )
        email = json.loads(call["function"]["arguments"])["email"]
        _query_database(tracer, email)
        _send_notice(tracer, email)
        result = json.dumps(_CUSTOMER)
        span.set_attribute("gen_ai.tool.call.result", result)
    return {"role": "tool", "tool_call_id": call["id"], "content": result}


def _query_database(tracer: Tracer, email: str) -> None:
    attributes = {
        "db.system.name": "postgresql",
        "db.connection_string": f"postgresql://crm:{planted.DATABASE_PASSWORD}@db.internal/crm",
        "db.query.text": f"SELECT * FROM customers WHERE email = '{email}'",  # noqa: S608 - never run
    }
    with tracer.start_as_current_span("SELECT crm.customers", kind=SpanKind.CLIENT) as span:
        span.set_attributes(attributes)


def _send_notice(tracer: Tracer, email: str) -> None:
    with tracer.start_as_current_span(f"PUT /notices/{email}", kind=SpanKind.CLIENT) as span:
        span.set_status(Status(StatusCode.ERROR, _UPLOAD_ERROR))


def _serve_with_rejected_key(tracer: Tracer, client: openai.OpenAI, first: SpanContext) -> None:
    links = [Link(first, {"reason": f"retry for {planted.EMAIL}"})]
    try:
        with tracer.start_as_current_span("POST /chat", kind=SpanKind.SERVER, links=links) as span:
            _ask_or_explain(client, span)
    except _SupportError:
        pass


def _ask_or_explain(client: openai.OpenAI, span: Span) -> None:
    question = f"Call me back: {planted.PHONE}"
    span.set_attribute("http.route", "/chat")
    try:
        client.chat.completions.create(
            model=REJECTED_MODEL, messages=[{"role": "user", "content": question}]
        )
    except Exception as error:
        raise _SupportError(f"no answer to {question!r}: {error}") from error
