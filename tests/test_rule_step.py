"""How lists of rules run: triggers, order, timeouts, and what is counted and said."""

from __future__ import annotations

import logging

import pytest

from otel_redact import create_anonymizer
from otel_redact.rule import compile_rule
from otel_redact.rule_step import RuleStep, fold

SLOW = {"name": "slow", "pattern": "(a+)+$"}
SLOW_TEXT = "a" * 5000 + "!canary"


def step(*rules: dict[str, object]) -> RuleStep:
    return RuleStep([compile_rule(rule, number) for number, rule in enumerate(rules)], 50)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (({"pattern": "a", "trigger": "A"}, {"pattern": "b", "trigger": ["b", "a"]}), ("a", "b")),
        (({"pattern": "a", "trigger": "a"}, {"pattern": "b"}), None),
    ],
    ids=["all", "some"],
)
def test_a_step_has_triggers_where_every_rule_has(rules, expected):
    assert step(*rules).triggers == expected


@pytest.mark.parametrize("text", ["cust-42", "CUST-42", "cuſt-42", "é CUſT-42"])
def test_a_rule_runs_where_its_trigger_occurs_in_any_case(text):
    rule = {"pattern": r"(?i)cust-\d+", "replace": "<>", "trigger": "Cust-"}

    assert create_anonymizer([rule])(text).endswith("<>")


@pytest.mark.parametrize(("text", "folded"), [("KID", "kid"), ("\u212aİDſı", "kidsi")])
def test_folding_finds_whatever_ignoring_case_matches(text, folded):
    assert fold(text) == folded


def test_a_rule_is_skipped_where_its_trigger_does_not_occur():
    anonymizer = create_anonymizer([{"pattern": r"\d+", "replace": "<>", "trigger": "cust"}])

    assert anonymizer(["42", "cust 42", "0 cu st"]) == ["42", "cust <>", "0 cu st"]


def test_a_replacement_may_bring_the_trigger_of_a_later_rule():
    rules = [
        {"pattern": "(x)(y)", "replace": r"\2\1", "trigger": "xy"},
        {"pattern": "yx", "replace": "done", "trigger": "yx"},
    ]

    assert create_anonymizer(rules)("a xy b") == "a done b"


@pytest.mark.timeout(20)
def test_a_timeout_costs_the_value_is_counted_and_warned_about_once_by_name(caplog):
    anonymizer = create_anonymizer([SLOW], rule_timeout_millis=5)
    caplog.set_level(logging.DEBUG)

    new = anonymizer([SLOW_TEXT, "b", SLOW_TEXT])

    assert new == ["[REDACTED]", "b", "[REDACTED]"]
    assert anonymizer._counters.snapshot().failures == {"slow:TimeoutError": 2}
    (record,) = caplog.records
    assert "slow failed (TimeoutError)" in record.getMessage()
    assert "canary" not in caplog.text
    assert "(a+)+" not in caplog.text


def test_a_text_that_no_reading_fits_fails_closed():
    anonymizer = create_anonymizer([{"name": "tags", "pattern": r"(?i)<(\w+)></\1>"}])

    assert anonymizer(["<ς></Σ>", "<a></A>"]) == ["[REDACTED]", "[redacted]"]
    assert anonymizer._counters.snapshot().failures == {"tags:ReadingError": 1}


def test_every_match_is_counted_under_the_rules_name():
    anonymizer = create_anonymizer([{"name": "n", "pattern": "a|b", "replace": r"<\g<0>>"}])

    assert anonymizer("aXb") == "<a>X<b>"
    assert anonymizer._counters.snapshot().findings == {"n": 2}
