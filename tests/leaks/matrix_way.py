"""Cells, a policy and an OTLP endpoint in; their spans or records sent by a real provider."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.grpc._log_exporter import OTLPLogExporter as GrpcLogs
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter as GrpcSpans
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter as HttpLogs
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter as HttpSpans
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor, SimpleLogRecordProcessor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from otel_redact import (
    RedactingLogRecordExporter,
    RedactingLogRecordProcessor,
    RedactingSpanExporter,
    RedactingSpanProcessor,
    RedactionPolicy,
    install,
)
from otel_redact.cli.receiver import OtlpReceiver
from tests.leaks.matrix_cell import Cell
from tests.support import span_context

__all__ = ["LOG_WAYS", "PROTOCOLS", "SPAN_WAYS", "send_logs", "send_spans"]

PROTOCOLS = ("grpc", "http")


def _exporter(protocol: str, receiver: OtlpReceiver, signal: str) -> Callable[[], object]:
    """Return what makes the SDK's own exporter; a helper process finds it by name."""
    if protocol == "grpc":
        made = GrpcSpans if signal == "traces" else GrpcLogs
        return functools.partial(made, endpoint=receiver.grpc_endpoint, insecure=True)
    made = HttpSpans if signal == "traces" else HttpLogs
    return functools.partial(made, endpoint=f"{receiver.http_endpoint}/v1/{signal}")


def _behind_batch(provider, make, policy) -> None:
    provider.add_span_processor(BatchSpanProcessor(RedactingSpanExporter(make(), policy=policy)))


def _installed(provider, make, policy) -> None:
    install(provider, policy=policy)
    provider.add_span_processor(BatchSpanProcessor(make()))


def _redacting(redact_in: str) -> Callable[..., None]:
    return lambda provider, make, policy: provider.add_span_processor(
        RedactingSpanProcessor(make, policy=policy, redact_in=redact_in)
    )


SPAN_WAYS = {
    "exporter": _behind_batch,
    "worker": _redacting("worker"),
    "caller": _redacting("caller"),
    "process": _redacting("process"),
    "install": _installed,
}


def _logs_behind_batch(provider, make, policy) -> None:
    exporter = RedactingLogRecordExporter(make(), policy=policy)
    provider.add_log_record_processor(BatchLogRecordProcessor(exporter))


def _logs_installed(provider, make, policy) -> None:
    provider.add_log_record_processor(SimpleLogRecordProcessor(make()))
    install(provider, policy=policy)


def _logs_redacting(redact_in: str) -> Callable[..., None]:
    return lambda provider, make, policy: provider.add_log_record_processor(
        RedactingLogRecordProcessor(make, policy=policy, redact_in=redact_in)
    )


LOG_WAYS = {
    "exporter": _logs_behind_batch,
    "worker": _logs_redacting("worker"),
    "caller": _logs_redacting("caller"),
    "install": _logs_installed,
}


def send_spans(
    chosen: Sequence[Cell], way: str, protocol: str, policy: RedactionPolicy
) -> list[bytes]:
    """Record each cell's span again by a real tracer; return the bodies that were received."""
    with OtlpReceiver(http=protocol == "http", grpc=protocol == "grpc") as receiver:
        provider = TracerProvider(resource=_resource(chosen), shutdown_on_exit=False)
        SPAN_WAYS[way](provider, _exporter(protocol, receiver, "traces"), policy)
        for cell in chosen:
            _record_again(provider, cell.item)
        provider.shutdown()
        assert len(receiver.spans()) == len(chosen)
        return receiver.bodies


def send_logs(
    chosen: Sequence[Cell], way: str, protocol: str, policy: RedactionPolicy
) -> list[bytes]:
    """Emit each cell's record by a real logger; return the bodies that were received."""
    with OtlpReceiver(http=protocol == "http", grpc=protocol == "grpc") as receiver:
        provider = LoggerProvider(resource=_resource(chosen), shutdown_on_exit=False)
        LOG_WAYS[way](provider, _exporter(protocol, receiver, "logs"), policy)
        for cell in chosen:
            scope = cell.item.instrumentation_scope
            logger = provider.get_logger(
                scope.name, scope.version, scope.schema_url, dict(scope.attributes or {})
            )
            logger.emit(cell.item.log_record)
        provider.shutdown()
        return receiver.bodies


def _resource(chosen: Sequence[Cell]) -> Resource:
    """A provider has one resource, which gets the canaries of all cells that stand in one."""
    resource = Resource({"service.name": "tests"})
    for cell in chosen:
        if cell.place.startswith("resource"):
            resource = resource.merge(cell.item.resource)
    return resource


def _record_again(provider: TracerProvider, made: ReadableSpan) -> None:
    scope = made.instrumentation_scope
    tracer = provider.get_tracer(
        scope.name, scope.version, scope.schema_url, dict(scope.attributes or {})
    )
    state = list((made.context.trace_state or {}).items())
    parent = span_context(made.context.trace_id, trace_state=state)
    span = tracer.start_span(
        made.name,
        context=trace.set_span_in_context(trace.NonRecordingSpan(parent), Context()),
        attributes=dict(made.attributes or {}),
        links=made.links,
    )
    for event in made.events:
        span.add_event(event.name, dict(event.attributes or {}))
    if made.status.description:
        span.set_status(made.status)
    span.end()
