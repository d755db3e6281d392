"""`traced`: a function in, the same function out, whose calls are spans."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from otel_redact.errors import ConfigError
from otel_redact_instrumentation.traced_arguments import Arguments
from otel_redact_instrumentation.traced_recorder import Recorder
from otel_redact_instrumentation.traced_wrapper import wrapped

if TYPE_CHECKING:
    from opentelemetry.trace import TracerProvider

__all__ = ["traced"]

# Any stands for a class, its argument types and its result type: all of the user's function.
FunctionT = TypeVar(
    "FunctionT",
    bound="Callable[..., object] | staticmethod[..., Any] | classmethod[Any, ..., Any]",
)


@overload
def traced(
    func: FunctionT,
    /,
    *,
    name: str | None = None,
    process_inputs: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
    process_outputs: Callable[[Any], object] | None = None,
    tracer_provider: TracerProvider | None = None,
) -> FunctionT: ...


@overload
def traced(
    func: None = None,
    /,
    *,
    name: str | None = None,
    process_inputs: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
    process_outputs: Callable[[Any], object] | None = None,
    tracer_provider: TracerProvider | None = None,
) -> Callable[[FunctionT], FunctionT]: ...


def traced(
    func: FunctionT | None = None,
    /,
    *,
    name: str | None = None,
    # Any: the arguments and results of the user's own function.
    process_inputs: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
    process_outputs: Callable[[Any], object] | None = None,
    tracer_provider: TracerProvider | None = None,
) -> FunctionT | Callable[[FunctionT], FunctionT]:
    """Record each call of a function: its arguments by name, its result, its error.

    ``@traced`` or ``@traced(process_inputs=…)``, on functions, methods (``self`` and ``cls`` are
    left out), coroutine functions, generators and asynchronous generators. The caller gets what the
    function gives, unchanged and at once. Of a generator the texts it yielded are recorded joined,
    and so are the pieces in LLM clients' chunks; other chunks as a list. A secret split between
    pieces in objects of your own stays split: join them in ``process_outputs``.

    Content and error texts are recorded only where all that the provider exports is redacted;
    elsewhere they are left out, with one warning. What is too deep or too large is ``[redacted]``.

    Args:
        func: the function; None where the decorator is called.
        name: of the spans; None: the function's qualified name.
        process_inputs: gets a fresh dict, argument name → copy, returns the dict to record.
        process_outputs: gets a copy of the result (a generator's: the joined text, or a list), and
            returns what to record: what JSON has. Not called when the function raised.
        tracer_provider: None: the global one, when the function is called.

    Returns:
        A new function of the same kind, signature and metadata; or a decorator.

    Raises:
        ConfigError: a wrong type.

    Thread: the processors run where the function is called, instrumentation suppressed; the copies
        they get take their time there.
    Order: before the policy's; an instrumentation-level ``process_*`` and a ``hide_*`` callable are
        skipped where one has run. ``hide_*=True`` removes what it returned all the same.
    On error: what it was for becomes ``[REDACTED]``, and is counted in ``traced_failure.counters``.

    Example:
        >>> @traced(process_inputs=lambda inputs: {**inputs, "token": "***"})
        ... def ask(question, token):
        ...     return question.upper()
        >>> ask("why", token="…")
        'WHY'
    """
    _check("name", name, isinstance(name, str) and bool(name), "a text that is not empty")
    for option, process in (
        ("process_inputs", process_inputs),
        ("process_outputs", process_outputs),
    ):
        fits = callable(process) and not inspect.iscoroutinefunction(process)
        _check(option, process, fits, "a function that is not async")
    fits = callable(getattr(tracer_provider, "get_tracer", None))
    _check("tracer_provider", tracer_provider, fits, "a TracerProvider instance")

    def decorate(function: FunctionT) -> FunctionT:
        inner, has_self = _unbound(function)
        recorder = Recorder(
            name or _qualified_name(inner),
            Arguments(inner, has_self=has_self),
            process_inputs=process_inputs,
            process_outputs=process_outputs,
            provider=tracer_provider,
        )
        made: object = wrapped(inner, recorder)
        if isinstance(function, (staticmethod, classmethod)):
            made = type(function)(made)  # type: ignore[arg-type]  # of the same kind
        return cast("FunctionT", made)

    return decorate if func is None else decorate(func)


def _unbound(function: object) -> tuple[Callable[..., object], bool | None]:
    """Return what a decorated object calls, and whether its first argument is no argument.

    Raises:
        ConfigError: nothing that can be traced.
    """
    has_self = None
    if isinstance(function, (staticmethod, classmethod)):
        has_self = isinstance(function, classmethod)
        function = function.__func__
    if not callable(function) or isinstance(function, type):
        raise ConfigError(
            f"traced: got {'a class' if isinstance(function, type) else type(function).__name__}, "
            "expected a function or method; decorate the methods of a class one by one"
        )
    return function, has_self


def _qualified_name(function: Callable[..., object]) -> str:
    named = getattr(function, "func", function)  # what a functools.partial calls
    return getattr(named, "__qualname__", "") or type(function).__qualname__


def _check(option: str, value: object, fits: bool, expected: str) -> None:  # noqa: FBT001 - one private caller
    if value is not None and not fits:
        raise ConfigError(f"traced: {option}: got {type(value).__name__}, expected {expected}")
