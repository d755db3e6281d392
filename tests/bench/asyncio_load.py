"""Tiers in, how late an asyncio application wakes up beside them out; `load` asks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from opentelemetry.sdk.trace import ReadableSpan
from processors import BASE, ENCODES, Make, check, processor_makers, ready
from spans import chat_spans
from timing import median, quantile
from workload import Exports, Supply

__all__ = ["AsyncioCounts", "measure_asyncio"]

SIZE = 20_480
SPANS = 64
RATE = 500
SLEEP = 0.001
FEED_SLEEP = 0.002
# The SDK's defaults but for the delay, so that every run holds several exports.
QUEUE = {"max_queue_size": 2048, "max_export_batch_size": 512, "schedule_delay_millis": 500}


@dataclass(frozen=True, kw_only=True)
class AsyncioCounts:
    """How much is measured.

    Attributes:
        rounds: runs of each processor.
        seconds: of one run.
    """

    rounds: int
    seconds: float


def measure_asyncio(counts: AsyncioCounts, tiers: Sequence[str]) -> dict[str, object]:
    """Measure each processor with each exporter in turns.

    Returns:
        "processor, exporter" → microseconds a sleep of one millisecond ended late: medians over
        the rounds of each round's p50 and p99, ``p99_to_base``, spans per second, samples.
    """
    spans = chat_spans(SPANS, size=SIZE, dirty=True)
    makers = processor_makers(tiers, **QUEUE)
    samples: dict[str, dict[str, list[float]]] = {}
    for _ in range(counts.rounds):
        for name, make in makers.items():
            for exporter, encode in ENCODES.items():
                found = samples.setdefault(f"{name}, {exporter}", {})
                for field, value in _run(make, spans, counts.seconds, encode=encode).items():
                    found.setdefault(field, []).append(value)
    return {
        name: {
            **{field: median(values) for field, values in found.items() if field != "dropped"},
            "dropped": sum(found["dropped"]),
            "p99_to_base": _to_base(name, samples),
            "samples": found,
        }
        for name, found in samples.items()
    }


def _to_base(name: str, samples: dict[str, dict[str, list[float]]]) -> float:
    base = samples[f"{BASE}, {name.rpartition(', ')[2]}"]
    return round(median(samples[name]["p99_us"]) / median(base["p99_us"]), 2)


def _run(
    make: Make, spans: Sequence[ReadableSpan], seconds: float, *, encode: bool
) -> dict[str, float]:
    exports = Exports(encode=encode)
    processor = ready(make, exports, spans)
    supply = Supply(processor, spans, rate=RATE, exports=exports)
    start = time.perf_counter()
    late = asyncio.run(_application(supply, seconds))
    end = time.perf_counter()
    rate, fed = exports.rate(start, end), supply.fed
    processor.force_flush()
    exports.close()
    processor.shutdown()
    check(processor)
    return {
        "p50_us": round(quantile(late, 0.5) * 1e6, 1),
        "p99_us": round(quantile(late, 0.99) * 1e6, 1),
        "offered_per_second": round(fed / (end - start), 1),
        "out_per_second": round(rate, 1),
        "dropped": fed - exports.total,
    }


async def _application(supply: Supply, seconds: float) -> list[float]:
    """Return seconds by which each sleep ended late, while another task ends spans."""
    end = time.perf_counter() + seconds
    feeding = asyncio.create_task(_feed(supply, end))
    late: list[float] = []
    while (start := time.perf_counter()) < end:
        await asyncio.sleep(SLEEP)
        late.append(time.perf_counter() - start - SLEEP)
    await feeding
    return late


async def _feed(supply: Supply, end: float) -> None:
    while time.perf_counter() < end:
        supply.step()
        await asyncio.sleep(FEED_SLEEP)
