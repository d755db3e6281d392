"""Streams that nobody reads any more in, their spans ended out, by one thread of their own.

A finalizer may run anywhere, even while the collector interrupts code that holds a lock of the SDK;
ending a span there could wait for that very lock. It only puts into a queue that is safe for it.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable

from otel_redact.containment import renew_after_fork

__all__ = ["end_later", "start_thread"]


class _Abandoned:
    """The queue and its thread; both are new in a forked child."""

    def __init__(self) -> None:
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        self.waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        if self._thread is not None:
            return
        with self._lock:
            if self._thread is None:
                thread = threading.Thread(
                    target=self._run, name="otel-redact-abandoned", daemon=True
                )
                thread.start()
                self._thread = thread

    def _run(self) -> None:
        while True:
            self.waiting.get()()


_abandoned = _Abandoned()


def start_thread() -> None:
    """Make sure that the thread runs, in this process; called wherever a stream starts."""
    _abandoned.start()


def end_later(end: Callable[[], None]) -> None:
    """Have the thread call ``end``; from a finalizer.

    Args:
        end: raises nothing.
    """
    with contextlib.suppress(Exception):  # the interpreter may be half gone
        _abandoned.waiting.put(end)
