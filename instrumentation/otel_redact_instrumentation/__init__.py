"""Instrumentations that redact before a span is recorded: the OpenAI client and `traced`."""
