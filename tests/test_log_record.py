"""Log records through `RedactingLogRecordExporter`: what is hidden, anonymized, kept."""

from __future__ import annotations

import copy
import json

import pytest
from opentelemetry._logs import SeverityNumber
from opentelemetry.attributes import BoundedAttributes
from opentelemetry.trace import SpanContext

from otel_redact import InstrumentationRule, RedactingLogRecordExporter, RedactionPolicy
from otel_redact.binding import mark_processed
from otel_redact.testing import assert_no_leak
from tests.log_support import make_record, redacted_log, wire_logs
from tests.support import ENCODES_NONE, make_span, plain, wire

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"
CHAT = [
    {"role": "system", "content": "sys"},
    {"role": "user", "content": "ask"},
    {"role": "assistant", "content": "answer"},
]
DETAILS = "gen_ai.client.inference.operation.details"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


INPUTS = policy(hide_inputs=True)
OUTPUTS = policy(hide_outputs=True)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"mail {MAIL}", "mail [EMAIL_ADDRESS]"),
        (f'{{"to": "{MAIL}", "n": 1.10}}', '{"to": "[EMAIL_ADDRESS]", "n": 1.10}'),
        (
            {"to": MAIL, "n": 2, MAIL: "key"},
            {"to": "[EMAIL_ADDRESS]", "n": 2, "[EMAIL_ADDRESS]": "key"},
        ),
        ([MAIL, ["x", {"deep": MAIL}]], ["[EMAIL_ADDRESS]", ["x", {"deep": "[EMAIL_ADDRESS]"}]]),
        (f"mail {MAIL}".encode(), b"mail [EMAIL_ADDRESS]"),
        (4111111111111111, "[CREDIT_CARD]"),
        (7, 7),
        (1.5, 1.5),
        (True, True),
        (None, None),
        ("", ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_body_of_any_kind_is_anonymized_and_keeps_its_kind(body, expected):
    assert redacted_log(body)[0] == expected


def test_attributes_event_name_severity_resource_and_scope_are_anonymized():
    record = make_record(
        "x",
        {"to": MAIL, MAIL: 1, "list": [MAIL]},
        event_name=f"sent to {MAIL}",
        severity_text=f"INFO {MAIL}",
        scope=f"scope {KEY}",
        scope_attributes={"s": MAIL},
    )

    sent = wire_logs(record)

    (arrived,) = sent.records()
    assert plain(arrived.attributes) == {
        "to": "[EMAIL_ADDRESS]",
        "[EMAIL_ADDRESS]": 1,
        "list": ["[EMAIL_ADDRESS]"],
    }
    assert arrived.event_name == "sent to [EMAIL_ADDRESS]"
    assert arrived.severity_text == "INFO [EMAIL_ADDRESS]"
    assert_no_leak(sent.bodies, [MAIL, KEY])


def test_ids_flags_times_severity_and_dropped_count_survive():
    record = make_record(MAIL, severity=SeverityNumber.WARN2)
    record.log_record.attributes = BoundedAttributes(1, {"a": 1, "b": MAIL}, immutable=False)

    (arrived,) = wire_logs(record).records()

    assert arrived.trace_id == (0x5678).to_bytes(16, "big")
    assert arrived.span_id == (0x9ABC).to_bytes(8, "big")
    assert (arrived.flags, arrived.severity_number) == (1, 14)
    assert (arrived.time_unix_nano, arrived.observed_time_unix_nano) == (11, 12)
    assert arrived.dropped_attributes_count == 1


def test_a_record_without_event_name_and_severity_text_gets_none():
    record = make_record("x", {"event.name": f"e {KEY}"}, severity_text=None)

    (arrived,) = wire_logs(record).records()

    assert (arrived.event_name, arrived.severity_text) == ("", "")
    assert plain(arrived.attributes) == {"event.name": "e [OPENAI_API_KEY]"}


def test_the_record_and_what_it_holds_stay_as_they_were():
    body, attributes = {"to": [MAIL]}, {"chat": [{"content": MAIL}]}
    record = make_record(body, attributes, event_name=f"e {MAIL}")
    before = copy.deepcopy((body, attributes)), dict(vars(record.log_record))

    wire_logs(record)
    wire_logs(record, policy(hide_inputs=True, hide_outputs=True, unknown="hide"))

    assert (body, attributes) == before[0]
    assert vars(record.log_record) == before[1]


EVENTS = {
    "gen_ai.system.message": ({"content": "x"}, ["inputs"]),
    "gen_ai.user.message": ({"content": "x"}, ["inputs"]),
    "gen_ai.tool.message": ({"content": "x", "id": "call_1"}, ["inputs"]),
    "gen_ai.assistant.message": ({"tool_calls": [{"id": "call_1"}]}, ["outputs"]),
    "gen_ai.choice": ({"index": 0, "message": {"content": "x"}}, ["outputs"]),
    DETAILS: ({"anything": "x"}, ["inputs", "outputs"]),
    "gen_ai.an.event.of.tomorrow": ("x", ["inputs", "outputs"]),
    "a.business.event": ({"content": "x"}, []),
    "": ("x", []),
}


@pytest.mark.parametrize("older", [False, True], ids=["event name", "attribute event.name"])
@pytest.mark.parametrize("side", ["inputs", "outputs"])
@pytest.mark.parametrize("name", EVENTS)
def test_an_events_name_tells_whose_the_body_is(name, side, older):
    body, hidden_by = EVENTS[name]
    named = {"attributes": {"event.name": name} if name else {}} if older else {"event_name": name}

    arrived, attributes = redacted_log(
        body, named.pop("attributes", {}), policy(**{f"hide_{side}": True}), **named
    )

    assert arrived == (None if side in hidden_by else body)
    assert attributes == ({"event.name": name} if older and name else {})


def test_attributes_of_the_operation_details_event_are_the_spans():
    attributes = {
        "gen_ai.input.messages": CHAT,
        "gen_ai.output.messages": [{"role": "assistant", "content": "answer"}],
        "gen_ai.request.model": "gpt-5-mini",
        "gen_ai.usage.input_tokens": 7,
    }

    _, without_inputs = redacted_log(None, attributes, INPUTS, event_name=DETAILS)
    _, without_outputs = redacted_log(None, attributes, OUTPUTS, event_name=DETAILS)

    kept = {"gen_ai.request.model": "gpt-5-mini", "gen_ai.usage.input_tokens": 7}
    output = {"gen_ai.output.messages": [{"role": "assistant", "content": "answer"}]}
    assert without_inputs == {**output, **kept}
    assert without_outputs == {
        "gen_ai.input.messages": [*CHAT[:2], {"role": "assistant", "content": "[REDACTED]"}],
        **kept,
    }


@pytest.mark.parametrize("encode", [lambda value: value, json.dumps], ids=["map", "JSON text"])
def test_of_an_ordinary_body_the_parts_that_say_their_role_are_hidden(encode):
    expected = {"messages": [*CHAT[:2], {"role": "assistant", "content": "[REDACTED]"}], "n": 1}

    body, _ = redacted_log(encode({"messages": CHAT, "n": 1}), None, OUTPUTS)

    assert body == encode(expected)


def test_attributes_of_a_message_event_that_nobody_names_are_the_messages():
    attributes = {"content": "ask", "gen_ai.system": "openai", "role": "user"}

    _, kept = redacted_log(None, attributes, INPUTS, event_name="gen_ai.user.message")

    assert kept == {"gen_ai.system": "openai", "role": "user"}


def test_a_tools_own_record_has_its_arguments_as_input():
    attributes = {"gen_ai.operation.name": "execute_tool", "gen_ai.tool.call.arguments": "x"}

    _, hidden = redacted_log(None, attributes, INPUTS)
    _, kept = redacted_log(None, attributes, OUTPUTS)

    assert hidden == {"gen_ai.operation.name": "execute_tool"}
    assert kept == attributes


def test_categories_hide_error_texts_and_what_nobody_knows():
    error = {"exception.type": "ValueError", "exception.message": "x", "own": "y"}

    hidden = redacted_log("failed", error, policy(hide=["ERROR"], unknown="hide"))

    assert hidden == (None, {"exception.type": "ValueError"})


ERRORS = {
    "exception": (
        {"exception.type": "ValueError", "exception.message": "quotes"},
        SeverityNumber.INFO,
    ),
    "severity": ({}, SeverityNumber.ERROR),
}


@pytest.mark.parametrize(("attributes", "severity"), ERRORS.values(), ids=ERRORS)
def test_errors_in_a_trace_whose_prompts_are_hidden_are_blanked(attributes, severity):
    llm = make_record({"content": "ask"}, event_name="gen_ai.user.message")
    errors = [
        make_record("failed: quotes", attributes, severity=severity, trace_id=trace_id)
        for trace_id in (0x5678, 0x1111, 0)
    ]

    sent = wire_logs([llm, *errors], INPUTS)

    _, blanked, other, without_trace = sent.log_bodies()
    assert (blanked, other) == ("[REDACTED]", "failed: quotes")
    assert without_trace == "failed: quotes"
    message = [plain(record.attributes).get("exception.message") for record in sent.records()]
    assert message[1] == ("[REDACTED]" if attributes else None)
    assert sent.records()[2].severity_number == severity.value


def test_a_warning_in_such_a_trace_stays():
    llm = make_record({"content": "ask"}, event_name="gen_ai.user.message")

    sent = wire_logs([llm, make_record("slow", severity=SeverityNumber.WARN)], INPUTS)

    assert sent.log_bodies()[1] == "slow"


def test_errors_of_an_llm_client_are_blanked_in_any_trace():
    raised = {"exception.type": "openai.BadRequestError", "exception.message": "prompt: ask"}

    body, attributes = redacted_log("failed: ask", raised, INPUTS, trace_id=0)

    assert body == "[REDACTED]"
    assert attributes == {
        "exception.type": "openai.BadRequestError",
        "exception.message": "[REDACTED]",
    }


def test_a_trace_whose_spans_another_pipeline_saw_is_known():
    error = {"exception.message": "quotes"}
    wire(make_span({"gen_ai.prompt": "ask"}, trace_id=0x77AA), policy())

    _, seen = redacted_log(None, error, INPUTS, trace_id=0x77AA)
    _, unseen = redacted_log(None, error, INPUTS, trace_id=0x77AB)

    assert (seen, unseen) == ({"exception.message": "[REDACTED]"}, error)


def test_attributes_called_body_are_not_taken_for_the_body():
    attributes = {"body": f"a {MAIL}", "body.1": "b"}

    body, kept = redacted_log("c", attributes)
    nothing, kept_too = redacted_log(None, attributes)

    assert (body, nothing) == ("c", None)
    assert kept == kept_too == {"body": "a [EMAIL_ADDRESS]", "body.1": "b"}


def test_a_callable_gets_body_and_attributes_of_its_side_and_may_drop_and_add():
    seen = []

    def keep(inputs):
        seen.append(dict(inputs))
        return {"body": {"content": f"asked by {MAIL}"}, "added": 1}

    body, attributes = redacted_log(
        {"content": "ask"},
        {"content": "more", "gen_ai.system": "openai"},
        policy(hide_inputs=keep),
        event_name="gen_ai.user.message",
    )
    dropped, _ = redacted_log(
        "ask", {}, policy(hide_inputs=lambda _: {}), event_name="gen_ai.user.message"
    )

    assert seen == [{"body": {"content": "ask"}, "content": "more"}]
    assert body == {"content": "asked by [EMAIL_ADDRESS]"}
    assert attributes == {"gen_ai.system": "openai", "added": 1}
    assert dropped is None


def test_processors_of_a_scope_run_though_one_has_run_on_the_span():
    mark_processed(SpanContext(0x5678, 0x9ABC, is_remote=False), "inputs")
    rule = InstrumentationRule(process_inputs=lambda inputs: dict.fromkeys(inputs, "processed"))

    body, _ = redacted_log(
        "ask", {}, policy(instrumentations={"tests": rule}), event_name="gen_ai.user.message"
    )

    assert body == "processed"


def test_a_dry_run_sends_the_record_raw_with_a_note():
    body, attributes = redacted_log({"to": MAIL}, {"a": MAIL}, policy(dry_run=True))

    assert body == {"to": MAIL}
    assert attributes.pop("otel_redact.dry_run") == json.dumps(
        {"attribute a": {"EMAIL_ADDRESS": 1}, "attribute body": {"EMAIL_ADDRESS": 1}}
    )
    assert attributes == {"a": MAIL}


def test_a_summary_is_an_attribute_of_the_record():
    _, attributes = redacted_log(MAIL, {}, policy(summary="counts"))

    assert attributes == {"otel_redact.summary": '{"EMAIL_ADDRESS": 1}'}


def test_long_bodies_are_cut_after_redaction():
    body, _ = redacted_log(f"{MAIL} is long", {}, policy(max_value_length=17))

    assert body == "[EMAIL_ADDRESS] i"


def test_without_rules_and_flags_a_record_arrives_as_it_is():
    values = {"to": MAIL, "list": [1, 2], **({"none": None} if ENCODES_NONE else {})}

    body, attributes = redacted_log(values, {"a": MAIL}, policy(anonymizer=None))

    assert (body, attributes) == (values, {"a": MAIL})


def test_redacting_twice_changes_nothing_further():
    record = make_record({"to": MAIL, "key": KEY}, {"a": MAIL}, event_name=f"e {MAIL}")
    captured = []

    class Keep:
        def export(self, batch):
            captured.extend(batch)

    RedactingLogRecordExporter(Keep(), policy=policy()).export([record])

    assert wire_logs(captured).bodies == wire_logs(captured, policy(anonymizer=None)).bodies
