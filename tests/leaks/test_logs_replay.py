"""Real log records of three instrumentations, under the policies of `test_fixture_replay`."""

from __future__ import annotations

import json
from functools import cache

import pytest
from google.protobuf import json_format
from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.sdk._logs import ReadableLogRecord
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import TraceFlags

from otel_redact import RedactionPolicy
from tests.leaks.test_fixture_replay import (
    FIXTURES,
    INPUT,
    OUTPUT,
    SECRETS,
    _any_bytes,
    each_flag,
    found,
)
from tests.log_support import records_in, wire_logs
from tests.support import plain, plain_value

PATHS = [path for path in FIXTURES if json.loads(path.read_text())["logs"]]


def _record(record, resource, scope) -> ReadableLogRecord:
    made = LogRecord(
        timestamp=record.time_unix_nano,
        observed_timestamp=record.observed_time_unix_nano,
        context=Context(),
        severity_text=record.severity_text or None,
        severity_number=SeverityNumber(record.severity_number),
        body=plain_value(record.body),
        attributes=plain(record.attributes),
        event_name=record.event_name,
    )
    made.trace_id = int.from_bytes(record.trace_id, "big")
    made.span_id = int.from_bytes(record.span_id, "big")
    made.trace_flags = TraceFlags(record.flags & 0xFF)
    return ReadableLogRecord(log_record=made, resource=resource, instrumentation_scope=scope)


@cache
def load(path) -> tuple[ReadableLogRecord, ...]:
    document = json.loads(path.read_text())
    request = json_format.ParseDict(_any_bytes(document["logs"]), ExportLogsServiceRequest())
    records = []
    for resource_logs in request.resource_logs:
        resource = Resource(plain(resource_logs.resource.attributes))
        for scope_logs in resource_logs.scope_logs:
            scope = InstrumentationScope(scope_logs.scope.name, scope_logs.scope.version)
            records += [_record(record, resource, scope) for record in scope_logs.log_records]
    return tuple(records)


def structure(records) -> list[object]:
    """What must survive: ids, times, event and model names, token counts."""
    kept = ("model", "usage", "finish_reason", "response.id", "operation.name")
    return [
        (
            record.trace_id,
            record.span_id,
            record.flags,
            record.observed_time_unix_nano,
            record.event_name,
            {k: v for k, v in plain(record.attributes).items() if any(part in k for part in kept)},
        )
        for record in records
    ]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@each_flag
def test_real_records_keep_their_structure_and_lose_what_must_go(path, flags, gone):
    records = load(path)

    sent = wire_logs(records, RedactionPolicy(**flags, environ={}))

    assert found([*gone, *SECRETS], sent.requests()[0]) == []
    assert structure(sent.records()) == structure(records_in([encode_logs(records)]))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_search_sees_the_markers_in_the_raw_records(path):
    body = encode_logs(load(path))

    assert {"USERMARK", "OUTMARK"} <= set(found([*INPUT, *OUTPUT], body))
    assert len(found(SECRETS, body)) >= 3


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    ("flag", "kept"), [("hide_inputs", "OUTMARK"), ("hide_outputs", "USERMARK")]
)
def test_hiding_one_side_leaves_the_other_readable(path, flag, kept):
    sent = wire_logs(load(path), RedactionPolicy(**{flag: True}, environ={}))

    assert found([kept], sent.requests()[0]) == [kept]
