"""The arguments of `HelperExporter` in, checked ones out; what is wrong is said at construction."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from otel_redact.errors import ConfigError
from otel_redact.otlp import is_exporter, otlp_protocol

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

__all__ = ["check_maker", "check_timeout_millis"]

_TIMEOUT = "OTEL_BSP_EXPORT_TIMEOUT"
_DEFAULT_TIMEOUT_MILLIS = 30_000.0


def check_timeout_millis(given: float | None) -> float:
    """Return the time an export may take, in milliseconds.

    Raises:
        ConfigError: it is no positive number.
    """
    if given is None:
        try:
            return max(1.0, float(os.environ.get(_TIMEOUT, "").strip() or _DEFAULT_TIMEOUT_MILLIS))
        except ValueError:
            return _DEFAULT_TIMEOUT_MILLIS  # the SDK logs it
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not given > 0:
        raise ConfigError(f"export_timeout_millis: got {given!r}, expected milliseconds > 0")
    return given


def check_maker(
    exporter: SpanExporter | Callable[[], SpanExporter] | None,
) -> Callable[[], SpanExporter] | None:
    """Return what makes the exporter in the helper.

    Raises:
        ConfigError: the exporter is an instance, or nothing that can be called.
    """
    if exporter is None:
        otlp_protocol()
        return None
    if is_exporter(exporter):
        raise ConfigError(
            f"exporter: got a {type(exporter).__name__}, which belongs to this process; with "
            "redact_in='process' expected what makes one there: a class or function without "
            "arguments, at the top of a module, or None for OTLP by OTEL_EXPORTER_OTLP_*"
        )
    if not callable(exporter):
        raise ConfigError(
            f"exporter: got {type(exporter).__name__}, expected a class or function that makes a "
            "SpanExporter, or None"
        )
    return exporter
