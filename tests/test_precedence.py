"""The precedence table of hide flags, callables, processors, anonymizers, environment and file."""

from __future__ import annotations

import json
import logging

import pytest

from otel_redact import (
    InstrumentationRule,
    RedactionPolicy,
    create_anonymizer,
)
from otel_redact.binding import mark_processed
from tests.support import make_span, redacted, wire

QUESTION = json.dumps(
    [{"role": "user", "parts": [{"type": "text", "content": "QUESTION ann@example.com"}]}]
)
ANSWER = json.dumps(
    [{"role": "assistant", "parts": [{"type": "text", "content": "ANSWER bob@example.com"}]}]
)
CHAT = {
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": "gpt-4o",
    "gen_ai.input.messages": QUESTION,
    "gen_ai.output.messages": ANSWER,
    "gen_ai.usage.input_tokens": 11,
    "langsmith.metadata.plan": "gold",
    "langsmith.metadata._private_x": "hush",
}
WORDS = create_anonymizer([{"pattern": "QUESTION|ANSWER|gold", "replace": "<word>"}])


def policy(**arguments: object) -> RedactionPolicy:
    """Return a policy that the machine's environment does not touch."""
    return RedactionPolicy(**{"environ": {}, **arguments})


def text_of(value: object) -> str:
    return json.loads(str(value))[0]["parts"][0]["content"]


def test_nothing_configured_hides_nothing_and_anonymizes():
    arrived = redacted(CHAT, policy())

    assert text_of(arrived["gen_ai.input.messages"]) == "QUESTION [EMAIL_ADDRESS]"
    assert text_of(arrived["gen_ai.output.messages"]) == "ANSWER [EMAIL_ADDRESS]"
    assert arrived["langsmith.metadata.plan"] == "gold"


@pytest.mark.parametrize(
    ("flag", "gone"),
    [
        ("hide_inputs", {"gen_ai.input.messages"}),
        ("hide_outputs", {"gen_ai.output.messages"}),
        ("hide_metadata", {"langsmith.metadata.plan", "langsmith.metadata._private_x"}),
    ],
)
def test_a_true_flag_removes_its_category_and_nothing_else(flag, gone):
    arrived = redacted(CHAT, policy(**{flag: True}))

    assert set(CHAT) - set(arrived) == gone
    assert arrived["gen_ai.request.model"] == "gpt-4o"
    assert arrived["gen_ai.usage.input_tokens"] == 11


def test_a_callable_that_returns_nothing_hides():
    arrived = redacted(CHAT, policy(hide_inputs=lambda inputs: {}))

    assert "gen_ai.input.messages" not in arrived
    assert text_of(arrived["gen_ai.output.messages"]) == "ANSWER [EMAIL_ADDRESS]"


def test_a_callable_gets_decoded_values_and_what_it_keeps_is_sent():
    seen = []

    def shout(inputs):
        seen.append(json.loads(json.dumps(inputs)))
        inputs["gen_ai.input.messages"][0]["parts"][0]["content"] = "LOUD"
        return {**inputs, "note": "added"}

    arrived = redacted(CHAT, policy(hide_inputs=shout))

    assert seen == [{"gen_ai.input.messages": json.loads(QUESTION)}]
    assert text_of(arrived["gen_ai.input.messages"]) == "LOUD"
    assert arrived["note"] == "added"


def test_a_given_anonymizer_beats_callables_and_says_so_once(caplog):
    with caplog.at_level(logging.WARNING, logger="otel_redact"):
        given = policy(hide_inputs=lambda inputs: {}, anonymizer=WORDS)
        arrived = redacted(CHAT, given)

    assert text_of(arrived["gen_ai.input.messages"]) == "<word> ann@example.com"
    assert [record.getMessage().count("ignored") for record in caplog.records] == [1]


def test_the_default_anonymizer_runs_after_a_callable():
    arrived = redacted(
        CHAT,
        policy(hide_inputs=lambda inputs: {**inputs, "note": "mail carol@example.com"}),
    )

    assert arrived["note"] == "mail [EMAIL_ADDRESS]"
    assert text_of(arrived["gen_ai.input.messages"]) == "QUESTION [EMAIL_ADDRESS]"


def test_no_anonymizer_still_runs_the_callable():
    arrived = redacted(CHAT, policy(hide_inputs=lambda inputs: {}, anonymizer=None))

    assert "gen_ai.input.messages" not in arrived
    assert text_of(arrived["gen_ai.output.messages"]) == "ANSWER bob@example.com"


def test_a_true_flag_skips_the_anonymizer():
    calls = []
    spy = create_anonymizer(lambda text: calls.append(text) or text)

    redacted({"gen_ai.prompt": "SECRET"}, policy(hide_inputs=True, anonymizer=spy))

    assert "SECRET" not in calls


def test_an_instrumentation_processor_runs_before_the_anonymizer_and_instead_of_the_callable():
    rule = InstrumentationRule(process_inputs=lambda inputs: {"kept": "QUESTION processed"})
    arrived = redacted(
        CHAT,
        policy(
            hide_inputs=lambda inputs: {"callable": "ran"},
            instrumentations={"my.openai": rule},
        ),
        scope="my.openai",
    )

    assert arrived["kept"] == "QUESTION processed"
    assert "callable" not in arrived
    assert "gen_ai.input.messages" not in arrived


def test_an_instrumentation_processor_and_a_given_anonymizer_both_run():
    rule = InstrumentationRule(process_inputs=lambda inputs: {"kept": "QUESTION"})
    arrived = redacted(
        CHAT, policy(anonymizer=WORDS, instrumentations={"my.*": rule}), scope="my.openai"
    )

    assert arrived["kept"] == "<word>"


def test_a_true_flag_beats_an_instrumentation_processor():
    rule = InstrumentationRule(process_inputs=lambda inputs: inputs)
    arrived = redacted(
        CHAT, policy(hide_inputs=True, instrumentations={"my.*": rule}), scope="my.openai"
    )

    assert "gen_ai.input.messages" not in arrived


@pytest.mark.parametrize("level", ["hide_inputs", "process_inputs"])
def test_a_function_level_result_stands_against_client_and_instrumentation_level(level):
    span = make_span(CHAT, scope="my.openai")
    mark_processed(span.get_span_context(), "inputs")
    if level == "hide_inputs":
        given = policy(hide_inputs=lambda inputs: {})
    else:
        rule = InstrumentationRule(process_inputs=lambda inputs: {})
        given = policy(instrumentations={"my.*": rule})

    (arrived,) = wire(span, given).spans()

    assert "gen_ai.input.messages" in {item.key for item in arrived.attributes}


def test_a_function_level_result_does_not_stand_against_a_true_flag():
    span = make_span(CHAT)
    mark_processed(span.get_span_context(), "inputs")

    (arrived,) = wire(span, policy(hide_inputs=True)).spans()

    assert "gen_ai.input.messages" not in {item.key for item in arrived.attributes}


@pytest.mark.parametrize(
    ("flag", "hidden"),
    [(None, True), (False, False), (True, True), (lambda inputs: inputs, False)],
    ids=["none inherits", "false undoes", "true hides", "a callable replaces"],
)
def test_a_scope_flag_replaces_the_policys(flag, hidden):
    rule = InstrumentationRule(hide_inputs=flag)
    arrived = redacted(
        CHAT, policy(hide_inputs=True, instrumentations={"my.*": rule}), scope="my.openai"
    )

    assert ("gen_ai.input.messages" not in arrived) is hidden


@pytest.mark.parametrize("flag", [False, lambda inputs: inputs], ids=["false", "callable"])
def test_a_scope_flag_cannot_undo_the_environments_true(flag):
    rule = InstrumentationRule(hide_inputs=flag)
    given = policy(instrumentations={"my.*": rule}, environ={"OTEL_REDACT_HIDE_INPUTS": "true"})

    assert "gen_ai.input.messages" not in redacted(CHAT, given, scope="my.openai")


def test_the_exact_scope_beats_the_longest_glob_beats_the_first():
    def marking(word):
        return InstrumentationRule(process_inputs=lambda inputs: {"by": word})

    given = policy(
        instrumentations={
            "*": marking("star"),
            "my.*": marking("short"),
            "my.openai*": marking("long"),
            "my.openai.v1": marking("exact"),
        }
    )

    assert redacted(CHAT, given, scope="other")["by"] == "star"
    assert redacted(CHAT, given, scope="my.db")["by"] == "short"
    assert redacted(CHAT, given, scope="my.openai.v2")["by"] == "long"
    assert redacted(CHAT, given, scope="my.openai.v1")["by"] == "exact"


def test_an_environment_flag_holds_beside_an_explicit_policy():
    given = policy(anonymizer=WORDS, environ={"OTEL_REDACT_HIDE_INPUTS": "true"})

    arrived = redacted(CHAT, given)

    assert "gen_ai.input.messages" not in arrived
    assert text_of(arrived["gen_ai.output.messages"]) == "<word> bob@example.com"


def test_a_given_false_beats_the_environment_and_a_given_none_does_not():
    environ = {"OTEL_REDACT_HIDE_INPUTS": "true"}

    assert "gen_ai.input.messages" in redacted(CHAT, policy(hide_inputs=False, environ=environ))
    assert "gen_ai.input.messages" not in redacted(CHAT, policy(hide_inputs=None, environ=environ))


def test_an_empty_variable_is_unset():
    environ = {"OTEL_REDACT_HIDE_INPUTS": " ", "LANGSMITH_HIDE_INPUTS": ""}

    assert "gen_ai.input.messages" in redacted(CHAT, policy(environ=environ))


@pytest.mark.parametrize("word", ["TRUE", "1", "yes", " true ", "On"])
def test_every_true_word_hides(word):
    given = policy(environ={"OTEL_REDACT_HIDE_INPUTS": word})

    assert "gen_ai.input.messages" not in redacted(CHAT, given)


@pytest.mark.parametrize("word", ["FALSE", "0", "no", " off "])
def test_every_false_word_keeps(word):
    given = policy(environ={"OTEL_REDACT_HIDE_INPUTS": word})

    assert "gen_ai.input.messages" in redacted(CHAT, given)


def test_any_other_word_hides_and_warns_once_without_repeating_the_word(caplog, monkeypatch):
    monkeypatch.setattr("otel_redact.setting._warned", set())
    environ = {"OTEL_REDACT_HIDE_INPUTS": "maybe"}

    with caplog.at_level(logging.WARNING, logger="otel_redact"):
        first, second = (redacted(CHAT, policy(environ=environ)) for _ in range(2))

    assert "gen_ai.input.messages" not in first
    assert "gen_ai.input.messages" not in second
    assert len(caplog.records) == 1
    assert "OTEL_REDACT_HIDE_INPUTS" in caplog.text
    assert "maybe" not in caplog.text


@pytest.mark.parametrize(
    "variable",
    [
        "LANGSMITH_HIDE_INPUTS",
        "LANGCHAIN_HIDE_INPUTS",
        "OPENINFERENCE_HIDE_INPUTS",
    ],
)
def test_an_alias_hides_even_where_our_own_variable_says_no(variable):
    environ = {variable: "1", "OTEL_REDACT_HIDE_INPUTS": "false"}

    assert "gen_ai.input.messages" not in redacted(CHAT, policy(environ=environ))


def test_a_file_fills_what_argument_and_environment_leave_open(tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text("hide_inputs: true\nhide_outputs: true\nhide_metadata: true\n")
    given = policy(config_file=file, hide_inputs=False, environ={"OTEL_REDACT_HIDE_OUTPUTS": "no"})

    arrived = redacted(CHAT, given)

    assert "gen_ai.input.messages" in arrived
    assert "gen_ai.output.messages" in arrived
    assert "langsmith.metadata.plan" not in arrived


def test_a_locked_file_beats_arguments_and_environment(tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nhide_inputs: true\nhide_outputs: false\n")
    given = policy(
        hide_inputs=False,
        hide_outputs=True,
        instrumentations={"*": InstrumentationRule(hide_inputs=False)},
        environ={"OTEL_REDACT_CONFIG_FILE": str(file), "OTEL_REDACT_DRY_RUN": "true"},
    )

    arrived = redacted(CHAT, given)

    assert "gen_ai.input.messages" not in arrived
    assert text_of(arrived["gen_ai.output.messages"]) == "ANSWER [EMAIL_ADDRESS]"


def test_locked_rules_run_even_where_the_application_switches_rules_off(tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nrules: [pii]\n")
    given = policy(anonymizer=None, environ={"OTEL_REDACT_CONFIG_FILE": str(file)})

    assert redacted({"note": "ann@example.com"}, given)["note"] == "[EMAIL_ADDRESS]"


@pytest.mark.parametrize("value", [False, None])
def test_false_and_none_keep_metadata(value):
    assert redacted(CHAT, policy(hide_metadata=value))["langsmith.metadata.plan"] == "gold"


def test_finer_categories_are_hidden_by_name():
    arrived = redacted(
        {
            **CHAT,
            "gen_ai.system_instructions": '[{"type":"text","content":"be kind"}]',
            "gen_ai.tool.definitions": '[{"name":"f"}]',
        },
        policy(hide=["system", "TOOLS"]),
    )

    assert "gen_ai.system_instructions" not in arrived
    assert "gen_ai.tool.definitions" not in arrived
    assert "gen_ai.input.messages" in arrived


def test_unknown_attributes_go_when_asked():
    arrived = redacted({**CHAT, "my.own": "x"}, policy(unknown="hide"))

    assert "my.own" not in arrived
    assert arrived["gen_ai.request.model"] == "gpt-4o"
