"""What vendors' own keys and generic ones are about."""

import pytest

from otel_redact.conventions.classifier import MAIN, default_classifier
from otel_redact.types import Category

INPUT, OUTPUT, METADATA = Category.INPUT, Category.OUTPUT, Category.METADATA
ERROR, STRUCTURE, UNKNOWN = Category.ERROR, Category.STRUCTURE, Category.UNKNOWN
TOOLS, EMBEDDINGS = Category.TOOLS, Category.EMBEDDINGS
PARAMETERS = Category.PARAMETERS

_ALL = (1 << 12) - 1

_KEYS = {
    "langsmith": [
        ("langsmith.metadata.team", METADATA),
        ("langsmith.span.tags", METADATA),
        ("langsmith.request.headers", METADATA),
        ("gen_ai.request.extra_query", METADATA | PARAMETERS),
        ("gen_ai.request.extra_body", METADATA | PARAMETERS),
        ("gen_ai.serialized.doc", INPUT | TOOLS),
        ("gen_ai.serialized.signature", INPUT | TOOLS),
        ("gen_ai.serialized.name", STRUCTURE),
        ("gen_ai.usage.input_token_details", STRUCTURE),
        ("gen_ai.response.service_tier", STRUCTURE),
        ("gen_ai.response.system_fingerprint", STRUCTURE),
        ("langsmith.trace.session_id", STRUCTURE),
        ("langsmith.trace.session_name", STRUCTURE),
        ("langsmith.trace.name", UNKNOWN),
        ("langsmith.span.kind", STRUCTURE),
        ("langsmith.span.runtime", STRUCTURE),
        ("langsmith.request.streaming", STRUCTURE),
    ],
    "langfuse": [
        ("langfuse.trace.input", INPUT),
        ("langfuse.trace.output", OUTPUT),
        ("langfuse.trace.metadata", METADATA),
        ("langfuse.trace.metadata.team", METADATA),
        ("langfuse.trace.tags", METADATA),
        ("langfuse.trace.name", UNKNOWN),
        ("langfuse.observation.input", INPUT),
        ("langfuse.observation.output", OUTPUT),
        ("langfuse.observation.metadata", METADATA),
        ("langfuse.observation.metadata.team", METADATA),
        ("langfuse.observation.status_message", ERROR),
        ("langfuse.observation.model.parameters", METADATA | PARAMETERS),
        ("langfuse.observation.model.name", STRUCTURE),
        ("langfuse.observation.usage_details", STRUCTURE),
        ("langfuse.experiment.metadata", METADATA),
        ("langfuse.experiment.description", METADATA),
        ("langfuse.experiment.item.expected_output", OUTPUT),
        ("langfuse.experiment.item.metadata", METADATA),
    ],
    "logfire": [
        ("request_data", INPUT),
        ("response_data", OUTPUT),
        ("events", INPUT),
        ("all_messages_events", INPUT),
        ("pydantic_ai.all_messages", INPUT),
        ("prompt", INPUT),
        ("tool_arguments", INPUT | TOOLS),
        ("tool_response", OUTPUT | TOOLS),
        ("tools", INPUT | TOOLS),
        ("final_result", OUTPUT),
        ("model_request_parameters", INPUT | PARAMETERS),
        ("logfire.msg", UNKNOWN),
        ("logfire.tags", METADATA),
        ("logfire.json_schema", STRUCTURE),
    ],
    "vercel_ai": [
        ("ai.prompt", INPUT),
        ("ai.prompt.messages", INPUT),
        ("ai.prompt.tools", INPUT | TOOLS),
        ("ai.prompt.format", STRUCTURE),
        ("ai.response.text", OUTPUT),
        ("ai.response.object", OUTPUT),
        ("ai.response.toolCalls", OUTPUT | TOOLS),
        ("ai.response.reasoning", OUTPUT),
        ("ai.response.id", STRUCTURE),
        ("ai.result.text", OUTPUT),
        ("ai.toolCall.args", INPUT | TOOLS),
        ("ai.toolCall.result", OUTPUT | TOOLS),
        ("ai.toolCall.name", STRUCTURE),
        ("ai.value", INPUT | EMBEDDINGS),
        ("ai.values", INPUT | EMBEDDINGS),
        ("ai.embedding", OUTPUT | EMBEDDINGS),
        ("ai.embeddings", OUTPUT | EMBEDDINGS),
        ("ai.telemetry.metadata.userId", METADATA),
        ("ai.telemetry.functionId", STRUCTURE),
        ("ai.request.headers.authorization", METADATA),
        ("ai.settings.temperature", STRUCTURE | PARAMETERS),
        ("ai.settings.stopSequences", METADATA | PARAMETERS),
        ("ai.schema", INPUT),
        ("ai.usage.promptTokens", STRUCTURE),
    ],
    "mlflow": [
        ("mlflow.spanInputs", INPUT),
        ("mlflow.spanOutputs", OUTPUT),
        ("mlflow.chat.tools", INPUT | TOOLS),
        ("mlflow.trace.intermediate_outputs", OUTPUT),
        ("mlflow.traceTag.team", METADATA),
        ("mlflow.trace.user", METADATA),
        ("mlflow.chunk.value", OUTPUT),
        ("mlflow.spanDescription", UNKNOWN),
        ("mlflow.chat.tokenUsage", STRUCTURE),
    ],
    "google_adk": [
        ("gcp.vertex.agent.llm_request", INPUT),
        ("gcp.vertex.agent.llm_response", OUTPUT),
        ("gcp.vertex.agent.tool_call_args", INPUT | TOOLS),
        ("gcp.vertex.agent.tool_response", OUTPUT | TOOLS),
        ("gcp.vertex.agent.data", INPUT),
        ("gcp.vertex.agent.event_id", STRUCTURE),
    ],
    "openai": [
        ("openai.api.type", STRUCTURE),
        ("openai.response.service_tier", STRUCTURE),
        ("gen_ai.openai.response.system_fingerprint", STRUCTURE),
    ],
    "generic": [
        ("http.url", UNKNOWN),
        ("http.target", UNKNOWN),
        ("url.full", UNKNOWN),
        ("url.query", UNKNOWN),
        ("http.request.header.authorization", METADATA),
        ("http.response.header.set-cookie", METADATA),
        ("http.response.status_code", STRUCTURE),
        ("user_agent.original", METADATA),
        ("db.statement", UNKNOWN),
        ("db.query.text", UNKNOWN),
        ("db.query.parameter.0", UNKNOWN),
        ("db.system.name", STRUCTURE),
        ("messaging.message.body", UNKNOWN),
        ("messaging.message.id", STRUCTURE),
        ("rpc.request.metadata.authorization", METADATA),
        ("rpc.method", STRUCTURE),
        ("baggage.tenant", METADATA),
        ("enduser.id", METADATA),
        ("user.email", METADATA),
        ("session.previous_id", METADATA),
        ("exception.message", ERROR),
        ("exception.stacktrace", ERROR),
        ("exception.type", STRUCTURE),
        ("exception.escaped", STRUCTURE),
        ("error.message", ERROR),
        ("error.type", STRUCTURE),
        ("server.address", STRUCTURE),
        ("client.address", STRUCTURE),
        ("network.peer.address", STRUCTURE),
        ("net.peer.name", STRUCTURE),
        ("service.name", STRUCTURE),
        ("telemetry.sdk.version", STRUCTURE),
        ("process.pid", STRUCTURE),
        ("process.command_args", UNKNOWN),
        ("process.command_line", UNKNOWN),
        ("host.name", STRUCTURE),
        ("thread.name", STRUCTURE),
        ("code.function.name", STRUCTURE),
    ],
}

_ROWS = [(name, key, category) for name, rows in _KEYS.items() for key, category in rows]


@pytest.mark.parametrize(("name", "key", "category"), _ROWS, ids=[row[1] for row in _ROWS])
def test_a_key_has_its_category(name, key, category):
    decision = default_classifier().attribute(key)

    assert Category(decision.mask & _ALL) == category
    assert decision.main == int(category) & MAIN
