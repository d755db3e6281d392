from __future__ import annotations

import logging
import os
import time

import pytest
from opentelemetry import context as otel_context
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    SpanExporter,
    SpanExportResult,
)
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF

from otel_redact import (
    ConfigError,
    RedactingSpanExporter,
    RedactingSpanProcessor,
    RedactionPolicy,
)
from otel_redact.cli.receiver import OtlpReceiver
from tests.support import WireExporter, make_span, plain

SECRET = "ann@example.com"
POLICY = RedactionPolicy(environ={})


class RecordingExporter(SpanExporter):
    """Remembers how it was called."""

    def __init__(self):
        self.calls = []

    def export(self, spans):
        self.calls.append(("export", len(spans)))
        return SpanExportResult.FAILURE

    def force_flush(self, timeout_millis=30000):
        self.calls.append(("force_flush", timeout_millis))
        return True

    def shutdown(self, timeout_millis=30000):
        self.calls.append(("shutdown", timeout_millis))


def run(processor, name="x"):
    provider = TracerProvider()
    provider.add_span_processor(processor)
    with provider.get_tracer("t").start_as_current_span(name) as span:
        span.set_attribute("to", SECRET)
    return provider


@pytest.mark.parametrize("redact_in", ["worker", "caller"])
def test_spans_arrive_redacted_after_force_flush(redact_in):
    exporter = WireExporter()
    provider = run(RedactingSpanProcessor(exporter, policy=POLICY, redact_in=redact_in))

    assert provider.force_flush() is True

    assert plain(exporter.spans()[0].attributes) == {"to": "[EMAIL_ADDRESS]"}
    provider.shutdown()


@pytest.mark.parametrize("redact_in", ["worker", "caller"])
def test_shutdown_exports_what_is_queued(redact_in):
    exporter = WireExporter()

    run(RedactingSpanProcessor(exporter, policy=POLICY, redact_in=redact_in)).shutdown()

    assert len(exporter.spans()) == 1


def test_in_worker_mode_on_end_redacts_nothing_and_in_caller_mode_nothing_raw_is_queued():
    for redact_in, queued in [("worker", SECRET), ("caller", "[EMAIL_ADDRESS]")]:
        processor = RedactingSpanProcessor(
            WireExporter(), policy=POLICY, redact_in=redact_in, schedule_delay_millis=60_000
        )
        provider = run(processor)

        (span,) = processor._batch._batch_processor._queue

        assert span.attributes["to"] == queued
        provider.shutdown()


def test_unsampled_spans_are_neither_redacted_nor_exported():
    exporter = WireExporter()
    processor = RedactingSpanProcessor(exporter, policy=POLICY, redact_in="caller")
    provider = TracerProvider(sampler=ALWAYS_OFF)
    provider.add_span_processor(processor)
    provider.get_tracer("t").start_span("x").end()
    provider.shutdown()

    assert exporter.bodies == []
    assert processor.counters.spans == {}


class Remembering(SpanProcessor):
    def __init__(self):
        self.seen = []

    def on_end(self, span):
        self.seen.append((span, dict(span.attributes), span.name))


def test_other_processors_keep_the_raw_span_unchanged():
    before, after = Remembering(), Remembering()
    provider = TracerProvider()
    for processor in (
        before,
        RedactingSpanProcessor(WireExporter(), policy=POLICY, redact_in="caller"),
        after,
    ):
        provider.add_span_processor(processor)
    with provider.get_tracer("t").start_as_current_span(f"mail {SECRET}") as span:
        span.set_attribute("to", SECRET)
    provider.shutdown()

    for remembering in (before, after):
        ((span, attributes, name),) = remembering.seen
        assert (attributes, name) == ({"to": SECRET}, f"mail {SECRET}")
        assert dict(span.attributes) == {"to": SECRET}


def test_the_result_and_the_timeouts_of_the_wrapped_exporter_are_kept():
    inner = RecordingExporter()
    exporter = RedactingSpanExporter(inner, policy=POLICY)

    assert exporter.export([make_span()]) is SpanExportResult.FAILURE
    assert exporter.export([]) is SpanExportResult.SUCCESS
    exporter.force_flush(123)
    exporter.shutdown(timeout_millis=456)

    assert inner.calls == [("export", 1), ("force_flush", 123), ("shutdown", 456)]


def test_shutdown_hands_the_remaining_time_to_the_exporter():
    inner = RecordingExporter()
    run(RedactingSpanProcessor(inner, policy=POLICY)).shutdown()

    (timeout,) = [value for name, value in inner.calls if name == "shutdown"]
    assert 0 < timeout <= 30_000


def test_a_full_queue_drops_the_oldest_and_sends_nothing_raw():
    exporter = WireExporter()
    processor = RedactingSpanProcessor(
        exporter,
        policy=POLICY,
        max_queue_size=4,
        max_export_batch_size=4,
        schedule_delay_millis=60_000,
    )
    provider = TracerProvider()
    provider.add_span_processor(processor)
    # The worker is kept out, so that the queue fills.
    processor._batch._batch_processor._export_lock.acquire()
    for number in range(10):
        with provider.get_tracer("t").start_as_current_span(str(number)) as span:
            span.set_attribute("to", SECRET)
    processor._batch._batch_processor._export_lock.release()
    provider.shutdown()

    assert [span.name for span in exporter.spans()] == ["6", "7", "8", "9"]
    assert all(SECRET.encode() not in body for body in exporter.bodies)


def test_the_exporter_works_under_the_sdks_own_batch_processor():
    exporter = WireExporter()
    run(BatchSpanProcessor(RedactingSpanExporter(exporter, policy=POLICY))).shutdown()

    assert plain(exporter.spans()[0].attributes) == {"to": "[EMAIL_ADDRESS]"}


def test_callables_run_under_suppressed_instrumentation():
    seen = []
    key = otel_context._SUPPRESS_INSTRUMENTATION_KEY

    def look(inputs):
        seen.append(otel_context.get_value(key))
        return inputs

    policy = RedactionPolicy(hide_inputs=look, environ={})
    RedactingSpanExporter(WireExporter(), policy=policy).export([make_span({"gen_ai.prompt": "x"})])

    assert seen == [True]
    assert otel_context.get_value(key) is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_exports_its_own_spans_redacted_and_the_parent_its_own_once():
    with OtlpReceiver(grpc=False) as receiver:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

        endpoint = f"{receiver.http_endpoint}/v1/traces"
        provider = run(
            RedactingSpanProcessor(OTLPSpanExporter(endpoint=endpoint), policy=POLICY), "parent"
        )
        child = os.fork()
        if child == 0:
            try:
                with provider.get_tracer("t").start_as_current_span("child") as span:
                    span.set_attribute("to", SECRET)
                provider.force_flush()
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        provider.shutdown()
        receiver.wait_for(2, timeout_seconds=10)

        assert sorted(span.name for span in receiver.spans()) == ["child", "parent"]
        assert all(SECRET.encode() not in body for body in receiver.bodies)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"redact_in": "thread"}, "redact_in: got 'thread'"),
        ({"policy": {"hide_inputs": True}}, "policy: got dict"),
        ({"exporter": dict}, "exporter: got dict"),
        ({"exporter": "otlp"}, "exporter: got str"),
    ],
)
def test_bad_arguments_are_refused_at_construction(arguments, words):
    with pytest.raises(ConfigError, match=words):
        RedactingSpanProcessor(**{"exporter": WireExporter(), **arguments})


@pytest.mark.parametrize(
    ("environ", "module"),
    [
        ({}, "grpc"),
        ({"OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf"}, "http"),
        (
            {
                "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc",
                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": " http/protobuf ",
            },
            "http",
        ),
        (
            {
                "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "",
            },
            "http",
        ),
    ],
)
def test_the_protocol_comes_from_the_standard_variables(environ, module, monkeypatch):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    from otel_redact.otlp import otlp_span_exporter

    exporter = otlp_span_exporter()

    assert type(exporter).__module__.split(".")[-2] == module
    exporter.shutdown()


def test_an_unknown_protocol_is_refused(monkeypatch):
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")

    with pytest.raises(ConfigError, match="OTEL_EXPORTER_OTLP_PROTOCOL: got 'http/json'"):
        RedactingSpanProcessor()


def test_nothing_is_logged_about_content_on_the_whole_way(caplog):
    with caplog.at_level(logging.DEBUG):
        run(RedactingSpanProcessor(WireExporter(), policy=POLICY)).shutdown()

    assert SECRET not in caplog.text


def test_importing_the_package_reads_no_environment_and_compiles_no_engine():
    import subprocess
    import sys

    code = (
        "import os, sys\n"
        "import opentelemetry.sdk.trace.export\n"
        "class Closed(dict):\n"
        "    def get(self, name, default=None):\n"
        "        raise SystemExit(f'read {name}')\n"
        "    __getitem__ = get\n"
        "os.environ = Closed()\n"
        "import otel_redact\n"
        "heavy = {'regex', 'yaml', 'wrapt', 'grpc', 'hyperscan'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    before = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, ""), time.perf_counter() - before


@pytest.mark.parametrize("redact_in", ["worker", "caller"])
def test_spans_that_a_full_queue_drops_are_counted_and_never_sent(redact_in):
    exporter = WireExporter()
    processor = RedactingSpanProcessor(
        exporter,
        policy=RedactionPolicy(environ={}),
        redact_in=redact_in,
        max_queue_size=8,
        max_export_batch_size=8,
        schedule_delay_millis=60_000,
    )
    with processor._batch._batch_processor._export_lock:  # so the worker, woken up, takes none
        for number in range(20):
            processor.on_end(make_span({"n": number, "to": "ann@example.com"}))
    processor.force_flush()
    counted = processor.counters.spans
    processor.shutdown()

    arrived = [plain(span.attributes)["n"] for span in exporter.spans()]
    assert arrived == list(range(12, 20))
    assert counted["queue_full"] == 12
    assert b"ann@example.com" not in b"".join(exporter.bodies)
