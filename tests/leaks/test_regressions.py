"""Ways to leak, stall or weaken that were found and closed; each failed before it was mended."""

from __future__ import annotations

import enum
import http
import json
import time

import pytest
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import (
    ConfigError,
    RedactingSpanProcessor,
    RedactionPolicy,
    create_anonymizer,
    use_policy,
)
from otel_redact.node import number_names
from otel_redact.operators.factory import create_operator
from tests.support import WireExporter, make_span, plain, redacted, wire

SECRET = "canary7f3a9c"
MAIL = "ann@example.com"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


def hidden(value: object, key: str = "gen_ai.input.messages", **flags: object) -> bytes:
    flags = flags or {"hide_outputs": True}
    return wire(make_span({key: value}), policy(anonymizer=None, **flags)).bodies[0]


@pytest.mark.timeout(10)
def test_an_int_enumeration_is_a_number_and_costs_no_time():
    arrived = redacted({"http.response.status_code": http.HTTPStatus.OK, "my.big": 2**70}, policy())

    assert arrived == {"http.response.status_code": 200, "my.big": str(2**70)}


def test_a_policy_never_gets_another_policys_resource():
    exporter = WireExporter()
    provider = TracerProvider(resource=Resource({"owner": MAIL}))
    provider.add_span_processor(
        RedactingSpanProcessor(exporter, policy=policy(), redact_in="caller")
    )
    tracer = provider.get_tracer("t")
    for number in range(60):
        with use_policy(policy(anonymizer=None) if number % 2 else policy()):
            tracer.start_span("raw" if number % 2 else "strict").end()
    provider.shutdown()

    for request in exporter.requests():
        for resource_spans in request.resource_spans:
            strict = any(s.name == "strict" for x in resource_spans.scope_spans for s in x.spans)
            owner = plain(resource_spans.resource.attributes)["owner"]
            assert owner == ("[EMAIL_ADDRESS]" if strict else MAIL)


def test_numbering_equal_names_is_linear():
    def seconds(count: int) -> float:
        begun = time.process_time()
        names = number_names(["[REDACTED]"] * count)
        took = time.process_time() - begun
        assert names[1] == "[REDACTED]#2"
        assert len(set(names)) == count
        return took

    pairs = [(seconds(10_000), seconds(40_000)) for _ in range(5)]

    assert min(large for _, large in pairs) < 12 * min(small for small, _ in pairs) + 0.01


LOCK_RULES = "locked: true\nrules: [pii]\n"


@pytest.mark.parametrize(
    ("lock", "arguments", "environ"),
    [
        (LOCK_RULES, {"exclude_rules": ["email_address"]}, {}),
        (LOCK_RULES, {}, {"OTEL_REDACT_EXCLUDE_RULES": "pii"}),
        (LOCK_RULES, {"operator": "keep"}, {}),
        (LOCK_RULES, {"max_depth": 1}, {}),
        ("locked: true\nextra_rules: [{pattern: zzz}]\n", {"rules": "none"}, {}),
        ("locked: true\nexclude_rules: [uuid]\n", {}, {"OTEL_REDACT_RULES": "none"}),
        ("locked: true\nhide_outputs: true\n", {"anonymizer": None}, {}),
        ("locked: true\nhide_outputs: true\n", {"anonymizer": lambda text: text}, {}),
    ],
    ids=range(8),
)
def test_no_setting_gets_around_locked_rules(tmp_path, lock, arguments, environ):
    file = tmp_path / "policy.yaml"
    file.write_text(lock)
    given = policy(environ={"OTEL_REDACT_CONFIG_FILE": str(file), **environ}, **arguments)

    assert redacted({"note": MAIL}, given)["note"] == "[EMAIL_ADDRESS]"


@pytest.mark.parametrize("where", ["config_file", "environ", "process"])
def test_use_policy_stays_under_the_lock_of_the_processors_own_policy(tmp_path, monkeypatch, where):
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nhide_inputs: true\n")
    if where == "process":
        monkeypatch.setenv("OTEL_REDACT_CONFIG_FILE", str(file))
    own = {
        "config_file": policy(config_file=file),
        "environ": policy(environ={"OTEL_REDACT_CONFIG_FILE": str(file)}),
        "process": None,
    }[where]
    exporter = WireExporter()
    provider = TracerProvider()
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=own))
    for given in ({"anonymizer": None}, {"dry_run": True}, {"hide_inputs": False}):
        with (
            use_policy(policy(**given)),
            provider.get_tracer("t").start_as_current_span("x") as span,
        ):
            span.set_attribute("gen_ai.prompt", SECRET)
            span.set_attribute("note", MAIL)
    provider.shutdown()

    assert [plain(s.attributes) for s in exporter.spans()] == [{"note": "[EMAIL_ADDRESS]"}] * 3


def test_an_id_that_stays_is_still_searched_for_secrets():
    token = "gh" + "p_" + "aB3" * 12
    history = [{"role": "assistant", "id": f"msg_{token}", "content": "x"}]

    for value in (history, json.dumps(history)):
        sent = wire(make_span({"gen_ai.input.messages": value}), policy(hide_outputs=True))

        assert token.encode() not in sent.bodies[0]
        assert b"[GITHUB_TOKEN]" in sent.bodies[0]


@pytest.mark.parametrize(
    "text",
    [
        f'[{{"content":"{SECRET}","role":"assis',
        f'[{{"content":"{SECRET}","role"',
        f'[{{"role":"user","content":"q"}},{{"content":[{{"type":"text","text":"{SECRET}',
        str([{"role": "assistant", "content": SECRET}]),
        f'[{{role: "assistant", content: "{SECRET}"}}]',
        f'Messages: [{{"role":"assistant","content":"{SECRET}"}}]',
        f"\u00a0[{{'role': 'assistant', 'content': '{SECRET}'}}]",
    ],
)
def test_text_whose_roles_cannot_be_read_could_be_anybodys(text):
    assert SECRET.encode() not in hidden(text)


@pytest.mark.parametrize("text", [str([{"role": "ai", "content": SECRET}]), f"{{role: {SECRET}}}"])
def test_other_notations_of_messages_are_hidden_outside_message_attributes_too(text):
    assert SECRET.encode() not in hidden(text, "input.value")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("gen_ai.input.messages", f'{{"content":"{SECRET}","role":"assis'),
        (
            "gen_ai.input.messages",
            f'{{"role":"user","content":"q"}}\n{{"content":"{SECRET}","role":"a',
        ),
        ("input.value", f'{{"message":{{"content":"{SECRET}","role":"ass'),
        ("input.value", f'{{"kwargs":{{"content":"{SECRET}","type":"a'),
        ("input.value", f'{{"message":{{"content":"{SECRET}","ro'),
        ("input.value", f'{{"content":"{SECRET}",'),
        ("input.value", f'[{{"role":"user","content":"{SECRET}","role":"assis'),
    ],
)
def test_a_message_cut_before_its_role_is_hidden_wherever_it_stands(key, text):
    assert SECRET.encode() not in hidden(text, key)


def test_a_request_cut_outside_its_messages_stays_readable():
    text = '{"messages":[{"role":"user","content":"my question"}],"temperature":0.'

    assert b"my question" in hidden(text, "input.value")


@pytest.mark.parametrize("flag", ["hide_inputs", "hide_outputs", "hide_metadata"])
def test_texts_in_brackets_that_are_no_messages_stay(flag):
    attributes = {
        "server.address": "[::1]:80",
        "http.route": "{id}/x",
        "note": "[INFO] started",
        "service.instance.id": "{abc}",
    }

    assert redacted(attributes, policy(anonymizer=None, **{flag: True})) == attributes


def test_a_users_text_in_brackets_stays_under_hide_outputs():
    history = [{"role": "user", "content": "[link](a) see"}]

    for value in (history, json.dumps(history)):
        assert b"[link](a) see" in hidden(value)


@pytest.mark.parametrize("text", ["[]", "{}", "[null, true]", " [ ] "])
def test_json_without_content_stays(text):
    assert redacted({"input.value": text}, policy(hide_outputs=True)) == {"input.value": text}


def test_a_cut_message_whose_role_was_read_stays_readable():
    text = '[{"role":"user","content":[{"type":"text","text":"my question is long and'

    assert b"my question is long" in hidden(text)


@pytest.mark.parametrize(
    "key",
    [
        "gen_ai.input.messages.0.content",
        "gen_ai.output.messages.0.content",
        "gen_ai.prompt.content",
        "gen_ai.completion.text",
        "gen_ai.request.prompt",
        "gen_ai.request.messages",
        "traceloop.entity.input.0",
        "llm.prompt",
        "llm.completion",
        "llm.messages",
    ],
)
def test_near_misses_of_known_keys_are_hidden(key):
    assert SECRET.encode() not in hidden(
        SECRET, key, hide_inputs=True, hide_outputs=True, hide_metadata=True
    )


def test_an_event_of_the_developer_role_is_input():
    from opentelemetry.sdk.trace import Event

    span = make_span(events=[Event("gen_ai.developer.message", {"content": SECRET})])

    assert SECRET.encode() not in wire(span, policy(hide_inputs=True)).bodies[0]


def test_a_message_of_bytes_is_hidden_like_one_of_text():
    assert SECRET.encode() not in hidden([SECRET.encode()])


@pytest.mark.parametrize("role", ["assistant ", "ASSISTANT", "Assistant\n"])
def test_roles_are_read_whatever_their_spelling(role):
    assert SECRET.encode() not in hidden([{"role": role, "content": SECRET}])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (4111111111111111.0, "[CREDIT_CARD]"),
        ('{"card": 4111111111111111.0}', '{"card": "[CREDIT_CARD]"}'),
        ({"password": 1234.5}, {"password": "[PASSWORD]"}),
        ('{"password": 1234.5}', '{"password": "[PASSWORD]"}'),
        (3.25, 3.25),
        ('{"x": 1.50, "y": 1e5}', '{"x": 1.50, "y": 1e5}'),
    ],
    ids=str,
)
def test_whole_floats_and_numbers_under_password_keys_are_searched(value, expected):
    assert redacted({"v": value}, policy()) == {"v": expected}


def test_a_users_rule_reads_short_numbers_too():
    rules = create_anonymizer([{"pattern": r"\b\d{6}\b", "replace": "<n>"}])

    assert rules({"a": 424242, "b": '{"customer": 424242, "n": 7}'}) == {
        "a": "<n>",
        "b": '{"customer": "<n>", "n": 7}',
    }


def test_a_metadata_callable_does_not_see_what_a_flag_hides():
    given = policy(
        anonymizer=None,
        hide_inputs=True,
        hide_metadata=lambda m: {f"{k}x": v for k, v in m.items()},
    )

    sent = wire(make_span({"metadata": json.dumps({"input": SECRET})}), given)

    assert SECRET.encode() not in sent.bodies[0]


def test_a_duplicate_key_that_a_callable_could_not_see_does_not_pass_it():
    text = f'{{"k":"{SECRET}","k":"fine"}}'

    arrived = redacted({"gen_ai.prompt": text}, policy(anonymizer=None, hide_inputs=dict))

    assert arrived == {"gen_ai.prompt": '{"k":"fine"}'}


class Key(str, enum.Enum):
    A = "my.key"


def test_a_text_enumeration_as_key_is_its_value():
    assert redacted({Key.A: "v"}, policy()) == {"my.key": "v"}


def test_a_cut_tail_that_was_replaced_stays_so():
    once = create_anonymizer([{"pattern": "zzz"}])('{"x": ",+1 415 555 26')

    assert create_anonymizer([{"pattern": "zzz"}])(once) == once


def test_neither_reprs_nor_errors_echo_rules_or_keys():
    with pytest.raises(ConfigError) as caught:
        create_operator(f"hash:{SECRET}")

    assert SECRET not in str(caught.value)
    assert SECRET not in repr(policy(extra_rules=[{"pattern": SECRET}]))


def test_keys_that_become_equal_as_utf_8_are_numbered():
    keys = [f"a{chr(0xD800 + number)}" for number in range(2)]

    assert redacted({keys[0]: 1, keys[1]: 2}, policy()) == {"a\ufffd": 1, "a\ufffd#2": 2}


@pytest.mark.parametrize(
    "text", ['{"role": hunter2000}', '{"role": [hunter', "[hunter2000]", '["a", [hunter2000 x]']
)
def test_a_placeholder_in_malformed_json_under_a_password_key_stays_as_it_is(text):
    once = redacted({"a": json.dumps({"password": text})}, policy())

    assert redacted(once, policy()) == once
    assert "hunter" not in str(once)
