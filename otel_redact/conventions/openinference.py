"""OpenInference (Arize): flattened messages, documents, embeddings, and JSON in `input.value`."""

from otel_redact.conventions.convention import (
    Convention,
    EventRule,
    KeyRule,
    SpanKindRule,
    key_rules,
)
from otel_redact.types import Category

__all__ = ["OPENINFERENCE"]

_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS
_USER_PARAMETER = Category.METADATA | Category.PARAMETERS


def _messages(prefix: str, category: Category) -> tuple[KeyRule, ...]:
    """Return the rules of messages flattened under ``prefix``, e.g. ``llm.input_messages``."""
    message = f"{prefix}.{{n}}.message."
    content = f"{message}contents.{{n}}.message_content."
    call = f"{message}tool_calls.{{n}}.tool_call."
    role = f"{message}role"
    return (
        KeyRule(glob=prefix, category=category),
        KeyRule(glob=f"{prefix}.*", category=category),
        KeyRule(glob=f"{message}*", category=category, role_key=role),
        *(
            KeyRule(glob=f"{content}{name}*", category=category | Category.MEDIA, role_key=role)
            for name in ("image", "audio", "video", "document")
        ),
        *key_rules(_TOOL_OUTPUT, f"{message}tool_calls.*"),
        *(
            KeyRule(glob=glob, category=_TOOL_OUTPUT, sealed=True)
            for glob in (
                f"{call}function.arguments",
                f"{message}function_call_arguments_json",
            )
        ),
        *key_rules(
            Category.STRUCTURE,
            role,
            f"{message}tool_call_id",
            f"{message}function_call_name",
            f"{content}type",
            f"{content}id",
            f"{call}id",
            f"{call}function.name",
        ),
    )


def _documents(prefix: str, category: Category) -> tuple[KeyRule, ...]:
    documents = category | Category.DOCUMENTS
    return (
        *key_rules(documents, prefix, f"{prefix}.*"),
        *key_rules(
            Category.STRUCTURE,
            f"{prefix}.{{n}}.document.id",
            f"{prefix}.{{n}}.document.score",
        ),
    )


def _feedback(prefix: str, noun: str) -> tuple[KeyRule, ...]:
    one = f"{prefix}.{{n}}.{noun}."
    return (
        *key_rules(Category.OUTPUT, prefix, f"{prefix}.{{n}}.*"),
        *key_rules(Category.METADATA, f"{one}metadata"),
        *key_rules(
            Category.STRUCTURE,
            *(
                f"{one}{name}"
                for name in ("name", "score", "label", "annotator_kind", "identifier")
            ),
        ),
    )


_CONTENT = (
    *key_rules(
        Category.INPUT,
        "input.value",
        "llm.prompts",
        "llm.prompts.*",
        "llm.prompt_template.template",
        "llm.prompt_template.variables",
        "reranker.query",
    ),
    *key_rules(Category.OUTPUT, "output.value", "llm.choices", "llm.choices.*"),
    *key_rules(Category.INPUT | Category.MEDIA, "input.images*", "input.audio*"),
    *key_rules(Category.OUTPUT | Category.MEDIA, "output.images*", "output.audio*"),
    *key_rules(
        _TOOL_INPUT,
        "llm.tools",
        "llm.tools.*",
        "tool.description",
        "tool.parameters",
        "tool.json_schema",
    ),
    *key_rules(_TOOL_OUTPUT, "llm.function_call"),
    KeyRule(
        glob="tool_call.function.arguments",
        category=_TOOL_OUTPUT,
        on_tool_span=_TOOL_INPUT,
        sealed=True,
    ),
    *key_rules(
        Category.OUTPUT | Category.EMBEDDINGS, "embedding.embeddings", "embedding.embeddings.*"
    ),
    *key_rules(
        Category.INPUT | Category.EMBEDDINGS,
        "embedding.embeddings.{n}.embedding.text",
        "embedding.text",
    ),
    *key_rules(Category.OUTPUT | Category.EMBEDDINGS, "embedding.vector"),
)

_AROUND = (
    *key_rules(_USER_PARAMETER, "llm.invocation_parameters", "embedding.invocation_parameters"),
    *key_rules(Category.METADATA, "tag.tags"),
    KeyRule(glob="metadata", category=Category.METADATA, carrier="json"),
    *key_rules(
        Category.STRUCTURE,
        "agent.name",
        "embedding.model_name",
        "graph.node.id",
        "graph.node.name",
        "graph.node.parent_id",
        "input.mime_type",
        "llm.cost.*",
        "llm.finish_reason",
        "llm.model_name",
        "llm.prompt_template.version",
        "llm.provider",
        "llm.request.model_name",
        "llm.response.model_name",
        "llm.system",
        "llm.token_count.*",
        "openinference.span.kind",
        "output.mime_type",
        "prompt.id",
        "prompt.url",
        "prompt.vendor",
        "reranker.model_name",
        "reranker.top_k",
        "tool.id",
        "tool.name",
        "tool_call.function.name",
        "tool_call.id",
    ),
    *key_rules(Category.UNKNOWN, "llm.*"),
)

OPENINFERENCE = Convention(
    name="openinference",
    version="openinference-semantic-conventions 0.1.42",
    source="https://github.com/Arize-ai/openinference/blob/main/python/"
    "openinference-semantic-conventions/src/openinference/semconv/trace/__init__.py (2026-11-23)",
    keys=(
        *_CONTENT,
        *_AROUND,
        *_messages("llm.input_messages", Category.INPUT),
        *_messages("llm.output_messages", Category.OUTPUT),
        *_documents("retrieval.documents", Category.OUTPUT),
        *_documents("reranker.input_documents", Category.INPUT),
        *_documents("reranker.output_documents", Category.OUTPUT),
        *_documents("input.documents", Category.INPUT),
        *_documents("output.documents", Category.OUTPUT),
        *_feedback("annotations", "annotation"),
        *_feedback("evaluations", "evaluation"),
        *_feedback("trace.annotations", "annotation"),
        *_feedback("trace.evaluations", "evaluation"),
        *_feedback("session.annotations", "annotation"),
        *_feedback("session.evaluations", "evaluation"),
    ),
    events=(EventRule(glob="First Token Stream Event", category=Category.OUTPUT),),
    kinds=(
        SpanKindRule(kind="tool", key="openinference.span.kind", value="TOOL"),
        SpanKindRule(kind="prompt", key="openinference.span.kind", value="PROMPT"),
    ),
    message_lists=frozenset({"llm.input_messages", "llm.output_messages"}),
)
