"""Rewrite inputs and outputs of one instrumentation's spans; the others keep the common policy.

The key is a glob for the name of the instrumentation scope: what `get_tracer` was called with.
"""

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import InstrumentationRule, RedactingSpanProcessor, RedactionPolicy


def count_messages(inputs: dict[str, object]) -> dict[str, object]:
    """Keep how many messages there were; JSON text arrives decoded."""
    messages = inputs.get("gen_ai.input.messages")
    return {"my.message_count": len(messages) if isinstance(messages, list) else 0}


def measure(outputs: dict[str, object]) -> dict[str, object]:
    """Keep how long each output was; a new dict, the argument stays as it is."""
    return {f"{key}.length": len(str(value)) for key, value in outputs.items()}


policy = RedactionPolicy(
    instrumentations={
        "*.openai*": InstrumentationRule(process_inputs=count_messages, process_outputs=measure),
        "my.search": InstrumentationRule(hide_outputs=True),
    }
)


def show(span: ReadableSpan) -> str:
    """Return the scope's name and one line for each attribute."""
    scope = span.instrumentation_scope
    lines = [f"  {key} = {value!r}\n" for key, value in (span.attributes or {}).items()]
    return "".join([f"{scope.name if scope else ''}\n", *lines])


provider = TracerProvider()
exporter = ConsoleSpanExporter(formatter=show)
provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))

for name in ("opentelemetry.instrumentation.openai", "my.search", "my.app"):
    with provider.get_tracer(name).start_as_current_span("chat gpt-5-mini") as span:
        span.set_attributes(
            {
                "gen_ai.request.model": "gpt-5-mini",
                "gen_ai.input.messages": '[{"role": "user", "content": "Ask dan@example.com"}]',
                "gen_ai.output.messages": '[{"role": "assistant", "content": "At home"}]',
            }
        )

provider.shutdown()
