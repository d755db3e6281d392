"""What happens to one answer in: its chunks, its end, the user's close; the recorder is told."""

from __future__ import annotations

import functools
import time
import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

from otel_redact_instrumentation.openai import processing
from otel_redact_instrumentation.openai.abandoned import end_later, start_thread
from otel_redact_instrumentation.openai.assemble import assembler_for
from otel_redact_instrumentation.openai.plain import Json, plain_dict

if TYPE_CHECKING:
    from otel_redact_instrumentation.openai.recorder import Recorder

__all__ = ["Watch"]


class Watch:
    """Ends a recorder when its answer is exhausted, closed, broken or abandoned.

    Thread: whichever consumes the answer.
    Order: a chunk is copied before the user has it, because the user may change it.
    On error: nothing of ours reaches the user; the recorder counts it.

    Attributes:
        recorder: is told.
        inside: the client's own code is running: a close in it is not the user's.
    """

    def __init__(self, recorder: Recorder, http: object) -> None:
        """Notice when the connection is closed.

        Args:
            recorder: is told.
            http: the ``httpx`` response below; its ``close`` is watched until the end.
        """
        self.recorder = recorder
        self.inside = False
        self.streamed = False
        self._assembler = assembler_for(recorder.target.api)
        self._chunks: list[Json] = []
        self._process = recorder.runtime.settings.process_chunk
        self._http: Callable[[], object] = lambda: None
        start_thread()
        if hasattr(http, "aclose") or hasattr(http, "close"):
            self._http = weakref.ref(http)
            weakref.finalize(http, end_later, self.abandon).atexit = False
            self._watch_close(http)

    def chunk(self, chunk: object) -> None:
        """Take one chunk, before the user gets it."""
        runtime = self.recorder.runtime
        if not self.streamed:
            self.streamed = True
            waited = time.perf_counter() - self.recorder.started
            runtime.guard(
                lambda: self.recorder.put("gen_ai.response.time_to_first_chunk", waited), None
            )
        runtime.guard(lambda: self._take(plain_dict(chunk)), None)

    def end(self, response: Json | None = None, *, error: BaseException | None = None) -> None:
        """Note that the answer is over; by itself, or broken by an error."""
        self._finish(response, ended="error" if error is not None else "", error=error)

    def abandon(self) -> None:
        """Note that the user does not want the rest."""
        self._finish(None, ended="cancelled" if self.streamed else "", error=None)

    def _closed(self) -> None:
        if not self.inside:
            self.abandon()

    def _take(self, chunk: Json) -> None:
        if self._process is None:
            self._assembler.add(chunk)
        else:
            self._chunks.append(chunk)

    def _finish(self, response: Json | None, *, ended: str, error: BaseException | None) -> None:
        guard = self.recorder.runtime.guard
        guard(self._unwatch, None)
        failed = guard(self._process_chunks, default=True)
        assembled: Json = guard(self._assembler.result, {}) if response is None else response
        self.recorder.finish(assembled, ended=ended, error=error, failed=failed)

    def _process_chunks(self) -> bool:
        """Run the user's function over the chunks; return whether it failed for any."""
        chunks, self._chunks = self._chunks, []
        failed = False
        for chunk in chunks:
            kept = processing.run_chunk(chunk, self._process, self.recorder.runtime.counters)  # type: ignore[arg-type]  # there are chunks only with a function
            # What a chunk says of usage and model stands even where its text failed.
            failed = failed or kept is None
            self._assembler.add(chunk if kept is None else kept)
        return failed

    def _watch_close(self, http: object) -> None:
        # On the instance, and gone when the span ends: every way to close a stream ends here.
        close = cast("Callable[[], None] | None", getattr(http, "close", None))
        aclose = cast("Callable[[], Awaitable[None]] | None", getattr(http, "aclose", None))
        told = weakref.WeakMethod(self._closed)

        def tell() -> None:
            closed = told()
            if closed is not None:
                closed()

        if close is not None:

            @functools.wraps(close)
            def closing() -> None:
                try:
                    close()
                finally:
                    tell()

            vars(http)["close"] = closing
        if aclose is not None:

            @functools.wraps(aclose)
            async def aclosing() -> None:
                try:
                    await aclose()
                finally:
                    tell()

            vars(http)["aclose"] = aclosing

    def _unwatch(self) -> None:
        http = self._http()
        if http is not None:
            for name in ("close", "aclose"):
                vars(http).pop(name, None)
