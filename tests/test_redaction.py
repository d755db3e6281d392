from __future__ import annotations

import pytest

from otel_redact import ConfigError, RedactionPolicy, redact, redact_text

POLICY = RedactionPolicy(environ={})


def test_a_text_comes_back_redacted_and_json_stays_json():
    assert redact_text("mail ann@example.com", policy=POLICY) == "mail [EMAIL_ADDRESS]"
    assert redact_text('{"to": "ann\\u0040example.com"}', policy=POLICY) == (
        '{"to": "[EMAIL_ADDRESS]"}'
    )


def test_a_value_comes_back_redacted():
    assert redact({"to": ("ann@example.com", 2)}, policy=POLICY) == {"to": ("[EMAIL_ADDRESS]", 2)}


def test_no_rules_means_the_very_same_value():
    value = {"to": "ann@example.com"}

    assert redact(value, policy=RedactionPolicy(anonymizer=None, environ={})) is value


def test_without_a_policy_the_environment_of_the_call_counts(monkeypatch, tmp_path):
    assert redact_text("ann@example.com") == "[EMAIL_ADDRESS]"

    monkeypatch.setenv("OTEL_REDACT_RULES", "secrets")
    assert redact_text("ann@example.com") == "ann@example.com"

    file = tmp_path / "policy.yaml"
    file.write_text("rules: [pii]\noperator: drop\n")
    monkeypatch.delenv("OTEL_REDACT_RULES")
    monkeypatch.setenv("OTEL_REDACT_CONFIG_FILE", str(file))
    assert redact_text("to ann@example.com") == "to "

    file.write_text("rules: [pii]\noperator: replace\n")
    assert redact_text("to ann@example.com") == "to [EMAIL_ADDRESS]"


def test_a_bad_environment_is_an_error_not_raw_text(monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_RULES", "no_such_rule")

    with pytest.raises(ConfigError, match="no_such_rule"):
        redact_text("ann@example.com")


def test_a_policy_changed_in_place_of_another_is_not_mixed_up():
    one = RedactionPolicy(rules="secrets", environ={})
    two = RedactionPolicy(rules="pii", environ={})

    assert [redact_text("ann@example.com", policy=policy) for policy in (one, two, one)] == [
        "ann@example.com",
        "[EMAIL_ADDRESS]",
        "ann@example.com",
    ]
