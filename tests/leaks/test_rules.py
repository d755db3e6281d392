"""A value on which a user's rule fails does not leave, and nothing says what it was."""

from __future__ import annotations

import logging

import pytest

from otel_redact import RedactionPolicy, Rule
from tests.support import make_span, wire

CANARY = "canary7f3a9c"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule(name="mine", pattern="(a+)+$"), "a" * 5000 + "! " + CANARY),
        (Rule(name="mine", pattern=r"(?:\p{L}+)*\d\d"), "a" * 5000 + "1 " + CANARY),
        (Rule(name="mine", pattern=r"(\w+)+[!?]"), "²é" * 5000 + " " + CANARY),
        (Rule(name="mine", pattern=r"(?i)(\w)\1 "), "ςΣ " + CANARY),
    ],
    ids=["timeout", "timeout_regex_only", "timeout_exact", "reading"],
)
def test_a_value_that_a_rule_fails_on_is_nowhere_on_the_wire_or_in_the_log(rule, text, caplog):
    caplog.set_level(logging.DEBUG)
    policy = RedactionPolicy(environ={}, extra_rules=[rule], rule_timeout_millis=5)

    span = make_span({"gen_ai.input.messages": text, "my.note": [text, "kept"], "other": "kept"})
    (body,) = wire(span, policy).bodies

    assert CANARY.encode() not in body
    assert b"[REDACTED]" in body
    assert b"kept" in body
    assert CANARY not in caplog.text
    assert rule.pattern not in caplog.text


def test_a_trigger_in_a_policy_file_runs_the_rule(tmp_path):
    path = tmp_path / "policy.yaml"
    path.write_text("extra_rules:\n  - {pattern: 'canary\\w+', replace: gone, trigger: CANARY}\n")

    (body,) = wire(make_span({"note": CANARY}), RedactionPolicy.from_file(path)).bodies

    assert CANARY.encode() not in body
    assert b"gone" in body
