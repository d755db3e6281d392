"""Your own rules instead of the built-in detectors: as a list, and as one function."""

import re

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import Anonymizer, RedactingSpanProcessor, RedactionPolicy, create_anonymizer

EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
UUID = r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"

from_rules = create_anonymizer(
    [
        {"pattern": EMAIL, "replace": "<email>"},
        {"pattern": UUID, "replace": "<uuid>"},
    ]
)


def replace_both(text: str) -> str:
    """Return the text without e-mail addresses and UUIDs."""
    return re.sub(UUID, "<uuid>", re.sub(EMAIL, "<email>", text))


from_function = create_anonymizer(replace_both)


def show(span: ReadableSpan) -> str:
    """Return one line for each attribute."""
    return "".join(f"  {key} = {value!r}\n" for key, value in (span.attributes or {}).items())


def call_model(title: str, anonymizer: Anonymizer) -> None:
    """Record one model call and print what was exported of it."""
    print(title)
    provider = TracerProvider()
    policy = RedactionPolicy(anonymizer=anonymizer)
    exporter = ConsoleSpanExporter(formatter=show)
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))
    with provider.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
        span.set_attribute(
            "gen_ai.input.messages",
            '[{"role": "user", "content": "I am bob@example.com,'
            ' my ticket is 123e4567-e89b-12d3-a456-426614174000"}]',
        )
    provider.shutdown()


call_model("rules", from_rules)
call_model("function", from_function)

# An anonymizer is also a function: any value in, a new one out.
print(from_rules({"to": ["bob@example.com"], "copies": 2}))
