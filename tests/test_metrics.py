"""What counters know comes out of the OpenTelemetry metrics API, names and numbers only."""

from __future__ import annotations

import gc
import json
import os
from pathlib import Path

import pytest
from opentelemetry.sdk.trace import Event
from opentelemetry.trace import Status, StatusCode

from otel_redact import RedactionPolicy, metrics
from otel_redact.counters import Counters, process_totals
from otel_redact.pipeline import Pipeline
from tests.program import run_python
from tests.support import make_span

PROGRAM = """
import json
from opentelemetry import metrics
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from otel_redact import RedactingSpanProcessor, RedactionPolicy

tracer_provider = TracerProvider()
policy = RedactionPolicy(hide_outputs=True, extra_rules=[{"name": "badge", "pattern": "B-[0-9]+"}])
processor = RedactingSpanProcessor(InMemorySpanExporter(), policy=policy, max_queue_size=2,
                                   max_export_batch_size=2, schedule_delay_millis=60000)
tracer_provider.add_span_processor(processor)
tracer = tracer_provider.get_tracer("app")
for number in range(5):
    with tracer.start_as_current_span("chat") as span:
        span.set_attribute("app.note", "from ann@example.com, B-17")
        span.set_attribute("gen_ai.output.messages", "hunter2-output")
        span.add_event("note ann@example.com")
tracer_provider.force_flush()
reader = InMemoryMetricReader()
metrics.set_meter_provider(MeterProvider([reader]))  # later than everything else
with tracer.start_as_current_span("chat"):
    pass
tracer_provider.force_flush()
found = {}
for resource in reader.get_metrics_data().resource_metrics:
    for scope in resource.scope_metrics:
        for metric in scope.metrics:
            found[metric.name] = [
                [dict(point.attributes), getattr(point, "value", getattr(point, "count", 0))]
                for point in metric.data.data_points
            ]
print(json.dumps(found))
"""


def test_a_reader_gets_what_happened_before_and_after_its_provider_was_set(tmp_path: Path):
    done = run_python("-c", PROGRAM, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    spans = {point["outcome"]: count for point, count in found["otel_redact.spans"]}
    assert spans["redacted"] + spans["queue_full"] == 6
    assert found["otel_redact.queue.dropped"] == [[{}, spans["queue_full"]]]
    assert [[{"category": "OUTPUT"}, spans["redacted"] - 1]] == found["otel_redact.hidden"]
    places = {(p["entity"], p["place"]): count for p, count in found["otel_redact.findings"]}
    assert places == {
        ("EMAIL_ADDRESS", "attribute"): spans["redacted"] - 1,
        ("badge", "attribute"): spans["redacted"] - 1,
        ("EMAIL_ADDRESS", "event_name"): spans["redacted"] - 1,
    }
    assert found["otel_redact.duration"][0][1] == 1
    assert not any(secret in done.stdout for secret in ("ann@", "hunter2", "B-17"))


def test_findings_are_counted_where_they_were():
    span = make_span(
        {"a": "ann@example.com", "b": ["ann@example.com"]},
        name="to ann@example.com",
        events=[Event("e", {"c": "ann@example.com"})],
        status=Status(StatusCode.ERROR, "ann@example.com ann@example.com"),
        scope_attributes={"d": "ann@example.com"},
    )
    pipeline = Pipeline(RedactionPolicy(environ={}, cache_bytes=0))
    before = process_totals()

    pipeline.redact_batch([span])

    new = process_totals().placed - before.placed
    assert new == {
        ("EMAIL_ADDRESS", "attribute"): 2,
        ("EMAIL_ADDRESS", "name"): 1,
        ("EMAIL_ADDRESS", "event"): 1,
        ("EMAIL_ADDRESS", "status"): 2,
        ("EMAIL_ADDRESS", "scope"): 1,
    }
    assert sum(new.values()) == pipeline.counters.snapshot().findings["EMAIL_ADDRESS"]


def test_counts_of_pipelines_that_are_gone_stay_in_the_sums():
    before = process_totals().spans["redacted"]
    for _ in range(3):
        Pipeline(RedactionPolicy(environ={})).redact_batch([make_span()])
    gc.collect()

    assert process_totals().spans["redacted"] == before + 3
    for _ in range(200):
        Counters()
    assert process_totals().spans["redacted"] == before + 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_child_counts_from_zero():
    pipeline = Pipeline(RedactionPolicy(environ={}))
    pipeline.redact_batch([make_span()])

    child = os.fork()
    if child == 0:
        fresh = not process_totals().spans
        pipeline.redact_batch([make_span()])
        os._exit(0 if fresh and process_totals().spans == {"redacted": 1} else 1)

    assert os.waitpid(child, 0)[1] == 0


def test_a_meter_that_fails_costs_no_span(monkeypatch: pytest.MonkeyPatch):
    def broken() -> None:
        raise ValueError("no meter today")

    monkeypatch.setattr(metrics, "_instruments", broken)

    (redacted,) = Pipeline(RedactionPolicy(environ={})).redact_batch(
        [make_span({"a": "ann@example.com"})]
    )

    assert redacted.attributes == {"a": "[EMAIL_ADDRESS]"}
