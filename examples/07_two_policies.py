"""Two policies side by side, one call each, a third by none; then the same in asyncio tasks."""

import asyncio

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import RedactingSpanProcessor, RedactionPolicy, use_policy

QUESTION = '[{"role": "user", "content": "I am eve@example.com, SSN 219-09-9999"}]'

HIDING = RedactionPolicy(hide_inputs=True)
ADDRESSES = RedactionPolicy(anonymizer=[{"pattern": r"\S+@\S+\w", "replace": "<address>"}])
NONE = RedactionPolicy(anonymizer=None)


def show(span: ReadableSpan) -> str:
    """Return one line: the span's name and its prompt."""
    attributes = span.attributes or {}
    return f"{span.name}: {attributes.get('gen_ai.input.messages', '(hidden)')}\n"


provider = TracerProvider()
# The processor's own policy holds for every span that no other policy was bound to.
provider.add_span_processor(RedactingSpanProcessor(ConsoleSpanExporter(formatter=show)))
tracer = provider.get_tracer("my.app")


def call_model(name: str) -> None:
    """Record one model call."""
    with tracer.start_as_current_span(name) as span:
        span.set_attribute("gen_ai.input.messages", QUESTION)


with use_policy(HIDING):
    call_model("hiding")
with use_policy(ADDRESSES):
    call_model("addresses")
with use_policy(NONE):
    call_model("none")
call_model("default")


async def call_model_by(name: str, policy: RedactionPolicy) -> None:
    """Record one model call by a policy, while other tasks use theirs."""
    with use_policy(policy):
        await asyncio.sleep(0)
        call_model(name)


async def call_all() -> None:
    """Run three tasks at once; each has a policy of its own."""
    await asyncio.gather(
        call_model_by("task hiding", HIDING),
        call_model_by("task addresses", ADDRESSES),
        call_model_by("task none", NONE),
    )


asyncio.run(call_all())
provider.shutdown()
