"""Parts of values whose category is hidden: what goes, what stays, what callables see of them."""

from __future__ import annotations

import json

import pytest
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, TracerProvider
from opentelemetry.trace import Link

from otel_redact import (
    InstrumentationRule,
    RedactingSpanProcessor,
    RedactionPolicy,
    create_anonymizer,
    use_policy,
)
from tests.support import (
    ENCODES_NONE,
    WireExporter,
    make_span,
    plain,
    redacted,
    span_context,
    wire,
)

SECRET = "canary7f3a9c"
WORD = create_anonymizer([{"pattern": SECRET, "replace": "[x]"}])


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, "anonymizer": None, **arguments})


def answer(**members: object) -> list[object]:
    """Return an input history with one earlier answer."""
    return [{"role": "user", "content": "hi"}, {"role": "assistant", **members}]


@pytest.mark.parametrize("as_text", [True, False], ids=["json", "map"])
@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"content": SECRET}, {"content": "[REDACTED]"}),
        ({"content": 123456789}, {"content": "[REDACTED]"}),
        ({"content": 1.5, "name": None}, {"content": "[REDACTED]", "name": None}),
        ({"id": "call_1", "content": True}, {"id": "call_1", "content": True}),
        ({"id": f"about {SECRET}"}, {"id": "[REDACTED]"}),
        ({"finish_reason": "stop"}, {"finish_reason": "stop"}),
        ({"finish_reason": SECRET}, {"finish_reason": "[REDACTED]"}),
        ({"content": "stop"}, {"content": "[REDACTED]"}),
        ({"content": {SECRET: 1}}, {"content": {"[REDACTED]": "[REDACTED]"}}),
        ({"content": '{"a": "b"}'}, {"content": "[REDACTED]"}),
    ],
)
def test_a_hidden_part_keeps_its_shape_role_and_conventional_words(members, expected, as_text):
    if not (as_text or ENCODES_NONE) and None in members.values():
        pytest.skip("older encoders take no None")
    history = answer(**members)

    arrived = redacted(
        {"gen_ai.input.messages": json.dumps(history) if as_text else history},
        policy(hide_outputs=True),
    )["gen_ai.input.messages"]

    arrived = json.loads(arrived) if as_text else arrived
    assert arrived == [{"role": "user", "content": "hi"}, {"role": "assistant", **expected}]


def test_hidden_bytes_go():
    history = answer(content=SECRET.encode())

    arrived = redacted({"gen_ai.input.messages": history}, policy(hide_outputs=True))

    assert arrived["gen_ai.input.messages"][1]["content"] == b"[REDACTED]"


@pytest.mark.parametrize(
    "text",
    [
        f'[{{"role":"user","content":"hi"}} {SECRET}',
        f'{{"messages":[{{"role":"user"}}]}} trailing {SECRET}',
        f'[{{"role":"user","x":"\\q{SECRET}',
    ],
)
def test_what_is_no_json_could_be_anything_so_any_flag_hides_it(text):
    for flag in ("hide_outputs", "hide_metadata"):
        sent = wire(make_span({"gen_ai.input.messages": text}), policy(**{flag: True}))

        assert SECRET.encode() not in sent.bodies[0]
        assert b"gen_ai.input.messages" in sent.bodies[0]


@pytest.mark.parametrize(
    "history",
    [
        [{"content": SECRET}],
        [{"role": "critic", "content": SECRET}],
        ["ai", SECRET],
        [["ai", SECRET]],
        [{"role": "ASSISTANT", "content": SECRET}],
        [{"content": SECRET, "type": "ai"}],
        [{"id": ["langchain", "messages", "AIMessage"], "kwargs": {"content": SECRET}}],
        [{"kwargs": {"content": SECRET}, "id": ["langchain", "messages", "AIMessage"]}],
    ],
    ids=str,
)
@pytest.mark.parametrize("as_text", [True, False], ids=["json", "list"])
def test_a_message_whose_role_is_absent_unknown_or_spelt_otherwise_is_hidden(history, as_text):
    value = json.dumps(history) if as_text else history

    sent = wire(make_span({"gen_ai.input.messages": value}), policy(hide_outputs=True))

    assert SECRET.encode() not in sent.bodies[0]


def test_flattened_messages_go_by_the_role_beside_them():
    attributes = {
        "gen_ai.prompt.0.role": "user",
        "gen_ai.prompt.0.content": "question",
        "gen_ai.prompt.1.role": "assistant",
        "gen_ai.prompt.1.content": "answer",
        "gen_ai.prompt.2.content": "whose?",
        "llm.input_messages.0.message.role": "assistant",
        "llm.input_messages.0.message.content": "answer",
    }

    without_outputs = redacted(attributes, policy(hide_outputs=True))
    without_inputs = redacted(attributes, policy(hide_inputs=True))

    assert {key for key in without_outputs if key.endswith("content")} == {
        "gen_ai.prompt.0.content"
    }
    assert {key for key in without_inputs if key.endswith("content")} == {
        "gen_ai.prompt.1.content",
        "llm.input_messages.0.message.content",
    }


def test_an_events_name_counts_beside_its_attributes_keys():
    event = Event("gen_ai.user.message", {"content": SECRET, "gen_ai.completion": SECRET, "id": 1})

    sent = wire(make_span(events=[event]), policy(hide_inputs=True))

    assert SECRET.encode() not in sent.bodies[0]


def test_callables_do_not_see_what_a_flag_hides():
    seen = []

    def look(inputs):
        seen.append(json.dumps(inputs))
        return inputs

    redacted(
        {"gen_ai.input.messages": json.dumps(answer(content=SECRET))},
        policy(hide_outputs=True, hide_inputs=look),
    )

    assert len(seen) == 1
    assert SECRET not in seen[0]


def test_a_callable_does_not_run_on_a_category_that_a_flag_hides():
    calls = []
    rule = InstrumentationRule(hide_inputs=calls.append, process_inputs=calls.append)
    given = policy(
        instrumentations={"*": rule},
        environ={"OTEL_REDACT_HIDE_INPUTS": "true"},
    )

    arrived = redacted({"gen_ai.prompt": SECRET}, given)

    assert arrived == {}
    assert calls == []


def test_a_scopes_hide_callable_is_ignored_beside_a_given_anonymizer():
    rule = InstrumentationRule(hide_inputs=lambda inputs: {})

    arrived = redacted(
        {"gen_ai.prompt": SECRET}, policy(anonymizer=WORD, instrumentations={"*": rule})
    )

    assert arrived == {"gen_ai.prompt": "[x]"}


def test_a_hidden_part_is_found_at_any_depth_even_without_rules():
    value: object = answer(content=SECRET)
    for _ in range(60):
        value = {"x": value}

    sent = wire(make_span({"input.value": json.dumps(value)}), policy(hide_outputs=True))

    assert SECRET.encode() not in sent.bodies[0]
    assert b"[redacted]" not in sent.bodies[0]


def test_a_value_of_too_many_parts_costs_itself_only(monkeypatch):
    monkeypatch.setattr("otel_redact.collector.MAX_NODES", 1000)
    many = [SECRET] * 2000

    arrived = redacted(
        {"many": many, "json": json.dumps(many), "few": [1]}, policy(anonymizer=WORD)
    )

    assert arrived == {"many": "[REDACTED]", "json": "[REDACTED]", "few": [1]}


def test_a_callable_that_returns_keys_that_are_no_text_costs_its_values():
    for result in ({1: "x"}, {"": "x"}, {None: SECRET}):
        arrived = redacted({"gen_ai.prompt": SECRET}, policy(hide_inputs=lambda i, r=result: r))

        assert arrived == {"gen_ai.prompt": "[REDACTED]"}


def test_trace_states_of_parent_and_links_are_redacted_too(caplog):
    state = [("vendor", f"v-{SECRET}"), ("other", "ok")]
    long = create_anonymizer([{"pattern": SECRET, "replace": "a,b=c"}])
    span = make_span(
        parent=span_context(1, trace_state=state),
        links=[Link(span_context(2, trace_state=state), {})],
        trace_state=state,
    )

    for anonymizer, expected in [(WORD, [("vendor", "v-[x]"), ("other", "ok")]), (long, state[1:])]:
        exporter = RedactingSpanProcessor(
            WireExporter(), policy=policy(anonymizer=anonymizer), redact_in="caller"
        )
        (built,) = exporter._redacting.pipeline.redact_batch([span])
        exporter.shutdown()

        for context in (built.get_span_context(), built.parent, built.links[0].context):
            assert list(context.trace_state.items()) == expected
    assert caplog.text == ""  # the SDK would log an entry that it refuses


def test_a_shared_resource_is_redacted_by_each_policy_for_itself():
    exporter = WireExporter()
    provider = TracerProvider(resource=Resource({"team": SECRET}))
    processor = RedactingSpanProcessor(exporter, policy=policy(), redact_in="caller")
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("t")

    tracer.start_span("raw").end()
    with use_policy(policy(anonymizer=WORD)):
        tracer.start_span("words").end()
    provider.shutdown()

    teams = {
        span.name: plain(resource_spans.resource.attributes)["team"]
        for request in exporter.requests()
        for resource_spans in request.resource_spans
        for scope_spans in resource_spans.scope_spans
        for span in scope_spans.spans
    }
    assert teams == {"raw": SECRET, "words": "[x]"}


def test_equal_texts_in_structural_and_other_places_are_not_mixed_up_by_the_cache():
    text = "reached at 10.0.0.7 from ann@example.com"
    given = RedactionPolicy(environ={})

    arrived = redacted({"server.address": text, "my.note": text}, given)

    assert arrived == {
        "server.address": text,
        "my.note": "reached at [IP_ADDRESS] from [EMAIL_ADDRESS]",
    }
