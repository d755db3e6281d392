from __future__ import annotations

import dataclasses
import json
import logging

import pytest

from otel_redact import (
    DEFAULT,
    Category,
    ConfigError,
    InstrumentationRule,
    RedactionPolicy,
    Rule,
    create_anonymizer,
)
from otel_redact.config import effective_settings
from otel_redact.decision import settle
from tests.support import make_span, plain, redacted, wire

MAIL = "mail ann@example.com"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


def test_the_constructor_reads_nothing(monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")
    monkeypatch.setenv("OTEL_REDACT_CONFIG_FILE", "/does/not/exist")

    given = RedactionPolicy()

    assert given.hide_inputs is None
    assert given.anonymizer is DEFAULT


def test_a_policy_is_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        policy().hide_inputs = True


def test_the_signature_is_the_documented_one():
    import inspect

    names = list(inspect.signature(RedactionPolicy).parameters)

    assert names[:10] == [
        "hide_inputs",
        "hide_outputs",
        "hide_metadata",
        "hide",
        "anonymizer",
        "instrumentations",
        "unknown",
        "on_error",
        "dry_run",
        "cache_bytes",
    ]
    assert all(
        parameter.kind is inspect.Parameter.KEYWORD_ONLY
        for parameter in inspect.signature(RedactionPolicy).parameters.values()
    )


@pytest.mark.parametrize("name", ["hide", "instrumentations", "extra_rules", "config_file"])
def test_none_is_not_given(name):
    assert policy(**{name: None}).resolve() == policy().resolve()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"hide_inputs": 1}, "hide_inputs: got int, expected True, False, None or a callable"),
        ({"hide_outputs": "true"}, "hide_outputs: got str"),
        ({"hide": ["INPUTT"]}, r"did you mean INPUT\?"),
        ({"hide": ["STRUCTURE"]}, "hide: got 'structure'"),
        ({"on_error": "kepe"}, "on_error: got 'kepe', expected one of drop_value, drop_span"),
        ({"unknown": "keep"}, "unknown: got 'keep'"),
        ({"summary": "all"}, "summary: got 'all'"),
        ({"max_depth": 0}, "max_depth: got 0, expected a whole number of levels >= 1"),
        ({"cache_bytes": -1}, "cache_bytes: got -1"),
        ({"rule_timeout_millis": True}, "rule_timeout_millis: got True"),
        ({"anonymizer": 7}, "replacer: got int"),
        ({"instrumentations": {"x": {"hide_inputs": True}}}, "expected scope-name glob"),
        ({"instrumentations": ["openai"]}, "instrumentations: got list, expected a mapping"),
        ({"hide": 7}, "hide: got int, expected a list of categories"),
        ({"extra_rules": 7}, "extra_rules: got int, expected a list of rules"),
        ({"config_file": b"x"}, "config_file: got bytes, expected a path"),
        ({"environ": []}, "environ: got list, expected a mapping"),
        ({"hash_key": 7}, "hash_key: got int"),
        ({"rules": 7}, "rules: got 7"),
        ({"rules": "emial_address"}, "email_address"),
        ({"exclude_rules": ["secrts"]}, "secrets"),
        ({"operator": "msk"}, "mask"),
        ({"extra_rules": [{"pattern": "("}]}, "rule 0"),
        ({"anonymizer": None, "extra_rules": [{"pattern": "a"}]}, "extra_rules: has no effect"),
        ({"anonymizer": [{"pattern": "a"}], "rules": "all"}, "rules: has no effect"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_bad_arguments_are_refused_at_construction(arguments, words):
    with pytest.raises(ConfigError, match=words):
        policy(**arguments)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"hide_inputs": "yes"}, "hide_inputs: got str"),
        ({"process_inputs": {}}, "process_inputs: got dict, expected a callable"),
    ],
)
def test_bad_scope_rules_are_refused_at_construction(arguments, words):
    with pytest.raises(ConfigError, match=words):
        InstrumentationRule(**arguments)


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        (
            {"OTEL_REDACT_ON_ERROR": "kepe"},
            "OTEL_REDACT_ON_ERROR: got 'kepe', expected one of drop_value, drop_span",
        ),
        ({"OTEL_REDACT_MAX_DEPTH": "deep"}, "OTEL_REDACT_MAX_DEPTH: got 'deep'"),
        ({"OTEL_REDACT_RULES": "secrts"}, "secrets.*environment OTEL_REDACT_RULES"),
        ({"OTEL_REDACT_EXCLUDE_RULES": "emial_address"}, "email_address"),
        ({"OTEL_REDACT_OPERATOR": "msk"}, "mask"),
        ({"OTEL_REDACT_HIDE": "tols"}, "did you mean TOOLS"),
        ({"OTEL_REDACT_CONFIG_FILE": "/no/such/policy.yaml"}, "cannot be read"),
    ],
)
def test_bad_variables_are_refused_when_the_policy_is_settled(environ, words):
    with pytest.raises(ConfigError, match=words):
        settle(policy(environ=environ))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("hide_input: true", "unknown setting 'hide_input'; did you mean 'hide_inputs'"),
        ("- hide_inputs", "got list, expected a mapping"),
        ("hide_inputs: [", "is not YAML at line 1"),
        ("hide_inputs: 2026-99-99", "is not YAML"),
        (f"rules: {'[' * 300}", "is not YAML"),
        (f"rules: {'[a, ' * 100_000}", "nests too deeply"),
        (f"rules: {'- ' * 3000}", "is not YAML"),
        (f"max_depth: {'9' * 5000}", "is not YAML"),
        ("#" * 1_048_577, "larger than 1048576 bytes"),
        ("locked: maybe", "locked: got str"),
        ("instrumentations: {x: {process_inputs: f}}", "process_inputs"),
        ("extra_rules: [{pattern: '('}]", "rule 0"),
        ("on_error: kepe", "on_error: got 'kepe'"),
    ],
)
def test_bad_files_are_refused_without_their_content(tmp_path, content, words):
    file = tmp_path / "policy.yaml"
    file.write_text(content)

    with pytest.raises(ConfigError, match=words):
        settle(policy(config_file=file))


def test_from_env_and_from_file_check_at_once(tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text("hide_inputz: true")

    with pytest.raises(ConfigError, match="hide_inputz"):
        RedactionPolicy.from_file(file)
    with pytest.raises(ConfigError, match="ON_ERROR"):
        RedactionPolicy.from_env({"OTEL_REDACT_ON_ERROR": "x"})


def test_from_env_takes_a_snapshot(monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")
    given = RedactionPolicy.from_env()
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "false")

    assert redacted({"gen_ai.prompt": "x"}, given) == {}


def test_a_file_says_everything_a_policy_can_say_in_plain_words(tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text(
        """
        rules: [email_address]
        extra_rules:
          - {pattern: 'cust-[0-9]+', replace: '<customer>', name: customers}
        operator: {default: 'mask:last=2', EMAIL_ADDRESS: hash}
        hash_key: k
        hide: [tools]
        instrumentations:
          other.*: {hide_outputs: true}
        """
    )
    given = policy(config_file=file)

    arrived = redacted(
        {"note": f"{MAIL} cust-7", "gen_ai.tool.definitions": "[]", "gen_ai.completion": "x"},
        given,
        scope="other.lib",
    )

    assert arrived["note"].startswith("mail [EMAIL_ADDRESS:")
    assert arrived["note"].endswith("] <customer>")
    assert set(arrived) == {"note"}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"operator": "mask:last=4"}, "mail ***********.com"),
        ({"operator": "drop"}, "mail "),
        ({"operator": "keep"}, MAIL),
        ({"operator": "replace"}, "mail [EMAIL_ADDRESS]"),
        ({"operator": "drop;EMAIL_ADDRESS=replace"}, "mail [EMAIL_ADDRESS]"),
        ({"operator": {"EMAIL_ADDRESS": "drop"}}, "mail "),
        ({"rules": "none"}, MAIL),
        ({"rules": ["secrets"]}, MAIL),
        ({"rules": "pii,network"}, "mail [EMAIL_ADDRESS]"),
        ({"exclude_rules": ["email_address"]}, MAIL),
    ],
    ids=str,
)
def test_detectors_and_operators_are_chosen_by_word(settings, expected):
    assert redacted({"note": MAIL}, policy(**settings)) == {"note": expected}


def test_hash_tokens_are_equal_for_equal_values_and_keys():
    def token(text, **given):
        return redacted({"note": text}, policy(operator="hash", **given))["note"]

    assert token(MAIL, hash_key="a") == token(MAIL, hash_key="a")
    assert token(MAIL, hash_key="a") != token(MAIL, hash_key="b")
    assert token(MAIL, hash_key="a") != token("mail bob@example.com", hash_key="a")


def test_extra_rules_run_after_the_detectors():
    given = policy(extra_rules=[Rule(pattern=r"\[EMAIL_ADDRESS\]", replace="<m>")])

    assert redacted({"note": MAIL}, given) == {"note": "mail <m>"}


def test_neither_repr_nor_config_shows_the_hash_key(capsys):
    assert "s3cret" not in repr(policy(hash_key="s3cret"))
    shown = effective_settings({"OTEL_REDACT_HASH_KEY": "s3cret"})
    assert [s.value for s in shown if s.name == "hash_key"] == ["set"]
    assert "s3cret" not in str(shown)


def test_config_says_where_each_value_came_from(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text("locked: true\nhide_outputs: true\n")

    sources = {
        setting.name: (setting.value, setting.source)
        for setting in effective_settings(
            {
                "OTEL_REDACT_CONFIG_FILE": str(file),
                "LANGSMITH_HIDE_INPUTS": "1",
                "OTEL_REDACT_HIDE": "tools",
            }
        )
    }

    assert sources["hide_inputs"] == ("true", "environment LANGSMITH_HIDE_INPUTS")
    assert sources["hide_outputs"] == ("true", f"file {file} (locked)")
    assert sources["hide"] == ("TOOLS", "environment OTEL_REDACT_HIDE")
    assert sources["max_depth"] == ("32", "default")


@pytest.mark.parametrize("word", ["true", "1", "YES", "on"])
def test_dry_run_exports_unchanged_plus_one_attribute_that_says_what_would_go(word):
    given = policy(hide_inputs=True, environ={"OTEL_REDACT_DRY_RUN": word})

    arrived = redacted({"gen_ai.prompt": "x", "note": MAIL, "ok": 1}, given, name=MAIL)

    assert json.loads(arrived.pop("otel_redact.dry_run")) == {
        "name": {"EMAIL_ADDRESS": 1},
        "attribute note": {"EMAIL_ADDRESS": 1},
        "attribute gen_ai.prompt": {"hidden INPUT": 1},
    }
    assert arrived == {"gen_ai.prompt": "x", "note": MAIL, "ok": 1}


@pytest.mark.parametrize("word", ["maybe", "treu", "false", ""])
def test_any_other_word_does_not_switch_redaction_off(word):
    given = policy(environ={"OTEL_REDACT_DRY_RUN": word})

    assert redacted({"note": MAIL}, given) == {"note": "mail [EMAIL_ADDRESS]"}


def test_summary_counts_entities_and_never_values():
    arrived = redacted({"note": f"{MAIL} {MAIL}"}, policy(summary="counts"))

    assert json.loads(arrived["otel_redact.summary"]) == {"EMAIL_ADDRESS": 2}
    assert redacted({"note": "nothing"}, policy(summary="counts")) == {"note": "nothing"}


@pytest.mark.parametrize("cache_bytes", [0, 300, 1_000_000])
def test_a_cache_changes_nothing_but_time(cache_bytes):
    long = "x" * 80
    given = policy(cache_bytes=cache_bytes)
    attributes = {"a": f"{long} {MAIL}", "b": f"{long} clean", "password": f"{long} clean"}
    spans = [make_span(attributes) for _ in range(3)]

    sent = [plain(span.attributes) for span in wire(spans, given).spans()]

    assert (
        sent
        == [
            {
                "a": f"{long} mail [EMAIL_ADDRESS]",
                "b": f"{long} clean",
                "password": "[PASSWORD]",
            }
        ]
        * 3
    )


def test_categories_may_be_given_as_members():
    assert policy(hide=[Category.SYSTEM]).hide == ("SYSTEM",)


def test_an_ignored_callable_in_a_scope_rule_is_warned_about(caplog):
    with caplog.at_level(logging.WARNING, logger="otel_redact"):
        settle(
            policy(
                anonymizer=create_anonymizer([{"pattern": "x"}]),
                instrumentations={"x": InstrumentationRule(hide_inputs=dict)},
            )
        )

    assert "ignored" in caplog.text
