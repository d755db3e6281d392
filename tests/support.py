"""What tests share: spans made by hand, and an exporter that keeps OTLP bytes, not objects."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from opentelemetry.exporter.otlp.proto.common._internal import _encode_value
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span as ProtoSpan
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import Link, SpanContext, SpanKind, Status, TraceFlags, TraceState

from otel_redact import RedactingSpanExporter, RedactionPolicy


def _encodes(value: object) -> bool:
    try:
        _encode_value(value)
    except Exception:  # noqa: BLE001 - the encoder raises a bare one
        return False
    return True


ENCODES_NONE = _encodes(None)
"""Whether this SDK's OTLP encoder takes None; older ones drop the whole attribute, and log it."""

SPAN_IDS = iter(range(1, 1 << 60))


class WireExporter(SpanExporter):
    """Encodes what it gets by the SDK's OTLP encoder and keeps only the bytes."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.bodies.append(encode_spans(spans).SerializeToString())
        return SpanExportResult.SUCCESS

    def requests(self) -> list[ExportTraceServiceRequest]:
        return [ExportTraceServiceRequest.FromString(body) for body in self.bodies]

    def spans(self) -> list[ProtoSpan]:
        return [
            span
            for request in self.requests()
            for resource_spans in request.resource_spans
            for scope_spans in resource_spans.scope_spans
            for span in scope_spans.spans
        ]


def make_span(
    attributes: Mapping[str, object] | None = None,
    *,
    name: str = "chat gpt-4o",
    trace_id: int = 0x1234,
    events: Sequence[Event] = (),
    links: Sequence[Link] = (),
    status: Status | None = None,
    resource: Resource | None = None,
    scope: str = "tests",
    scope_attributes: Mapping[str, object] | None = None,
    trace_state: Sequence[tuple[str, str]] = (),
    parent: SpanContext | None = None,
) -> ReadableSpan:
    """Return an ended span; attributes are kept as they are, cleaned by nobody."""
    now = time.time_ns()
    return ReadableSpan(
        name=name,
        context=span_context(trace_id, trace_state=trace_state),
        parent=parent,
        resource=resource or Resource({"service.name": "tests"}),
        attributes=dict(attributes or {}),
        events=list(events),
        links=list(links),
        kind=SpanKind.CLIENT,
        status=status or Status(),
        start_time=now - 1_000_000,
        end_time=now,
        instrumentation_scope=InstrumentationScope(scope, "1.0", None, scope_attributes),
    )


def span_context(trace_id: int, *, trace_state: Sequence[tuple[str, str]] = ()) -> SpanContext:
    """Return a sampled span context with a span id of its own."""
    return SpanContext(
        trace_id,
        next(SPAN_IDS),
        is_remote=False,
        trace_flags=TraceFlags(TraceFlags.SAMPLED),
        trace_state=TraceState(trace_state),
    )


def wire(
    spans: ReadableSpan | Sequence[ReadableSpan], policy: RedactionPolicy | None = None
) -> WireExporter:
    """Redact spans by a policy (default: the default one) and return what went on the wire."""
    exporter = WireExporter()
    batch = [spans] if isinstance(spans, ReadableSpan) else list(spans)
    RedactingSpanExporter(exporter, policy=policy or RedactionPolicy(environ={})).export(batch)
    return exporter


def redacted(
    attributes: Mapping[str, object], policy: RedactionPolicy | None = None, **span: object
) -> dict[str, object]:
    """Return the attributes of one span as they arrive."""
    (arrived,) = wire(make_span(attributes, **span), policy).spans()
    return plain(arrived.attributes)


def plain(attributes: Sequence[KeyValue]) -> dict[str, object]:
    """Return protobuf attributes as a dict of plain values; duplicate keys fail."""
    keys = [item.key for item in attributes]
    assert len(keys) == len(set(keys))
    return {item.key: plain_value(item.value) for item in attributes}


def plain_value(value: AnyValue) -> object:
    """Return a protobuf AnyValue as a plain value."""
    kind = value.WhichOneof("value")
    if kind == "array_value":
        return [plain_value(item) for item in value.array_value.values]
    if kind == "kvlist_value":
        return plain(value.kvlist_value.values)
    return getattr(value, kind) if kind else None
