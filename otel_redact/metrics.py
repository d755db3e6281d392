"""What pipelines have counted in, OpenTelemetry metrics out; without a `MeterProvider` nothing.

Counters are read when a reader collects, so counting costs no more than without.
"""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version

from opentelemetry import metrics
from opentelemetry.metrics import CallbackOptions, Histogram, Observation

from otel_redact.counters import Tables, process_totals

__all__ = ["prepare", "timed"]

_QUEUE_FULL = "queue_full"
_Read = Callable[[Tables], Iterable[Observation]]


def prepare() -> None:
    """Make the instruments, if this process has none: at its exit a provider makes no more."""
    with contextlib.suppress(Exception):  # a foreign provider's
        _instruments()


@contextlib.contextmanager
def timed() -> Iterator[None]:
    """Record how long the redaction of one batch takes."""
    start = time.perf_counter()
    try:
        yield
    finally:
        with contextlib.suppress(Exception):  # a foreign provider's: no span may be lost for it
            _instruments().record(time.perf_counter() - start)


@functools.cache
def _instruments() -> Histogram:
    """Make the instruments, once per process. One of a proxy is filled when a provider is set."""
    meter = metrics.get_meter("otel_redact", version("otel-redact"))
    for name, unit, description, read in (
        ("findings", "{finding}", "Replaced pieces of texts", _findings),
        ("hidden", "{value}", "Attributes and parts of values that were removed", _hidden),
        ("failures", "{failure}", "Values replaced because something failed", _failures),
        ("spans", "{span}", "Spans by what became of them", _spans),
        ("queue.dropped", "{span}", "Spans that ended faster than they were sent", _dropped),
    ):
        meter.create_observable_counter(
            f"otel_redact.{name}", [_callback(read)], unit=unit, description=description
        )
    return meter.create_histogram(
        "otel_redact.duration", unit="s", description="Time to redact one batch"
    )


def _callback(read: _Read) -> Callable[[CallbackOptions], Iterable[Observation]]:
    return lambda _options: read(process_totals())


def _findings(totals: Tables) -> Iterator[Observation]:
    for (entity, place), count in totals.placed.items():
        yield Observation(count, {"entity": entity, "place": place})


def _hidden(totals: Tables) -> Iterator[Observation]:
    for category, count in totals.hidden.items():
        yield Observation(count, {"category": category})


def _failures(totals: Tables) -> Iterator[Observation]:
    for (stage, kind), count in totals.failures.items():
        yield Observation(count, {"stage": stage, "type": kind})


def _spans(totals: Tables) -> Iterator[Observation]:
    for outcome, count in totals.spans.items():
        yield Observation(count, {"outcome": outcome})


def _dropped(totals: Tables) -> Iterator[Observation]:
    yield Observation(totals.spans[_QUEUE_FULL])
