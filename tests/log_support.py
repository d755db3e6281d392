"""What tests of log records share: records made by hand, an exporter that keeps OTLP bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from opentelemetry import trace
from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord as ProtoLogRecord
from opentelemetry.sdk._logs import LoggerProvider, ReadableLogRecord
from opentelemetry.sdk._logs.export import (
    LogRecordExporter,
    LogRecordExportResult,
    SimpleLogRecordProcessor,
)
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags

from otel_redact import RedactingLogRecordExporter, RedactionPolicy
from tests.support import plain, plain_value

TRACE_ID, SPAN_ID = 0x5678, 0x9ABC


class WireLogExporter(LogRecordExporter):
    """Encodes what it gets by the SDK's OTLP encoder and keeps only the bytes."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def export(self, batch: Sequence[ReadableLogRecord]) -> LogRecordExportResult:
        self.bodies.append(encode_logs(batch).SerializeToString())
        return LogRecordExportResult.SUCCESS

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        return True

    def shutdown(self) -> None:
        pass

    def requests(self) -> list[ExportLogsServiceRequest]:
        return [ExportLogsServiceRequest.FromString(body) for body in self.bodies]

    def records(self) -> list[ProtoLogRecord]:
        return records_in(self.requests())

    def log_bodies(self) -> list[object]:
        return [plain_value(record.body) for record in self.records()]


def records_in(requests: Sequence[ExportLogsServiceRequest]) -> list[ProtoLogRecord]:
    """Return the log records of requests, in order."""
    return [
        record
        for request in requests
        for resource_logs in request.resource_logs
        for scope_logs in resource_logs.scope_logs
        for record in scope_logs.log_records
    ]


def trace_context(trace_id: int = TRACE_ID, span_id: int = SPAN_ID) -> Context:
    """Return a context with a span of another process."""
    span = SpanContext(trace_id, span_id, is_remote=True, trace_flags=TraceFlags(1))
    return trace.set_span_in_context(NonRecordingSpan(span), Context())


def make_record(
    body: object = None,
    attributes: Mapping[str, object] | None = None,
    *,
    event_name: str | None = None,
    severity: SeverityNumber | None = SeverityNumber.INFO,
    severity_text: str | None = "INFO",
    trace_id: int = TRACE_ID,
    resource: Resource | None = None,
    scope: str = "tests",
    scope_attributes: Mapping[str, object] | None = None,
) -> ReadableLogRecord:
    """Return a log record as an exporter gets it; attributes are cleaned by nobody."""
    record = LogRecord(
        timestamp=11,
        observed_timestamp=12,
        context=trace_context(trace_id) if trace_id else Context(),
        severity_text=severity_text,
        severity_number=severity,
        body=body,
        attributes=dict(attributes or {}),
        event_name=event_name,
    )
    return ReadableLogRecord(
        log_record=record,
        resource=resource or Resource({"service.name": "tests"}),
        instrumentation_scope=InstrumentationScope(scope, "1.0", None, scope_attributes),
    )


def wire_logs(
    records: ReadableLogRecord | Sequence[ReadableLogRecord], policy: RedactionPolicy | None = None
) -> WireLogExporter:
    """Redact records by a policy (default: the default one) and return what went on the wire."""
    exporter = WireLogExporter()
    batch = [records] if isinstance(records, ReadableLogRecord) else list(records)
    RedactingLogRecordExporter(exporter, policy=policy or RedactionPolicy(environ={})).export(batch)
    return exporter


def redacted_log(
    body: object = None,
    attributes: Mapping[str, object] | None = None,
    policy: RedactionPolicy | None = None,
    **record: object,
) -> tuple[object, dict[str, object]]:
    """Return body and attributes of one record as they arrive."""
    (arrived,) = wire_logs(make_record(body, attributes, **record), policy).records()
    return plain_value(arrived.body), plain(arrived.attributes)


def logger_provider(*processors: object) -> tuple[LoggerProvider, WireLogExporter]:
    """Return a provider with these processors and, last, a simple one that exports raw records."""
    exporter = WireLogExporter()
    provider = LoggerProvider(shutdown_on_exit=False)
    for processor in (*processors, SimpleLogRecordProcessor(exporter)):
        provider.add_log_record_processor(processor)
    return provider, exporter
