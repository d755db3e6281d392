"""Real spans of six instrumentations: the table of tests/fixtures/spans/README.md."""

from __future__ import annotations

import base64
import contextlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from google.protobuf import json_format
from google.protobuf.message import Message
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import SpanContext, SpanKind, Status, StatusCode, TraceFlags

from otel_redact import RedactionPolicy
from tests.support import make_span, plain, plain_value, wire

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "spans").glob("*.json"))
INPUT = ["USERMARK", "SYSMARK", "TOOLDEFMARK", "TOOLRESMARK", "IMGMARK", "URLSIGMARK"]
OUTPUT = ["OUTMARK", "TOOLARGMARK", "REASONMARK", "SIGMARK"]
METADATA = ["METAMARK", "USERIDMARK", "HDRMARK", "STOPMARK", "CACHEKEYMARK"]
SECRETS = [
    "sk-" + "proj-KEYMARK",
    "gh" + "p_SYSKEY",
    "alice@example.com",
    "bob@example.com",
    "078-05-1120",
    "4111-1111-1111-1111",
    "10.0.0.1",
]
each_flag = pytest.mark.parametrize(
    ("flags", "gone"),
    [
        ({"hide_inputs": True}, INPUT),
        ({"hide_outputs": True}, OUTPUT),
        ({"hide_metadata": True}, METADATA),
        (
            {"hide_inputs": True, "hide_outputs": True, "hide_metadata": True},
            INPUT + OUTPUT + METADATA,
        ),
        ({}, SECRETS),
    ],
    ids=["hide_inputs", "hide_outputs", "hide_metadata", "hide_all", "default"],
)


def _any_bytes(document: object) -> object:
    """OTLP/JSON spells ids in hex; protobuf's JSON form wants base64."""
    if isinstance(document, dict):
        return {
            key: base64.b64encode(bytes.fromhex(item)).decode()
            if key in ("traceId", "spanId", "parentSpanId") and re.fullmatch("[0-9a-f]+", item)
            else _any_bytes(item)
            for key, item in document.items()
        }
    return [_any_bytes(item) for item in document] if isinstance(document, list) else document


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "big")


def _span(span, resource, scope) -> ReadableSpan:
    context = SpanContext(
        _number(span.trace_id), _number(span.span_id), False, TraceFlags(TraceFlags.SAMPLED)
    )
    code = StatusCode(span.status.code)
    parent = SpanContext(_number(span.trace_id), _number(span.parent_span_id), False)
    return ReadableSpan(
        name=span.name,
        context=context,
        parent=parent if span.parent_span_id else None,
        resource=resource,
        attributes=plain(span.attributes),
        events=[Event(e.name, plain(e.attributes), e.time_unix_nano) for e in span.events],
        kind=SpanKind(span.kind - 1),
        status=Status(code, span.status.message or None if code is StatusCode.ERROR else None),
        start_time=span.start_time_unix_nano,
        end_time=span.end_time_unix_nano,
        instrumentation_scope=scope,
    )


def _log_span(record, number: int) -> ReadableSpan:
    """A log record as an event of a span: body and attributes in AnyValue form."""
    attributes = plain(record.attributes)
    body = plain_value(record.body)
    attributes.update(body if isinstance(body, dict) else {"body": body} if body else {})
    context = SpanContext(
        _number(record.trace_id) or 1, 10_000 + number, False, TraceFlags(TraceFlags.SAMPLED)
    )
    return ReadableSpan(name="log", context=context, events=[Event(record.event_name, attributes)])


@cache
def load(path: Path) -> tuple[ReadableSpan, ...]:
    document = json.loads(path.read_text())
    spans = []
    request = json_format.ParseDict(_any_bytes(document["traces"]), ExportTraceServiceRequest())
    for resource_spans in request.resource_spans:
        resource = Resource(plain(resource_spans.resource.attributes))
        for scope_spans in resource_spans.scope_spans:
            scope = InstrumentationScope(scope_spans.scope.name, scope_spans.scope.version)
            spans += [_span(span, resource, scope) for span in scope_spans.spans]
    logs = json_format.ParseDict(_any_bytes(document["logs"] or {}), ExportLogsServiceRequest())
    records = [
        record
        for resource_logs in logs.resource_logs
        for scope_logs in resource_logs.scope_logs
        for record in scope_logs.log_records
    ]
    return (*spans, *(_log_span(record, number) for number, record in enumerate(records)))


def texts(value: object) -> Iterator[str]:
    """Yield every text in a JSON value, keys too, and every text in the JSON inside them.

    Bytes of a request are no place to look for whole words: the length before a text may read as a
    letter of it.
    """
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value
        yield re.sub(r"\\+[nrtbf]", " ", value)  # JSON that was cut
        if value[:1] in {"{", "[", '"'}:
            with contextlib.suppress(ValueError):
                yield from texts(json.loads(value))


def found(markers: list[str], request: Message) -> list[str]:
    """Markers as whole words: SIGMARK is also the tail of URLSIGMARK."""
    raw = request.SerializeToString().decode("utf-8", "replace")
    text = "\n".join([raw, *texts(json_format.MessageToDict(request))])
    return [m for m in markers if re.search(rf"(?<![A-Za-z0-9]){re.escape(m)}(?![A-Z])", text)]


def structure(spans) -> list[object]:
    """What must survive: ids, times, model names, token counts, finish reasons."""
    kept = re.compile(r"(model|usage|token_count|finish_reason|response\.id|operation\.name)")
    return [
        (
            span.trace_id,
            span.span_id,
            span.parent_span_id,
            span.start_time_unix_nano,
            span.end_time_unix_nano,
            span.kind,
            span.status.code,
            sorted(
                (item.key, str(plain_value(item.value)))
                for item in span.attributes
                if kept.search(item.key) and "embedding.embeddings" not in item.key
            ),
        )
        for span in spans
    ]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
@each_flag
def test_real_spans_keep_their_structure_and_lose_what_must_go(path, flags, gone):
    spans = load(path)
    raw = encode_spans(spans)

    sent = wire(spans, RedactionPolicy(**flags, environ={}))

    assert found(gone, sent.requests()[0]) == []
    assert found(SECRETS, sent.requests()[0]) == []
    sent_raw = [s for r in raw.resource_spans for x in r.scope_spans for s in x.spans]
    assert structure(sent.spans()) == structure(sent_raw)


@pytest.mark.parametrize(
    "text",
    ["m" * 46 + " USERMARK", "USERMARK", "a\nUSERMARK", '["a\\nUSERMARK"]', '["a\\nUSERMARK'],
)
def test_the_search_sees_a_marker_whatever_stands_before_it(text):
    for padding in range(80):  # the length before the text is a letter or a digit for some
        request = encode_spans([make_span({"k": text + " " * padding})])

        assert found(["USERMARK"], request) == ["USERMARK"]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_search_sees_the_markers_in_the_raw_spans(path):
    body = encode_spans(load(path))

    assert {"USERMARK", "OUTMARK"} <= set(found([*INPUT, *OUTPUT], body))
    assert len(found(SECRETS, body)) >= 5


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
@pytest.mark.parametrize("flag", ["hide_inputs", "hide_outputs"])
def test_hiding_one_side_leaves_the_other_readable(path, flag):
    other = OUTPUT if flag == "hide_inputs" else INPUT

    sent = wire(load(path), RedactionPolicy(**{flag: True}, environ={}))

    assert set(found(other, sent.requests()[0])) & {"OUTMARK", "USERMARK"}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_json_attributes_stay_json(path):
    for flags in ({}, {"hide_inputs": True}, {"hide_outputs": True}):
        sent = wire(load(path), RedactionPolicy(**flags, environ={}))

        before = [json_keys(span) for span in load(path)]
        for span, keys in zip(sent.spans(), before, strict=True):
            for key, text in plain(span.attributes).items():
                if key in keys:
                    json.loads(text)


def json_keys(span: ReadableSpan) -> set[str]:
    keys = set()
    for key, value in span.attributes.items():
        if isinstance(value, str) and value[:1] in ("{", "["):
            try:
                json.loads(value)
            except ValueError:
                continue
            keys.add(key)
    return keys


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_redacting_twice_changes_nothing(path):
    policy = RedactionPolicy(environ={})
    once = wire(load(path), policy)

    (request,) = once.requests()
    again = []
    for resource_spans in request.resource_spans:
        resource = Resource(plain(resource_spans.resource.attributes))
        for scope_spans in resource_spans.scope_spans:
            scope = InstrumentationScope(scope_spans.scope.name, scope_spans.scope.version)
            again += [_span(span, resource, scope) for span in scope_spans.spans]
    twice = wire(again, policy)

    assert [span.attributes for span in twice.spans()] == [span.attributes for span in once.spans()]
    assert [span.events for span in twice.spans()] == [span.events for span in once.spans()]
