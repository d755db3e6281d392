"""One call of a traced function in, its span filled and ended out; `traced_wrapper` drives it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextvars import Token
from typing import TYPE_CHECKING

from opentelemetry import context as otel_context
from opentelemetry import trace

from otel_redact import binding
from otel_redact.containment import contain
from otel_redact.types import FAILED_PLACEHOLDER
from otel_redact_instrumentation.traced_chunk import Chunks
from otel_redact_instrumentation.traced_copy import fresh
from otel_redact_instrumentation.traced_delta import joined_deltas
from otel_redact_instrumentation.traced_failure import closed, counters, record_error
from otel_redact_instrumentation.traced_no_call import NoCall
from otel_redact_instrumentation.traced_text import Encoded, encode
from otel_redact_instrumentation.traced_value import Encoder

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.trace import Span

__all__ = ["TracedCall"]

# Source: https://github.com/Arize-ai/openinference/blob/main/spec/semantic_conventions.md
# (2026-11-24): of any span. Phoenix and LangSmith show them.
_KEYS = {"inputs": "input", "outputs": "output"}
_FAILED = Encoded(FAILED_PLACEHOLDER, "text/plain", limited=False)


class TracedCall(NoCall):
    """A call with a span: current inside ``with call:``, ended by ``succeed/finish/fail``.

    Args:
        span: started.
        captures: arguments and results are recorded.
        redacted: what an error says is recorded.
        process_outputs: runs over a copy of the result, or of all that a generator yielded.
    """

    __slots__ = (
        *("_captures", "_chunks", "_context", "_encoder"),
        *("_process_outputs", "_redacted", "_span", "_token"),
    )

    def __init__(
        self,
        span: Span,
        *,
        captures: bool,
        redacted: bool,
        process_outputs: Callable[[object], object] | None,
    ) -> None:
        """Keep the started span."""
        self._span = span
        self._captures = captures
        self._redacted = redacted
        self._process_outputs = process_outputs
        self._encoder = Encoder()
        self._chunks = Chunks(self._encoder.plain if process_outputs is None else fresh)
        self._context: Context | None = None
        self._token: tuple[Token[Context], Context] | None = None

    def __enter__(self) -> None:
        """Make the span current, or what the generator left current inside when it last yielded."""
        context = self._context
        if context is None:
            context = trace.set_span_in_context(self._span)
        self._token = otel_context.attach(context), context

    def __exit__(self, *_: object) -> None:
        """Make current again what was so for the caller."""
        if self._token is None:
            return
        token, ours = self._token
        inside = otel_context.get_current()
        self._context = None if inside is ours and self._context is None else inside
        self._token = None
        otel_context.detach(token)

    def record_inputs(
        self,
        by_name: Callable[[], dict[str, object]],
        process: Callable[[dict[str, object]], object] | None,
    ) -> None:
        """Record the arguments, as they are before the function can change them.

        Args:
            by_name: returns them, in a new dict.
            process: runs over a copy of them.
        """
        if not self._captures:
            return
        if process is None:
            self._set("inputs", lambda: encode(by_name()))
            return

        def processed() -> Encoded:
            copies = fresh(by_name())
            with binding.inside_pipeline():
                result = process(copies)  # type: ignore[arg-type]  # a dict's copy is one
            if not isinstance(result, dict):
                raise TypeError(closed(result))
            return encode(result)

        self._set("inputs", processed, processed=True)

    def add(self, chunk: object) -> None:
        """Collect what a generator yields, before its consumer can change it."""
        if not self._captures or self._chunks.limited:
            return
        try:
            self._chunks.add(chunk)
        except BaseException as error:  # noqa: BLE001 - fields' own code
            contain(error)
            self._chunks.drop()
            counters.failure("traced.outputs", type(error).__name__)

    def succeed(self, result: object) -> None:
        """Record the result, and end the span."""
        if self._captures:
            self._record_outputs(lambda: result)
        self._end()

    def finish(self) -> None:
        """Record what a generator yielded until it was exhausted or closed, and end the span."""
        if self._captures:
            self._record_outputs(self._yielded)
        self._end()

    def fail(self, error: BaseException) -> None:
        """Record an error, what was yielded before it, and end the span.

        Args:
            error: a cancellation or exit is none, as for the SDK. ``process_outputs`` is not
                called, so where there is one nothing that was yielded is recorded.
        """
        if self._captures and self._process_outputs is None and not self._chunks.is_empty:
            self._record_outputs(self._yielded)
        if isinstance(error, Exception) and self._span.is_recording():
            record_error(self._span, error, redacted=self._redacted)
        self._end()

    def _yielded(self) -> object:
        if self._chunks.limited:
            raise OverflowError
        value = self._chunks.value()
        if self._process_outputs is None and isinstance(value, list):
            return joined_deltas(value)
        return value

    def _record_outputs(self, result: Callable[[], object]) -> None:
        process = self._process_outputs
        if process is None:
            self._set("outputs", lambda: encode(result()))
            return

        def processed() -> Encoded:
            copied = fresh(result())
            with binding.inside_pipeline():
                made = process(copied)
            if inspect.iscoroutine(made):
                raise TypeError(closed(made))
            return encode(made)

        self._set("outputs", processed, processed=True)

    def _set(self, side: str, make: Callable[[], Encoded], *, processed: bool = False) -> None:
        """Put a value onto the span, or ``[REDACTED]`` where it cannot be made."""
        if not self._span.is_recording():  # the function itself has ended it
            return
        stage = f"traced.process_{side}" if processed else f"traced.{side}"
        try:
            encoded = make()
        except BaseException as error:  # noqa: BLE001 - fail closed: users' code
            contain(error)
            counters.failure(stage, type(error).__name__)
            encoded = _FAILED
        if encoded.limited or (side == "outputs" and self._encoder.limited):
            counters.failure(stage, "limit")
        key = _KEYS[side]
        self._span.set_attribute(f"{key}.value", encoded.text)
        self._span.set_attribute(f"{key}.mime_type", encoded.mime_type)
        if processed:
            binding.mark_processed(self._span.get_span_context(), side)

    def _end(self) -> None:
        try:
            if self._span.is_recording():
                self._span.end()
        except Exception as error:  # noqa: BLE001 - another processor's
            counters.failure("traced.end", type(error).__name__)
