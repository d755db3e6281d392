"""What the doctor says of one exporter, by what arrived there."""

from __future__ import annotations

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from otel_redact import RedactingSpanExporter, RedactionPolicy
from otel_redact.cli.canary import Canary, emit_span
from otel_redact.cli.verdict import judge
from otel_redact.install_outlet import exporters_of
from tests.support import WireExporter


def sent_to(exporter: object, wire: WireExporter) -> tuple[object, list[Canary], list[bytes]]:
    """Return the way to an exporter, the canaries that went there and what arrived."""
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    canaries = emit_span(provider.get_tracer("tests"))
    (outlet,) = exporters_of(provider)
    return outlet, canaries, wire.bodies


def test_an_exporter_on_whose_way_others_redact_is_a_note() -> None:
    wire = WireExporter()
    outlet, canaries, bodies = sent_to(wire, wire)
    for canary in canaries:
        if canary.kind != "plain word":
            bodies[:] = [body.replace(canary.value.encode(), b"x") for body in bodies]

    verdict = judge(outlet, "spans", canaries, bodies, in_code=True)

    assert verdict.kind == "note"
    assert "is not redacted by otel_redact; no canary of its kinds arrived there" in verdict.text


@pytest.mark.parametrize("variable", ["OTEL_REDACT_RULES", "OTEL_REDACT_CONFIG_FILE"])
def test_without_rules_or_without_a_policy_it_is_a_gap(variable, monkeypatch) -> None:
    monkeypatch.setenv(variable, "none")
    wire = WireExporter()
    outlet, canaries, bodies = sent_to(wire, wire)

    verdict = judge(outlet, "spans", canaries, bodies, in_code=True)

    assert verdict.kind == "gap"


@pytest.mark.parametrize(
    ("word", "fix"),
    [
        ("true", "install otel-redact as a package: OTEL_REDACT_ENABLED is on, but not heeded"),
        ("false", "set OTEL_REDACT_ENABLED=true"),
        ("", "set OTEL_REDACT_ENABLED=true"),
    ],
)
def test_a_switch_that_is_on_and_not_heeded_is_said(word, fix, monkeypatch) -> None:
    monkeypatch.setenv("OTEL_REDACT_ENABLED", word)
    wire = WireExporter()
    outlet, canaries, bodies = sent_to(wire, wire)

    verdict = judge(outlet, "spans", canaries, bodies, in_code=False)

    assert verdict.fix.startswith(f"{fix}, or have only otlp_redacted in ")


def test_a_policy_without_rules_is_a_note() -> None:
    wire = WireExporter()
    ours = RedactingSpanExporter(wire, policy=RedactionPolicy(anonymizer=None))

    verdict = judge(*sent_to_ours(ours, wire), in_code=True)

    assert verdict.kind == "note"
    assert verdict.text.endswith("looks for none of: API key, e-mail address")


def test_a_dry_run_of_a_policy_in_code_is_to_be_taken_out_there() -> None:
    wire = WireExporter()
    ours = RedactingSpanExporter(wire, policy=RedactionPolicy(dry_run=True))

    verdict = judge(*sent_to_ours(ours, wire), in_code=True)

    assert verdict.kind == "gap"
    assert verdict.fix == "take dry_run out of the policy"


@pytest.mark.parametrize(
    ("policy", "count"),
    [
        (RedactionPolicy(), 16),
        (RedactionPolicy(hide_inputs=True), 19),
        (RedactionPolicy(hide_inputs=True, hide_outputs=True), 20),
        (RedactionPolicy(hide_metadata=True), 17),
        (RedactionPolicy(unknown="hide"), 18),
    ],
    ids=["default", "inputs", "both", "metadata", "unknown"],
)
def test_what_a_policy_hides_may_not_arrive(policy, count) -> None:
    wire = WireExporter()
    ours = RedactingSpanExporter(wire, policy=policy)

    verdict = judge(*sent_to_ours(ours, wire), in_code=True)

    assert verdict.kind == "ok"
    assert f": {count} canaries sent, none arrived raw" in verdict.text


def sent_to_ours(ours: RedactingSpanExporter, wire: WireExporter) -> tuple[object, ...]:
    outlet, canaries, bodies = sent_to(ours, wire)
    return outlet, "spans", canaries, bodies
