"""The OTLP span exporter that the standard ``OTEL_EXPORTER_OTLP_*`` variables ask for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from otel_redact.errors import ConfigError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

__all__ = ["otlp_span_exporter"]

_TRACES_PROTOCOL = "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"
_PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL"


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
    environ = os.environ if environ is None else environ
    name = _TRACES_PROTOCOL if environ.get(_TRACES_PROTOCOL, "").strip() else _PROTOCOL
    protocol = environ.get(name, "").strip() or "grpc"
    if protocol == "grpc":
        from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (  # noqa: PLC0415 - heavy
            OTLPSpanExporter as GrpcSpanExporter,
        )

        return GrpcSpanExporter()
    if protocol == "http/protobuf":
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - heavy
            OTLPSpanExporter as HttpSpanExporter,
        )

        return HttpSpanExporter()
    msg = f"{name}: got {protocol!r}, expected grpc or http/protobuf"
    raise ConfigError(msg)
