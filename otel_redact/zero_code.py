"""`OTEL_REDACT_ENABLED` in; each SDK provider covered, or blocked, before it hands out anything.

`opentelemetry-instrument` calls `pre_instrument` once the configurator is done; the exporters
`otlp_redacted` call `guard_providers` already while the configurator runs.
"""

from __future__ import annotations

import functools
import logging
import os
from collections.abc import Callable
from typing import Any

from opentelemetry import _logs, trace
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk.trace import TracerProvider

from otel_redact.bypass import warn_of_bypasses
from otel_redact.containment import contain
from otel_redact.environment_variables import OTEL_REDACT_ENABLED
from otel_redact.errors import ConfigError
from otel_redact.install import block, cover, is_of_logs, no_tracer
from otel_redact.install_logs import no_logger
from otel_redact.pipeline import Pipeline
from otel_redact.setting import parse_hide_flag

__all__ = ["guard_providers", "pre_instrument"]

_logger = logging.getLogger("otel_redact")
_EXPORT_NOTHING = (
    trace.ProxyTracerProvider,
    trace.NoOpTracerProvider,
    _logs._internal.ProxyLoggerProvider,  # noqa: SLF001 - the API has no public name for it
    _logs.NoOpLoggerProvider,
)
_SPANS, _LOGS, _BOTH = "no spans", "no log records", "no spans and no log records"


class _Guard:
    """Covers providers by one policy, from the environment; blocks what it cannot cover.

    Thread: any; ``treat`` may meet itself, and covers once.
    On error: the provider exports nothing; one line says why.
    """

    def __init__(self) -> None:
        self._pipeline: Pipeline | None = None
        self._reported: set[str] = set()

    def start(self) -> None:
        """Settle the policy, watch for providers, treat those that are there."""
        try:
            self._pipeline = Pipeline()
        except BaseException as error:  # noqa: BLE001 - fail closed: without one, all is blocked
            contain(error)
            self._report(error, _BOTH)
        self._watch()
        self._treat_global(trace.get_tracer_provider, _SPANS)
        self._treat_global(_logs.get_logger_provider, _LOGS)

    def treat(self, provider: object) -> bool:
        """Cover a provider, or block it.

        Returns:
            Whether the tracers or loggers that it made, and makes, export nothing raw.
        """
        try:
            if self._pipeline is None:
                return block(provider)
            cover(provider, self._pipeline)
        except Exception as error:  # noqa: BLE001 - fail closed
            self._report(error, _LOGS if is_of_logs(provider) else _SPANS)
            return block(provider)
        return True

    def _treat_global(self, get: Callable[[], object], what: str) -> None:
        try:
            provider = get()
        except Exception as error:  # noqa: BLE001 - a foreign provider's; there is none to export
            self._report(error, what)
            return
        if not isinstance(provider, _EXPORT_NOTHING):
            self.treat(provider)

    def _watch(self) -> None:
        # Every span is made by a tracer, every record by a logger, and each of the SDK's by one of
        # these public methods: whoever makes a provider, and whether or not it becomes the global.
        TracerProvider.get_tracer = self._guarded(  # type: ignore[method-assign]  # a wrapper
            TracerProvider.get_tracer, no_tracer
        )
        LoggerProvider.get_logger = self._guarded(  # type: ignore[method-assign]  # a wrapper
            LoggerProvider.get_logger, no_logger
        )

    def _guarded(self, get: Callable[..., Any], get_none: Callable[..., object]) -> Any:  # noqa: ANN401 - the SDK's method
        @functools.wraps(get)
        def guarded(provider: object, *arguments: object, **more: object) -> object:
            if not self.treat(provider):
                return get_none(*arguments, **more)
            return get(provider, *arguments, **more)

        return guarded

    def _report(self, error: BaseException, what: str) -> None:
        """Say once why something is not exported: a mistake in full, else the type alone."""
        if not self._reported.isdisjoint({what, _BOTH}):
            return
        self._reported.add(what)
        _logger.error(
            "otel_redact: %s is on, but redaction cannot start, so %s are exported: %s",
            OTEL_REDACT_ENABLED,
            what,
            error if isinstance(error, ConfigError) else type(error).__name__,
        )


_guards: list[_Guard] = []


def pre_instrument() -> None:
    """Cover every provider of this process if ``OTEL_REDACT_ENABLED`` says so, else do nothing.

    Thread: the one that starts the program.
    Order: after the configurator, before any instrumentor.
    On error: never raises. Providers export nothing, and one line says why.
    """
    guard_providers()


def guard_providers() -> None:
    """Start the guard where ``OTEL_REDACT_ENABLED`` says so and it has not started; never raises.

    * enabled — ``OTEL_REDACT_ENABLED`` — false; a word that is neither true nor false is true
    """
    word = os.environ.get(OTEL_REDACT_ENABLED, "").strip()
    if _guards or not word:
        return
    if parse_hide_flag(word, OTEL_REDACT_ENABLED, "redacting, to be safe"):
        guard = _Guard()
        _guards.append(guard)
        guard.start()
        warn_of_bypasses()
