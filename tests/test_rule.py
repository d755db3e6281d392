"""What a rule may be, and what is said when it may not."""

from __future__ import annotations

import re

import pytest

from otel_redact import ConfigError, Rule, create_anonymizer
from otel_redact.rule import compile_rule


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [(None, ()), ("Cust-", ("cust-",)), (["A0", "b"], ("a0", "b")), (("x", "X"), ("x",))],
)
def test_triggers_are_lowered_and_told_apart(trigger, expected):
    assert compile_rule({"pattern": "a", "trigger": trigger}, 0).triggers == expected


@pytest.mark.parametrize("trigger", ["", [], [""], "é", ["a", "é"], [1], 7, b"a", {"a"}])
def test_a_wrong_trigger_is_refused_without_showing_it(trigger):
    with pytest.raises(ConfigError, match=r"rule 3 \(customer\): trigger.*expected") as caught:
        compile_rule(Rule(pattern="a", name="customer", trigger=trigger), 3)

    assert "é" not in str(caught.value)


def test_a_pattern_that_regex_cannot_read_like_re_is_refused_with_a_way_out():
    with pytest.raises(ConfigError, match=r"rule 1 \(x\).*look-behind.*\(\?V1\)") as caught:
        compile_rule({"pattern": re.compile(r"(?<=(?:(a)|(b)){2})canary"), "name": "x"}, 1)

    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (re.compile("b.c", re.IGNORECASE | re.DOTALL), "aB\nCd", "a<>d"),
        (re.compile("^b # x", re.MULTILINE | re.VERBOSE), "a\nb", "a\n<>"),
        (re.compile(r"\w", re.ASCII), "é1", "é<>"),
        (re.compile("(?i)B{e<=1}"), "b{E<=1}", "<>"),
    ],
    ids=["IS", "MX", "A", "i"],
)
def test_a_compiled_pattern_keeps_its_flags_and_meaning(pattern, text, expected):
    assert create_anonymizer([{"pattern": pattern, "replace": "<>"}])(text) == expected


def test_a_later_set_operator_is_read_without_a_warning():
    assert create_anonymizer([{"pattern": "[[a]", "replace": "x"}])("[a") == "xx"
