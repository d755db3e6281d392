"""Variables in, one warning each out: what they switch on hands raw content past every processor.

`RedactingSpanProcessor`, `install` and the zero-code parts call it when they start. `install` also
asks for ways past `on_end`.

Source: opentelemetry-util-genai 1.3b0 (`environment_variables.py`), openinference-instrumentation
0.1.72 (`config.py`), logfire 5.4.0 (`_internal/config.py`), as installed from PyPI, 2026-11-24.
"""

from __future__ import annotations

import functools
import logging
import os
import sys
from collections.abc import Callable, Iterator
from types import MappingProxyType

from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor

__all__ = ["bypasses", "redirect_pending", "warn_of_bypasses"]

_logger = logging.getLogger("otel_redact")

_BYPASSES = MappingProxyType(
    {
        "OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK": "a completion hook gets prompts and answers",
        "OPENINFERENCE_BLOB_UPLOADER": "an uploader gets images, audio and documents",
    }
)
# Where the second or third is set and the first is empty or "otlp", logfire exports that signal.
_LOGFIRE = (
    ("OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"),
    ("OTEL_LOGS_EXPORTER", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"),
)
_MAX_PROCESSOR_DEPTH = 8
OnEnd = Callable[[ReadableSpan], None]
_warned: set[str] = set()


def bypasses() -> dict[str, str]:
    """Return each such variable that is set, and what it does; its value is nowhere in it."""
    return {
        variable: f"{what} before any span processor, and not redacted"
        for variable, what in _BYPASSES.items()
        if _is_set(variable)
    }


def warn_of_bypasses(*, beside_others: bool = False) -> None:
    """Name each such variable once in this process, if it is set; its value is not shown.

    Args:
        beside_others: the caller is one processor of several, so that another one's exporter gets
            raw data; False: it redacts for all of them.
    """
    for variable, what in bypasses().items():
        if _is_new(variable):
            _logger.warning(
                "otel_redact: %s is set: %s; unset it, or trust where it sends them",
                variable,
                what,
            )
    if beside_others and "logfire" in sys.modules:
        _warn_of_logfire()


def redirect_pending(processor: object, way: Callable[[OnEnd, ReadableSpan], None]) -> None:
    """Send copies of spans that have only started another way; they go past ``on_end``.

    Logfire shows running spans: its ``PendingSpanProcessor`` hands a copy, prompts and all, to the
    processor inside it when a span starts.

    Args:
        processor: a span processor; it, and those that it wraps, are looked at.
        way: gets the place where a copy would have gone, and the copy.
    """
    for inner in _behind_pending(processor, _MAX_PROCESSOR_DEPTH):
        vars(inner)["on_end"] = functools.partial(way, inner.on_end)


def _behind_pending(processor: object, depth: int) -> Iterator[SpanProcessor]:
    if depth == 0:
        return
    inside = getattr(processor, "processor", None)
    if type(processor).__name__ == "PendingSpanProcessor" and isinstance(inside, SpanProcessor):
        yield inside
        return
    deferred = getattr(processor, "deferred_processor", None)  # of its tail sampling
    for member in (*getattr(processor, "_span_processors", ()), inside, deferred):
        if member is not None:
            yield from _behind_pending(member, depth - 1)


def _warn_of_logfire() -> None:
    """Name the variable that makes ``logfire.configure`` add a plain OTLP exporter beside ours."""
    found = {}
    for switch, *endpoints in _LOGFIRE:
        variable = next((name for name in endpoints if _is_set(name)), "")
        if variable and os.environ.get(switch, "").lower() in {"", "otlp"}:
            found[switch] = variable
    if found and _is_new("logfire"):
        _logger.warning(
            "otel_redact: %s is set and logfire is loaded: logfire.configure() adds an OTLP "
            "exporter of its own, and what it sends is not redacted; set %s to leave it out (our "
            "processors do not read that)",
            next(iter(found.values())),
            " and ".join(f"{switch}=none" for switch in found),
        )


def _is_set(variable: str) -> bool:
    return bool(os.environ.get(variable, "").strip())


def _is_new(bypass: str) -> bool:
    if bypass in _warned:
        return False
    _warned.add(bypass)
    return True
