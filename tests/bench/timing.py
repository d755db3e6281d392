"""Tasks in, interleaved samples out: what else the machine does meets all tasks alike."""

from __future__ import annotations

import contextlib
import functools
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["Clock", "cpu_time_ns", "interleaved", "median", "quantile", "ratio", "watched"]

Task = Callable[[], object]

_is_fine = time.get_clock_info("thread_time").resolution < 1e-5  # seconds; on Windows 0.016
cpu_time_ns = time.thread_time_ns if _is_fine else time.perf_counter_ns
"""Nanoseconds of the thread's CPU time; wall clock where the system counts that too coarsely."""


def interleaved(tasks: Mapping[str, Task], *, rounds: int, per_call: int) -> dict[str, list[float]]:
    """Run the tasks in turn (A B C A B C …), once beforehand to warm up.

    Args:
        tasks: name → what is timed.
        rounds: samples of each task.
        per_call: spans that one call handles.

    Returns:
        Name → microseconds of the thread's CPU time per span, one number per round. Other processes
        and threads are not in it, but what they do to caches and clock rates is.
    """
    samples: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()
    for _ in range(rounds):
        for name, task in tasks.items():
            start = cpu_time_ns()
            task()
            elapsed = cpu_time_ns() - start
            samples[name].append(round(elapsed / per_call / 1000, 2))
    return samples


def median(samples: Sequence[float]) -> float:
    """Return the median, in the samples' unit."""
    return round(statistics.median(samples), 3)


def quantile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that is not below ``share`` (0 to 1) of all."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ratio(samples: Sequence[float], base: Sequence[float]) -> float:
    """Return the ratio of two medians."""
    return round(median(samples) / median(base), 2)


class Clock:
    """Adds up the CPU time spent inside watched functions, that of functions inside them left out.

    Attributes:
        nanoseconds: stage → time since the last ``take``.
    """

    def __init__(self) -> None:
        self.nanoseconds: dict[str, int] = {}
        self._inner = [0]

    def take(self) -> dict[str, int]:
        """Return the times and start again at zero."""
        taken, self.nanoseconds = self.nanoseconds, {}
        return taken

    def watch(self, stage: str, function: Callable[..., object]) -> Callable[..., object]:
        """Return a function that does the same and is timed."""

        @functools.wraps(function)
        def timed(*args: object, **kwargs: object) -> object:
            self._inner.append(0)
            start = cpu_time_ns()
            try:
                return function(*args, **kwargs)
            finally:
                elapsed = cpu_time_ns() - start
                own = elapsed - self._inner.pop()
                self._inner[-1] += elapsed
                self.nanoseconds[stage] = self.nanoseconds.get(stage, 0) + own

        return timed


@contextlib.contextmanager
def watched(clock: Clock, places: Mapping[str, tuple[object, str]]) -> Iterator[None]:
    """Time functions where they are looked up, as long as the context lasts.

    Args:
        clock: adds the times up.
        places: stage → (module or class, name of the function in it).
    """
    originals = {stage: getattr(owner, name) for stage, (owner, name) in places.items()}
    for stage, (owner, name) in places.items():
        setattr(owner, name, clock.watch(stage, originals[stage]))
    try:
        yield
    finally:
        for stage, (owner, name) in places.items():
            setattr(owner, name, originals[stage])
