"""A tier and a mode in, functions that make a processor out; `busy_load` and `asyncio_load` ask."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from tiers import policy
from workload import Exports

from otel_redact import RedactingSpanProcessor

__all__ = ["BASE", "ENCODES", "MODES", "Make", "check", "processor_makers", "ready"]

BASE = "no redaction"
"""Name of the SDK's ``BatchSpanProcessor``, with the same exporter."""
ENCODES = {"counts": False, "encodes": True}
"""Exporter → whether it encodes and serialises, as OTLP does in this process."""

Make = Callable[[Exports], SpanProcessor]
_WARM_UP = 4  # spans
MODES = ("worker", "caller", "process")
"""Values of ``redact_in``."""


def processor_makers(tiers: Sequence[str], **settings: float) -> dict[str, Make]:
    """Return name → what makes a processor: without redaction, then each tier in each mode.

    Args:
        tiers: of the engine.
        settings: keyword arguments of both processors' queues.
    """
    makers: dict[str, Make] = {BASE: functools.partial(_batch, settings)}
    for tier in tiers:
        for mode in MODES:
            makers[f"{tier}, {mode}"] = functools.partial(_redacting, tier, mode, settings)
    return makers


def ready(make: Make, exports: Exports, spans: Sequence[ReadableSpan]) -> SpanProcessor:
    """Return a processor that has built its engine and seen a few spans."""
    processor = make(exports)
    for span in spans[:_WARM_UP]:
        processor.on_end(span)
    processor.force_flush()
    exports.forget()
    return processor


def check(processor: SpanProcessor) -> None:
    """Raise where redaction failed or found nothing, which would be timed for nothing."""
    if isinstance(processor, RedactingSpanProcessor):
        counted = processor.counters
        if counted.failures or not counted.findings:
            raise RuntimeError(f"redaction failed: {', '.join(counted.failures) or 'no findings'}")


def _batch(settings: dict[str, Any], exporter: Exports) -> SpanProcessor:
    return BatchSpanProcessor(exporter, **settings)


def _redacting(tier: str, mode: Any, settings: dict[str, Any], exporter: Exports) -> SpanProcessor:
    made = functools.partial(Exports, encode=exporter.encode) if mode == "process" else exporter
    processor = RedactingSpanProcessor(made, policy=policy(tier), redact_in=mode, **settings)
    if mode == "process":
        exporter.follow(lambda: processor.counters.spans.get("redacted", 0))
    return processor
