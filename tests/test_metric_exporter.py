"""`RedactingMetricExporter`: attributes of exemplars and data points, and nothing else."""

from __future__ import annotations

import copy
from collections import UserDict

import pytest
from opentelemetry.exporter.otlp.proto.common.metrics_encoder import encode_metrics
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.sdk.metrics import (
    AlwaysOnExemplarFilter,
    Counter,
    Exemplar,
    Histogram,
    MeterProvider,
)
from opentelemetry.sdk.metrics.export import (
    AggregationTemporality,
    Gauge,
    Metric,
    MetricExporter,
    MetricExportResult,
    MetricsData,
    NumberDataPoint,
    PeriodicExportingMetricReader,
    ResourceMetrics,
    ScopeMetrics,
)
from opentelemetry.sdk.metrics.view import (
    ExplicitBucketHistogramAggregation,
    ExponentialBucketHistogramAggregation,
    View,
)
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.util.instrumentation import InstrumentationScope

from otel_redact import ConfigError, RedactingMetricExporter, RedactionPolicy
from otel_redact.testing import assert_no_leak, find_leaks
from tests.support import plain

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"
CANARIES = [MAIL, KEY]


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


class WireMetricExporter(MetricExporter):
    """Encodes what it gets by the SDK's OTLP encoder and keeps only the bytes."""

    def __init__(self, **preferred: object) -> None:
        super().__init__(**preferred)
        self.bodies: list[bytes] = []
        self.calls: list[object] = []

    def export(self, metrics_data, timeout_millis=10_000, **kwargs):
        self.bodies.append(encode_metrics(metrics_data).SerializeToString())
        self.calls.append((timeout_millis, kwargs))
        return MetricExportResult.SUCCESS

    def force_flush(self, timeout_millis=10_000):
        self.calls.append(("flush", timeout_millis))
        return False

    def shutdown(self, timeout_millis=30_000, **kwargs):
        self.calls.append(("shutdown", timeout_millis))

    def metrics(self):
        return {
            metric.name: metric
            for body in self.bodies
            for resource in ExportMetricsServiceRequest.FromString(body).resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
        }


def data(*points: NumberDataPoint) -> MetricsData:
    metric = Metric("a.gauge", f"of {MAIL}", "1", Gauge(list(points)))
    scope = InstrumentationScope(f"scope {KEY}", "1", f"https://x.example/{KEY}", {"s": MAIL})
    scopes = [ScopeMetrics(scope, [metric], f"https://x.example/{KEY}")]
    resource = Resource({"service.name": "tests", "owner": MAIL}, f"https://x.example/{KEY}")
    return MetricsData([ResourceMetrics(resource, scopes, resource.schema_url)])


def point(attributes: object, *exemplars: Exemplar, value: int = 1) -> NumberDataPoint:
    return NumberDataPoint(attributes, 1, 2, value, list(exemplars))


def exemplar(attributes: object, value: int = 3) -> Exemplar:
    return Exemplar(attributes, value, 4, 5, 6)


def export(metrics: MetricsData, given: RedactionPolicy | None = None) -> WireMetricExporter:
    exporter = WireMetricExporter()
    RedactingMetricExporter(exporter, policy=given or policy()).export(metrics)
    return exporter


def test_exemplars_and_points_are_anonymized_and_values_ids_and_times_stay():
    raw = {"to": MAIL, MAIL: 1, "http.response.status_code": 200}

    sent = export(data(point(raw, exemplar({"prompt": f"key {KEY}", "n": 1}), value=9)))

    metric = sent.metrics()["a.gauge"]
    (got,) = metric.gauge.data_points
    assert plain(got.attributes) == {
        "to": "[EMAIL_ADDRESS]",
        "[EMAIL_ADDRESS]": 1,
        "http.response.status_code": 200,
    }
    assert (got.as_int, got.time_unix_nano) == (9, 2)
    (example,) = got.exemplars
    assert plain(example.filtered_attributes) == {"prompt": "key [OPENAI_API_KEY]", "n": 1}
    assert (example.as_int, example.time_unix_nano) == (3, 4)
    assert (example.span_id, example.trace_id) == ((5).to_bytes(8, "big"), (6).to_bytes(16, "big"))
    assert metric.description == f"of {MAIL}"


def test_resource_and_scope_are_anonymized():
    sent = export(data(point({})))

    (resource,) = ExportMetricsServiceRequest.FromString(sent.bodies[0]).resource_metrics
    assert plain(resource.resource.attributes) == {
        "service.name": "tests",
        "owner": "[EMAIL_ADDRESS]",
    }
    assert resource.scope_metrics[0].scope.name == "scope [OPENAI_API_KEY]"
    assert resource.schema_url == resource.scope_metrics[0].schema_url
    assert_no_leak(sent.bodies, [KEY])


def test_what_is_measured_stays_as_it_was():
    metrics = data(point({"to": [MAIL]}, exemplar({"prompt": {"a": MAIL}})))
    before = copy.deepcopy(metrics.resource_metrics[0].scope_metrics[0].metrics)

    export(metrics)
    export(metrics, policy(unknown="hide"))

    assert metrics.resource_metrics[0].scope_metrics[0].metrics == before


def test_flags_hide_as_on_spans():
    attributes = {
        "gen_ai.request.model": "m",
        "gen_ai.prompt": "ask",
        "gen_ai.completion": "answer",
        "error.message": "quotes",
    }

    sent = export(data(point(attributes, exemplar(attributes))), policy(hide_inputs=True))

    (got,) = sent.metrics()["a.gauge"].gauge.data_points
    expected = {
        "gen_ai.request.model": "m",
        "gen_ai.completion": "answer",
        "error.message": "[REDACTED]",
    }
    assert plain(got.attributes) == expected
    assert plain(got.exemplars[0].filtered_attributes) == expected


def test_points_that_become_equal_stay_apart():
    sent = export(data(point({"u": MAIL}, value=1), point({"u": f"x{MAIL}"}, value=2)))

    points = sent.metrics()["a.gauge"].gauge.data_points
    assert [plain(one.attributes) for one in points] == [{"u": "[EMAIL_ADDRESS]"}] * 2
    assert [one.as_int for one in points] == [1, 2]


def test_every_kind_of_metric_of_the_sdk_arrives_redacted():
    """A view takes attributes off a metric; the SDK keeps them on its exemplars."""
    ours, raw = WireMetricExporter(), WireMetricExporter()
    views = [
        View(instrument_name="*", attribute_keys={"model"}),
        View(
            instrument_name="exponential",
            aggregation=ExponentialBucketHistogramAggregation(),
            attribute_keys={"model"},
        ),
    ]
    readers = [
        PeriodicExportingMetricReader(exporter, export_interval_millis=3_600_000)
        for exporter in (RedactingMetricExporter(ours, policy=policy()), raw)
    ]
    provider = MeterProvider(
        readers,
        views=views,
        exemplar_filter=AlwaysOnExemplarFilter(),
        shutdown_on_exit=False,
        resource=Resource({"service.name": "tests"}),
    )
    meter = provider.get_meter("tests")
    attributes = {"model": f"m {MAIL}", "prompt": f"ask {KEY}"}
    meter.create_counter("sum").add(1, attributes)
    meter.create_histogram("histogram").record(2, attributes)
    meter.create_histogram("exponential").record(3, attributes)
    meter.create_gauge("gauge").set(4, attributes)
    meter.create_observable_gauge("observed", [lambda _: []])

    provider.force_flush()

    assert {leak.canary for leak in find_leaks(raw.bodies, CANARIES)} == {0, 1}
    assert_no_leak(ours.bodies, CANARIES)
    assert set(ours.metrics()) == set(raw.metrics()) >= {"sum", "histogram", "gauge"}
    for name, metric in ours.metrics().items():
        kind = metric.WhichOneof("data")
        (got,), (was,) = (getattr(one.metrics()[name], kind).data_points for one in (ours, raw))
        assert plain(got.attributes) == {"model": "m [EMAIL_ADDRESS]"}
        for example in got.exemplars:
            assert plain(example.filtered_attributes) == {"prompt": "ask [OPENAI_API_KEY]"}
        for one in (got, was):
            one.ClearField("attributes")
            one.ClearField("exemplars")
            one.ClearField("start_time_unix_nano")
            one.ClearField("time_unix_nano")
        assert got == was
    provider.shutdown()


class RaisingAttributes(UserDict):
    def keys(self):
        raise LookupError(MAIL)


def test_an_exemplar_that_cannot_be_read_is_dropped_and_counted(caplog):
    exporter = WireMetricExporter()
    redacting = RedactingMetricExporter(exporter, policy=policy())
    broken, whole = exemplar(RaisingAttributes(a=1)), exemplar({"prompt": MAIL}, value=7)

    redacting.export(data(point({"a": 1}, broken, whole)))

    (got,) = exporter.metrics()["a.gauge"].gauge.data_points
    assert [one.as_int for one in got.exemplars] == [7]
    assert plain(got.exemplars[0].filtered_attributes) == {"prompt": "[EMAIL_ADDRESS]"}
    assert redacting.counters.failures == {"exemplar:LookupError": 1}
    assert MAIL not in caplog.text


def test_a_point_that_cannot_be_read_keeps_its_value_alone():
    exporter = WireMetricExporter()
    redacting = RedactingMetricExporter(exporter, policy=policy())

    redacting.export(
        data(point(RaisingAttributes(a=1), exemplar({"a": 1}), value=5), point({"b": 1}))
    )

    broken, whole = exporter.metrics()["a.gauge"].gauge.data_points
    assert (broken.as_int, plain(broken.attributes), len(broken.exemplars)) == (5, {}, 0)
    assert plain(whole.attributes) == {"b": 1}
    assert redacting.counters.failures == {"data point:LookupError": 1}


def test_a_point_that_is_dropped_keeps_the_keys_that_conventions_own():
    def raising(inputs):
        raise LookupError(MAIL)

    given = policy(hide_inputs=raising, on_error="drop_span")
    attributes = {"gen_ai.prompt": MAIL, "gen_ai.request.model": "m", MAIL: 1}

    sent = export(data(point(attributes, exemplar({"a": MAIL}), value=5)), given)

    (got,) = sent.metrics()["a.gauge"].gauge.data_points
    assert got.as_int == 5
    assert plain(got.attributes) == dict.fromkeys(
        ["gen_ai.prompt", "gen_ai.request.model"], "[REDACTED]"
    )
    assert len(got.exemplars) == 0
    assert MAIL not in str(got)


@pytest.mark.parametrize(
    "value",
    [object(), {"a": {1, 2}}, 10**30, f"\ud800{MAIL}", MAIL.encode(), {MAIL: [MAIL]}],
    ids=["object", "set", "large", "surrogate", "bytes", "map"],
)
def test_a_weird_value_costs_itself_alone(value):
    sent = export(data(point({"weird": value, "b": "kept"}, exemplar({"weird": value}))))

    (got,) = sent.metrics()["a.gauge"].gauge.data_points
    assert plain(got.attributes)["b"] == "kept"
    assert_no_leak([got.SerializeToString()], [MAIL])


def test_what_is_no_metrics_data_is_refused_and_counted(caplog):
    exporter = WireMetricExporter()
    redacting = RedactingMetricExporter(exporter, policy=policy())

    assert redacting.export(MAIL) is MetricExportResult.FAILURE

    assert exporter.bodies == []
    assert redacting.counters.failures == {"metrics:AttributeError": 1}
    assert MAIL not in caplog.text


def test_neither_a_dry_run_nor_a_summary_adds_attributes():
    metrics = data(point({"to": MAIL}))
    exporter = WireMetricExporter()
    dry = RedactingMetricExporter(exporter, policy=policy(dry_run=True))

    dry.export(metrics)
    summed = export(metrics, policy(summary="counts"))

    assert exporter.bodies == [encode_metrics(metrics).SerializeToString()]
    assert dry.counters.findings["EMAIL_ADDRESS"] >= 1
    (got,) = summed.metrics()["a.gauge"].gauge.data_points
    assert plain(got.attributes) == {"to": "[EMAIL_ADDRESS]"}


def test_temporality_aggregation_timeouts_and_results_are_the_wrapped_exporters():
    aggregation = {Histogram: ExplicitBucketHistogramAggregation([1, 2])}
    inner = WireMetricExporter(
        preferred_temporality={Counter: AggregationTemporality.DELTA},
        preferred_aggregation=aggregation,
    )
    exporter = RedactingMetricExporter(inner, policy=policy())

    assert exporter._preferred_temporality == {Counter: AggregationTemporality.DELTA}
    assert exporter._preferred_aggregation is aggregation
    assert exporter.export(data(), timeout_millis=7, more=1) is MetricExportResult.SUCCESS
    assert exporter.force_flush(8) is False
    exporter.shutdown(timeout_millis=9, more=1)
    assert inner.calls == [(7, {"more": 1}), ("flush", 8), ("shutdown", 9)]


@pytest.mark.parametrize("wrong", [WireMetricExporter, object(), None])
def test_the_exporter_wraps_an_exporter_only(wrong):
    with pytest.raises(ConfigError, match="expected a MetricExporter instance such as"):
        RedactingMetricExporter(wrong)


def test_redacting_twice_changes_nothing_further():
    once = WireMetricExporter()
    twice = WireMetricExporter()
    metrics = data(point({"to": MAIL}, exemplar({"prompt": KEY})))

    RedactingMetricExporter(once, policy=policy()).export(metrics)
    inner = RedactingMetricExporter(twice, policy=policy())
    RedactingMetricExporter(inner, policy=policy()).export(metrics)

    assert once.bodies == twice.bodies
