"""A function and its recorder in, a function of the same kind that records its calls out.

Generators are driven step by step: each `send`, `throw` and `close` of the consumer becomes the
same one of the traced generator, and its span is current during the step only.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import cast

from otel_redact_instrumentation.traced_recorder import Recorder

__all__ = ["wrapped"]


def wrapped(function: Callable[..., object], recorder: Recorder) -> Callable[..., object]:
    """Return what to call instead of a function, with its metadata.

    Args:
        function: plain, coroutine, generator or asynchronous generator function, or an object that
            is called as one.
        recorder: records the calls.
    """
    made: Callable[..., object]
    if _is(inspect.isasyncgenfunction, function):
        made = _async_generator(
            cast("Callable[..., AsyncGenerator[object, object]]", function), recorder
        )
    elif _is(inspect.iscoroutinefunction, function):
        made = _coroutine(cast("Callable[..., Awaitable[object]]", function), recorder)
    elif _is(inspect.isgeneratorfunction, function):
        made = _generator(
            cast("Callable[..., Generator[object, object, object]]", function), recorder
        )
    else:
        made = _function(function, recorder)
    return functools.wraps(function)(made)


def _is(kind: Callable[[object], bool], function: object) -> bool:
    return kind(function) or kind(getattr(type(function), "__call__", None))  # noqa: B004 - is it a coroutine's?


def _function(function: Callable[..., object], recorder: Recorder) -> Callable[..., object]:
    def run(*args: object, **kwargs: object) -> object:
        call = recorder.begin(args, kwargs)
        try:
            with call:
                result = function(*args, **kwargs)
        except BaseException as error:
            call.fail(error)
            raise
        call.succeed(result)
        return result

    return run


def _coroutine(
    function: Callable[..., Awaitable[object]], recorder: Recorder
) -> Callable[..., object]:
    async def run(*args: object, **kwargs: object) -> object:
        call = recorder.begin(args, kwargs)
        try:
            with call:
                result = await function(*args, **kwargs)
        except BaseException as error:
            call.fail(error)
            raise
        call.succeed(result)
        return result

    return run


def _generator(
    function: Callable[..., Generator[object, object, object]], recorder: Recorder
) -> Callable[..., object]:
    def run(*args: object, **kwargs: object) -> Generator[object, object, object]:
        call = recorder.begin(args, kwargs)
        inner: Generator[object, object, object] | None = None
        sent: object = None
        thrown: list[BaseException] = []  # emptied by each step: no frame keeps an error alive
        while True:
            try:
                with call:
                    if inner is None:
                        inner = function(*args, **kwargs)
                    item = inner.throw(thrown.pop()) if thrown else inner.send(sent)
            except StopIteration as stop:
                call.finish()
                return stop.value
            except GeneratorExit:
                call.finish()
                raise
            except BaseException as error:
                call.fail(error)
                raise
            call.add(item)
            sent = None
            try:
                sent = yield item
            except BaseException as error:  # noqa: BLE001 - the generator's to handle
                thrown.append(error)

    return run


def _async_generator(
    function: Callable[..., AsyncGenerator[object, object]], recorder: Recorder
) -> Callable[..., object]:
    async def run(*args: object, **kwargs: object) -> AsyncGenerator[object, object]:
        call = recorder.begin(args, kwargs)
        inner: AsyncGenerator[object, object] | None = None
        sent: object = None
        thrown: list[BaseException] = []  # emptied by each step: no frame keeps an error alive
        while True:
            try:
                with call:
                    if inner is None:
                        inner = function(*args, **kwargs)
                    if thrown:
                        item = await inner.athrow(thrown.pop())
                    else:
                        item = await inner.asend(sent)
            except StopAsyncIteration:
                call.finish()
                return
            except GeneratorExit:
                call.finish()
                raise
            except BaseException as error:
                call.fail(error)
                raise
            call.add(item)
            sent = None
            try:
                sent = yield item
            except BaseException as error:  # noqa: BLE001 - the generator's to handle
                thrown.append(error)

    return run
