"""Keep sensitive data out of LLM traces: OpenTelemetry spans go in raw and leave redacted."""

from otel_redact.anonymizer import Anonymizer, create_anonymizer, create_secret_anonymizer
from otel_redact.binding import use_policy
from otel_redact.catalogue import default_detectors
from otel_redact.counters import CounterSnapshot
from otel_redact.errors import ConfigError, LeakError, OtelRedactError
from otel_redact.exporter import RedactingSpanExporter
from otel_redact.install import Installation, install
from otel_redact.policy import DEFAULT, InstrumentationRule, RedactionPolicy
from otel_redact.processor import RedactingSpanProcessor
from otel_redact.redaction import redact, redact_text
from otel_redact.rule import Rule
from otel_redact.types import Category, Detector, Engine, Finding, Group, Leaf, Operator

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
