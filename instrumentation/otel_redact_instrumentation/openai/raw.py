"""Responses that the user parses in (`with_raw_response`, `with_streaming_response`), watched out.

Nothing is read or parsed before the user does it; what has arrived in full already is read from its
bytes, beside the response's own parsing.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING

from otel_redact_instrumentation.openai.plain import Json, plain_dict
from otel_redact_instrumentation.openai.stream import watched
from otel_redact_instrumentation.openai.watch import Watch

if TYPE_CHECKING:
    from otel_redact_instrumentation.openai.recorder import Recorder

__all__ = ["body_of", "watch_raw"]

_READERS = ("parse", "read", "json", "text")


def watch_raw(response: object, http: object, recorder: Recorder, *, stream: bool) -> None:
    """End the span with the body, now or when the user has read it.

    Args:
        response: a ``LegacyAPIResponse``, ``APIResponse`` or ``AsyncAPIResponse``; some of its
            methods are watched on the instance.
        http: the ``httpx`` response below.
        recorder: is told.
        stream: whether the body is a stream of events.
    """
    body = None if stream else body_of(http)
    if body is not None:
        recorder.finish(body)
        return
    _Readers(response, http, Watch(recorder, http)).watch_all()


def body_of(http: object) -> Json | None:
    """Return the JSON body of what has been read in full, ``{}`` for others; None: not read yet."""
    try:
        content = http.content  # type: ignore[attr-defined]  # httpx or httpx2, whichever it is
    except Exception:  # noqa: BLE001 - httpx's ResponseNotRead, or httpx2's
        return None
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return {"size": len(content)}
    return body if isinstance(body, dict) else {}


class _Readers:
    """The methods by which a user reads one response."""

    def __init__(self, response: object, http: object, watch: Watch) -> None:
        self._response = response
        self._http = http
        self._watch = watch
        self._known: list[tuple[object, object]] = []  # streams, and what their user got

    def watch_all(self) -> None:
        for name in _READERS:
            # Properties of that name would read the body.
            method = inspect.getattr_static(type(self._response), name, None)
            if inspect.iscoroutinefunction(method):
                vars(self._response)[name] = self._asynchronous(getattr(self._response, name))
            elif inspect.isfunction(method):
                vars(self._response)[name] = self._synchronous(getattr(self._response, name))

    def _synchronous(self, method: Callable[..., object]) -> Callable[..., object]:
        @functools.wraps(method)
        def read(*args: object, **kwargs: object) -> object:
            with self._inside():
                result = method(*args, **kwargs)
            return self._watch.recorder.runtime.guard(lambda: self._seen(result), result)

        return read

    def _asynchronous(
        self, method: Callable[..., Awaitable[object]]
    ) -> Callable[..., Awaitable[object]]:
        @functools.wraps(method)
        async def read(*args: object, **kwargs: object) -> object:
            with self._inside():
                result = await method(*args, **kwargs)
            return self._watch.recorder.runtime.guard(lambda: self._seen(result), result)

        return read

    @contextlib.contextmanager
    def _inside(self) -> Iterator[None]:
        self._watch.inside = True
        try:
            yield
        except BaseException as error:
            self._watch.end(body_of(self._http), error=error)
            raise
        finally:
            self._watch.inside = False

    def _seen(self, result: object) -> object:
        """Return what the user gets: a stream is watched, the same one each time."""
        for given, proxy in self._known:
            if given is result:
                return proxy
        proxy = watched(result, self._watch)
        if proxy is not None:
            self._known.append((result, proxy))
            return proxy
        body = body_of(self._http)
        self._watch.end(plain_dict(result) if body is None else body)
        for name in _READERS:  # nothing is left to see, and no cycle stays
            vars(self._response).pop(name, None)
        return result
