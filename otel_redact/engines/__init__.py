"""Engines: leaves in, findings out; third parties add theirs as ``otel_redact_engine``."""

from __future__ import annotations

from otel_redact.engines.sequential import SequentialEngine

__all__ = ["ENGINES", "SequentialEngine"]

ENGINES = (SequentialEngine,)
