"""The span exporter that was given, made, or that ``OTEL_EXPORTER_OTLP_*`` variables ask for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeGuard

from otel_redact.errors import ConfigError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

__all__ = ["is_exporter", "made_exporter", "otlp_protocol", "otlp_span_exporter"]

_TRACES_PROTOCOL = "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"
_PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL"
_PROTOCOLS = ("grpc", "http/protobuf")
_COMPRESSIONS = ("gzip", "none")


def is_exporter(value: object) -> TypeGuard[SpanExporter]:
    """Whether a value is an exporter, not what makes one."""
    return callable(getattr(value, "export", None)) and not isinstance(value, type)


def made_exporter(exporter: SpanExporter | Callable[[], SpanExporter] | None) -> SpanExporter:
    """Return an exporter.

    Args:
        exporter: one; or what makes one; None: OTLP by ``OTEL_EXPORTER_OTLP_*``.

    Raises:
        ConfigError: it is no exporter and makes none, or an unknown OTLP protocol.
    """
    if exporter is None:
        return otlp_span_exporter()
    made = exporter
    if not is_exporter(exporter) and callable(exporter):
        made = exporter()
    if not is_exporter(made):
        raise ConfigError(
            f"exporter: got {type(made).__name__}, expected a SpanExporter such as "
            "OTLPSpanExporter(), or a class or function without arguments that makes one"
        )
    return made


def otlp_protocol(environ: Mapping[str, str] | None = None) -> str:
    """Return the protocol that the environment names: ``grpc`` or ``http/protobuf``.

    Args:
        environ: variables; None: ``os.environ``.

    Raises:
        ConfigError: another protocol.
    """
    environ = os.environ if environ is None else environ
    name = _TRACES_PROTOCOL if environ.get(_TRACES_PROTOCOL, "").strip() else _PROTOCOL
    return _one_of(_PROTOCOLS, environ.get(name, "").strip() or "grpc", name)


def otlp_span_exporter(
    environ: Mapping[str, str] | None = None,
    *,
    protocol: str | None = None,
    endpoint: str | None = None,
    headers: Mapping[str, str] | None = None,
    timeout_millis: float | None = None,
    compression: str | None = None,
) -> SpanExporter:
    """Return the SDK's OTLP exporter.

    The protocol that is not given is ``OTEL_EXPORTER_OTLP_TRACES_PROTOCOL``, else
    ``OTEL_EXPORTER_OTLP_PROTOCOL``, else ``grpc``, the SDK's own default. Whatever else is not
    given, and certificates, the SDK's exporter reads from its own variables.

    Args:
        environ: variables to read the protocol from; None: ``os.environ``.
        protocol: ``grpc`` or ``http/protobuf``.
        endpoint: full URL, for HTTP with its path.
        headers: name → value.
        timeout_millis: milliseconds > 0 for one export.
        compression: ``gzip`` or ``none``.

    Raises:
        ConfigError: another protocol, compression or timeout.

    Source: https://opentelemetry.io/docs/specs/otel/protocol/exporter/, 2026-11-23.
    """
    wire = otlp_protocol(environ) if protocol is None else _one_of(_PROTOCOLS, protocol, "protocol")
    packed = None if compression is None else _one_of(_COMPRESSIONS, compression, "compression")
    seconds = None if timeout_millis is None else _seconds(timeout_millis)
    if wire == "grpc":
        return _grpc_exporter(endpoint, headers, seconds, packed)
    return _http_exporter(endpoint, headers, seconds, packed)


def _grpc_exporter(
    endpoint: str | None,
    headers: Mapping[str, str] | None,
    seconds: float | None,
    packed: str | None,
) -> SpanExporter:
    from grpc import Compression  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (  # noqa: PLC0415 - heavy
        OTLPSpanExporter,
    )

    compressions = {"gzip": Compression.Gzip, "none": Compression.NoCompression}
    return OTLPSpanExporter(
        endpoint=endpoint,
        headers={name.lower(): value for name, value in (headers or {}).items()} or None,
        timeout=seconds,
        compression=None if packed is None else compressions[packed],
    )


def _http_exporter(
    endpoint: str | None,
    headers: Mapping[str, str] | None,
    seconds: float | None,
    packed: str | None,
) -> SpanExporter:
    from opentelemetry.exporter.otlp.proto.http import Compression  # noqa: PLC0415 - heavy
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - heavy
        OTLPSpanExporter,
    )

    return OTLPSpanExporter(
        endpoint=endpoint,
        headers=dict(headers) if headers else None,
        timeout=seconds,
        compression=None if packed is None else Compression(packed),
    )


def _seconds(millis: float) -> float:
    if isinstance(millis, bool) or not isinstance(millis, (int, float)) or millis <= 0:
        got = repr(millis) if isinstance(millis, (int, float)) else type(millis).__name__
        raise ConfigError(f"timeout: got {got}, expected milliseconds > 0")
    return millis / 1000


def _one_of(expected: Sequence[str], got: str, where: str) -> str:
    if got not in expected:
        raise ConfigError(f"{where}: got {got!r}, expected {' or '.join(expected)}")
    return got
