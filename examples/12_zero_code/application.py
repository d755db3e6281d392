"""Makes one span, and knows OpenTelemetry's API only."""

from opentelemetry import trace

with trace.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
    span.set_attributes(
        {
            "gen_ai.request.model": "gpt-5-mini",
            "gen_ai.input.messages": '[{"role": "user", "content": "I am ivy@example.com"}]',
        }
    )
