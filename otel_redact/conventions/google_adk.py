"""Google Agent Development Kit: requests, responses, tool calls and sent data of an agent."""

from otel_redact.conventions.convention import Convention, KeyRule, key_rules
from otel_redact.types import Category

__all__ = ["GOOGLE_ADK"]

GOOGLE_ADK = Convention(
    name="google_adk",
    version="google-adk 1 (0798a74)",
    source="https://github.com/google/adk-python/blob/main/src/google/adk/telemetry/tracing.py"
    " (2026-11-23)",
    keys=(
        *key_rules(Category.INPUT, "gcp.vertex.agent.llm_request", "gcp.vertex.agent.data"),
        *key_rules(Category.OUTPUT, "gcp.vertex.agent.llm_response"),
        # They stand on `execute_tool` spans only, which are the tool's own.
        KeyRule(
            glob="gcp.vertex.agent.tool_call_args",
            category=Category.INPUT | Category.TOOLS,
            sealed=True,
        ),
        *key_rules(Category.OUTPUT | Category.TOOLS, "gcp.vertex.agent.tool_response"),
        *key_rules(Category.METADATA, "gcp.vertex.agent.session_id"),
        *key_rules(
            Category.STRUCTURE,
            "gcp.vertex.agent.associated_event_ids",
            "gcp.vertex.agent.event_id",
            "gcp.vertex.agent.invocation_id",
        ),
        *key_rules(Category.UNKNOWN, "gcp.vertex.agent.*"),
    ),
    message_lists=frozenset({"gcp.vertex.agent.data"}),
)
