"""Five patterns of one's own on a chat span: SSN, card, e-mail, phone and full name.

Patterns run in order, each on what the last one left, so the narrow ones come first. They guess:
"Best Buy" looks like a full name, and "Ann" alone does not.
"""

import json

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import RedactingSpanProcessor, RedactionPolicy, Rule

RULES = [
    Rule(name="ssn", pattern=r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)", replace="<ssn>"),
    Rule(name="card", pattern=r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)", replace="<card>"),
    Rule(name="email", pattern=r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", replace="<email>"),
    Rule(name="phone", pattern=r"(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}", replace="<phone>"),
    Rule(name="name", pattern=r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", replace="<name>"),
]

MESSAGES = [
    {"role": "system", "content": "You are a helpful assistant."},
    {
        "role": "user",
        "content": "I am Ann Example, SSN 123-45-6789, card 4111 1111 1111 1111,"
        " ann@example.com, phone (123) 456-7890.",
    },
]


def show(span: ReadableSpan) -> str:
    """Return one line for each attribute."""
    return "".join(f"{key} = {value!r}\n" for key, value in (span.attributes or {}).items())


provider = TracerProvider()
processor = RedactingSpanProcessor(
    ConsoleSpanExporter(formatter=show), policy=RedactionPolicy(anonymizer=RULES)
)
provider.add_span_processor(processor)

with provider.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
    span.set_attribute("gen_ai.request.model", "gpt-5-mini")
    span.set_attribute("gen_ai.input.messages", json.dumps(MESSAGES))

provider.shutdown()
print("replaced:", dict(processor.counters.findings))
