"""Traces of the `openai` client, with redaction built in."""

from otel_redact_instrumentation.openai.instrumentor import OpenAIInstrumentor

__all__ = ["OpenAIInstrumentor"]
