"""Tiers in, spans per second beside an application that never waits out; `load` asks."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from opentelemetry.sdk.trace import ReadableSpan
from processors import ENCODES, Make, check, processor_makers, ready
from spans import chat_spans
from timing import median
from workload import SATURATED, BusyThread, Exports, Feeder, Supply

__all__ = ["ALONE", "BusyCounts", "measure_busy"]

ALONE = "alone"
"""Name of the cell without a busy thread, saturated."""
SIZE = 20_480
SPANS = 64
# Smaller batches than the SDK's 512 and a shorter delay, so that a second holds several exports.
QUEUE = {"max_queue_size": 2048, "max_export_batch_size": 64, "schedule_delay_millis": 100}

AnyThread = TypeVar("AnyThread", BusyThread, Feeder)
Samples = dict[str, dict[str, list[float]]]  # cell → what is measured → one number per round


@dataclass(frozen=True, kw_only=True)
class BusyCounts:
    """How much is measured.

    Attributes:
        rounds: samples of each cell.
        seconds: of one sample.
        warm_up: seconds before it.
        rates: spans per second that are offered.
    """

    rounds: int
    seconds: float
    warm_up: float
    rates: tuple[int, ...]


def measure_busy(counts: BusyCounts, tiers: Sequence[str], *, feed: str) -> dict[str, object]:
    """Measure each processor with each exporter, alone and beside a busy thread, in turns.

    Args:
        counts: how much.
        tiers: of the engine.
        feed: ``thread`` or ``application``; saturated, it is always a thread.

    Returns:
        "processor, exporter" → cell (``alone``, ``saturated``, a rate) → medians and samples.
    """
    spans = chat_spans(SPANS, size=SIZE, dirty=True)
    makers = processor_makers(tiers, **QUEUE)
    found: dict[str, Samples] = {
        f"{name}, {exporter}": {} for name in makers for exporter in ENCODES
    }
    for _ in range(counts.rounds):
        for name, make in makers.items():
            for exporter, encode in ENCODES.items():
                cells = _group(make, spans, counts, encode=encode, feed=feed)
                for cell, sample in cells:
                    kept = found[f"{name}, {exporter}"].setdefault(cell, {})
                    for field, value in sample.items():
                        kept.setdefault(field, []).append(value)
    return {name: _summary(samples) for name, samples in found.items()}


def _group(
    make: Make, spans: Sequence[ReadableSpan], counts: BusyCounts, *, encode: bool, feed: str
) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield (cell, sample) of one processor and exporter, the busy thread's own speed before."""
    own_speed = _own_speed(counts)

    def cell(rate: int, *, busy: bool) -> dict[str, float]:
        return _cell(
            make,
            spans,
            counts,
            encode=encode,
            rate=rate,
            own_speed=own_speed if busy else None,
            feed="thread" if rate == SATURATED else feed,
        )

    yield ALONE, cell(SATURATED, busy=False)
    for rate in counts.rates:
        yield str(rate), cell(rate, busy=True)
    yield "saturated", cell(SATURATED, busy=True)


def _own_speed(counts: BusyCounts) -> float:
    with _running(BusyThread()) as busy:
        time.sleep(counts.warm_up)
        start, before = time.perf_counter(), busy.additions
        time.sleep(counts.seconds / 2)
        return (busy.additions - before) / (time.perf_counter() - start)


def _cell(
    make: Make,
    spans: Sequence[ReadableSpan],
    counts: BusyCounts,
    *,
    encode: bool,
    rate: int,
    own_speed: float | None,
    feed: str,
) -> dict[str, float]:
    exports = Exports(encode=encode)
    processor = ready(make, exports, spans)
    supply = Supply(processor, spans, rate=rate, exports=exports)
    busy = BusyThread(supply.step if feed == "application" else None)
    with contextlib.ExitStack() as stack:
        stack.callback(exports.close)
        stack.callback(processor.shutdown)
        stack.callback(processor.force_flush)
        if own_speed is not None:
            stack.enter_context(_running(busy))
        if feed == "thread":
            stack.enter_context(_running(Feeder(supply)))
        stack.callback(supply.stop)  # called first, so that nobody waits for spans to go out
        time.sleep(counts.warm_up)
        sample = _watched(counts.seconds, supply, exports, busy if own_speed else None)
        if own_speed is not None:
            sample["speed_kept"] = round(sample.pop("additions_per_second") / own_speed, 3)
    check(processor)
    sample["dropped"] = supply.fed - exports.total
    return sample


def _watched(
    seconds: float, supply: Supply, exports: Exports, busy: BusyThread | None
) -> dict[str, float]:
    """Return what happens within this time."""
    start, fed = time.perf_counter(), supply.fed
    additions, cpu = (busy.additions, busy.cpu_seconds) if busy else (0, 0.0)
    time.sleep(seconds)
    end = time.perf_counter()
    elapsed = end - start
    sample = {
        "out_per_second": round(exports.rate(start, end), 1),
        "offered_per_second": round((supply.fed - fed) / elapsed, 1),
    }
    if busy is not None:
        sample["additions_per_second"] = (busy.additions - additions) / elapsed
        sample["cpu_share"] = round((busy.cpu_seconds - cpu) / elapsed, 3)
    taken = exports.microseconds(start, end)
    if taken is not None:
        sample["export_thread_us"] = round(taken, 1)
    return sample


@contextlib.contextmanager
def _running(thread: AnyThread) -> Iterator[AnyThread]:
    thread.start()
    try:
        yield thread
    finally:
        thread.stop()
        thread.join()


def _summary(samples: Samples) -> dict[str, object]:
    summary: dict[str, Any] = {}
    for cell, fields in samples.items():
        medians = {field: median(values) for field, values in fields.items() if field != "dropped"}
        summary[cell] = {**medians, "dropped": sum(fields["dropped"]), "samples": fields}
    return summary
