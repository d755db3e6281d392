"""Hide all inputs or all outputs: by a bool, by an environment variable, by a callable."""

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import RedactingSpanProcessor, RedactionPolicy


def show(span: ReadableSpan) -> str:
    """Return one line for each attribute."""
    return "".join(f"  {key} = {value!r}\n" for key, value in (span.attributes or {}).items())


def call_model(title: str, policy: RedactionPolicy) -> None:
    """Record one model call and print what was exported of it."""
    print(title)
    provider = TracerProvider()
    exporter = ConsoleSpanExporter(formatter=show)
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))
    with provider.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
        span.set_attributes(
            {
                "gen_ai.request.model": "gpt-5-mini",
                "gen_ai.input.messages": '[{"role": "user", "content": "Plan the merger"}]',
                "gen_ai.output.messages": '[{"role": "assistant", "content": "Buy in May"}]',
                "gen_ai.usage.output_tokens": 3,
            }
        )
    provider.shutdown()


call_model("nothing hidden", RedactionPolicy())
call_model("bools", RedactionPolicy(hide_inputs=True, hide_outputs=True))

# The same as starting the program with OTEL_REDACT_HIDE_INPUTS=true.
call_model("environment", RedactionPolicy.from_env({"OTEL_REDACT_HIDE_INPUTS": "true"}))

# A callable gets {attribute key: decoded value} and returns what is kept.
call_model(
    "callables",
    RedactionPolicy(
        hide_inputs=lambda _inputs: {},
        hide_outputs=lambda outputs: {"answers": len(outputs)},
    ),
)
