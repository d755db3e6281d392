"""`OpenAIInstrumentor`: the `openai` client in, spans with redaction built in out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, ClassVar, cast

from opentelemetry.instrumentation.instrumentor import (  # type: ignore[attr-defined]  # unchecked
    BaseInstrumentor,
)

from otel_redact.errors import ConfigError
from otel_redact_instrumentation.openai.rival import other_instrumentation, warn_of_other
from otel_redact_instrumentation.openai.runtime import Runtime
from otel_redact_instrumentation.openai.settings import FileConfiguration, settings_of

if TYPE_CHECKING:
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import TracerProvider

    from otel_redact.counters import CounterSnapshot

__all__ = ["OpenAIInstrumentor"]


class OpenAIInstrumentor(BaseInstrumentor):  # type: ignore[misc]  # as the import
    """Trace every call of the ``openai`` client, synchronous and asynchronous, with redaction.

    ``OpenAIInstrumentor().instrument(**keywords)``; keyword — variable — default:

    - ``process_inputs``: function: request body → what is recorded of it — none — None
    - ``process_outputs``: function: response → what is recorded of it — none — None
    - ``process_chunk``: function: one chunk → what is assembled of it — none — None
    - ``hide_inputs``: True or a function — ``OTEL_REDACT_HIDE_INPUTS`` — False
    - ``hide_outputs``: True or a function — ``OTEL_REDACT_HIDE_OUTPUTS`` — False
    - ``hide_metadata``: True: no stop sequences — ``OTEL_REDACT_HIDE_METADATA`` — False
    - ``capture_content``: whether content is recorded —
      ``OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`` — only where the provider redacts
    - ``tracer_provider``, ``meter_provider`` — none — the global ones

    Functions get plain dicts, copies of the request's body (``messages``, ``input``, …) and of the
    response (``choices``, ``output``, …; of a stream, assembled), and return what is recorded.

    Thread: functions run on the thread that made the call, or that consumed the stream.
    Order: before any attribute of their side is set; a policy's processors for the scope
        ``otel_redact_instrumentation.openai`` are then skipped.
    On error: ``[REDACTED]`` is recorded, and counted; the call goes on.

    Raises:
        ConfigError: (``instrument``) an unknown keyword, or a value of the wrong type.

    Example:
        >>> OpenAIInstrumentor().instrument(hide_inputs=True)  # doctest: +SKIP
    """

    configuration = FileConfiguration
    """What a declarative configuration file may say."""

    # A singleton, whose constructor runs each time it is called: its state is the class's.
    _runtime: ClassVar[Runtime | None] = None
    _undo: ClassVar[list[Callable[[], None]]] = []

    @property
    def counters(self) -> CounterSnapshot | None:
        """What failed so far, in numbers; None before ``instrument``."""
        runtime = self._runtime
        return None if runtime is None else runtime.counters.snapshot()

    def instrumentation_dependencies(self) -> Collection[str]:
        """Return the versions of the client that are supported."""
        return ("openai >= 1.40, < 4",)

    def _instrument(self, **kwargs: object) -> None:
        tracer_provider = kwargs.pop("tracer_provider", None)
        meter_provider = kwargs.pop("meter_provider", None)
        settings = settings_of(kwargs)
        _check_provider("tracer_provider", tracer_provider, "get_tracer")
        _check_provider("meter_provider", meter_provider, "get_meter")
        other = other_instrumentation()
        if other:
            warn_of_other(other)
            return
        self._install(
            Runtime(
                settings,
                cast("TracerProvider | None", tracer_provider),
                cast("MeterProvider | None", meter_provider),
            )
        )

    @classmethod
    def _install(cls, runtime: Runtime) -> None:
        import openai  # noqa: PLC0415 - heavy, and only there where the client is

        from otel_redact_instrumentation.openai.call import (  # noqa: PLC0415 - brings wrapt
            async_wrapper,
            sync_wrapper,
        )

        cls._runtime = runtime
        cls._undo = [
            _wrap(openai.OpenAI, sync_wrapper(runtime)),
            _wrap(openai.AsyncOpenAI, async_wrapper(runtime)),
        ]
        runtime.wrapper = vars(openai.OpenAI)["request"]

    def _uninstrument(self, **kwargs: object) -> None:
        del kwargs
        cls = type(self)
        if cls._runtime is not None:
            cls._runtime.active = False
        while cls._undo:
            cls._undo.pop()()


def _wrap(client: type, wrapper: Callable[..., object]) -> Callable[[], None]:
    """Wrap a client's ``request``; return what undoes it.

    The method is inherited: taking the wrapper away again must not leave a copy on the class.
    """
    import wrapt  # noqa: PLC0415 - 45 ms

    before = vars(client).get("request")
    wrapt.wrap_function_wrapper(client, "request", wrapper)
    ours = vars(client)["request"]

    def undo() -> None:
        if vars(client).get("request") is not ours:
            return  # somebody wrapped it once more; ours passes calls through
        if before is None:
            del client.request  # type: ignore[attr-defined]  # both clients have it
        else:
            client.request = before  # type: ignore[attr-defined]

    return undo


def _check_provider(name: str, provider: object, method: str) -> None:
    if provider is not None and not hasattr(provider, method):
        raise ConfigError(
            f"OpenAIInstrumentor.instrument: {name}: got {type(provider).__name__}, expected an "
            f"object with {method}, or None for the global one"
        )
