"""`process_inputs` and `process_outputs`, and what precedence gives them over the policy."""

from __future__ import annotations

import json
import logging

import pytest

from otel_redact import InstrumentationRule, RedactionPolicy, create_anonymizer, use_policy
from otel_redact.conventions.classifier import default_classifier
from otel_redact.testing import assert_no_leak
from otel_redact.types import Category
from otel_redact_instrumentation import traced
from otel_redact_instrumentation.traced_failure import counters
from otel_redact_instrumentation.traced_recorder import SCOPE
from tests.instrumentation.traced.tracing import CANARY
from tests.support import plain


def mask(data: dict) -> dict:
    """Replace every value, as such functions do, in place."""
    for key in data:
        data[key] = "masked"
    return data


def test_the_keys_are_the_conventions_own():
    classify = default_classifier().attribute

    assert classify("input.value").main == int(Category.INPUT)
    assert classify("output.value").main == int(Category.OUTPUT)
    for key in ("input.mime_type", "output.mime_type", "openinference.span.kind", "error.type"):
        assert classify(key).main == int(Category.STRUCTURE)


def test_processors_that_change_their_argument_change_nothing_of_the_callers(tracing):
    @traced(tracer_provider=tracing.provider, process_inputs=mask, process_outputs=mask)
    def ask(question, options):
        assert question == CANARY
        return {"answer": question, "options": options}

    options = {"deep": [CANARY]}
    result = ask(CANARY, options)

    assert result == {"answer": CANARY, "options": {"deep": [CANARY]}}
    assert result["options"] is options
    attributes = tracing.attributes()
    assert attributes["input.value"] == '{"question":"masked","options":"masked"}'
    assert attributes["output.value"] == '{"answer":"masked","options":"masked"}'
    assert_no_leak(tracing.body(), [CANARY])


def test_a_processor_that_changes_what_is_deep_inside_gets_a_copy_of_it(tracing):
    def process(inputs):
        inputs["items"][0]["text"] = "changed"
        return inputs

    given = [{"text": "kept"}]

    traced(lambda items: None, process_inputs=process, tracer_provider=tracing.provider)(given)

    assert given == [{"text": "kept"}]
    assert tracing.inputs() == {"items": [{"text": "changed"}]}


def test_process_outputs_sees_the_result_itself_and_may_record_any_json(tracing):
    seen = []

    def process(result):
        seen.append(result)
        return ["a", 1, None]

    assert traced(lambda: (1, {"a"}), process_outputs=process, tracer_provider=tracing.provider)()
    assert seen == [(1, {"a"})]
    assert tracing.attributes()["output.value"] == '["a",1,null]'


@pytest.mark.parametrize(
    ("process", "failure"),
    [
        (lambda inputs: 1 / 0, "ZeroDivisionError"),
        (lambda inputs: [CANARY], "TypeError"),
        (lambda inputs: None, "TypeError"),
    ],
)
def test_process_inputs_that_fails_costs_the_inputs_only(tracing, caplog, process, failure):
    function = traced(lambda a: a, process_inputs=process, tracer_provider=tracing.provider)

    with caplog.at_level(logging.WARNING):
        assert function(5) == 5

    assert tracing.attributes()["input.value"] == "[REDACTED]"
    assert tracing.attributes()["output.value"] == "5"
    assert dict(counters.snapshot().failures) == {f"traced.process_inputs:{failure}": 1}
    assert CANARY not in caplog.text


def test_process_outputs_that_fails_costs_the_outputs_only(tracing):
    async def later():
        return CANARY

    for process in (lambda out: 1 / 0, lambda out: later()):
        function = traced(lambda a: a, process_outputs=process, tracer_provider=tracing.provider)
        assert function(CANARY) == CANARY

    outputs = [plain(span.attributes)["output.value"] for span in tracing.spans()]
    assert outputs == ["[REDACTED]", "[REDACTED]"]
    assert dict(counters.snapshot().failures) == {
        "traced.process_outputs:ZeroDivisionError": 1,
        "traced.process_outputs:TypeError": 1,
    }


def test_process_outputs_is_not_called_when_the_function_raised(tracing):
    @traced(process_outputs=pytest.fail, tracer_provider=tracing.provider)
    def fail():
        raise LookupError

    with pytest.raises(LookupError):
        fail()


def test_spans_a_processor_starts_are_not_recorded(tracing):
    inner = traced(lambda value: value, name="inner", tracer_provider=tracing.provider)

    def process(inputs):
        with tracing.provider.get_tracer("tests").start_as_current_span("started"):
            return inner(inputs)

    traced(lambda a: a, name="outer", process_inputs=process, tracer_provider=tracing.provider)("x")

    assert [span.name for span in tracing.spans()] == ["outer"]


@pytest.mark.parametrize(
    ("flag", "gone", "kept"),
    [
        ("hide_inputs", "input.value", "output.value"),
        ("hide_outputs", "output.value", "input.value"),
    ],
)
def test_a_hide_flag_removes_its_side_processed_or_not(make_tracing, flag, gone, kept):
    for process in (None, lambda value: {"processed": CANARY}):
        tracing = make_tracing(**{flag: True})
        side = flag.replace("hide", "process")

        traced(lambda a: {"b": 1}, **{side: process}, tracer_provider=tracing.provider)(CANARY)

        assert gone not in tracing.attributes()
        assert kept in tracing.attributes()
        if flag == "hide_inputs" or process is not None:
            assert (CANARY.encode() in tracing.body()) is (kept == "input.value")


def test_hidden_inputs_blank_the_errors_of_the_call(make_tracing):
    tracing = make_tracing(hide_inputs=True)

    @traced(tracer_provider=tracing.provider)
    def fail(prompt):
        raise ValueError(f"no answer to {prompt}")

    with pytest.raises(ValueError, match=CANARY):
        fail(CANARY)

    assert tracing.span().status.message == "[REDACTED]"
    assert tracing.attributes()["error.type"] == "ValueError"
    assert_no_leak(tracing.body(), [CANARY])


def test_a_processor_that_ran_keeps_the_policys_functions_from_running(make_tracing):
    rule = InstrumentationRule(process_inputs=pytest.fail, process_outputs=pytest.fail)
    tracing = make_tracing(
        hide_inputs=pytest.fail, hide_outputs=pytest.fail, instrumentations={SCOPE: rule}
    )

    traced(
        lambda a: {"b": 1},
        process_inputs=mask,
        process_outputs=mask,
        tracer_provider=tracing.provider,
    )(CANARY)

    attributes = tracing.attributes()
    assert (attributes["input.value"], attributes["output.value"]) == (
        '{"a":"masked"}',
        '{"b":"masked"}',
    )
    assert dict(tracing.processor.counters.failures) == {}


def test_a_processor_that_failed_keeps_them_from_running_as_well(make_tracing):
    tracing = make_tracing(hide_inputs=lambda inputs: {"input.value": CANARY})

    traced(lambda a: 1, process_inputs=lambda i: 1 / 0, tracer_provider=tracing.provider)(2)

    assert tracing.attributes()["input.value"] == "[REDACTED]"


def test_without_one_the_policys_functions_run(make_tracing):
    def shout(inputs):
        return {"input.value": {"seen": sorted(inputs["input.value"])}}

    rule = InstrumentationRule(process_outputs=lambda outputs: {"output.value": "by the rule"})
    tracing = make_tracing(hide_inputs=shout, instrumentations={"*.traced": rule})

    traced(lambda a: 1, tracer_provider=tracing.provider)(CANARY)

    assert tracing.inputs() == {"seen": ["a"]}
    assert tracing.attributes()["output.value"] == "by the rule"


def test_the_anonymizer_runs_over_what_processors_return(make_tracing):
    anonymizer = create_anonymizer([{"pattern": "masked", "replace": "<word>"}])
    tracing = make_tracing(anonymizer=anonymizer)

    traced(lambda a: 1, process_inputs=mask, tracer_provider=tracing.provider)(CANARY)

    assert tracing.inputs() == {"a": "<word>"}


def test_a_policy_of_the_context_holds_for_calls_inside(tracing):
    function = traced(lambda a: a, tracer_provider=tracing.provider)

    with use_policy(RedactionPolicy(hide_inputs=True, hide_outputs=True, environ={})):
        function(CANARY)
    function("after")

    first, second = (plain(span.attributes) for span in tracing.spans())
    assert first == {
        "openinference.span.kind": "CHAIN",
        "input.mime_type": "application/json",
        "output.mime_type": "text/plain",
    }
    assert json.loads(second["input.value"]) == {"a": "after"}
    assert_no_leak(tracing.body(), [CANARY])


def test_an_assistants_message_among_the_arguments_is_output(make_tracing):
    tracing = make_tracing(hide_outputs=True)
    messages = [{"role": "user", "content": "q"}, {"role": "assistant", "content": CANARY}]

    traced(lambda messages: CANARY, tracer_provider=tracing.provider)(messages)

    assert tracing.inputs() == {
        "messages": [
            {"role": "user", "content": "q"},
            {"role": "assistant", "content": "[REDACTED]"},
        ]
    }
    assert_no_leak(tracing.body(), [CANARY])
