"""Keep sensitive data out of LLM traces: OpenTelemetry spans go in raw and leave redacted.

What redacts log records and metrics is imported when it is asked for, because the SDK's parts for
them cost as much as everything else here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from otel_redact.anonymizer import Anonymizer, create_anonymizer, create_secret_anonymizer
from otel_redact.binding import use_policy
from otel_redact.catalogue import default_detectors
from otel_redact.counters import CounterSnapshot
from otel_redact.errors import ConfigError, LeakError, OtelRedactError
from otel_redact.exporter import RedactingSpanExporter
from otel_redact.install import Installation, install
from otel_redact.instrumentation_rule import InstrumentationRule
from otel_redact.policy import DEFAULT, RedactionPolicy
from otel_redact.processor import RedactingSpanProcessor
from otel_redact.redaction import redact, redact_text
from otel_redact.rule import Rule
from otel_redact.types import Category, Detector, Engine, Finding, Group, Leaf, Operator

if TYPE_CHECKING:
    from otel_redact.log_exporter import RedactingLogRecordExporter
    from otel_redact.log_processor import RedactingLogRecordProcessor
    from otel_redact.metric_exporter import RedactingMetricExporter

__all__ = [
    "DEFAULT",
    "Anonymizer",
    "Category",
    "ConfigError",
    "CounterSnapshot",
    "Detector",
    "Engine",
    "Finding",
    "Group",
    "Installation",
    "InstrumentationRule",
    "Leaf",
    "LeakError",
    "Operator",
    "OtelRedactError",
    "RedactingLogRecordExporter",
    "RedactingLogRecordProcessor",
    "RedactingMetricExporter",
    "RedactingSpanExporter",
    "RedactingSpanProcessor",
    "RedactionPolicy",
    "Rule",
    "create_anonymizer",
    "create_secret_anonymizer",
    "default_detectors",
    "install",
    "redact",
    "redact_text",
    "use_policy",
]

_LATE = {
    "RedactingLogRecordExporter": "log_exporter",
    "RedactingLogRecordProcessor": "log_processor",
    "RedactingMetricExporter": "metric_exporter",
}


def __getattr__(name: str) -> object:
    """Import a late name."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415 - loaded already; no name of this package

    return getattr(importlib.import_module(f"{__name__}.{_LATE[name]}"), name)
