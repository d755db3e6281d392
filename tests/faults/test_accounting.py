"""Many threads, full queues, spans that end at the worst moment: each is sent or counted.

Over 200 lines: each test is another moment.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import (
    RedactingSpanProcessor,
    RedactionPolicy,
    binding,
    create_anonymizer,
    use_policy,
)
from otel_redact.testing import assert_no_leak
from tests.faults.answers import FAULTS, HTTP
from tests.faults.faulty_server import FaultyServer
from tests.support import WireExporter, make_span, plain

CANARY = "canary7f3a9c"
MAIL = f"{CANARY}@example.com"
THREADS = 12
EACH = 150


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.fixture
def often():
    """Switch threads as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture(params=["worker", "caller"])
def made(request, often):
    """A processor, its provider, and the exporter; shut down at the end."""
    exporter = WireExporter()
    processor = RedactingSpanProcessor(
        exporter,
        policy=policy(),
        redact_in=request.param,
        max_queue_size=64,
        max_export_batch_size=32,
        schedule_delay_millis=1,
    )
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    yield processor, provider, exporter
    processor.shutdown()


def test_a_full_queue_counts_exactly_what_a_storm_of_threads_loses(made):
    processor, provider, exporter = made
    tracer = provider.get_tracer("t")

    def storm(_):
        for _ in range(EACH):
            tracer.start_span("x", attributes={"to": MAIL}).end()

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(storm, range(THREADS)))
    processor.force_flush()

    lost = processor.counters.spans.get("queue_full", 0)  # none where redaction is the bottleneck
    assert lost + len(exporter.spans()) == THREADS * EACH
    assert_no_leak(exporter.bodies, [CANARY])


def test_spans_that_end_during_and_after_shutdown_are_counted(made):
    processor, provider, exporter = made
    tracer = provider.get_tracer("t")
    running = threading.Event()

    def storm(_):
        for number in range(EACH):
            tracer.start_span("x", attributes={"to": MAIL}).end()
            if number == EACH // 3:
                running.set()

    with ThreadPoolExecutor(THREADS) as pool:
        done = pool.map(storm, range(THREADS))
        running.wait()
        provider.shutdown()
        list(done)
    for _ in range(3):
        tracer.start_span("late", attributes={"to": MAIL}).end()

    counted = processor.counters.spans
    assert counted["shutdown"] >= 3
    lost = counted.get("queue_full", 0) + counted["shutdown"]
    assert lost + len(exporter.spans()) == THREADS * EACH + 3
    assert_no_leak(exporter.bodies, [CANARY])


def test_a_storm_of_asyncio_tasks_loses_nothing(often):
    exporter = WireExporter()
    processor = RedactingSpanProcessor(exporter, policy=policy(), schedule_delay_millis=1)
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("t")

    async def task():
        with tracer.start_as_current_span("outer") as span:
            await asyncio.sleep(0)
            span.set_attribute("to", MAIL)
            with tracer.start_as_current_span("inner", attributes={"to": MAIL}):
                await asyncio.sleep(0)

    async def main():
        await asyncio.gather(*(task() for _ in range(500)))

    asyncio.run(main())
    provider.shutdown()

    assert Counter(span.name for span in exporter.spans()) == {"outer": 500, "inner": 500}
    assert {plain(span.attributes)["to"] for span in exporter.spans()} == {"[EMAIL_ADDRESS]"}


def test_policies_swapped_under_load_redact_their_own_spans_only(often):
    policies = [
        policy(anonymizer=create_anonymizer([{"pattern": CANARY, "replace": f"<{number}>"}]))
        for number in range(5)
    ]
    exporter = WireExporter()
    processor = RedactingSpanProcessor(
        exporter, policy=policy(), max_queue_size=10_000, schedule_delay_millis=1
    )
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("t")

    def storm(thread):
        for step in range(60):
            number = (thread + step) % 6
            if number == 5:
                tracer.start_span("5", attributes={"to": MAIL}).end()
                continue
            with use_policy(policies[number]):
                tracer.start_span(str(number), attributes={"to": MAIL}).end()

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(storm, range(THREADS)))
    provider.shutdown()

    arrived = {(span.name, plain(span.attributes)["to"]) for span in exporter.spans()}
    assert arrived == {
        *((str(number), f"<{number}>@example.com") for number in range(5)),
        ("5", "[EMAIL_ADDRESS]"),
    }
    assert len(exporter.spans()) == THREADS * 60


LOCKS = {
    "counters": lambda processor: processor._redacting.pipeline.counters._lock,
    "trace memory": lambda processor: processor._redacting.pipeline._traces._lock,
    "policies of spans": lambda processor: binding._tables.lock,
    "queue": lambda processor: processor._batch._batch_processor._queue._lock,
}


@pytest.mark.parametrize("name", LOCKS)
def test_a_span_that_ends_where_its_own_thread_is_inside_does_not_hang(name):
    """Signal handlers and finalizers end spans between any two steps of a thread."""
    exporter = WireExporter()
    processor = RedactingSpanProcessor(exporter, policy=policy(), redact_in="caller")
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("t")

    class Stream:
        def __init__(self):
            self.span = tracer.start_span("x", attributes={"gen_ai.prompt": MAIL})
            self.itself = self

        def __del__(self):
            self.span.end()

    def application():
        with use_policy(policy()):
            Stream()
            with LOCKS[name](processor):
                gc.collect()

    thread = threading.Thread(target=application, daemon=True)
    thread.start()
    thread.join(10)

    assert not thread.is_alive()
    provider.shutdown()
    assert len(exporter.spans()) == 1
    assert_no_leak(exporter.bodies, [CANARY])


def test_a_wall_clock_that_jumps_changes_no_span_and_loses_none_uncounted(monkeypatch):
    jump = {"seconds": 0}
    now, now_nanoseconds = time.time, time.time_ns

    def shifted():
        jump["seconds"] = {0: 3600, 3600: -3600, -3600: 0}[jump["seconds"]]
        return now() + jump["seconds"]

    monkeypatch.setattr(time, "time", shifted)
    monkeypatch.setattr(time, "time_ns", lambda: now_nanoseconds() + jump["seconds"] * 10**9)
    (fault,) = [fault for fault in FAULTS if fault.name == "none"]
    with FaultyServer(HTTP, fault) as server:
        processor = RedactingSpanProcessor(
            partial(OTLPSpanExporter, endpoint=server.url, timeout=5),
            policy=policy(),
            max_export_batch_size=1,
        )
        times = [(2_000 + n, 1_000 + n) for n in range(10)]  # they end before they start
        for start, end in times:
            span = make_span({"to": MAIL})
            span._start_time, span._end_time = start, end
            processor.on_end(span)
        before = time.monotonic()
        processor.force_flush()
        processor.shutdown()

        assert time.monotonic() - before < 10
        counted = processor.counters.spans
        assert len(server.acknowledged) + counted.get("export_failed", 0) == 10
        assert server.times() <= set(times)
        assert CANARY.encode() not in server.everything()
