"""What a locked policy file holds against."""

from __future__ import annotations

import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor, RedactionPolicy, redact_text, use_policy
from tests.support import WireExporter, plain, redacted

MAIL = "ann@example.com"
CALL = {"gen_ai.prompt": "QUESTION", "gen_ai.completion": "ANSWER", "note": MAIL}


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


def traced(processor_policy, span_policy, before_export=lambda: None) -> list[dict[str, object]]:
    """Start a span under a policy, change the world, export; return what arrived."""
    exporter = WireExporter()
    provider = TracerProvider()
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=processor_policy))
    tracer = provider.get_tracer("t")
    with use_policy(span_policy), tracer.start_as_current_span("x") as span:
        span.set_attributes(CALL)
    tracer.start_span("sibling").end()
    before_export()
    provider.shutdown()
    return [plain(span.attributes) for span in exporter.spans()]


def test_the_processs_own_lock_outranks_another_locked_file(tmp_path, monkeypatch):
    own, other = tmp_path / "own.yaml", tmp_path / "other.yaml"
    own.write_text("locked: true\nhide_inputs: true\nrules: [pii]\n")
    other.write_text("locked: true\nhide_inputs: false\nhide_outputs: true\nrules: [none]\n")
    monkeypatch.setenv("OTEL_REDACT_CONFIG_FILE", str(own))

    for given in (
        RedactionPolicy(config_file=other),
        policy(environ={"OTEL_REDACT_CONFIG_FILE": str(other)}),
    ):
        assert redacted(CALL, given) == {"note": "[EMAIL_ADDRESS]"}


@pytest.mark.parametrize("lock", ["hide: [input]", "hide_metadata: true\nhide: [input]"])
def test_a_lock_adds_to_what_is_hidden_and_takes_nothing_back(tmp_path, lock):
    file = tmp_path / "policy.yaml"
    file.write_text(f"locked: true\n{lock}\n")

    arrived = redacted(CALL, policy(config_file=file, hide=["output"]))

    assert arrived == {"note": "[EMAIL_ADDRESS]"}


def test_what_use_policy_hides_adds_to_what_the_lock_hides(tmp_path):
    lock, own = tmp_path / "lock.yaml", tmp_path / "own.yaml"
    lock.write_text("locked: true\nhide: [input]\nhide_outputs: false\n")
    own.write_text("locked: true\nhide_outputs: true\n")

    for given in (policy(hide=["output"]), policy(config_file=own)):
        assert traced(policy(config_file=lock), given) == [{"note": "[EMAIL_ADDRESS]"}, {}]


def test_under_a_lock_nothing_is_read_again_when_a_span_is_exported(tmp_path):
    lock, mutable = tmp_path / "lock.yaml", tmp_path / "mutable.yaml"
    lock.write_text("locked: true\nhide_outputs: true\n")
    mutable.write_text("hide_inputs: true\n")
    environ = {"OTEL_REDACT_HIDE_INPUTS": "true"}
    hidden = {"note": "[EMAIL_ADDRESS]"}

    by_environment = traced(policy(config_file=lock), policy(environ=environ), environ.clear)
    by_file = traced(policy(config_file=lock), policy(config_file=mutable), mutable.unlink)

    assert by_environment == [hidden, {}]
    assert by_file == [hidden, {}]


def test_a_policy_file_that_changes_counts_for_the_next_call(tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text("rules: [none]\n")
    given = policy(config_file=file)

    before = redact_text(MAIL, policy=given)
    file.write_text("locked: true\nrules: [pii]\n")

    assert before == MAIL
    assert redact_text(MAIL, policy=given) == "[EMAIL_ADDRESS]"


def test_a_lock_set_later_in_the_process_counts_for_the_next_call(tmp_path, monkeypatch):
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nrules: [pii]\n")
    given = policy(rules="none")

    before = redact_text(MAIL, policy=given)
    monkeypatch.setenv("OTEL_REDACT_CONFIG_FILE", str(file))

    assert before == MAIL
    assert redact_text(MAIL, policy=given) == "[EMAIL_ADDRESS]"
