"""A server that fails costs spans, each counted; never a raw byte, an error or the next spans."""

from __future__ import annotations

import threading
import time
from functools import partial

import pytest
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from otel_redact import RedactingSpanExporter, RedactingSpanProcessor, RedactionPolicy
from tests.faults.answers import FAULTS, HTTP, PROTOCOLS
from tests.faults.faulty_server import FaultyServer
from tests.faults.matrix import CANARY, QUICK, Cell, observed, run, run_all
from tests.support import ENCODES_NONE, make_span

FAULT = {fault.name: fault for fault in FAULTS}
MAIL = "canary7f3a9c@example.com"

pytestmark = pytest.mark.timeout(300)  # whichever test comes first waits for all


@pytest.fixture(scope="module")
def ran():
    """The outcomes by cell, what was logged, and what threads raised."""
    with observed() as (log, raised):
        outcomes = run_all(QUICK)
    return outcomes, log.getvalue(), raised


@pytest.fixture
def outcome(ran, cell):
    return ran[0][cell].result()


@pytest.mark.parametrize("cell", QUICK, ids=str)
def test_delivered_and_counted_as_lost_is_what_was_sent(cell, outcome):
    assert outcome.acknowledged + outcome.lost == outcome.sent
    assert outcome.raw == 0
    assert outcome.healed is not False
    if ENCODES_NONE:  # older SDKs retry on other answers
        assert outcome.lost == (0 if cell.fault.is_delivered(cell.protocol) else 6)


def test_no_fault_brings_content_into_a_log_or_an_error_into_a_thread(ran):
    _, logged, raised = ran

    assert "Failed to export" in logged
    assert CANARY not in logged
    assert raised == []


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_without_rules_the_same_canaries_are_found_so_that_these_tests_can_fail(protocol):
    cell = Cell(FAULT["closes before it answers"], protocol, "worker")

    outcome = run(cell, RedactionPolicy(anonymizer=None, environ={}))

    assert outcome.raw > 6 * 7


@pytest.mark.parametrize("way", ["worker", "caller", "exporter"])
def test_spans_end_without_delay_while_an_export_stalls(way):
    policy = RedactionPolicy(environ={})
    with FaultyServer(HTTP, FAULT["stalls forever"]) as server:
        exporter = OTLPSpanExporter(endpoint=server.url, timeout=0.6)
        if way == "exporter":
            processor = BatchSpanProcessor(
                RedactingSpanExporter(exporter, policy=policy), schedule_delay_millis=1
            )
        else:
            processor = RedactingSpanProcessor(
                exporter, policy=policy, redact_in=way, schedule_delay_millis=1
            )
        processor.on_end(make_span({"to": MAIL}))
        while not server.everything():
            time.sleep(0.005)

        longest = 0.0
        for _ in range(100):
            before = time.monotonic()
            processor.on_end(make_span({"to": MAIL}))
            longest = max(longest, time.monotonic() - before)

        assert longest < 0.3
        processor.shutdown()


@pytest.mark.parametrize("way", ["worker", "caller"])
def test_a_flush_keeps_to_its_timeout_when_the_server_stalls(way):
    with FaultyServer(HTTP, FAULT["stalls forever"]) as server:
        make = partial(OTLPSpanExporter, endpoint=server.url, timeout=1)
        processor = RedactingSpanProcessor(
            make, policy=RedactionPolicy(environ={}), redact_in=way, schedule_delay_millis=60_000
        )
        processor.on_end(make_span({"to": MAIL}))
        before = time.monotonic()

        assert processor.force_flush(200) is False
        assert time.monotonic() - before < 0.9
        processor.shutdown()

        assert processor.counters.spans == {"redacted": 1, "export_failed": 1}


def test_a_shutdown_while_an_export_is_under_way_loses_nothing_uncounted():
    with FaultyServer(HTTP, FAULT["slow"]) as server:
        exporter = OTLPSpanExporter(endpoint=server.url, timeout=10)
        processor = RedactingSpanProcessor(
            exporter, policy=RedactionPolicy(environ={}), schedule_delay_millis=1
        )
        provider = TracerProvider(shutdown_on_exit=False)
        provider.add_span_processor(processor)
        sent = 0
        ending = threading.Event()

        def application():
            nonlocal sent
            while not ending.is_set():
                provider.get_tracer("t").start_span("x", attributes={"to": MAIL}).end()
                sent += 1
                time.sleep(0.001)

        thread = threading.Thread(target=application)
        thread.start()
        while not server.bodies:
            time.sleep(0.005)
        provider.shutdown()
        ending.set()
        thread.join()

        counted = processor.counters.spans
        assert len(server.acknowledged) + counted.get("shutdown", 0) == sent
        assert CANARY.encode() not in server.everything()
