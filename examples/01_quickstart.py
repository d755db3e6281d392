"""Register one processor: what leaves the process is redacted, what stays is a useful trace."""

import json

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import RedactingSpanProcessor

provider = TracerProvider()
# RedactingSpanProcessor() alone sends by OTLP, as the OTEL_EXPORTER_OTLP_* variables say.
provider.add_span_processor(RedactingSpanProcessor(ConsoleSpanExporter()))
tracer = provider.get_tracer("my.app")

question = "I am ann@example.com and my card is 4111 1111 1111 1111."
tool_call = {"user": "ann", "password": "correct horse"}

with tracer.start_as_current_span("chat gpt-5-mini") as span:
    span.set_attributes(
        {
            "gen_ai.operation.name": "chat",
            "gen_ai.request.model": "gpt-5-mini",
            "gen_ai.input.messages": json.dumps([{"role": "user", "content": question}]),
            "gen_ai.tool.call.arguments": json.dumps(tool_call),
            "gen_ai.usage.input_tokens": 21,
        }
    )
    span.add_event("feedback", {"comment": "Mail me: ann@example.com"})

provider.shutdown()  # sends what is queued, here to standard output
