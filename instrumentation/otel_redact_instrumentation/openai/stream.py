"""A `Stream` or `AsyncStream` in, the same for its user out; its chunks are watched."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

import wrapt

from otel_redact_instrumentation.openai.abandoned import end_later

if TYPE_CHECKING:
    from typing_extensions import Self

    from otel_redact_instrumentation.openai.watch import Watch

__all__ = ["AsyncWatchedStream", "WatchedStream", "watched"]


class _Watched(wrapt.ObjectProxy):  # type: ignore[type-arg,unused-ignore]  # generic from wrapt 2 on
    """What both kinds share: everything else is the stream's own."""

    def __init__(self, stream: object, watch: Watch) -> None:
        super().__init__(stream)
        self._self_watch = watch

    def __del__(self) -> None:
        watch = getattr(self, "_self_watch", None)
        if watch is not None:
            end_later(watch.abandon)


class WatchedStream(_Watched):
    """A stream whose chunks are handed through at once, in order, unchanged.

    Thread: the user's.
    Order: a chunk is noted, then returned.
    On error: what the stream raises ends the span, and is raised.
    """

    def __iter__(self) -> Self:
        """Iterate over the chunks that are left."""
        return self

    def __next__(self) -> object:
        """Return the next chunk."""
        watch: Watch = self._self_watch
        watch.inside = True
        try:
            chunk: object = next(self.__wrapped__)
        except StopIteration:
            watch.end()
            raise
        except BaseException as error:
            watch.end(error=error)
            raise
        finally:
            watch.inside = False
        watch.chunk(chunk)
        return chunk

    def __enter__(self) -> Self:
        """Enter the stream's own context."""
        self.__wrapped__.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave it; what closes the connection ends the span."""
        self.__wrapped__.__exit__(kind, error, traceback)


class AsyncWatchedStream(_Watched):
    """As ``WatchedStream``, for ``async for``."""

    def __aiter__(self) -> Self:
        """Iterate over the chunks that are left."""
        return self

    async def __anext__(self) -> object:
        """Return the next chunk."""
        watch: Watch = self._self_watch
        watch.inside = True
        try:
            chunk: object = await self.__wrapped__.__anext__()
        except StopAsyncIteration:
            watch.end()
            raise
        except BaseException as error:
            watch.end(error=error)
            raise
        finally:
            watch.inside = False
        watch.chunk(chunk)
        return chunk

    async def __aenter__(self) -> Self:
        """Enter the stream's own context."""
        await self.__wrapped__.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave it; what closes the connection ends the span."""
        await self.__wrapped__.__aexit__(kind, error, traceback)


def watched(stream: object, watch: Watch) -> WatchedStream | AsyncWatchedStream | None:
    """Return a watched stream, or None where it is none."""
    if hasattr(type(stream), "__anext__"):
        return AsyncWatchedStream(stream, watch)
    return WatchedStream(stream, watch) if hasattr(type(stream), "__next__") else None
