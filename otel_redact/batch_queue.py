"""The queue of the SDK's batch processors: items in, and each that it loses counted.

Beside `span` and `install` the only room that touches SDK privates: of the batch processor.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from os import getpid
from typing import TYPE_CHECKING

from otel_redact.containment import renew_after_fork

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

__all__ = ["flush_in_time", "queue_inside", "queue_of", "shut_down_batch"]

_NEEDED = ("_max_export_batch_size", "_pid", "_worker_awaken", "emit")
_MARGIN = 64
"""Items below its length from which a queue is looked at under a lock: more threads than these are
not between two lines of ``put`` at once."""


def queue_of(
    batch: BatchSpanProcessor, on_lost: Callable[[str], None]
) -> Callable[[ReadableSpan], None]:
    """Return what puts a sampled span into the SDK's queue, one call nearer than ``on_end``.

    Args:
        batch: has the queue.
        on_lost: as for ``queue_inside``.
    """
    return queue_inside(batch, on_lost) or batch.on_end


def queue_inside(batch: object, on_lost: Callable[[str], None]) -> Callable[[object], None] | None:
    """Return what puts an item into the queue of the SDK's batch processor, of any signal.

    It does what the SDK's ``emit`` does, with two calls fewer.

    Args:
        batch: has the queue, still empty; None is returned where it does not look as expected.
        on_lost: called for each item that will not be exported, with the outcome to count:
            ``queue_full``, for the oldest one, or ``shutdown``.
    """
    inner = getattr(batch, "_batch_processor", None)
    old = getattr(inner, "_queue", None)
    if inner is None or not isinstance(old, deque) or old.maxlen is None:
        return None
    if not all(hasattr(inner, name) for name in _NEEDED):
        return None
    inner._queue = queue = _CountedQueue(old.maxlen, on_lost)  # noqa: SLF001 - not public
    append, room = queue.appendleft, old.maxlen - _MARGIN
    enough: int = inner._max_export_batch_size  # noqa: SLF001 - not public

    def put(item: object) -> None:
        if inner._pid != getpid():  # noqa: SLF001 - a fork that told nobody
            inner.emit(item)
            return
        if queue.is_closed:
            on_lost("shutdown")
            return
        if len(queue) < room:
            append(item)
        else:
            queue.squeeze(item)
        if queue.is_closed:  # by now
            queue.take_back(item)
        elif len(queue) >= enough and not inner._worker_awaken.is_set():  # noqa: SLF001 - not public
            inner._worker_awaken.set()  # noqa: SLF001 - not public

    return put


def flush_in_time(flush: Callable[[int], object], timeout_millis: int) -> bool:
    """Export what is queued, and wait no longer than asked: the SDK's batch processors would.

    Args:
        flush: of one of them.
        timeout_millis: milliseconds; a thread goes on with what is not exported by then.

    Returns:
        Whether it was tried in time, and succeeded.
    """
    flushed: list[bool] = []
    thread = threading.Thread(
        target=lambda: flushed.append(bool(flush(timeout_millis))),
        name="OtelRedactFlush",
        daemon=True,
    )
    try:
        thread.start()
    except RuntimeError:  # the interpreter shuts down, and starts no threads
        return bool(flush(timeout_millis))
    thread.join(timeout_millis / 1000)
    return flushed == [True]


def shut_down_batch(batch: object, timeout_millis: float) -> int:
    """Shut a batch processor down.

    Args:
        batch: one of the SDK's, of any signal.
        timeout_millis: milliseconds; kept to where ``queue_inside`` knows the processor.

    Returns:
        How many items were left in its queue.
    """
    inner = getattr(batch, "_batch_processor", None)
    queue = getattr(inner, "_queue", None)
    if inner is None or not isinstance(queue, _CountedQueue):
        batch.shutdown()  # type: ignore[attr-defined]  # every processor has it
        return 0
    queue.is_closed = True  # else a worker that empties it would never come to its end
    inner.shutdown(timeout_millis)
    return queue.close()


class _CountedQueue(deque[object]):
    """The SDK's queue; says which items fall out of it, however many threads come at once.

    Attributes:
        is_closed: nothing is put into it any more.
    """

    __hash__ = object.__hash__  # type: ignore[assignment]  # by identity, as a fork's renewal asks

    def __init__(self, maxlen: int, on_lost: Callable[[str], None]) -> None:
        super().__init__((), maxlen)
        self.is_closed = False
        self._on_lost = on_lost
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Take a new lock."""
        self._lock = threading.RLock()

    def squeeze(self, item: object) -> None:
        """Put an item in; the oldest one falls out of a full queue, and is counted."""
        with self._lock:  # meanwhile nothing is taken out
            is_full = len(self) == self.maxlen
            self.appendleft(item)
        if is_full:
            self._on_lost("queue_full")

    def pop(self) -> object:  # type: ignore[override]  # deque's takes nothing either
        """Take the oldest item out."""
        with self._lock:
            return deque.pop(self)

    def take_back(self, item: object) -> None:
        """Count an item that came when the queue was closed already, if it is still there."""
        with self._lock:
            kept = [one for one in self if one is not item]
            is_left = len(kept) < len(self)
            self.clear()
            self.extend(kept)
        if is_left:
            self._on_lost("shutdown")

    def close(self) -> int:
        """Forget the items that are left, and return how many they were."""
        with self._lock:
            left = len(self)
            self.clear()
        return left
