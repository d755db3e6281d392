"""What log processors write to a record under `install`: the later ones see it redacted."""

from __future__ import annotations

import pytest
from opentelemetry.sdk._logs import LoggerProvider, LogRecordProcessor
from opentelemetry.sdk._logs._internal import ConcurrentMultiLogRecordProcessor
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor, SimpleLogRecordProcessor

from otel_redact import RedactingLogRecordExporter, RedactionPolicy, install, use_policy
from otel_redact.testing import assert_no_leak
from tests.log_support import WireLogExporter
from tests.support import plain, plain_value

MAIL = "ann@" + "example.com"
BOB = "bob@" + "example.com"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


class Writing(LogRecordProcessor):
    """Does something to each record, and keeps it."""

    def __init__(self, write) -> None:
        self.write = write
        self.seen = []

    def on_emit(self, log_record):
        self.write(log_record.log_record)
        self.seen.append(log_record)

    def shutdown(self):
        pass

    def force_flush(self, timeout_millis=30000):
        return True


def run(*writes, given=None, body="said", attributes=None, event_name=None, kind=None):
    """Emit one record; return what arrives at exporters in front of, and behind, the processors."""
    provider = LoggerProvider(shutdown_on_exit=False)
    first, last = WireLogExporter(), WireLogExporter()
    provider.add_log_record_processor(BatchLogRecordProcessor(first))
    for write in writes:
        provider.add_log_record_processor(Writing(write))
    provider.add_log_record_processor((kind or SimpleLogRecordProcessor)(last))
    installation = install(provider, policy=given or policy())
    provider.get_logger("tests").emit(
        body=body, attributes=attributes or {"a": 1}, event_name=event_name
    )
    provider.shutdown()
    return first, last, installation


def attributes_of(exporter):
    return [plain(record.attributes) for record in exporter.records()]


@pytest.mark.parametrize("kind", [SimpleLogRecordProcessor, BatchLogRecordProcessor])
def test_attributes_that_one_adds_reach_the_later_ones_redacted_and_no_earlier_one(kind):
    def add(record):
        record.attributes["customer"] = MAIL
        record.attributes[MAIL] = {"deep": [MAIL]}

    first, last, _ = run(add, kind=kind)

    assert attributes_of(first) == [{"a": 1}]
    assert attributes_of(last) == [
        {"a": 1, "customer": "[EMAIL_ADDRESS]", "[EMAIL_ADDRESS]": {"deep": ["[EMAIL_ADDRESS]"]}}
    ]


def test_each_sees_what_those_before_it_wrote():
    seen = []

    def two(record):
        seen.append(dict(record.attributes))
        record.attributes["two"] = BOB

    _, last, _ = run(lambda record: record.attributes.update(one=MAIL), two)

    assert seen == [{"a": 1, "one": "[EMAIL_ADDRESS]"}]
    assert attributes_of(last) == [{"a": 1, "one": "[EMAIL_ADDRESS]", "two": "[EMAIL_ADDRESS]"}]


def test_bodies_names_and_severity_that_one_writes_are_redacted():
    def write(record):
        record.body = {"to": MAIL}
        record.event_name = f"e {MAIL}"
        record.severity_text = f"S {MAIL}"

    first, last, _ = run(write)

    (record,) = last.records()
    assert plain_value(record.body) == {"to": "[EMAIL_ADDRESS]"}
    assert (record.event_name, record.severity_text) == ("e [EMAIL_ADDRESS]", "S [EMAIL_ADDRESS]")
    assert first.log_bodies() == ["said"]


def test_a_body_that_one_changes_in_place_is_redacted():
    first, last, _ = run(lambda record: record.body.update(to=MAIL), body={"n": [1]})

    assert first.log_bodies() == [{"n": [1]}]
    assert last.log_bodies() == [{"n": [1], "to": "[EMAIL_ADDRESS]"}]


def test_attributes_that_one_removes_or_replaces_are_gone_for_the_later_ones():
    def write(record):
        del record.attributes["a"]
        record.attributes["b"] = f"now {MAIL}"

    _, last, _ = run(write, attributes={"a": 1, "b": 2, "c": 3})

    assert attributes_of(last) == [{"c": 3, "b": "now [EMAIL_ADDRESS]"}]


def test_keys_that_become_equal_are_numbered():
    _, last, _ = run(
        lambda record: record.attributes.update({BOB: "second"}), attributes={MAIL: "first"}
    )

    assert attributes_of(last) == [{"[EMAIL_ADDRESS]": "first", "[EMAIL_ADDRESS]#2": "second"}]


def test_flags_hold_for_what_one_writes():
    _, last, _ = run(
        lambda record: record.attributes.update(content="ask", mine="kept"),
        given=policy(hide_inputs=True, anonymizer=None),
        event_name="gen_ai.user.message",
        attributes={"gen_ai.system": "openai"},
    )
    _, other, _ = run(
        lambda record: record.attributes.update({"gen_ai.prompt": "ask"}),
        given=policy(hide_inputs=True, anonymizer=None),
    )

    assert last.log_bodies() == [None]
    assert attributes_of(last) == [{"gen_ai.system": "openai"}]
    assert attributes_of(other) == [{"a": 1}]


def test_callables_get_what_is_new_only():
    given = []

    def shout(inputs):
        given.append(dict(inputs))
        return {key: f"{value}!" for key, value in inputs.items()}

    _, last, _ = run(
        lambda record: record.attributes.update(more="text"),
        given=policy(hide_inputs=shout),
        event_name="gen_ai.user.message",
        attributes={"gen_ai.system": "openai"},
    )

    assert given == [{"body": "said"}, {"more": "text"}]
    assert last.log_bodies() == ["said!"]
    assert attributes_of(last) == [{"gen_ai.system": "openai", "more": "text!"}]


def test_who_only_reads_costs_no_second_redaction():
    _, last, installation = run(lambda record: None)
    _, _, twice = run(lambda record: record.attributes.update(b=1))

    assert last.log_bodies() == ["said"]
    assert installation.counters.spans == {"redacted": 1}
    assert twice.counters.spans == {"redacted": 2}


def test_what_cannot_be_redacted_again_reaches_none_of_the_later_ones():
    def spoil(record):
        record.attributes = 7

    first, last, installation = run(spoil)

    assert first.log_bodies() == ["said"]
    assert last.bodies == []
    assert sum(installation.counters.failures.values()) == 1
    assert installation.counters.spans == {"redacted": 1, "dropped": 1}


def test_the_policy_of_use_policy_holds_for_what_one_writes():
    provider = LoggerProvider(shutdown_on_exit=False)
    provider.add_log_record_processor(Writing(lambda record: record.attributes.update(b=MAIL)))
    exporter = WireLogExporter()
    provider.add_log_record_processor(SimpleLogRecordProcessor(exporter))
    install(provider, policy=policy())

    with use_policy(policy(anonymizer=[{"pattern": MAIL, "replace": "<m>"}])):
        provider.get_logger("tests").emit(body=MAIL)

    assert exporter.log_bodies() == ["<m>"]
    assert attributes_of(exporter) == [{"b": "<m>"}]


def test_a_processor_that_raises_raises_as_before():
    def fail(record):
        raise LookupError("theirs")

    with pytest.raises(LookupError, match="theirs"):
        run(fail)


def test_in_a_dry_run_everything_passes_raw():
    _, last, _ = run(
        lambda record: record.attributes.update(b=MAIL), given=policy(dry_run=True), body=MAIL
    )

    assert last.log_bodies() == [MAIL]


def test_in_front_of_concurrent_processors_the_wrapped_exporter_redacts_what_is_written():
    provider = LoggerProvider(
        shutdown_on_exit=False, multi_log_record_processor=ConcurrentMultiLogRecordProcessor(1)
    )
    exporter = WireLogExporter()
    provider.add_log_record_processor(Writing(lambda record: record.attributes.update(b=MAIL)))
    provider.add_log_record_processor(
        SimpleLogRecordProcessor(RedactingLogRecordExporter(exporter, policy=policy()))
    )
    install(provider, policy=policy())

    provider.get_logger("tests").emit(body="said")
    provider.shutdown()

    assert attributes_of(exporter) == [{"b": "[EMAIL_ADDRESS]"}]
    assert_no_leak(exporter.bodies, [MAIL])
