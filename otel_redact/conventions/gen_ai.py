"""OpenTelemetry GenAI semantic conventions: attributes, events and message parts, old and new."""

from otel_redact.conventions.convention import (
    Convention,
    EventRule,
    KeyRule,
    SpanKindRule,
    key_rules,
)
from otel_redact.types import Category

__all__ = ["GEN_AI"]

_SYSTEM = Category.INPUT | Category.SYSTEM
_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS
_PARAMETER = Category.STRUCTURE | Category.PARAMETERS
_USER_PARAMETER = Category.METADATA | Category.PARAMETERS

_CURRENT = (
    *key_rules(
        Category.INPUT,
        "gen_ai.input.messages",
        "gen_ai.retrieval.query.text",
        "gen_ai.prompt.variable.*",
        "gen_ai.request.structured_output_schema",
    ),
    *key_rules(
        Category.OUTPUT,
        "gen_ai.output.messages",
        "gen_ai.evaluation.explanation",
        "gen_ai.response.*",
    ),
    *key_rules(_SYSTEM, "gen_ai.system_instructions", "gen_ai.agent.description"),
    *key_rules(_TOOL_INPUT, "gen_ai.tool.definitions", "gen_ai.tool.description"),
    KeyRule(
        glob="gen_ai.tool.call.arguments",
        category=_TOOL_OUTPUT,
        on_tool_span=_TOOL_INPUT,
        sealed=True,
    ),
    KeyRule(glob="gen_ai.tool.call.result", category=_TOOL_INPUT, on_tool_span=_TOOL_OUTPUT),
    KeyRule(glob="gen_ai.retrieval.documents", category=Category.OUTPUT | Category.DOCUMENTS),
    *key_rules(
        _PARAMETER,
        "gen_ai.request.choice.count",
        "gen_ai.request.encoding_formats",
        "gen_ai.request.frequency_penalty",
        "gen_ai.request.max_tokens",
        "gen_ai.request.presence_penalty",
        "gen_ai.request.reasoning.level",
        "gen_ai.request.reasoning_effort",
        "gen_ai.request.seed",
        "gen_ai.request.stream",
        "gen_ai.request.temperature",
        "gen_ai.request.top_k",
        "gen_ai.request.top_p",
        "gen_ai.output.type",
    ),
    # A request parameter nobody has named yet may be the user's own text.
    *key_rules(_USER_PARAMETER, "gen_ai.request.stop_sequences", "gen_ai.request.*"),
    *key_rules(
        Category.STRUCTURE,
        "gen_ai.agent.id",
        "gen_ai.agent.name",
        "gen_ai.agent.version",
        "gen_ai.conversation.compacted",
        "gen_ai.conversation.id",
        "gen_ai.data_source.id",
        "gen_ai.embeddings.dimension.count",
        "gen_ai.evaluation.name",
        "gen_ai.evaluation.score.label",
        "gen_ai.evaluation.score.value",
        "gen_ai.message.index",
        "gen_ai.operation.name",
        "gen_ai.prompt.name",
        "gen_ai.prompt.version",
        "gen_ai.provider.name",
        "gen_ai.request.model",
        "gen_ai.response.finish_reasons",
        "gen_ai.response.id",
        "gen_ai.response.model",
        "gen_ai.response.service_tier",
        "gen_ai.response.status",
        "gen_ai.response.system_fingerprint",
        "gen_ai.response.time_to_first_chunk",
        "gen_ai.system",
        "gen_ai.token.type",
        "gen_ai.tool.call.id",
        "gen_ai.tool.name",
        "gen_ai.tool.type",
        "gen_ai.usage.*",
        "gen_ai.workflow.name",
        "mcp.method.name",
        "mcp.protocol.version",
        "mcp.session.id",
    ),
    *key_rules(Category.UNKNOWN, "gen_ai.*", "mcp.resource.uri"),
)

_DEPRECATED = (
    *key_rules(Category.INPUT, "gen_ai.prompt", "gen_ai.content.prompt"),
    *key_rules(
        Category.OUTPUT,
        "gen_ai.completion",
        "gen_ai.content.completion",
        "gen_ai.content.reasoning",
    ),
    KeyRule(glob="gen_ai.tool.args", category=_TOOL_OUTPUT, on_tool_span=_TOOL_INPUT, sealed=True),
)


def _messages(prefix: str, category: Category) -> tuple[KeyRule, ...]:
    """Return the rules of messages flattened under ``prefix``, which ends in ``{n}.``."""
    call = f"{prefix}tool_calls.{{n}}."
    return (
        KeyRule(glob=f"{prefix}*", category=category, role_key=f"{prefix}role"),
        *key_rules(
            Category.STRUCTURE,
            f"{prefix}role",
            f"{prefix}finish_reason",
            f"{prefix}tool_call_id",
            f"{call}id",
            f"{call}name",
            f"{call}type",
            f"{call}function.name",
        ),
        *key_rules(_TOOL_OUTPUT, f"{prefix}tool_calls.*", f"{prefix}function_call.*"),
        *(
            KeyRule(glob=f"{call}{name}", category=_TOOL_OUTPUT, sealed=True)
            for name in ("arguments", "function.arguments")
        ),
    )


_FLATTENED = (
    *_messages("gen_ai.prompt.{n}.", Category.INPUT),
    *_messages("gen_ai.prompt.{n}.message.", Category.INPUT),
    # The prompt of a legacy completion call: the role is in the key.
    *key_rules(Category.INPUT, "gen_ai.prompt.{n}.user"),
    *_messages("gen_ai.completion.{n}.", Category.OUTPUT),
    *_messages("gen_ai.completion.{n}.message.", Category.OUTPUT),
    *_messages("gen_ai.input.messages.{n}.", Category.INPUT),
    *_messages("gen_ai.output.messages.{n}.", Category.OUTPUT),
    # Whatever else is said of them: spellings that no convention has named yet.
    *key_rules(Category.INPUT, "gen_ai.prompt.*", "gen_ai.input.*"),
    *key_rules(Category.INPUT, *(f"gen_ai.request.{n}" for n in ("prompt", "messages", "input"))),
    *key_rules(Category.OUTPUT, "gen_ai.completion.*", "gen_ai.output.*"),
)

# The body of a log record whose event says nothing of it (see `log_record`). No role: both sides'.
_BODY = tuple(
    KeyRule(glob=glob, category=Category.INPUT, role_key="gen_ai.body.role")
    for glob in ("gen_ai.body", "gen_ai.body.{n}")
)

_MESSAGE_MEMBERS = frozenset({"role", "id", "gen_ai.system", "gen_ai.provider.name", "event.name"})

_EVENTS = (
    EventRule(glob="gen_ai.user.message", category=Category.INPUT, structure=_MESSAGE_MEMBERS),
    EventRule(glob="gen_ai.system.message", category=_SYSTEM, structure=_MESSAGE_MEMBERS),
    EventRule(glob="gen_ai.developer.message", category=_SYSTEM, structure=_MESSAGE_MEMBERS),
    EventRule(glob="gen_ai.tool.message", category=_TOOL_INPUT, structure=_MESSAGE_MEMBERS),
    EventRule(
        glob="gen_ai.assistant.message", category=Category.OUTPUT, structure=_MESSAGE_MEMBERS
    ),
    EventRule(
        glob="gen_ai.choice",
        category=Category.OUTPUT,
        structure=_MESSAGE_MEMBERS | {"index", "finish_reason"},
    ),
    # Its attributes are those of the span, all named above: it says no more about them.
    EventRule(glob="gen_ai.client.inference.operation.details", category=Category.UNKNOWN),
    EventRule(glob="gen_ai.content.prompt", category=Category.INPUT),
    EventRule(glob="gen_ai.content.completion", category=Category.OUTPUT),
    EventRule(glob="gen_ai.evaluation.result", category=Category.OUTPUT),
    EventRule(glob="gen_ai.client.operation.exception", category=Category.ERROR),
)

_SCHEMA = """
arguments content description event.name file_id finish_reason id index message mime_type modality
name parameters parts response role server_tool_call server_tool_call_response tool_calls type uri
"""

_WORDS = """
assistant audio blob compaction content_filter developer error file function
gen_ai.assistant.message gen_ai.choice gen_ai.system.message gen_ai.tool.message
gen_ai.user.message image json length reasoning server_tool_call server_tool_call_response stop
system text tool tool_call tool_call_response tool_calls uri user video
application/json application/octet-stream application/pdf audio/mp3 audio/mpeg audio/ogg audio/wav
image/gif image/jpeg image/png image/svg+xml image/webp text/csv text/html text/markdown
text/plain video/mp4 video/webm
"""

GEN_AI = Convention(
    name="gen_ai",
    version="opentelemetry-semantic-conventions 0.66b2; message schemas 1.41.0",
    source="https://github.com/open-telemetry/semantic-conventions/tree/v1.41.0/docs/gen-ai"
    " (2026-11-23)",
    keys=_CURRENT + _DEPRECATED + _FLATTENED + _BODY,
    events=_EVENTS,
    kinds=(
        SpanKindRule(kind="tool", key="gen_ai.operation.name", value="execute_tool"),
        SpanKindRule(kind="tool", key="mcp.method.name", value="tools/call"),
        SpanKindRule(kind="tool", key="", value="execute_tool *"),
    ),
    parts={
        "system_instructions": _SYSTEM,
        "tool_definitions": _TOOL_INPUT,
        "stop_sequences": Category.METADATA,
    },
    roles={
        "user": Category.INPUT,
        "system": _SYSTEM,
        "developer": _SYSTEM,
        "tool": _TOOL_INPUT,
        "assistant": Category.OUTPUT,
    },
    types={
        "tool_call": _TOOL_OUTPUT,
        "server_tool_call": _TOOL_OUTPUT,
        "tool_call_response": _TOOL_INPUT,
        "server_tool_call_response": _TOOL_INPUT,
        "reasoning": Category.OUTPUT,
        "compaction": Category.OUTPUT,
        "blob": Category.MEDIA,
        "file": Category.MEDIA,
        "uri": Category.MEDIA,
    },
    message_lists=frozenset({"gen_ai.input.messages", "gen_ai.output.messages"}),
    sealed_in_tools=frozenset({"arguments", "parameters"}),
    schema=frozenset(_SCHEMA.split()),
    words=frozenset(_WORDS.split()),
    word_keys=frozenset({"event.name", "finish_reason", "mime_type", "modality", "role", "type"}),
    client_modules=frozenset(
        {
            "cohere",
            "dspy",
            "groq",
            "huggingface_hub",
            "instructor",
            "litellm",
            "llama_index",
            "mistralai",
            "ollama",
            "pydantic_ai",
            "together",
        }
    ),
)
