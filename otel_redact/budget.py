"""How much time the rules may still spend on one span; steps ask before each leaf."""

from __future__ import annotations

import time

__all__ = ["Budget"]

_NANOSECONDS = 1_000_000  # in a millisecond


class Budget:
    """CPU time of the thread that redacts, of which a span may use so much.

    Time in which another thread holds the interpreter lock is not counted, so that a busy
    application does not cost a span its values.

    Thread: one.
    """

    __slots__ = ("_largest", "_left", "_since")

    def __init__(self, limit_millis: float | None) -> None:
        """Start unspent.

        Args:
            limit_millis: milliseconds > 0; None: no limit.
        """
        self._left = None if limit_millis is None else int(limit_millis * _NANOSECONDS)
        self._largest = 0 if self._left is None else self._left // 4
        self._since = 0

    def start(self) -> None:
        """Let the clock run."""
        if self._left is not None:
            self._since = time.thread_time_ns()

    def stop(self) -> None:
        """Halt the clock."""
        if self._left is not None:
            self._left -= time.thread_time_ns() - self._since

    def charge(self, nanoseconds: int) -> None:
        """Take off time that was spent while the clock stood.

        Args:
            nanoseconds: since the last look. Of one interval a quarter of the limit counts at
                most: a collection of the application's garbage is not the span's doing.
        """
        if self._left is not None:
            self._left -= min(nanoseconds, self._largest)

    @property
    def is_spent(self) -> bool:
        """Whether the span has used its time, the clock standing."""
        return self._left is not None and self._left <= 0

    @property
    def is_over(self) -> bool:
        """Whether the span has used its time, the clock running."""
        return self._left is not None and self._left <= time.thread_time_ns() - self._since

    def seconds_left(self, most: float) -> float:
        """Return what is left, the clock running, in seconds: above 0, and at most ``most``."""
        if self._left is None:
            return most
        left = self._left - (time.thread_time_ns() - self._since)
        return min(most, max(left, _NANOSECONDS) / 1e9)
