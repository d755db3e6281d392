"""One call in, one span and its metrics out; the wrappers and streams tell it what happened."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from opentelemetry.trace import SpanKind, Status, StatusCode

from otel_redact_instrumentation.openai import processing, structure
from otel_redact_instrumentation.openai.part import message, text
from otel_redact_instrumentation.openai.plain import Json, as_list, as_mapping, compact

if TYPE_CHECKING:
    from otel_redact_instrumentation.openai.request import Target
    from otel_redact_instrumentation.openai.runtime import Runtime
    from otel_redact_instrumentation.openai.structure import Attribute

__all__ = ["Recorder"]

_INPUT = "gen_ai.input.messages"
_OUTPUT = "gen_ai.output.messages"


class Recorder:
    """The span of one call, from its request to the end of its answer.

    Thread: started on the caller's; may be finished on any, once.
    On error: what fails is left out or ``[REDACTED]``; the span ends.
    """

    def __init__(self, runtime: Runtime, target: Target, *, stream: bool) -> None:
        """Start the span, and record the request.

        Args:
            runtime: of the instrumentation.
            target: what is asked for.
            stream: whether the answer comes in chunks.
        """
        self.runtime = runtime
        self.target = target
        self.started = time.perf_counter()
        self._pending = [True]  # popped by whoever finishes first
        self._attributes = structure.request_attributes(target, stream=stream)
        name = f"{target.api.operation} {target.model}".rstrip()
        self.span = runtime.tracer.start_span(
            name, kind=SpanKind.CLIENT, attributes=self._attributes
        )
        self._recording = self.span.is_recording()
        if self._recording:
            self._capture = runtime.decider.capture(runtime.provider)
            if self._capture.content:
                runtime.guard(self._record_request, None)

    def __repr__(self) -> str:
        """Show the operation only."""
        return f"Recorder(operation={self.target.api.operation!r})"

    def put(self, name: str, value: Attribute | None) -> None:
        """Set an attribute that holds no content."""
        if value is not None:
            self._attributes[name] = value
            self.span.set_attribute(name, value)

    def finish(
        self,
        response: Json | None = None,
        *,
        ended: str = "",
        error: BaseException | None = None,
        failed: bool = False,
    ) -> None:
        """End the span; only the first call does anything.

        Args:
            response: a plain copy of it, as far as it is known.
            ended: finish reason where the answer stopped before it said one.
            error: what the call, or the stream, raised.
            failed: a function over the output failed already: it is recorded as ``[REDACTED]``.
        """
        try:
            self._pending.pop()
        except IndexError:
            return
        whole_so_far = whole = response or {}
        if ended:
            whole = self.runtime.guard(lambda: structure.stopped(whole_so_far, ended), whole)
        seconds = time.perf_counter() - self.started
        usage: dict[str, int] = self.runtime.guard(lambda: self._record_facts(whole, error), {})
        if self._recording and self._capture.content and response:
            self.runtime.guard(lambda: self._record_response(whole, failed=failed), None)
        self.runtime.guard(self.span.end, None)
        self.runtime.guard(
            lambda: self.runtime.metrics.record(seconds, self._attributes, usage), None
        )

    def _record_request(self) -> None:
        runtime, api, body = self.runtime, self.target.api, self.target.body
        stop = body.get("stop")
        if stop and not runtime.settings.hide_metadata:
            words = [word for word in as_list(stop) or [stop] if isinstance(word, str)]
            self.span.set_attribute("gen_ai.request.stop_sequences", words)
        kept = processing.run(body, runtime.inputs, self.span.get_span_context(), runtime.counters)
        if isinstance(kept, str):
            self.span.set_attribute(_INPUT, kept)
        if not isinstance(kept, dict):
            return
        messages = api.inputs(kept) or _added(body, kept, "user")
        if runtime.settings.hide_outputs is True:
            messages = processing.blank_answers(messages)
        self._put_json(_INPUT, messages)
        self._put_json("gen_ai.system_instructions", api.instructions(kept))
        self._put_json("gen_ai.tool.definitions", api.tools(kept))

    def _record_facts(self, response: Json, error: BaseException | None) -> dict[str, int]:
        facts = structure.response_attributes(response)
        self._attributes.update(facts)
        usage = structure.usage(response)
        again = self.target.api.operation == "retrieve_response"
        if again and response.get("background") is not True:
            usage = {}  # counted when it was created
        self.span.set_attributes({**facts, **usage})
        code = as_mapping(response.get("error")).get("code")
        if error is not None:
            self._record_error(error)
        elif response.get("status") == "failed":
            self.put("error.type", structure.word(code) or "_OTHER")
            self.span.set_status(Status(StatusCode.ERROR))
        return usage

    def _record_error(self, error: BaseException) -> None:
        kind = type(error)
        module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
        self.put("error.type", f"{module}{kind.__qualname__}")
        told = self._recording and self._capture.error_text
        self.span.set_status(Status(StatusCode.ERROR, str(error) if told else None))
        if told:
            self.span.record_exception(error)

    def _record_response(self, response: Json, *, failed: bool) -> None:
        runtime, api = self.runtime, self.target.api
        said = api.outputs(response)
        if not said:
            return
        kept: Json | str | None = processing.FAILED
        if not failed or runtime.outputs.hide is True:
            context = self.span.get_span_context()
            kept = processing.run(response, runtime.outputs, context, runtime.counters)
        if isinstance(kept, str):
            self.span.set_attribute(_OUTPUT, kept)
        elif kept is response:
            self._put_json(_OUTPUT, said)
        elif kept is not None:
            self._put_json(_OUTPUT, api.outputs(kept) or _added(response, kept, "assistant"))

    def _put_json(self, name: str, value: list[Json]) -> None:
        if value:
            self.span.set_attribute(name, compact(value))


def _added(given: Json, kept: Json, role: str) -> list[Json]:
    """Return a message with what a function put in place of messages."""
    more = processing.added(given, kept)
    reason = "stop" if role == "assistant" else None
    return [message(role, [text(compact(more))], finish_reason=reason)] if more else []
