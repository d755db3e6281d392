"""`RedactingMetricExporter`: metrics in, copies with redacted attributes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from opentelemetry.sdk.metrics.export import MetricExporter, MetricExportResult

from otel_redact.containment import contain
from otel_redact.exporter import check_exporter, shutdown_exporter
from otel_redact.metric_redaction import redact_metrics
from otel_redact.pipeline import Pipeline

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import MetricsData

    from otel_redact.counters import CounterSnapshot
    from otel_redact.policy import RedactionPolicy

__all__ = ["RedactingMetricExporter"]


class RedactingMetricExporter(MetricExporter):
    """Redacts the attributes of metrics, then hands the copies to another exporter.

    Exemplars carry attributes that a view took off the metric, so prompts can be among them. Their
    attributes and those of data points, scopes and resources are redacted as a span's are; names,
    descriptions, units, values and times stay. Data points whose attributes became equal stay
    apart: a receiver may take them for one series. Temporality and aggregation are the wrapped
    exporter's.

    Thread: ``export`` runs on the metric reader's thread.
    On error: a value becomes ``[REDACTED]``, an exemplar that cannot be redacted is left out, a
        data point that cannot be keeps its value alone; counted. Nothing is raised, nothing raw is
        passed on.

    Attributes:
        pipeline: what redacts.

    Example:
        >>> from opentelemetry.sdk.metrics.export import ConsoleMetricExporter
        >>> exporter = RedactingMetricExporter(ConsoleMetricExporter())
    """

    def __init__(self, exporter: MetricExporter, *, policy: RedactionPolicy | None = None) -> None:
        """Wrap an exporter.

        Args:
            exporter: receives metrics with redacted attributes only.
            policy: None: from the ``OTEL_REDACT_*`` variables and policy file.

        Raises:
            ConfigError: ``exporter`` is no exporter, or the policy cannot be settled.
        """
        check_exporter(exporter, "MetricExporter instance such as OTLPMetricExporter()")
        super().__init__(  # metric readers ask for these two by their private names
            preferred_temporality=getattr(exporter, "_preferred_temporality", None),
            preferred_aggregation=getattr(exporter, "_preferred_aggregation", None),
        )
        self._exporter = exporter
        self.pipeline = Pipeline(policy)

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers; ``spans`` are data points, scopes and resources."""
        return self.pipeline.counters.snapshot()

    def export(
        self,
        metrics_data: MetricsData,
        timeout_millis: float = 10_000,
        **kwargs: object,
    ) -> MetricExportResult:
        """Redact and export a batch.

        Args:
            metrics_data: not changed.
            timeout_millis: milliseconds, for the wrapped exporter.
            kwargs: passed on.

        Returns:
            The wrapped exporter's result; FAILURE where the batch is of no known shape.
        """
        try:
            redacted = redact_metrics(self.pipeline, metrics_data)
        except BaseException as error:  # noqa: BLE001 - fail closed: this batch
            contain(error)
            self.pipeline.counters.failure("metrics", type(error).__name__)
            return MetricExportResult.FAILURE
        return self._exporter.export(redacted, timeout_millis=timeout_millis, **kwargs)

    def force_flush(self, timeout_millis: float = 10_000) -> bool:
        """Flush the wrapped exporter, within ``timeout_millis`` milliseconds if it keeps to it."""
        return self._exporter.force_flush(timeout_millis)

    def shutdown(self, timeout_millis: float = 30_000, **kwargs: object) -> None:  # noqa: ARG002 - the base's signature
        """Shut the wrapped exporter down.

        Args:
            timeout_millis: milliseconds; passed on where the exporter takes it.
            kwargs: for the base's signature.
        """
        shutdown_exporter(self._exporter, timeout_millis)
