"""A canary in every place of a log record × category × flag × way in: none in the OTLP bytes."""

from __future__ import annotations

import copy
import itertools
import json

import pytest
from hypothesis import given, settings
from opentelemetry._logs import SeverityNumber
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor, SimpleLogRecordProcessor
from opentelemetry.sdk.resources import Resource

from otel_redact import (
    RedactingLogRecordExporter,
    RedactingLogRecordProcessor,
    RedactionPolicy,
    create_anonymizer,
    install,
)
from otel_redact.testing import assert_no_leak, find_leaks
from tests.leaks.test_places import KEYS, VALUES
from tests.log_support import WireLogExporter, make_record

CANARY = "canary7f3a9c"
DETAILS = "gen_ai.client.inference.operation.details"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"anonymizer": None, "environ": {}, **arguments})


BY_RULE = policy(
    anonymizer=create_anonymizer([{"pattern": CANARY, "replace": "[x]"}], max_depth=32)
)
HIDE_ALL = policy(
    hide_inputs=True, hide_outputs=True, hide_metadata=True, hide=["ERROR"], unknown="hide"
)
INPUTS, OUTPUTS = policy(hide_inputs=True), policy(hide_outputs=True)
ERRORS = policy(hide=["ERROR"])
UNKNOWN = policy(unknown="hide")


def by_exporter(records, given):
    exporter = WireLogExporter()
    RedactingLogRecordExporter(exporter, policy=given).export(records)
    return exporter


def _by_provider(records, given, *, processor=None):
    exporter = WireLogExporter()
    resource = records[0].resource
    provider = LoggerProvider(resource=resource, shutdown_on_exit=False)
    scope = records[0].instrumentation_scope
    logger = provider.get_logger(
        scope.name, scope.version, scope.schema_url, dict(scope.attributes or {})
    )
    if processor is None:
        provider.add_log_record_processor(SimpleLogRecordProcessor(exporter))
        install(provider, policy=given)
    else:
        provider.add_log_record_processor(processor(exporter, given))
    for record in records:
        logger.emit(record.log_record)
    provider.shutdown()
    return exporter


def by_worker(records, given):
    return _by_provider(
        records, given, processor=lambda inner, own: RedactingLogRecordProcessor(inner, policy=own)
    )


def by_caller(records, given):
    return _by_provider(
        records,
        given,
        processor=lambda inner, own: RedactingLogRecordProcessor(
            inner, policy=own, redact_in="caller"
        ),
    )


def by_batch(records, given):
    return _by_provider(
        records,
        given,
        processor=lambda inner, own: BatchLogRecordProcessor(
            RedactingLogRecordExporter(inner, policy=own)
        ),
    )


def by_install(records, given):
    return _by_provider(records, given)


WAYS = [by_exporter, by_worker, by_caller, by_batch, by_install]

KINDS = {
    "text": CANARY,
    "JSON text": json.dumps({"a": [CANARY], CANARY: "b"}),
    "map": {"a": CANARY, CANARY: {"b": [CANARY]}},
    "list": [CANARY, [CANARY]],
    "bytes": CANARY.encode(),
    "messages": [{"role": "user", "content": CANARY}, {"role": "assistant", "content": CANARY}],
}


def user(value, severity=SeverityNumber.INFO):
    return make_record(value, {"content": value}, event_name="gen_ai.user.message")


# place → (record with the canary there alone, policies that must not let it out)
PLACES = {
    "user message": (user, [INPUTS]),
    "system message": (lambda v: make_record(v, event_name="gen_ai.system.message"), [INPUTS]),
    "tool message": (lambda v: make_record(v, event_name="gen_ai.tool.message"), [INPUTS]),
    "assistant": (lambda v: make_record(v, event_name="gen_ai.assistant.message"), [OUTPUTS]),
    "choice": (lambda v: make_record({"message": v}, event_name="gen_ai.choice"), [OUTPUTS]),
    "older choice": (lambda v: make_record(v, {"event.name": "gen_ai.choice"}), [OUTPUTS]),
    "details, input": (
        lambda v: make_record(None, {"gen_ai.input.messages": v}, event_name=DETAILS),
        [INPUTS],
    ),
    "details, output": (
        lambda v: make_record(None, {"gen_ai.output.messages": v}, event_name=DETAILS),
        [OUTPUTS],
    ),
    "details, instructions": (
        lambda v: make_record(None, {"gen_ai.system_instructions": v}, event_name=DETAILS),
        [INPUTS],
    ),
    "details, body": (lambda v: make_record({"x": v}, event_name=DETAILS), [INPUTS, OUTPUTS]),
    "exception": (
        lambda v: make_record(
            v, {"exception.type": "E", "exception.message": v, "exception.stacktrace": v}
        ),
        [ERRORS],
    ),
    "exception of a client": (
        lambda v: make_record(v, {"exception.type": "openai.APIError", "exception.message": v}),
        [INPUTS, OUTPUTS, ERRORS],
    ),
    "severe": (lambda v: make_record(v, severity=SeverityNumber.FATAL), [ERRORS]),
    "ordinary": (lambda v: make_record(v, {"own": v}), [UNKNOWN]),
    "metadata": (
        lambda v: make_record("x", {"user.id": v, "metadata": v}),
        [policy(hide_metadata=True)],
    ),
}
CELLS = [
    pytest.param(place, kind, way, id=f"{place} × {kind} × {way.__name__}")
    for place, kind, way in itertools.product(PLACES, KINDS, WAYS)
]


@pytest.mark.parametrize(("place", "kind", "way"), CELLS)
def test_no_canary_leaves_a_place_of_a_record(place, kind, way):
    make, own = PLACES[place]

    for flags in (BY_RULE, HIDE_ALL, *own):
        sent = way([make(copy.deepcopy(KINDS[kind]))], flags)
        assert len(sent.records()) == 1
        assert_no_leak(sent.bodies, [CANARY])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_search_would_see_the_canary(place, kind):
    """Without rule and flags each place leaks: the test above can fail."""
    sent = by_exporter([PLACES[place][0](KINDS[kind])], policy())

    assert find_leaks(sent.bodies, [CANARY])


@pytest.mark.parametrize("key", [key for keys in KEYS.values() for key in keys])
@given(value=VALUES)
@settings(max_examples=6)
def test_no_canary_leaves_generated_bodies_and_attributes_and_the_record_stays(key, value):
    record = make_record(value, {key: value, f"own.{CANARY}": value})
    body, attributes = copy.deepcopy((value, record.log_record.attributes))
    before = dict(vars(record.log_record))

    for given_policy in (BY_RULE, HIDE_ALL):
        assert_no_leak(by_exporter([record], given_policy).bodies, [CANARY])

    assert vars(record.log_record) == before
    assert (record.log_record.body, record.log_record.attributes) == (body, attributes)


def everywhere():
    """Return a record with the canary in each place that can carry text."""
    return make_record(
        {"to": CANARY, CANARY: [CANARY]},
        {"a": CANARY, CANARY: CANARY, "exception.message": CANARY, "list": [CANARY, "b"]},
        event_name=f"event {CANARY}",
        severity_text=f"INFO {CANARY}",
        resource=Resource({"service.name": CANARY, "r": [CANARY]}, f"https://x.example/{CANARY}"),
        scope=f"scope.{CANARY}",
        scope_attributes={"s": CANARY, CANARY: "s"},
    )


@pytest.mark.parametrize("way", WAYS)
def test_no_canary_leaves_any_place_under_a_rule(way):
    sent = way([everywhere()], BY_RULE)

    assert_no_leak(sent.bodies, [CANARY])
    (record,) = sent.records()
    assert (record.event_name, record.severity_text) == ("event [x]", "INFO [x]")
    (resource_logs,) = sent.requests()[0].resource_logs
    assert resource_logs.schema_url == "https://x.example/[x]"
    assert resource_logs.scope_logs[0].scope.name == "scope.[x]"


@pytest.mark.parametrize("way", WAYS)
def test_the_search_would_see_the_canary_in_each_of_these_places(way):
    raw = b"".join(way([everywhere()], policy()).bodies)

    assert raw.count(CANARY.encode()) == 16
