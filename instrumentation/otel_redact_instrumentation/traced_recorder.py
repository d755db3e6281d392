"""What all calls of one traced function share; starts a span for each call."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from opentelemetry import context as otel_context
from opentelemetry import trace

from otel_redact.install import redacts
from otel_redact_instrumentation.traced_arguments import Arguments
from otel_redact_instrumentation.traced_call import TracedCall
from otel_redact_instrumentation.traced_capture import captures
from otel_redact_instrumentation.traced_failure import counters
from otel_redact_instrumentation.traced_no_call import NoCall

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer, TracerProvider

__all__ = ["SCOPE", "Recorder"]

SCOPE = "otel_redact_instrumentation.traced"
"""Name of the instrumentation scope, which ``RedactionPolicy(instrumentations=…)`` matches."""

# Phoenix and LangSmith show a span of this kind as a step of a chain.
_KIND = {"openinference.span.kind": "CHAIN"}
_SUPPRESSIONS = (otel_context._SUPPRESS_INSTRUMENTATION_KEY, "suppress_instrumentation")  # noqa: SLF001 - what `suppress_instrumentation()` sets has no other name
_NO_CALL = NoCall()


class Recorder:
    """Starts the spans of one function.

    Args:
        name: of the spans.
        arguments: names what the function is called with.
        process_inputs: runs over a copy of the arguments.
        process_outputs: runs over a copy of the result.
        provider: None: the global one, looked up at each call.

    Thread: any; several at once.
    """

    __slots__ = (
        "_arguments",
        "_known",
        "_name",
        "_process_inputs",
        "_process_outputs",
        "_provider",
    )

    def __init__(
        self,
        name: str,
        arguments: Arguments,
        *,
        process_inputs: Callable[[dict[str, object]], object] | None,
        process_outputs: Callable[[object], object] | None,
        provider: TracerProvider | None,
    ) -> None:
        """Start nothing yet."""
        self._name = name
        self._arguments = arguments
        self._process_inputs = process_inputs
        self._process_outputs = process_outputs
        self._provider = provider
        self._known: tuple[TracerProvider, Tracer] | None = None

    def begin(self, positional: tuple[object, ...], named: Mapping[str, object]) -> NoCall:
        """Start a span and record the arguments.

        Returns:
            A new call; one that does nothing where instrumentation is suppressed, or where no span
            can be started.
        """
        current = otel_context.get_current()
        if any(current.get(key) for key in _SUPPRESSIONS):
            return _NO_CALL
        try:
            provider = trace.get_tracer_provider() if self._provider is None else self._provider
            span = self._tracer(provider).start_span(self._name, attributes=_KIND)
            recording = span.is_recording()
            redacted = recording and redacts(provider)
            call = TracedCall(
                span,
                captures=recording and captures(provider, redacted=redacted),
                redacted=redacted,
                process_outputs=self._process_outputs,
            )
        except Exception as error:  # noqa: BLE001 - a sampler's, or another processor's
            counters.failure("traced.start", type(error).__name__)
            return _NO_CALL
        call.record_inputs(lambda: self._arguments.by_name(positional, named), self._process_inputs)
        return call

    def _tracer(self, provider: TracerProvider) -> Tracer:
        known = self._known
        if known is None or known[0] is not provider:
            known = provider, provider.get_tracer(SCOPE, importlib.metadata.version("otel-redact"))
            self._known = known
        return known[1]
