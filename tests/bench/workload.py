"""A processor in, a busy application and a paced supply of spans around it out."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

__all__ = ["SATURATED", "BusyThread", "Exports", "Feeder", "Supply"]

SATURATED = 0
"""Rate that stands for "as many as come out": the queue is never empty, and never full."""

_CHUNK = 2000  # additions between two looks at the clock, some 50 microseconds
_WAITING = 256  # spans under way when saturated
_LOOK = 0.01  # seconds between two looks at another process's counters
_TICK = 0.002  # seconds between two looks of the feeder


@dataclass(frozen=True, kw_only=True)
class _Export:
    at: float
    spans: int
    thread_seconds: float


class Exports(SpanExporter):
    """Counts spans, and encodes them as OTLP where told to.

    Attributes:
        total: spans so far.
        encode: as given.
    """

    def __init__(self, *, encode: bool) -> None:
        self.total = 0
        self.encode = encode
        self._log: list[_Export] = []
        self._counted: Callable[[], int] | None = None
        self._before = 0

    def follow(self, counted: Callable[[], int]) -> None:
        """Count what leaves another process, by asking how much that is again and again.

        Args:
            counted: spans so far.
        """
        self._counted = counted
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while self._counted is not None:
            new = self._counted() - self._before - self.total
            if new > 0:
                self._note(new)
            time.sleep(_LOOK)

    def close(self) -> None:
        """Follow no longer."""
        if self._counted is not None:
            self.total = self._counted() - self._before
            self._counted = None

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        if self.encode:
            encode_spans(spans).SerializeToString()
        self._note(len(spans))
        return SpanExportResult.SUCCESS

    def _note(self, count: int) -> None:
        self.total += count
        self._log.append(
            _Export(at=time.perf_counter(), spans=count, thread_seconds=time.thread_time())
        )

    def forget(self) -> None:
        """Start again at nothing."""
        self._before = self._counted() if self._counted is not None else 0
        self.total = 0
        self._log.clear()

    def rate(self, start: float, end: float) -> float:
        """Return spans per second in a window: between its first and last export, where it can."""
        inside = [export for export in self._log if start <= export.at <= end]
        if len(inside) > 1:
            elapsed = inside[-1].at - inside[0].at
            return sum(export.spans for export in inside[1:]) / elapsed
        return sum(export.spans for export in inside) / (end - start)

    def microseconds(self, start: float, end: float) -> float | None:
        """Return CPU time of the exporting thread per span in a window; None: not to be had."""
        inside = [export for export in self._log if start <= export.at <= end]
        if len(inside) < 2 or self._counted is not None:
            return None
        taken = inside[-1].thread_seconds - inside[0].thread_seconds
        return taken / sum(export.spans for export in inside[1:]) * 1e6


class Supply:
    """Hands a processor the spans that are due.

    Args:
        processor: gets them by ``on_end``.
        spans: handed over again and again.
        rate: spans per second, or ``SATURATED``.
        exports: tells how many have come out.

    Attributes:
        fed: spans so far.
        stopped: whether ``stop`` was called.
    """

    def __init__(
        self,
        processor: SpanProcessor,
        spans: Sequence[ReadableSpan],
        *,
        rate: int,
        exports: Exports,
    ) -> None:
        self.fed = 0
        self.stopped = False
        self._on_end = processor.on_end
        self._spans = itertools.cycle(spans)
        self._rate = rate
        self._exports = exports
        self._start = time.perf_counter()

    def step(self) -> None:
        """Feed what is due by now."""
        due = self._due()
        while self.fed < due and not self.stopped:
            self._on_end(next(self._spans))
            self.fed += 1

    def stop(self) -> None:
        """End a step early, and let nobody feed on."""
        self.stopped = True

    def _due(self) -> int:
        if self._rate == SATURATED:
            return self._exports.total + _WAITING
        return int((time.perf_counter() - self._start) * self._rate)


class Feeder(threading.Thread):
    """A thread that sleeps between the steps of a supply."""

    def __init__(self, supply: Supply) -> None:
        super().__init__(name="feeder", daemon=True)
        self._supply = supply

    def run(self) -> None:
        while not self._supply.stopped:
            self._supply.step()
            time.sleep(_TICK)

    def stop(self) -> None:
        self._supply.stop()


class BusyThread(threading.Thread):
    """An application that never waits: it adds one, again and again.

    Args:
        between: called between two chunks of additions, as an application that ends spans would.

    Attributes:
        additions: so far.
        cpu_seconds: CPU time so far.
    """

    def __init__(self, between: Callable[[], None] | None = None) -> None:
        super().__init__(name="application", daemon=True)
        self.additions = 0
        self.cpu_seconds = 0.0
        self._stopped = False
        self._between = between

    def run(self) -> None:
        total = 0
        while not self._stopped:
            for _ in range(_CHUNK):
                total += 1
            self.additions = total
            self.cpu_seconds = time.thread_time()
            if self._between is not None:
                self._between()

    def stop(self) -> None:
        self._stopped = True
