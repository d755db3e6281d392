"""Finished calls in, the two client metrics of the GenAI conventions out.

Source: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/ (2026-11-24).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opentelemetry.metrics import Meter

    from otel_redact_instrumentation.openai.structure import Attribute

__all__ = ["Metrics"]

_SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
_TOKENS = tuple(4**exponent for exponent in range(14))
_SHARED = (
    "gen_ai.operation.name",
    "gen_ai.provider.name",
    "gen_ai.request.model",
    "gen_ai.response.model",
    "server.address",
    "server.port",
)
_SIDES = {"input": "gen_ai.usage.input_tokens", "output": "gen_ai.usage.output_tokens"}


class Metrics:
    """The instruments of one meter.

    Thread: any.
    """

    def __init__(self, meter: Meter) -> None:
        """Make both histograms, with the buckets the conventions advise."""
        self._duration = meter.create_histogram(
            "gen_ai.client.operation.duration",
            unit="s",
            description="GenAI operation duration.",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )
        self._tokens = meter.create_histogram(
            "gen_ai.client.token.usage",
            unit="{token}",
            description="Number of input and output tokens used.",
            explicit_bucket_boundaries_advisory=_TOKENS,
        )

    def record(
        self, seconds: float, attributes: Mapping[str, Attribute], usage: Mapping[str, int]
    ) -> None:
        """Record one call.

        Args:
            seconds: from the request to the end of the answer.
            attributes: of its span; only names of models and servers are taken.
            usage: token counts by attribute name.
        """
        shared = {name: attributes[name] for name in _SHARED if name in attributes}
        failed = {name: attributes[name] for name in ("error.type",) if name in attributes}
        self._duration.record(seconds, {**shared, **failed})
        for side, name in _SIDES.items():
            if name in usage:
                self._tokens.record(usage[name], {**shared, "gen_ai.token.type": side})
