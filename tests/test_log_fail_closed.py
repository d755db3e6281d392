"""What goes wrong with a log record costs a value or the record: nothing raw, nothing raised."""

from __future__ import annotations

import logging
from collections import UserDict, deque
from types import SimpleNamespace

import pytest

from otel_redact import (
    Engine,
    RedactingLogRecordExporter,
    RedactingLogRecordProcessor,
    RedactionPolicy,
    create_anonymizer,
)
from otel_redact.testing import assert_no_leak
from tests.log_support import WireLogExporter, logger_provider, make_record, wire_logs
from tests.support import ENCODES_NONE, plain, plain_value

CANARY = "canary7f3a9c"
BY_RULE = RedactionPolicy(
    anonymizer=create_anonymizer([{"pattern": CANARY, "replace": "[x]"}], max_depth=32), environ={}
)
MESSAGE = "gen_ai.user.message"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


def raising(*_arguments: object) -> object:
    raise LookupError(CANARY)


class RaisingEngine(Engine):
    name = "raising"

    def find(self, leaves):
        raise LookupError(CANARY)


@pytest.mark.parametrize(
    "given",
    [
        policy(hide_inputs=raising),
        policy(hide_inputs=lambda _: CANARY),
        policy(hide_inputs=lambda _: None),
        policy(anonymizer=raising),
        policy(anonymizer=lambda _: 7),
        policy(anonymizer=create_anonymizer(raising)),
        policy(anonymizer=create_anonymizer(RaisingEngine())),
    ],
    ids=["raises", "returns text", "returns None", "rule", "rule: int", "callable", "engine"],
)
def test_users_code_that_fails_costs_the_values_it_was_to_get(given, caplog):
    exporter = WireLogExporter()
    redacting = RedactingLogRecordExporter(exporter, policy=given)

    redacting.export([make_record(CANARY, {"content": CANARY}, event_name=MESSAGE)])

    (record,) = exporter.records()
    assert plain_value(record.body) == "[REDACTED]"
    assert list(plain(record.attributes).values()) == ["[REDACTED]"]
    assert_no_leak(exporter.bodies, [CANARY])
    assert sum(redacting.counters.failures.values()) >= 1
    assert CANARY not in caplog.text


def cycle() -> dict[str, object]:
    body: dict[str, object] = {"text": CANARY}
    body["self"] = [body]
    return body


def nested(levels: int) -> object:
    body: object = CANARY
    for _ in range(levels):
        body = {"in": [body]}
    return body


class Hostile:
    def __str__(self):
        raise LookupError(CANARY)

    __repr__ = __str__


BODIES = {
    "cycle": cycle(),
    "deep": nested(40),
    "very deep": nested(5000),
    "lone surrogate": f"\ud800 {CANARY} \udfff",
    "NUL": f"\0{CANARY}\0",
    "invalid UTF-8": b"\xff\xfe " + CANARY.encode() + b"\x80",
    "object": SimpleNamespace(text=CANARY),
    "hostile": Hostile(),
    "set": {CANARY},
    "deque": deque([CANARY]),
    "user dict": UserDict({CANARY: CANARY}),
    "large number": 10**30,
    "bytearray": bytearray(CANARY.encode()),
    "keys": {1: CANARY, None: CANARY, (CANARY,): CANARY},
    "cut JSON": f'{{"to": "{CANARY}',
    "nested JSON text": "[" * 3000 + f'"{CANARY}"' + "]" * 3000,
}


@pytest.mark.parametrize("place", ["body", "attribute"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_weird_value_leaves_redacted_or_not_at_all_and_its_neighbours_arrive(body, place, caplog):
    weird = make_record(body) if place == "body" else make_record("x", {"a": body, "b": "kept"})

    sent = wire_logs([make_record("before"), weird, make_record("behind")], BY_RULE)

    assert_no_leak(sent.bodies, [CANARY])
    bodies = sent.log_bodies()
    assert (bodies[0], bodies[-1], len(bodies)) == ("before", "behind", 3)
    if place == "attribute":
        assert plain(sent.records()[1].attributes)["b"] == "kept"
    assert CANARY not in caplog.text


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_weird_body_under_flags_leaves_nothing_of_the_hidden_side(body):
    given = policy(hide_inputs=True, anonymizer=None)

    sent = wire_logs(make_record(body, {"content": body}, event_name=MESSAGE), given)

    assert_no_leak(sent.bodies, [CANARY])


class RaisingAttributes(UserDict):
    def __iter__(self):
        raise LookupError(CANARY)

    def keys(self):
        raise LookupError(CANARY)


@pytest.mark.parametrize(
    "broken",
    [
        {"attributes": RaisingAttributes(a=1)},
        {"attributes": 7},
        {"trace_id": "no number"},
        {"severity_text": Hostile()},
    ],
    ids=["attributes raise", "attributes are a number", "trace id is a text", "severity text"],
)
def test_a_record_that_cannot_be_read_is_left_out_or_redacted_and_counted(broken, caplog):
    record = make_record(CANARY)
    for name, value in broken.items():
        setattr(record.log_record, name, value)
    exporter = WireLogExporter()
    redacting = RedactingLogRecordExporter(exporter, policy=BY_RULE)

    redacting.export([make_record("before"), record, make_record("behind")])

    assert exporter.log_bodies() == ["before", "behind"]
    assert redacting.counters.spans == {"redacted": 2, "dropped": 1}
    assert sum(redacting.counters.failures.values()) == 1
    assert CANARY not in caplog.text


def test_a_batch_of_which_nothing_is_left_is_not_sent():
    record = make_record(CANARY)
    record.log_record.attributes = 7
    exporter = WireLogExporter()

    RedactingLogRecordExporter(exporter, policy=BY_RULE).export([record])

    assert exporter.bodies == []


def test_on_error_drop_span_drops_the_record():
    exporter = WireLogExporter()
    given = policy(hide_inputs=raising, on_error="drop_span")
    redacting = RedactingLogRecordExporter(exporter, policy=given)

    redacting.export([make_record(CANARY, event_name=MESSAGE), make_record("kept")])

    assert exporter.log_bodies() == ["kept"]
    assert redacting.counters.spans == {"dropped": 1, "redacted": 1}


@pytest.mark.parametrize("redact_in", ["worker", "caller"])
def test_nothing_is_raised_into_the_application(redact_in, caplog):
    exporter = WireLogExporter()
    processor = RedactingLogRecordProcessor(exporter, policy=BY_RULE, redact_in=redact_in)

    processor.on_emit(SimpleNamespace(log_record=None))
    processor.on_emit(None)

    assert processor.counters.spans == {"dropped": 2}
    assert exporter.bodies == []
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    processor.shutdown()


@pytest.mark.filterwarnings("ignore:Log record attributes were dropped")
def test_an_attribute_limit_of_the_provider_still_counts_as_dropped(monkeypatch):
    monkeypatch.setenv("OTEL_ATTRIBUTE_COUNT_LIMIT", "1")
    exporter = WireLogExporter()
    processor = RedactingLogRecordProcessor(exporter, policy=BY_RULE)
    provider, raw = logger_provider(processor)

    provider.get_logger("tests").emit(body="x", attributes={"b": CANARY, "a": CANARY})
    provider.shutdown()

    assert plain(exporter.records()[0].attributes) == {"a": "[x]"}
    records = exporter.records() + raw.records()
    assert [record.dropped_attributes_count for record in records] == [1, 1]


@pytest.mark.skipif(not ENCODES_NONE, reason="this encoder drops what has a None")
def test_nothing_in_a_list_stays_nothing():
    sent = wire_logs(make_record([None, CANARY]), BY_RULE)

    assert sent.log_bodies() == [[None, "[x]"]]
