"""What users' code may throw at a pipeline, contained; and locks made new in a forked child."""

from __future__ import annotations

import os
import threading
import weakref
from typing import Protocol

__all__ = ["contain", "renew_after_fork"]


class _Renewable(Protocol):
    def renew(self) -> None:
        """Make locks and counters new."""
        ...


_renewables: weakref.WeakSet[_Renewable] = weakref.WeakSet()


def contain(error: BaseException) -> None:
    """Let a failure end here, whatever its class: a worker thread that dies exports nothing more.

    Args:
        error: what users' code raised; SystemExit and CancelledError are no exception.

    Raises:
        KeyboardInterrupt: it is one, on the main thread: the user pressed the keys.
    """
    main = threading.current_thread() is threading.main_thread()
    if isinstance(error, KeyboardInterrupt) and main:
        raise error


def renew_after_fork(owner: _Renewable) -> None:
    """Call ``owner.renew()`` in every child process, as long as the owner lives."""
    _renewables.add(owner)


def _renew_all() -> None:
    for owner in list(_renewables):
        owner.renew()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_all)
