"""One `request` of a client in, its result out, and a span beside it; the instrumentor wraps these.

Retries are inside, so that a call is one span however often it is sent.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from opentelemetry.trace import use_span

from otel_redact_instrumentation.openai.plain import Json, is_model, plain, plain_dict
from otel_redact_instrumentation.openai.raw import body_of, watch_raw
from otel_redact_instrumentation.openai.recorder import Recorder
from otel_redact_instrumentation.openai.request import target_of
from otel_redact_instrumentation.openai.stream import watched
from otel_redact_instrumentation.openai.structure import dimensions
from otel_redact_instrumentation.openai.watch import Watch

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from opentelemetry.trace import Span

    from otel_redact_instrumentation.openai.runtime import Runtime

__all__ = ["async_wrapper", "sync_wrapper"]

_Arguments = tuple[object, ...]
_Keywords = Mapping[str, object]


def sync_wrapper(runtime: Runtime) -> Callable[..., object]:
    """Return what wraps ``OpenAI.request``."""

    def request(
        wrapped: Callable[..., object], client: object, args: _Arguments, kwargs: _Keywords
    ) -> object:
        recorder = runtime.guard(lambda: _begin(runtime, client, args, kwargs), None)
        if recorder is None:
            return wrapped(*args, **kwargs)
        with _current(recorder.span):
            try:
                result = wrapped(*args, **kwargs)
            except BaseException as error:
                recorder.finish(error=error)
                raise
        return _deliver(recorder, result, kwargs)

    return request


def async_wrapper(runtime: Runtime) -> Callable[..., Awaitable[object]]:
    """Return what wraps ``AsyncOpenAI.request``."""

    async def request(
        wrapped: Callable[..., Awaitable[object]],
        client: object,
        args: _Arguments,
        kwargs: _Keywords,
    ) -> object:
        recorder = runtime.guard(lambda: _begin(runtime, client, args, kwargs), None)
        if recorder is None:
            return await wrapped(*args, **kwargs)
        with _current(recorder.span):
            try:
                result = await wrapped(*args, **kwargs)
            except BaseException as error:
                recorder.finish(error=error)
                raise
        return _deliver(recorder, result, kwargs)

    return request


def _begin(
    runtime: Runtime, client: object, args: _Arguments, kwargs: _Keywords
) -> Recorder | None:
    if not (runtime.recording and runtime.is_alone):
        return None
    target = target_of(client, kwargs["options"] if "options" in kwargs else args[1])
    if target is None:
        return None
    return Recorder(runtime, target, stream=bool(kwargs.get("stream")))


def _current(span: Span) -> AbstractContextManager[Span]:
    """Make it the parent of the HTTP client's spans; what the call raises is recorded elsewhere."""
    return use_span(span, record_exception=False, set_status_on_exception=False)


def _deliver(recorder: Recorder, result: object, kwargs: _Keywords) -> object:
    """Return what the user gets, and see to it that the span ends."""
    guard = recorder.runtime.guard
    lost = object()
    given = guard(lambda: _seen(recorder, result, stream=bool(kwargs.get("stream"))), lost)
    if given is lost:
        recorder.finish()
        return result
    return given


def _seen(recorder: Recorder, result: object, *, stream: bool) -> object:
    kind: type = type(result)
    if is_model(kind):  # what most calls return; asking it for what it has not is dear
        recorder.finish(_response(recorder, result))
        return result
    http = getattr(result, "http_response", None)
    if http is not None and hasattr(result, "parse"):
        watch_raw(result, http, recorder, stream=stream)
        return result
    if stream:
        below = getattr(result, "response", None)
        proxy = watched(result, Watch(recorder, below))
        if proxy is not None:
            return proxy
    recorder.finish(_response(recorder, result))
    return result


def _response(recorder: Recorder, result: object) -> Json:
    """Return a plain copy of a response; vectors are only measured."""
    kind: type = type(result)
    if isinstance(result, str):
        return {"text": result}
    # An httpx.Response that was asked for, or binary content.
    if not is_model(kind) and (
        hasattr(result, "content") and (hasattr(result, "headers") or hasattr(result, "response"))
    ):
        return body_of(result) or {}
    if recorder.target.api.operation != "embeddings":
        return plain_dict(result)
    fields = result if isinstance(result, dict) else vars(result)
    vectors = fields.get("data")
    first = plain(vectors[:1]) if isinstance(vectors, list) else None
    recorder.put("gen_ai.embeddings.dimension.count", dimensions({"data": first}))
    return plain_dict({key: item for key, item in fields.items() if key != "data"})
