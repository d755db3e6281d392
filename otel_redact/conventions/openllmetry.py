"""OpenLLMetry (Traceloop): workflow entities, association properties, vector databases, MCP."""

from otel_redact.conventions.convention import (
    Convention,
    EventRule,
    KeyRule,
    SpanKindRule,
    key_rules,
)
from otel_redact.types import Category

__all__ = ["OPENLLMETRY"]

_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS
_PARAMETER = Category.STRUCTURE | Category.PARAMETERS
_FOUND = Category.OUTPUT | Category.DOCUMENTS
_QUERY_VECTOR = Category.INPUT | Category.EMBEDDINGS

_CONTENT = (
    *key_rules(
        Category.INPUT,
        "traceloop.entity.input",
        "traceloop.entity.input.*",
        "llm.prompt",
        "llm.messages",
        "traceloop.prompt.template",
        "traceloop.prompt.template_variables",
        "traceloop.prompt.template_variables.*",
        "gen_ai.task.input",
    ),
    *key_rules(
        Category.OUTPUT,
        "traceloop.entity.output",
        "traceloop.entity.output.*",
        "llm.completion",
        "gen_ai.task.output",
        "gen_ai.content.completion.chunk",
        "llm.content.completion.chunk",
    ),
    *key_rules(_TOOL_INPUT, "llm.request.functions", "llm.request.functions.*"),
    # They stand on the spans of MCP calls only, which are the tool's own.
    *key_rules(_TOOL_INPUT, "mcp.request.argument"),
    *key_rules(_TOOL_OUTPUT, "mcp.response.value"),
)

_VECTOR_DATABASES = (
    *key_rules(
        Category.INPUT,
        "db.marqo.search.query",
        "db.*.filter",
        "db.*.where",
        "db.*.where_document",
        "db.*.expr",
        "db.*.annsearch_request",
        "pinecone.query.filter",
    ),
    *key_rules(_QUERY_VECTOR, "pinecone.query.queries", "db.query.embeddings.vector"),
    *key_rules(_QUERY_VECTOR, "db.search.embeddings.vector"),
    *key_rules(_FOUND, "db.query.result.*", "db.search.result.*"),
    *key_rules(Category.OUTPUT | Category.EMBEDDINGS, "db.query.result.vector"),
    *key_rules(
        Category.STRUCTURE,
        "db.query.result.id",
        "db.query.result.score",
        "db.query.result.distance",
        "db.search.query.id",
        "db.search.result.id",
        "db.search.result.score",
        "db.search.result.distance",
        "db.vector.query.top_k",
        "pinecone.query.id",
        "pinecone.query.namespace",
        "pinecone.query.top_k",
        "pinecone.usage.*",
    ),
)

_AROUND = (
    *key_rules(
        Category.METADATA,
        "gen_ai.user",
        "llm.user",
        "gen_ai.headers",
        "llm.headers",
        "llm.chat.stop_sequences",
        "mcp.session.init_options",
    ),
    KeyRule(
        glob="traceloop.association.properties.*", category=Category.METADATA, carrier="prefix"
    ),
    KeyRule(glob="traceloop.association.properties", category=Category.METADATA, carrier="json"),
    *key_rules(
        _PARAMETER,
        "llm.frequency_penalty",
        "llm.presence_penalty",
        "llm.request.repetition_penalty",
        "llm.temperature",
        "llm.top_k",
        "llm.top_p",
        "llm.watsonx.*",
    ),
    *key_rules(
        Category.STRUCTURE,
        "gen_ai.is_streaming",
        "gen_ai.openai.api_base",
        "gen_ai.openai.api_type",
        "gen_ai.openai.api_version",
        "gen_ai.openai.system_fingerprint",
        "llm.is_streaming",
        "llm.request.functions.{n}.name",
        "llm.request.type",
        "llm.response.finish_reason",
        "llm.response.stop_reason",
        "llm.usage.*",
        "mcp.request.id",
        "traceloop.correlation.id",
        "traceloop.entity.name",
        "traceloop.entity.path",
        "traceloop.entity.version",
        "traceloop.prompt.key",
        "traceloop.prompt.managed",
        "traceloop.prompt.version",
        "traceloop.prompt.version_hash",
        "traceloop.prompt.version_name",
        "traceloop.span.kind",
        "traceloop.workflow.name",
    ),
    *key_rules(Category.UNKNOWN, "traceloop.*"),
)

OPENLLMETRY = Convention(
    name="openllmetry",
    version="opentelemetry-semantic-conventions-ai 0.5.1",
    source="https://github.com/traceloop/openllmetry/blob/main/packages/"
    "opentelemetry-semantic-conventions-ai/opentelemetry/semconv_ai/__init__.py (2026-11-23)",
    keys=_CONTENT + _VECTOR_DATABASES + _AROUND,
    events=(
        EventRule(
            glob="gen_ai.content.completion.chunk",
            category=Category.OUTPUT,
            structure=frozenset({"index"}),
        ),
        EventRule(glob="llm.content.completion.chunk", category=Category.OUTPUT),
        EventRule(glob="db.query.embeddings", category=_QUERY_VECTOR),
        EventRule(glob="db.search.embeddings", category=_QUERY_VECTOR),
        EventRule(glob="db.query.result", category=_FOUND),
        EventRule(glob="db.search.result", category=_FOUND),
    ),
    kinds=(SpanKindRule(kind="tool", key="traceloop.span.kind", value="tool"),),
    # LangChain's run around a tool: {"input_str": …, "tags": …, "metadata": …, "inputs": …}.
    beside_arguments={"metadata": Category.METADATA, "tags": Category.METADATA},
)
