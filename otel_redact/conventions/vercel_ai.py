"""Vercel AI SDK: `ai.*` attributes of generateText, streamText, embed and tool-call spans."""

from otel_redact.conventions.convention import (
    Convention,
    EventRule,
    KeyRule,
    SpanKindRule,
    key_rules,
)
from otel_redact.types import Category

__all__ = ["VERCEL_AI"]

_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS
_PARAMETER = Category.STRUCTURE | Category.PARAMETERS
_USER_PARAMETER = Category.METADATA | Category.PARAMETERS

_CONTENT = (
    *key_rules(Category.INPUT, "ai.prompt", "ai.prompt.*", "ai.schema", "ai.schema.description"),
    *key_rules(_TOOL_INPUT, "ai.prompt.tools"),
    *key_rules(Category.OUTPUT, "ai.response.*", "ai.result.*"),
    *key_rules(_TOOL_OUTPUT, "ai.response.toolCalls", "ai.result.toolCalls"),
    *key_rules(Category.OUTPUT | Category.MEDIA, "ai.response.files"),
    # They stand on `ai.toolCall` spans only, which are the tool's own.
    KeyRule(glob="ai.toolCall.args", category=_TOOL_INPUT, sealed=True),
    *key_rules(_TOOL_OUTPUT, "ai.toolCall.result"),
    *key_rules(Category.INPUT | Category.EMBEDDINGS, "ai.value", "ai.values"),
    *key_rules(Category.OUTPUT | Category.EMBEDDINGS, "ai.embedding", "ai.embeddings"),
)

_AROUND = (
    KeyRule(glob="ai.telemetry.metadata.*", category=Category.METADATA, carrier="prefix"),
    *key_rules(Category.METADATA, "ai.request.headers.*"),
    *key_rules(_USER_PARAMETER, "ai.settings.*", "ai.request.*"),
    *key_rules(
        _PARAMETER,
        *(
            f"ai.settings.{name}"
            for name in (
                "frequencyPenalty",
                "maxOutputTokens",
                "maxRetries",
                "maxSteps",
                "maxTokens",
                "maxToolRoundtrips",
                "mode",
                "output",
                "presencePenalty",
                "seed",
                "temperature",
                "topK",
                "topP",
            )
        ),
    ),
    *key_rules(Category.INPUT, "ai.settings.context*", "ai.settings.system"),
    *key_rules(
        Category.STRUCTURE,
        "ai.finishReason",
        "ai.model.id",
        "ai.model.provider",
        "ai.operationId",
        "ai.prompt.format",
        "ai.prompt.toolChoice",
        "ai.response.avgCompletionTokensPerSecond",
        "ai.response.avgOutputTokensPerSecond",
        "ai.response.finishReason",
        "ai.response.id",
        "ai.response.model",
        "ai.response.msToFinish",
        "ai.response.msToFirstChunk",
        "ai.response.timestamp",
        "ai.schema.name",
        "ai.stream.*",
        "ai.telemetry.functionId",
        "ai.toolCall.id",
        "ai.toolCall.name",
        "ai.usage.*",
    ),
    *key_rules(Category.UNKNOWN, "ai.*"),
)

VERCEL_AI = Convention(
    name="vercel_ai",
    version="ai 6",
    source="https://ai-sdk.dev/docs/ai-sdk-core/telemetry (2026-11-23)",
    keys=_CONTENT + _AROUND,
    events=(
        EventRule(glob="ai.stream.*", category=Category.OUTPUT),
        EventRule(glob="ai.response.*", category=Category.OUTPUT),
    ),
    kinds=(
        SpanKindRule(kind="tool", key="ai.operationId", value="ai.toolCall"),
        SpanKindRule(kind="tool", key="operation.name", value="ai.toolCall*"),
    ),
    parts={"toolCalls": _TOOL_OUTPUT, "toolResults": _TOOL_INPUT},
    types={
        "redacted-reasoning": Category.OUTPUT,
        "tool-call": _TOOL_OUTPUT,
        "tool-result": _TOOL_INPUT,
    },
    message_lists=frozenset({"ai.prompt.messages"}),
    sealed_in_tools=frozenset({"args", "input", "inputSchema"}),
    schema=frozenset(
        {
            "args",
            "image",
            "input",
            "mediaType",
            "mimeType",
            "output",
            "result",
            "toolCallId",
            "toolName",
            "value",
        }
    ),
    words=frozenset({"redacted-reasoning", "tool-call", "tool-calls", "tool-result", "source"}),
    word_keys=frozenset({"finishReason", "mediaType"}),
)
