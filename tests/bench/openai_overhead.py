"""Times chats of 20 KB by the plain `openai` client and by the instrumented one; prints ratios."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import itertools
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

import openai
from openai_server import Message, listening, messages
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from processors import check
from record import option_parser, typed, versions, write
from table import Row, as_mapping, print_table, print_versions, times, whole
from timing import cpu_time_ns, median, quantile
from workload import Exports

from otel_redact import RedactingSpanProcessor
from otel_redact_instrumentation.openai import OpenAIInstrumentor

__all__ = ["main"]

PROGRAM = "tests/bench/openai_overhead.py"
PACKAGES = ("otel-redact", "openai", "wrapt", "opentelemetry-sdk", "hyperscan", "ahocorasick-rs")
CHATS = [messages(20_480, seed) for seed in range(16)]
PLAIN = "plain"
TARGET = 1.05
# Exported while the same block still calls: the worst that a worker does to its application.
QUEUE = {"max_export_batch_size": 4, "schedule_delay_millis": 60_000}
Taken = tuple[float, float]  # wall clock and the thread's CPU time, in microseconds
KINDS = {  # name → milliseconds that the server waits, and the share of the rounds
    "sync": (0, 1.0),
    "async": (0, 1.0),
    "sync, 20 ms": (20, 0.2),
    "async, 20 ms": (20, 0.2),
}


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many blocks of each cell, and timed calls of a block, are measured."""

    rounds: int
    calls: int


FULL = Counts(rounds=200, calls=5)
QUICK = Counts(rounds=2, calls=3)


def main(arguments: list[str]) -> int:
    """Measure, print, and write the raw result where it is asked for."""
    options = option_parser(PROGRAM, __doc__).parse_args(arguments)
    counts = QUICK if options.quick else FULL
    with listening() as url:
        measured = {
            kind: _measure(kind.split(",")[0], f"{url}/{delay}/v1", counts, share)
            for kind, (delay, share) in KINDS.items()
        }
    result: dict[str, object] = {
        "command": typed(PROGRAM, arguments),
        "versions": versions(PACKAGES),
        "counts": asdict(counts),
        "target": TARGET,
        "request_bytes": round(sum(len(json.dumps(chat)) for chat in CHATS) / len(CHATS)),
        **measured,
    }
    _print_report(measured)
    print_versions(result)
    write(result, options.out)
    return 0


def _measure(kind: str, url: str, counts: Counts, share: float) -> dict[str, object]:
    """Time the cells in turns, a block each, whose order moves on by one each round."""
    chats = itertools.cycle(CHATS)
    wall: dict[str, list[Sequence[float]]] = {}
    cpu: dict[str, list[Sequence[float]]] = {}
    processors = _processors()
    with _caller(kind, url) as call:
        cells = [PLAIN, *processors]
        for number in range(int(counts.rounds * share) + 2):
            for name in cells:
                with _instrumented(processors.get(name)):
                    call([next(chats)])  # what is made at the first call
                    taken = zip(*call([next(chats) for _ in range(counts.calls)]), strict=True)
                if number:  # the first round warms up
                    for samples, block in zip((wall, cpu), taken, strict=True):
                        samples.setdefault(name, []).append(block)
            cells.append(cells.pop(0))
    for processor in processors.values():
        check(processor)
        processor.shutdown()
    walls, cpus = (
        {name: list(itertools.chain(*blocks)) for name, blocks in samples.items()}
        for samples in (wall, cpu)
    )
    return {
        "p50_us": {name: median(taken) for name, taken in walls.items()},
        "p99_us": {name: quantile(taken, 0.99) for name, taken in walls.items()},
        "cpu_us": {name: median(taken) for name, taken in cpus.items()},
        "p50_to_plain": {name: _paired(blocks, wall[PLAIN]) for name, blocks in wall.items()},
        "cpu_to_plain": {name: _paired(blocks, cpu[PLAIN]) for name, blocks in cpu.items()},
        "wall_samples_us": {name: list(map(round, taken)) for name, taken in walls.items()},
        "cpu_samples_us": {name: list(map(round, taken)) for name, taken in cpus.items()},
    }


def _paired(blocks: Sequence[Sequence[float]], plain: Sequence[Sequence[float]]) -> float:
    """Return the median of each round's ratio: what the machine does meanwhile is in both."""
    rounds = zip(blocks, plain, strict=True)
    return median([median(ours) / median(theirs) for ours, theirs in rounds])


def _processors() -> dict[str, SpanProcessor]:
    encoding = functools.partial(Exports, encode=True)
    return {
        "no export": SpanProcessor(),
        "worker": RedactingSpanProcessor(encoding(), **QUEUE),
        "process": RedactingSpanProcessor(encoding, redact_in="process", **QUEUE),
    }


@contextlib.contextmanager
def _instrumented(processor: SpanProcessor | None) -> Iterator[None]:
    """Instrument for one block; what it has queued is exported before the next one."""
    if processor is None:
        yield
        return
    provider = TracerProvider(sampler=ALWAYS_ON, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    instrumentor = OpenAIInstrumentor()
    instrumentor.instrument(tracer_provider=provider, capture_content=True)
    try:
        yield
    finally:
        instrumentor.uninstrument()
        processor.force_flush()


@contextlib.contextmanager
def _caller(kind: str, url: str) -> Iterator[Callable[[Sequence[list[Message]]], list[Taken]]]:
    """Give a function: chats in, one after the other, what each call took out."""
    key = "sk-" + "bench"
    if kind == "sync":
        with openai.OpenAI(base_url=url, api_key=key, max_retries=0) as client:
            yield functools.partial(_time_sync, client)
        return
    with contextlib.closing(asyncio.new_event_loop()) as loop:
        asynchronous = openai.AsyncOpenAI(base_url=url, api_key=key, max_retries=0)
        yield lambda chats: loop.run_until_complete(_time_async(asynchronous, chats))
        loop.run_until_complete(asynchronous.close())


def _time_sync(client: openai.OpenAI, chats: Sequence[list[Message]]) -> list[Taken]:
    taken = []
    for chat in chats:
        start, used = time.perf_counter_ns(), cpu_time_ns()
        client.chat.completions.create(model="gpt-4o-mini", messages=chat)  # type: ignore[arg-type]
        used = cpu_time_ns() - used
        taken.append(((time.perf_counter_ns() - start) / 1000, used / 1000))
    return taken


async def _time_async(client: openai.AsyncOpenAI, chats: Sequence[list[Message]]) -> list[Taken]:
    taken = []
    for chat in chats:
        start, used = time.perf_counter_ns(), cpu_time_ns()
        await client.chat.completions.create(model="gpt-4o-mini", messages=chat)  # type: ignore[arg-type]
        used = cpu_time_ns() - used
        taken.append(((time.perf_counter_ns() - start) / 1000, used / 1000))
    return taken


def _print_report(measured: Mapping[str, Mapping[str, object]]) -> None:
    rows: list[Row] = []
    for kind, found in measured.items():
        ratios = [as_mapping(found[key]) for key in ("p50_to_plain", "cpu_to_plain")]
        taken = [as_mapping(found[key]) for key in ("p50_us", "p99_us", "cpu_us")]
        for name in taken[0]:
            cells = (*(times(of[name]) for of in ratios), *(whole(of[name]) for of in taken))
            rows.append((f"{kind}: {name}", *cells))
    head = ("20 KB chat", "p50 / plain", "CPU / plain", "p50 us", "p99 us", "CPU us")
    title = f"One call on loopback, by a server that takes no time, or 20 ms (target: {TARGET})"
    print_table(title, head, rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
