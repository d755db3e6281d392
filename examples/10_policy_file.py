"""A locked policy file: what the operator wrote holds, whatever the application asks for.

An operator names the file in OTEL_REDACT_CONFIG_FILE; this example names it in code.
"""

from pathlib import Path

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import RedactingSpanProcessor, RedactionPolicy

FILE = Path(__file__).with_name("10_policy.yaml")


def show(span: ReadableSpan) -> str:
    """Return one line for each attribute."""
    return "".join(f"{key} = {value!r}\n" for key, value in (span.attributes or {}).items())


# The application would like to see everything.
policy = RedactionPolicy(config_file=FILE, hide_outputs=False, anonymizer=None)

provider = TracerProvider()
exporter = ConsoleSpanExporter(formatter=show)
provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))

with provider.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
    span.set_attributes(
        {
            "gen_ai.request.model": "gpt-5-mini",
            "gen_ai.input.messages": '[{"role": "user", "content": "hal@example.com, B-1234"}]',
            "gen_ai.output.messages": '[{"role": "assistant", "content": "Noted, Hal"}]',
        }
    )

provider.shutdown()
