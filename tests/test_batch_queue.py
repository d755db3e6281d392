"""The queue loses nothing uncounted, and costs no more than the SDK's own way in."""

from __future__ import annotations

from collections import Counter

import pytest
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from otel_redact.batch_queue import queue_inside, shut_down_batch
from tests.support import WireExporter, make_span


@pytest.fixture
def batch():
    processor = BatchSpanProcessor(
        WireExporter(), max_queue_size=100, max_export_batch_size=100, schedule_delay_millis=60_000
    )
    yield processor
    processor.shutdown()


def test_what_falls_out_of_a_full_queue_is_counted(batch):
    lost: Counter = Counter()
    awaken = batch._batch_processor._worker_awaken
    awaken.set = lambda: None  # so that it fills
    put = queue_inside(batch, lambda outcome: lost.update([outcome]))

    for _ in range(107):
        put(make_span())

    assert lost == {"queue_full": 7}
    assert len(batch._batch_processor._queue) == 100
    del awaken.set


def test_what_comes_after_shutdown_is_counted_and_not_kept(batch):
    lost: Counter = Counter()
    put = queue_inside(batch, lambda outcome: lost.update([outcome]))
    put(make_span())

    left = shut_down_batch(batch, 5000)
    for _ in range(3):
        put(make_span())

    assert (left, lost) == (0, {"shutdown": 3})
    assert not batch._batch_processor._queue


def test_a_full_batch_wakes_the_worker(batch):
    put = queue_inside(batch, lambda outcome: None)

    for _ in range(99):
        put(make_span())
    assert not batch._batch_processor._worker_awaken.is_set()
    awaken = batch._batch_processor._worker_awaken
    awaken.clear = lambda: None
    put(make_span())

    assert awaken.is_set()
    del awaken.clear


def test_a_processor_of_another_make_has_no_queue_that_we_know():
    assert queue_inside(object(), lambda outcome: None) is None
