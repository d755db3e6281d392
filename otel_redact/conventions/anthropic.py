"""Bodies of the Anthropic Messages API, and of Bedrock Converse after its model, inside values."""

from otel_redact.conventions.convention import Convention
from otel_redact.types import Category

__all__ = ["ANTHROPIC"]

_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS

_SCHEMA = """
citations content data description id input input_schema is_error max_tokens media_type messages
model name role signature source stop_reason stop_sequence system text thinking tool_use_id tools
type url usage
toolUse toolUseId toolResult reasoningContent stopReason
"""

_WORDS = """
base64 document end_turn image max_tokens message model_context_window_exceeded pause_turn
redacted_thinking refusal server_tool_use stop_sequence text thinking tool_result tool_use url
web_search_tool_result
"""

ANTHROPIC = Convention(
    name="anthropic",
    version="Messages API 2023-06-01; Bedrock Converse",
    source="https://docs.anthropic.com/en/api/messages and https://docs.aws.amazon.com/bedrock/"
    "latest/APIReference/API_runtime_Converse.html (2026-11-23)",
    parts={
        "inferenceConfig": Category.PARAMETERS,
        "reasoningContent": Category.OUTPUT,
        "stop_sequence": Category.METADATA,
        "stopSequences": Category.METADATA,
        "system": Category.INPUT | Category.SYSTEM,
        "toolConfig": _TOOL_INPUT,
        "toolResult": _TOOL_INPUT,
        "toolUse": _TOOL_OUTPUT,
        "user_id": Category.METADATA,
    },
    types={
        **dict.fromkeys(("mcp_tool_use", "server_tool_use", "tool_use"), _TOOL_OUTPUT),
        **dict.fromkeys(
            (
                "bash_code_execution_tool_result",
                "code_execution_tool_result",
                "mcp_tool_result",
                "text_editor_code_execution_tool_result",
                "tool_result",
                "web_fetch_tool_result",
                "web_search_tool_result",
            ),
            _TOOL_INPUT,
        ),
        **dict.fromkeys(("redacted_thinking", "thinking"), Category.OUTPUT),
        "document": Category.MEDIA | Category.DOCUMENTS,
    },
    sealed_in_tools=frozenset({"input", "input_schema", "inputSchema"}),
    schema=frozenset(_SCHEMA.split()),
    words=frozenset(_WORDS.split()),
    word_keys=frozenset({"media_type", "stop_reason", "stopReason"}),
    client_modules=frozenset({"anthropic"}),
)
