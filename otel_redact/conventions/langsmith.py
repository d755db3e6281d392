"""LangSmith: what its client in OpenTelemetry mode emits and its OTLP endpoint reads."""

from otel_redact.conventions.convention import Convention, KeyRule, SpanKindRule, key_rules
from otel_redact.types import Category

__all__ = ["LANGSMITH"]

_USER_PARAMETER = Category.METADATA | Category.PARAMETERS

LANGSMITH = Convention(
    name="langsmith",
    version="langsmith 0.15.0",
    source="https://github.com/langchain-ai/langsmith-sdk/blob/main/python/langsmith/_internal/otel/"
    "_otel_exporter.py and https://docs.langchain.com/langsmith/trace-with-opentelemetry"
    " (2026-11-23)",
    keys=(
        KeyRule(glob="langsmith.metadata.*", category=Category.METADATA, carrier="prefix"),
        KeyRule(glob="langsmith.metadata", category=Category.METADATA, carrier="json"),
        *key_rules(Category.METADATA, "langsmith.span.tags", "langsmith.request.headers"),
        *key_rules(_USER_PARAMETER, "gen_ai.request.extra_query", "gen_ai.request.extra_body"),
        # Name, signature and docstring of the traced function.
        *key_rules(
            Category.INPUT | Category.TOOLS, "gen_ai.serialized.doc", "gen_ai.serialized.signature"
        ),
        *key_rules(
            Category.STRUCTURE,
            "gen_ai.serialized.name",
            "langsmith.internal_provider",
            "langsmith.request.streaming",
            "langsmith.span.dotted_order",
            "langsmith.span.id",
            "langsmith.span.kind",
            "langsmith.span.parent_id",
            "langsmith.span.runtime",
            "langsmith.trace.id",
            "langsmith.trace.session_id",
            "langsmith.trace.session_name",
            "langsmith.usage_metadata",
        ),
        # As the span's name: chosen by the application, kept, read by all rules.
        *key_rules(Category.UNKNOWN, "langsmith.trace.name", "langsmith.*"),
    ),
    kinds=(
        SpanKindRule(kind="tool", key="langsmith.span.kind", value="tool"),
        SpanKindRule(kind="prompt", key="langsmith.span.kind", value="prompt"),
    ),
)
