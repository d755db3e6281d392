"""The span exporter that was given, made, or that ``OTEL_EXPORTER_OTLP_*`` variables ask for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeGuard

from otel_redact.errors import ConfigError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

__all__ = ["is_exporter", "made_exporter", "otlp_protocol", "otlp_span_exporter"]

_TRACES_PROTOCOL = "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"
_PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL"


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
    protocol = environ.get(name, "").strip() or "grpc"
    if protocol not in ("grpc", "http/protobuf"):
        msg = f"{name}: got {protocol!r}, expected grpc or http/protobuf"
        raise ConfigError(msg)
    return protocol


def otlp_span_exporter(environ: Mapping[str, str] | None = None) -> SpanExporter:
    """Return the SDK's OTLP exporter for the protocol that the environment names.

    ``OTEL_EXPORTER_OTLP_TRACES_PROTOCOL``, else ``OTEL_EXPORTER_OTLP_PROTOCOL``, else ``grpc``, the
    SDK's own default. Endpoint, headers, timeout, compression and certificates are read by the
    SDK's exporter.

    Args:
        environ: variables to read the protocol from; None: ``os.environ``.

    Raises:
        ConfigError: another protocol.

    Source: https://opentelemetry.io/docs/specs/otel/protocol/exporter/, 2026-11-23.
    """
    if otlp_protocol(environ) == "grpc":
        from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (  # noqa: PLC0415 - heavy
            OTLPSpanExporter as GrpcSpanExporter,
        )

        return GrpcSpanExporter()
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - heavy
        OTLPSpanExporter as HttpSpanExporter,
    )

    return HttpSpanExporter()
