"""Pydantic Logfire and Pydantic AI: request and response dumps, message events, agent runs.

Its keys are plain words (`prompt`, `events`, `response`); a span that uses one of them for
something else has it treated as content, which is the safe side.
"""

from otel_redact.conventions.convention import Convention, SpanKindRule, key_rules
from otel_redact.types import Category

__all__ = ["LOGFIRE"]

_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS

LOGFIRE = Convention(
    name="logfire",
    version="logfire 5.2.0 (e484a6b); pydantic-ai 1",
    source="https://github.com/pydantic/logfire/blob/main/logfire/_internal/integrations/"
    "llm_providers/openai.py and https://ai.pydantic.dev/logfire/ (2026-11-23)",
    keys=(
        *key_rules(
            Category.INPUT,
            "all_messages_events",
            "events",
            "input",
            "input_messages",
            "prompt",
            "pydantic_ai.all_messages",
            "raw_input",
            "request_data",
        ),
        *key_rules(Category.INPUT | Category.PARAMETERS, "model_request_parameters"),
        *key_rules(Category.OUTPUT, "final_result", "output", "response", "response_data"),
        *key_rules(_TOOL_INPUT, "tools", "tool_arguments"),
        *key_rules(_TOOL_OUTPUT, "tool_response"),
        *key_rules(Category.METADATA, "logfire.tags"),
        *key_rules(
            Category.STRUCTURE,
            "agent_name",
            "logfire.disable_console_log",
            "logfire.exception.fingerprint",
            "logfire.json_schema",
            "logfire.level_num",
            "logfire.metrics",
            "logfire.null_args",
            "logfire.pending_parent_id",
            "logfire.sample_rate",
            "logfire.span_type",
            "model_name",
            "operation.cost",
            "pydantic_ai.new_message_index",
            "pydantic_ai.usage.*",
        ),
        # `logfire.msg` repeats arguments in prose, as a span's name does; all rules read it.
        *key_rules(Category.UNKNOWN, "logfire.*", "pydantic_ai.*"),
    ),
    kinds=(SpanKindRule(kind="tool", key="", value="running tool*"),),
    parts={
        "all_messages_events": Category.INPUT,
        "combined_chunk_content": Category.OUTPUT,
        "function_tools": _TOOL_INPUT,
        "output_tools": _TOOL_INPUT,
        "user_prompt": Category.INPUT,
    },
    types={
        "input": Category.INPUT,
        # Pydantic AI's own names of message kinds and parts.
        "system-prompt": Category.INPUT | Category.SYSTEM,
        "user-prompt": Category.INPUT,
        "retry-prompt": Category.INPUT,
        "tool-return": _TOOL_INPUT,
        "builtin-tool-call": _TOOL_OUTPUT,
        "builtin-tool-return": _TOOL_INPUT,
    },
    message_lists=frozenset({"all_messages_events", "pydantic_ai.all_messages"}),
    schema=frozenset({"event.name", "gen_ai.message.index", "gen_ai.system", "message_data"}),
)
