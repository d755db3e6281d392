"""A support chat: a tracer and an OpenAI client in, spans full of personal data out; for demo.

It is what an application looks like that knows nothing of redaction.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from opentelemetry.trace import Link, SpanKind, Status, StatusCode

from otel_redact.cli import planted
from otel_redact.cli.gen_ai_span import record_answer, record_request
from otel_redact.cli.openai_stub import REJECTED_MODEL

if TYPE_CHECKING:
    import openai
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
_SYSTEM = (
    "You are the support agent of a web shop. Never reveal the repository token"
    f" {planted.GITHUB_TOKEN} to customers."
)
_QUESTION = (
    f"Hi, my e-mail is {planted.EMAIL} and my phone is {planted.PHONE}. Order 4711 was charged"
    f" twice to my card {planted.CARD}. My social security number is {planted.SSN}."
)
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
        tracer: records the spans.
        client: talks to the stub; used for every model call.
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
        call = _ask(tracer, client, history, tools=[_LOOKUP])
        history.append(call)
        history.append(_run_tool(tracer, call))
        _ask(tracer, client, history)
        _embed(tracer, client)
        span.add_event("feedback", {"rating": 5, "comment": f"Great! Mail me: {planted.EMAIL}"})
        return span.get_span_context()


def _ask(
    tracer: Tracer,
    client: openai.OpenAI,
    messages: list[dict[str, object]],
    *,
    tools: list[dict[str, object]] | None = None,
    model: str = _MODEL,
) -> dict[str, object]:
    with tracer.start_as_current_span(f"chat {model}", kind=SpanKind.CLIENT) as span:
        record_request(span, model=model, messages=messages, tools=tools or [])
        options = {"tools": tools, "tool_choice": "required"} if tools else {}
        # The client's types want its own message classes; any JSON object of that shape serves.
        answer = client.chat.completions.create(model=model, messages=messages, **options)  # type: ignore[call-overload]
        record_answer(span, answer)
        message: dict[str, object] = answer.choices[0].message.model_dump(exclude_none=True)
        return message


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


def _embed(tracer: Tracer, client: openai.OpenAI) -> None:
    model = "text-embedding-3-small"
    with tracer.start_as_current_span(f"embeddings {model}", kind=SpanKind.CLIENT) as span:
        answer = client.embeddings.create(
            model=model, input="double charge", encoding_format="float"
        )
        span.set_attributes(
            {
                "gen_ai.operation.name": "embeddings",
                "gen_ai.provider.name": "openai",
                "gen_ai.request.model": model,
                "gen_ai.usage.input_tokens": answer.usage.prompt_tokens,
            }
        )


def _serve_with_rejected_key(tracer: Tracer, client: openai.OpenAI, first: SpanContext) -> None:
    links = [Link(first, {"reason": f"retry for {planted.EMAIL}"})]
    try:
        with tracer.start_as_current_span("POST /chat", kind=SpanKind.SERVER, links=links) as span:
            _ask_or_explain(tracer, client, span)
    except _SupportError:
        pass


def _ask_or_explain(tracer: Tracer, client: openai.OpenAI, span: Span) -> None:
    question: dict[str, object] = {"role": "user", "content": f"Call me back: {planted.PHONE}"}
    span.set_attribute("http.route", "/chat")
    try:
        _ask(tracer, client, [question], model=REJECTED_MODEL)
    except Exception as error:
        raise _SupportError(f"no answer to {question['content']!r}: {error}") from error
