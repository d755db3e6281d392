"""Langfuse: trace-level and observation-level attributes of its OpenTelemetry-based clients."""

from otel_redact.conventions.convention import Convention, KeyRule, SpanKindRule, key_rules
from otel_redact.types import Category

__all__ = ["LANGFUSE"]

_METADATA_KEYS = (
    "langfuse.trace.metadata",
    "langfuse.observation.metadata",
    "langfuse.metadata",
    "langfuse.experiment.metadata",
    "langfuse.experiment.item.metadata",
)

LANGFUSE = Convention(
    name="langfuse",
    version="langfuse-python 3 (04d6576) and 4 (c3c6a09)",
    source="https://github.com/langfuse/langfuse-python/blob/main/langfuse/_client/attributes.py"
    " (2026-11-23)",
    keys=(
        *key_rules(Category.INPUT, "langfuse.trace.input", "langfuse.observation.input"),
        *key_rules(
            Category.OUTPUT,
            "langfuse.trace.output",
            "langfuse.observation.output",
            "langfuse.experiment.item.expected_output",
        ),
        *(KeyRule(glob=key, category=Category.METADATA, carrier="json") for key in _METADATA_KEYS),
        *(
            KeyRule(glob=f"{key}.*", category=Category.METADATA, carrier="prefix")
            for key in _METADATA_KEYS
        ),
        *key_rules(
            Category.METADATA,
            "langfuse.trace.tags",
            "langfuse.tags",
            "langfuse.user.id",
            "langfuse.session.id",
            "langfuse.experiment.description",
        ),
        *key_rules(
            Category.METADATA | Category.PARAMETERS, "langfuse.observation.model.parameters"
        ),
        *key_rules(Category.ERROR, "langfuse.observation.status_message"),
        *key_rules(
            Category.STRUCTURE,
            "langfuse.environment",
            "langfuse.experiment.dataset.id",
            "langfuse.experiment.id",
            "langfuse.experiment.item.id",
            "langfuse.experiment.item.root_observation_id",
            "langfuse.experiment.item.version",
            "langfuse.experiment.name",
            "langfuse.internal.*",
            "langfuse.observation.completion_start_time",
            "langfuse.observation.cost_details",
            "langfuse.observation.level",
            "langfuse.observation.model.name",
            "langfuse.observation.prompt.name",
            "langfuse.observation.prompt.version",
            "langfuse.observation.type",
            "langfuse.observation.usage_details",
            "langfuse.release",
            "langfuse.trace.public",
            "langfuse.version",
        ),
        # As the span's name: chosen by the application, kept, read by all rules.
        *key_rules(Category.UNKNOWN, "langfuse.trace.name", "langfuse.*"),
    ),
    kinds=(SpanKindRule(kind="tool", key="langfuse.observation.type", value="tool"),),
    sealed=frozenset({"usage_details", "cost_details"}),
)
