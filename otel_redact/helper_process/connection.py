"""One running helper: a request in, its answer out, or an error that says why there is none."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
import weakref

from otel_redact.helper_process.bootstrap import start_interpreter
from otel_redact.helper_process.frame import FrameError, read_frame, write_frame

__all__ = ["Connection", "HelperError"]

_TICK_SECONDS = 1.0
_REAP_SECONDS = 5.0


class HelperError(Exception):
    """The helper did not answer; the text is one of a few words: ``timeout``, ``exited``, ….

    Its spans are lost.
    """


class _Watch:
    """Ends a helper that takes too long.

    A pipe that nobody reads or writes blocks for ever, and asking for its state before each call
    would give the GIL away more often. So a thread looks at the clock about once a second.

    Attributes:
        deadline: on the monotonic clock, in seconds; None: nothing is under way.
        expired: it killed the helper.
    """

    def __init__(self, process: subprocess.Popen[bytes], tick_seconds: float) -> None:
        self.deadline: float | None = None
        self.expired = False
        self._process = process
        self._tick_seconds = tick_seconds
        self._stopped = threading.Event()
        thread = threading.Thread(target=self._run, name="OtelRedactHelperWatch", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            return  # the interpreter shuts down: `Connection.end` bounds what is left to do

    def stop(self) -> None:
        """Let the thread end."""
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.wait(self._tick_seconds):
            deadline = self.deadline
            if deadline is not None and time.monotonic() > deadline:
                self.expired = True
                self._process.kill()
                return


class Connection:
    """A running helper and the two pipes to it.

    Thread: ``ask`` from one at a time; ``kill`` from any.
    On error: the helper is ended; start another.
    """

    def __init__(self, tick_seconds: float) -> None:
        """Start the helper.

        Args:
            tick_seconds: by how much a timeout may be overrun; at most a second.

        Raises:
            OSError: it cannot be started.
        """
        self._process = process = start_interpreter()
        self._watch = watch = _Watch(process, min(_TICK_SECONDS, tick_seconds))
        self._finalize = weakref.finalize(self, _finish, process, watch, os.getpid())

    def ask(self, payload: bytes, timeout_seconds: float) -> bytearray:
        """Send a frame and wait for the answer.

        Args:
            payload: the frame's.
            timeout_seconds: > 0, until the helper is ended.

        Raises:
            HelperError: there is none. The helper is gone.
        """
        process, watch = self._process, self._watch
        watch.deadline = time.monotonic() + timeout_seconds
        try:
            write_frame(_number(process.stdin), payload)
            answer = read_frame(_number(process.stdout))
        except (OSError, FrameError) as error:
            self.kill()
            reason = "protocol" if isinstance(error, FrameError) else "exited"
            raise HelperError("timeout" if watch.expired else reason) from None
        except BaseException:
            self.kill()
            raise
        watch.deadline = None
        if answer is None:
            self.kill()
            raise HelperError("timeout" if watch.expired else "exited")
        return answer

    def end(self, timeout_seconds: float) -> None:
        """Close the helper's pipe, so that it flushes and leaves; kill it when it does not.

        Args:
            timeout_seconds: >= 0.
        """
        if self._process.stdin is not None:
            self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout_seconds)
        self.kill()

    def kill(self) -> None:
        """End the helper at once, where it still runs, and leave nothing of it behind."""
        self._finalize()

    def abort(self) -> None:
        """End the helper under a thread that waits for it, which then gets an error."""
        self._process.kill()

    def abandon(self) -> None:
        """Close this process's ends of pipes that a parent shares with its helper."""
        self._finalize.detach()
        self._watch.stop()
        _close(self._process)
        self._process.returncode = 0  # not ours to wait for


def _finish(process: subprocess.Popen[bytes], watch: _Watch, pid: int) -> None:
    """Kill and reap a helper, in the process that started it."""
    watch.stop()
    if os.getpid() != pid:
        process.returncode = 0
        return
    process.kill()
    _close(process)
    try:
        process.wait(_REAP_SECONDS)
    except subprocess.TimeoutExpired:  # it hangs in the kernel
        process.returncode = -9


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def _number(stream: object) -> int:
    return stream.fileno()  # type: ignore[attr-defined,no-any-return]  # both are pipes
