"""Hostile log records through the exporter: nothing raises, no canary leaves, siblings arrive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from opentelemetry._logs import SeverityNumber
from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.sdk._logs import ReadableLogRecord
from opentelemetry.sdk._logs.export import LogRecordExportResult
from opentelemetry.sdk.resources import Resource

from otel_redact import RedactingLogRecordExporter
from tests.fuzz.attribute import attribute_maps, may_keep
from tests.fuzz.odd import made
from tests.fuzz.pipeline_target import NAMES, policy
from tests.fuzz.strategy import TEXT, VALUES
from tests.leaks.matrix_canary import found_in
from tests.leaks.matrix_place import KEYS
from tests.log_support import WireLogExporter, make_record

__all__ = ["CASES", "SEEDS", "check"]

SEEDS: list[object] = []
_BAGS = attribute_maps(
    {key: masks for keys in KEYS.values() for key, masks in keys.items()} | {"event.name": ""}
)
_EVENTS = st.one_of(
    st.none(),
    st.sampled_from(
        ["gen_ai.user.message", "gen_ai.choice", "gen_ai.client.inference.operation.details", "e"]
    ),
    TEXT,
)


class Keeping(WireLogExporter):
    """Keeps the records it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[ReadableLogRecord] = []

    def export(self, batch: Sequence[ReadableLogRecord]) -> LogRecordExportResult:
        self.kept += batch
        return LogRecordExportResult.SUCCESS


CASES = st.fixed_dictionaries(
    {
        "policy": st.sampled_from(NAMES),
        "body": VALUES,
        "attributes": _BAGS,
        "event": _EVENTS,
        "severity": st.sampled_from([None, SeverityNumber.INFO, SeverityNumber.FATAL]),
        "severity text": st.one_of(st.none(), TEXT),
        "resource": TEXT,
        "schema": TEXT,
        "scope": TEXT,
    }
)


def _record(case: Mapping[str, object]) -> ReadableLogRecord:
    return make_record(
        made(case["body"]),
        made(case["attributes"]),
        event_name=case["event"],
        severity=case["severity"],
        severity_text=case["severity text"],
        resource=Resource({"a": case["resource"]}, case["schema"]),
        scope=case["scope"],
    )


def check(case: Mapping[str, object]) -> None:
    record = _record(case)
    inner = Keeping()
    exporter = RedactingLogRecordExporter(inner, policy=policy(case["policy"]))
    before = dict(vars(record.log_record))
    sibling = make_record(None, {"gen_ai.usage.input_tokens": 7}, trace_id=0xABCDEF)

    assert exporter.export([record, sibling]) is LogRecordExportResult.SUCCESS

    assert all(vars(record.log_record)[key] is value for key, value in before.items())
    dropped = exporter.counters.spans.get("dropped", 0)
    assert len(inner.kept) == 2 - dropped
    assert any(list((one.log_record.attributes or {}).values()) == [7] for one in inner.kept)
    body = encode_logs(inner.kept).SerializeToString()
    texts, bags = [case["scope"], case["schema"]], [case["attributes"], case["body"]]
    bags = [bag for bag in bags if isinstance(bag, dict)]
    assert found_in(body) <= may_keep(case["policy"], texts, bags)
