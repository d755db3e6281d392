"""MLflow Tracing: span inputs and outputs, trace tags, stream chunks; values are JSON texts."""

from otel_redact.conventions.convention import (
    Convention,
    EventRule,
    KeyRule,
    SpanKindRule,
    key_rules,
)
from otel_redact.types import Category

__all__ = ["MLFLOW"]

MLFLOW = Convention(
    name="mlflow",
    version="mlflow 3 (0044946)",
    source="https://github.com/mlflow/mlflow/blob/master/mlflow/tracing/constant.py (2026-11-23)",
    keys=(
        *key_rules(
            Category.INPUT, "mlflow.spanInputs", "mlflow.traceInputs", "mlflow.chat.messages"
        ),
        *key_rules(Category.INPUT | Category.TOOLS, "mlflow.chat.tools"),
        *key_rules(
            Category.OUTPUT,
            "mlflow.chunk.value",
            "mlflow.spanOutputs",
            "mlflow.trace.intermediate_outputs",
            "mlflow.traceOutputs",
        ),
        *key_rules(
            Category.METADATA,
            "mlflow.auth.*",
            "mlflow.gateway.caller",
            "mlflow.trace.session",
            "mlflow.trace.user",
            "mlflow.user",
        ),
        KeyRule(glob="mlflow.traceTag.*", category=Category.METADATA, carrier="prefix"),
        *key_rules(
            Category.STRUCTURE,
            "mlflow.chat.tokenUsage",
            "mlflow.experimentId",
            "mlflow.gateway.endpointId",
            "mlflow.gateway.linkedTraceId",
            "mlflow.gateway.requestType",
            "mlflow.linkedPrompts",
            "mlflow.llm.cost",
            "mlflow.llm.model",
            "mlflow.llm.provider",
            "mlflow.message.format",
            "mlflow.modelId",
            "mlflow.sourceRun",
            "mlflow.spanFunctionName",
            "mlflow.spanLogLevel",
            "mlflow.spanStartTimeNs",
            "mlflow.spanType",
            "mlflow.trace.cost",
            "mlflow.trace.sizeBytes",
            "mlflow.trace.sizeStats",
            "mlflow.trace.tokenUsage",
            "mlflow.traceRequestId",
            "mlflow.trace_schema.version",
        ),
        *key_rules(Category.UNKNOWN, "mlflow.spanDescription", "mlflow.*"),
    ),
    events=(EventRule(glob="mlflow.chunk.item.{n}", category=Category.OUTPUT),),
    kinds=(
        SpanKindRule(kind="tool", key="mlflow.spanType", value="TOOL"),
        SpanKindRule(kind="tool", key="mlflow.spanType", value='"TOOL"'),
    ),
    message_lists=frozenset({"mlflow.chat.messages"}),
)
