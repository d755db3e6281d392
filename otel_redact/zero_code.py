"""`OTEL_REDACT_ENABLED` in; each SDK provider covered, or blocked, before it hands out a tracer.

`opentelemetry-instrument` calls `pre_instrument` once the configurator is done; the exporter
`otlp_redacted` calls `guard_providers` already while the configurator runs.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import os

from opentelemetry import _logs, trace
from opentelemetry.sdk.trace import TracerProvider

from otel_redact.bypass import warn_of_bypasses
from otel_redact.containment import contain
from otel_redact.environment_variables import OTEL_REDACT_ENABLED
from otel_redact.errors import ConfigError
from otel_redact.install import block, cover, exports_logs
from otel_redact.pipeline import Pipeline
from otel_redact.setting import parse_hide_flag

__all__ = ["guard_providers", "pre_instrument"]

_logger = logging.getLogger("otel_redact")
_EXPORT_NOTHING = (trace.ProxyTracerProvider, trace.NoOpTracerProvider)


class _Guard:
    """Covers providers by one policy, from the environment; blocks what it cannot cover.

    Thread: any; ``treat`` may meet itself, and covers once.
    On error: the provider exports nothing; one line says why.
    """

    def __init__(self) -> None:
        self._pipeline: Pipeline | None = None
        self._reported = False

    def start(self) -> None:
        """Settle the policy, watch for providers, treat the one that is there."""
        try:
            self._pipeline = Pipeline()
        except BaseException as error:  # noqa: BLE001 - fail closed: without one, all is blocked
            contain(error)
            self._report(error)
        self._watch()
        try:
            provider = trace.get_tracer_provider()
        except Exception as error:  # noqa: BLE001 - a foreign provider's; there is none to export
            self._report(error)
            return
        if not isinstance(provider, _EXPORT_NOTHING):
            self.treat(provider)

    def treat(self, provider: object) -> bool:
        """Cover a provider, or block it.

        Returns:
            Whether the tracers that it made, and makes, export nothing raw.
        """
        try:
            if self._pipeline is None:
                return block(provider)
            cover(provider, self._pipeline)
        except Exception as error:  # noqa: BLE001 - fail closed
            self._report(error)
            return block(provider)
        return True

    def _watch(self) -> None:
        # Every span is made by a tracer, and every tracer of the SDK by this public method:
        # whoever makes a provider, and whether or not it becomes the global one.
        get_tracer = TracerProvider.get_tracer

        @functools.wraps(get_tracer)
        def guarded(provider: TracerProvider, *arguments: object, **more: object) -> trace.Tracer:
            if not self.treat(provider):
                return trace.NoOpTracer()
            return get_tracer(provider, *arguments, **more)  # type: ignore[arg-type]  # as it is

        TracerProvider.get_tracer = guarded  # type: ignore[assignment,method-assign]  # a wrapper

    def _report(self, error: BaseException) -> None:
        """Say once why spans are not exported: a setting's mistake in full, else the type alone."""
        if self._reported:
            return
        self._reported = True
        _logger.error(
            "otel_redact: %s is on, but redaction cannot start, so no spans are exported: %s",
            OTEL_REDACT_ENABLED,
            error if isinstance(error, ConfigError) else type(error).__name__,
        )


_guards: list[_Guard] = []
_warned: set[str] = set()


def pre_instrument() -> None:
    """Cover every provider of this process if ``OTEL_REDACT_ENABLED`` says so, else do nothing.

    Thread: the one that starts the program.
    Order: after the configurator, before any instrumentor.
    On error: never raises. Providers export nothing, and one line says why.
    """
    guard_providers()
    if not _guards or "logs" in _warned:
        return
    _warned.add("logs")
    with contextlib.suppress(Exception):  # a foreign provider's, which exports nothing of the SDK
        if not exports_logs(_logs.get_logger_provider()):
            return
        _logger.warning(
            "otel_redact: %s covers spans; log records are exported as they are (set "
            "OTEL_LOGS_EXPORTER=none to export none)",
            OTEL_REDACT_ENABLED,
        )


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
