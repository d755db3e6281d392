"""What one `instrument` made for all calls: tracer, metrics, settings, and the broad `except`."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import TypeVar

from opentelemetry import context as otel_context
from opentelemetry import metrics, trace

from otel_redact.containment import contain
from otel_redact.counters import Counters
from otel_redact_instrumentation.openai.content import Decider
from otel_redact_instrumentation.openai.metrics import Metrics
from otel_redact_instrumentation.openai.processing import Side
from otel_redact_instrumentation.openai.rival import other_instrumentation, warn_of_other
from otel_redact_instrumentation.openai.settings import Settings

__all__ = ["SCOPE", "Runtime"]

SCOPE = "otel_redact_instrumentation.openai"
_SCHEMA = "https://opentelemetry.io/schemas/1.37.0"
_PLAIN_KEY = "suppress_instrumentation"  # the second key that the instrumentations agree on

_Result = TypeVar("_Result")


class Runtime:
    """One instrumentation of the client.

    Thread: any; nothing is changed after ``instrument`` but ``active`` and the counters.

    Attributes:
        active: False after ``uninstrument``, and where another instrumentation came later:
            wrappers that outlive it only pass calls through.
        wrapper: what stands in place of ``OpenAI.request``.
    """

    def __init__(
        self,
        settings: Settings,
        tracer_provider: trace.TracerProvider | None,
        meter_provider: metrics.MeterProvider | None,
    ) -> None:
        """Make tracer and meter.

        Args:
            settings: how calls are recorded.
            tracer_provider: None: the global one, whichever it is when a call is made.
            meter_provider: None: the global one.
        """
        release = version("otel-redact")
        self.active = True
        self.wrapper: object = None
        self._unasked = [True]  # popped by the first call
        self.settings = settings
        self.counters = Counters()
        self.decider = Decider(settings)
        self.inputs = Side("inputs", settings.process_inputs, settings.hide_inputs)
        self.outputs = Side("outputs", settings.process_outputs, settings.hide_outputs)
        self.tracer = trace.get_tracer(SCOPE, release, tracer_provider, _SCHEMA)
        self.metrics = Metrics(
            metrics.get_meter(SCOPE, release, meter_provider=meter_provider, schema_url=_SCHEMA)
        )
        self._provider = tracer_provider

    @property
    def provider(self) -> trace.TracerProvider:
        """The provider whose tracer is used."""
        return trace.get_tracer_provider() if self._provider is None else self._provider

    @property
    def recording(self) -> bool:
        """Whether a call made now is traced."""
        suppressed = otel_context.get_value(
            otel_context._SUPPRESS_INSTRUMENTATION_KEY  # noqa: SLF001 - every instrumentation asks for it
        ) or otel_context.get_value(_PLAIN_KEY)
        return self.active and not suppressed

    @property
    def is_alone(self) -> bool:
        """Whether nobody else records the call that is made now; looked at once, at the first."""
        try:
            self._unasked.pop()
        except IndexError:
            return self.active
        other = other_instrumentation([self.wrapper])
        if other:
            self.active = False
            warn_of_other(other)
        return self.active

    def guard(self, function: Callable[[], _Result], default: _Result) -> _Result:
        """Call a part of the instrumentation; what it raises is counted and ends here.

        Args:
            function: the part.
            default: returned where it failed.
        """
        try:
            return function()
        except BaseException as error:  # noqa: BLE001 - nothing of ours may reach the application
            contain(error)
            self.counters.failure("openai_instrumentor", type(error).__name__)
            return default
