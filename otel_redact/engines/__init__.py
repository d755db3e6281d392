"""Engines: leaves in, findings out; third parties add theirs as ``otel_redact_engine``."""

from __future__ import annotations

from otel_redact.engines.sequential import SequentialEngine
from otel_redact.engines.trigger import TriggerEngine

__all__ = ["ENGINES", "SequentialEngine", "TriggerEngine"]

ENGINES = (TriggerEngine, SequentialEngine)
