"""What users' code may throw at a pipeline, contained; locks and forks kept apart."""

from __future__ import annotations

import os
import threading
import time
import weakref
from typing import Protocol

__all__ = ["contain", "forks_wait", "renew_after_fork"]

_MAX_WAIT_SECONDS = 10.0  # what is loaded by the first span takes a second on a busy machine
_POLL_SECONDS = 0.001


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


class _Forks:
    """Has forks wait for other threads that are inside.

    What a thread imports when it first needs it has a lock that a fork would copy, held by a thread
    that the child does not have: the child would wait for ever for the module.
    """

    def __init__(self) -> None:
        self._door = threading.RLock()
        self._inside: dict[int, int] = {}

    def __enter__(self) -> None:
        me = threading.get_ident()
        depth = self._inside.get(me, 0)
        if depth:
            self._inside[me] = depth + 1
            return
        with self._door:
            self._inside[me] = 1

    def __exit__(self, *_: object) -> None:
        me = threading.get_ident()
        depth = self._inside.pop(me) - 1
        if depth:
            self._inside[me] = depth

    def before(self) -> None:
        """Let nobody in, and wait for those inside; not for ever, as a callable may hang."""
        self._door.acquire()
        end = time.monotonic() + _MAX_WAIT_SECONDS
        me = threading.get_ident()
        while self._inside.keys() - {me} and time.monotonic() < end:
            time.sleep(_POLL_SECONDS)

    def in_parent(self) -> None:
        """Let them in again."""
        self._door.release()

    def in_child(self) -> None:
        """Forget threads that are not here."""
        self._door = threading.RLock()
        me = threading.get_ident()
        self._inside = {me: self._inside[me]} if me in self._inside else {}


forks_wait = _Forks()
"""A context: while threads are inside, forks by others wait, for seconds at most."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=forks_wait.before,
        after_in_parent=forks_wait.in_parent,
        after_in_child=forks_wait.in_child,
    )
    os.register_at_fork(after_in_child=_renew_all)
