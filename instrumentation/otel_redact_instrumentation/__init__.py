"""Instrumentations that redact before a span is recorded: the OpenAI client and `traced`."""

from otel_redact_instrumentation.traced import traced

__all__ = ["traced"]
