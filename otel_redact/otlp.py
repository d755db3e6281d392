"""The exporter that was given, made, or that ``OTEL_EXPORTER_OTLP_*`` variables ask for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeGuard

from otel_redact.errors import ConfigError

if TYPE_CHECKING:
    from opentelemetry.sdk._logs.export import LogRecordExporter
    from opentelemetry.sdk.trace.export import SpanExporter

__all__ = [
    "OtlpOptions",
    "Signal",
    "is_exporter",
    "made_exporter",
    "made_log_exporter",
    "otlp_log_exporter",
    "otlp_protocol",
    "otlp_span_exporter",
]

Signal: TypeAlias = Literal["TRACES", "LOGS"]
"""As the variables call it."""

_PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL"
_PROTOCOLS = ("grpc", "http/protobuf")
_COMPRESSIONS = ("gzip", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtlpOptions:
    """What an OTLP exporter is made with; what is None comes from the SDK's own variables.

    Attributes:
        protocol: ``grpc`` or ``http/protobuf``.
        endpoint: full URL, for HTTP with its path.
        headers: name → value.
        timeout_millis: milliseconds > 0 for one export.
        compression: ``gzip`` or ``none``.
    """

    protocol: str | None = None
    endpoint: str | None = None
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    timeout_millis: float | None = None
    compression: str | None = None


_FROM_ENVIRONMENT = OtlpOptions()


def is_exporter(value: object) -> TypeGuard[SpanExporter]:
    """Whether a value is an exporter, not what makes one."""
    return callable(getattr(value, "export", None)) and not isinstance(value, type)


def made_exporter(exporter: SpanExporter | Callable[[], SpanExporter] | None) -> SpanExporter:
    """Return a span exporter.

    Args:
        exporter: one; or what makes one; None: OTLP by ``OTEL_EXPORTER_OTLP_*``.

    Raises:
        ConfigError: it is no exporter and makes none, or an unknown OTLP protocol.
    """
    if exporter is None:
        return otlp_span_exporter()
    made: SpanExporter = _made(exporter, "SpanExporter such as OTLPSpanExporter()")
    return made


def made_log_exporter(
    exporter: LogRecordExporter | Callable[[], LogRecordExporter] | None,
) -> LogRecordExporter:
    """Return a log record exporter; arguments and errors as for ``made_exporter``."""
    if exporter is None:
        return otlp_log_exporter()
    made: LogRecordExporter = _made(exporter, "LogRecordExporter such as OTLPLogExporter()")
    return made


def otlp_protocol(signal: Signal = "TRACES") -> str:
    """Return the protocol that the environment names: ``grpc`` or ``http/protobuf``.

    Args:
        signal: whose own variable is asked first.

    Raises:
        ConfigError: another protocol.
    """
    own = f"OTEL_EXPORTER_OTLP_{signal}_PROTOCOL"
    name = own if os.environ.get(own, "").strip() else _PROTOCOL
    return _one_of(_PROTOCOLS, os.environ.get(name, "").strip() or "grpc", name)


def otlp_span_exporter(options: OtlpOptions = _FROM_ENVIRONMENT) -> SpanExporter:
    """Return the SDK's OTLP span exporter.

    The protocol that is not given is ``OTEL_EXPORTER_OTLP_TRACES_PROTOCOL``, else
    ``OTEL_EXPORTER_OTLP_PROTOCOL``, else ``grpc``, the SDK's own default. Whatever else is not
    given, and certificates, the SDK's exporter reads from its own variables.

    Raises:
        ConfigError: another protocol, compression or timeout.

    Source: https://opentelemetry.io/docs/specs/otel/protocol/exporter/, 2026-11-23.
    """
    exporter: SpanExporter = _otlp_exporter("TRACES", options)
    return exporter


def otlp_log_exporter(options: OtlpOptions = _FROM_ENVIRONMENT) -> LogRecordExporter:
    """Return the SDK's OTLP log record exporter; as ``otlp_span_exporter``, with ``…_LOGS_…``."""
    exporter: LogRecordExporter = _otlp_exporter("LOGS", options)
    return exporter


def _made(exporter: object, expected: str) -> Any:  # noqa: ANN401 - of either signal
    made = exporter
    if not is_exporter(exporter) and callable(exporter):
        made = exporter()
    if not is_exporter(made):
        raise ConfigError(
            f"exporter: got {type(made).__name__}, expected a {expected}, "
            "or a class or function without arguments that makes one"
        )
    return made


def _otlp_exporter(signal: Signal, options: OtlpOptions) -> Any:  # noqa: ANN401 - of either signal
    wire = options.protocol
    wire = otlp_protocol(signal) if wire is None else _one_of(_PROTOCOLS, wire, "protocol")
    packed = options.compression
    packed = None if packed is None else _one_of(_COMPRESSIONS, packed, "compression")
    seconds = None if options.timeout_millis is None else _seconds(options.timeout_millis)
    headers = dict(options.headers or {})
    if wire == "grpc":
        kind, compressions = _grpc_parts(signal)
        headers = {name.lower(): value for name, value in headers.items()}
    else:
        kind, compressions = _http_parts(signal)
    return kind(
        endpoint=options.endpoint,
        headers=headers or None,
        timeout=seconds,
        compression=None if packed is None else compressions[packed],
    )


def _grpc_parts(signal: Signal) -> tuple[Callable[..., object], Mapping[str, object]]:
    from grpc import Compression  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    compressions = {"gzip": Compression.Gzip, "none": Compression.NoCompression}
    if signal == "LOGS":
        from opentelemetry.exporter.otlp.proto.grpc._log_exporter import (  # noqa: PLC0415 - heavy
            OTLPLogExporter,
        )

        return OTLPLogExporter, compressions
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (  # noqa: PLC0415 - heavy
        OTLPSpanExporter,
    )

    return OTLPSpanExporter, compressions


def _http_parts(signal: Signal) -> tuple[Callable[..., object], Mapping[str, object]]:
    from opentelemetry.exporter.otlp.proto.http import Compression  # noqa: PLC0415 - heavy

    compressions = {name: Compression(name) for name in _COMPRESSIONS}
    if signal == "LOGS":
        from opentelemetry.exporter.otlp.proto.http._log_exporter import (  # noqa: PLC0415 - heavy
            OTLPLogExporter,
        )

        return OTLPLogExporter, compressions
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - heavy
        OTLPSpanExporter,
    )

    return OTLPSpanExporter, compressions


def _seconds(millis: float) -> float:
    if isinstance(millis, bool) or not isinstance(millis, (int, float)) or millis <= 0:
        got = repr(millis) if isinstance(millis, (int, float)) else type(millis).__name__
        raise ConfigError(f"timeout: got {got}, expected milliseconds > 0")
    return millis / 1000


def _one_of(expected: Sequence[str], got: str, where: str) -> str:
    if got not in expected:
        raise ConfigError(f"{where}: got {got!r}, expected {' or '.join(expected)}")
    return got
