"""Metrics and a pipeline in, metrics with redacted attributes out; `metric_exporter` calls it.

A span stands in for each data point (its events for the exemplars), one for each scope and each
resource, so that the code that redacts spans redacts them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan

from otel_redact.containment import contain
from otel_redact.pipeline import SUMMARY_ATTRIBUTE, Pipeline
from otel_redact.span import raw_attributes
from otel_redact.types import FAILED_PLACEHOLDER

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import (
        DataPointT,
        Metric,
        MetricsData,
        ResourceMetrics,
        ScopeMetrics,
    )
    from opentelemetry.sdk.util.instrumentation import InstrumentationScope

__all__ = ["redact_metrics"]

_Copy: TypeAlias = Callable[[], "ReadableSpan | None"]
_NO_RESOURCE = Resource({})


def redact_metrics(pipeline: Pipeline, metrics: MetricsData) -> MetricsData:
    """Return metrics with the same names, values and times, and redacted attributes.

    Points whose attributes became equal stay apart. A data point that cannot be redacted keeps its
    value and the keys that conventions own, each with ``[REDACTED]``, and loses its exemplars. A
    scope or resource that cannot be redacted goes with all it has.

    Args:
        pipeline: redacts and counts; a data point, a scope and a resource each count as a span.
        metrics: never changed.
    """
    redaction = _Redaction(pipeline)
    makers = [redaction.resource(resource) for resource in metrics.resource_metrics]
    redaction.run()
    if pipeline.decisions.dry_run:
        return metrics
    made = [make() for make in makers]
    return replace(metrics, resource_metrics=[one for one in made if one is not None])


class _Redaction:
    """Every method but ``run`` plans a part, and returns what makes its copy after ``run``."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._spans: list[ReadableSpan] = []
        self._copies: list[ReadableSpan | None] = []

    def run(self) -> None:
        """Redact all that is planned."""
        self._copies = self._pipeline.redact_each(self._spans)

    def resource(self, old: ResourceMetrics) -> Callable[[], ResourceMetrics | None]:
        """Plan a resource's metrics."""
        copy = self._span(old.resource, None, name=old.schema_url or "")
        scopes = [self._scope(scope, old.resource) for scope in old.scope_metrics]

        def make() -> ResourceMetrics | None:
            new = copy()
            if new is None:
                return None
            made = [make_scope() for make_scope in scopes]
            return replace(
                old,
                resource=new.resource,
                scope_metrics=[one for one in made if one is not None],
                schema_url=new.name,
            )

        return make

    def _scope(self, old: ScopeMetrics, resource: Resource) -> Callable[[], ScopeMetrics | None]:
        copy = self._span(resource, old.scope, name=old.schema_url or "")
        metrics = [self._metric(metric, old.scope) for metric in old.metrics]

        def make() -> ScopeMetrics | None:
            new = copy()
            if new is None:
                return None
            return replace(
                old,
                scope=new.instrumentation_scope or old.scope,
                metrics=[make_metric() for make_metric in metrics],
                schema_url=new.name,
            )

        return make

    def _metric(self, old: Metric, scope: InstrumentationScope) -> Callable[[], Metric]:
        points = [self._point(point, scope) for point in old.data.data_points]

        def make() -> Metric:
            data = replace(old.data, data_points=[make_point() for make_point in points])  # type: ignore[arg-type]  # as many kinds of data as of points
            return replace(old, data=data)

        return make

    def _point(self, old: DataPointT, scope: InstrumentationScope) -> Callable[[], DataPointT]:
        exemplars, events = [], []
        copy: _Copy = _nothing
        try:
            for exemplar in old.exemplars:
                event = self._event(exemplar.filtered_attributes)
                if event is not None:
                    exemplars.append(exemplar)
                    events.append(event)
            attributes = dict(raw_attributes(old.attributes))
            copy = self._span(_NO_RESOURCE, scope, attributes=attributes, events=events)
        except BaseException as error:  # noqa: BLE001 - fail closed: this point only
            self._fail("data point", error)

        def make() -> DataPointT:
            new = copy()
            if new is None:
                return replace(old, attributes=self._placeholders(old), exemplars=[])
            attributes = dict(new.attributes or {})
            attributes.pop(SUMMARY_ATTRIBUTE, None)
            return replace(
                old,
                attributes=attributes,
                exemplars=[
                    replace(exemplar, filtered_attributes=dict(event.attributes or {}))
                    for exemplar, event in zip(exemplars, new.events, strict=True)
                ],
            )

        return make

    def _event(self, attributes: object) -> Event | None:
        try:
            return Event("", dict(raw_attributes(attributes)), timestamp=0)  # type: ignore[arg-type]  # whatever it is
        except BaseException as error:  # noqa: BLE001 - fail closed: this exemplar only
            self._fail("exemplar", error)
            return None

    def _span(self, resource: Resource, scope: InstrumentationScope | None, **more: Any) -> _Copy:  # noqa: ANN401 - as ReadableSpan takes it
        index = len(self._spans)
        self._spans.append(
            ReadableSpan(**{"name": "", **more}, resource=resource, instrumentation_scope=scope)
        )
        return lambda: self._copies[index]

    def _placeholders(self, point: DataPointT) -> dict[str, str]:
        try:
            keys = [key for key in point.attributes or {} if isinstance(key, str)]
            attribute = self._pipeline.classifier.attribute
            return {key: FAILED_PLACEHOLDER for key in keys if attribute(key).closed}
        except BaseException as error:  # noqa: BLE001 - fail closed
            contain(error)
            return {}

    def _fail(self, stage: str, error: BaseException) -> None:
        contain(error)
        self._pipeline.counters.failure(stage, type(error).__name__)


def _nothing() -> None:
    return None
