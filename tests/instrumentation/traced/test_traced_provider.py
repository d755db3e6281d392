"""What the provider decides: whether there is a span, and whether content goes onto it."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from opentelemetry import context as otel_context
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider, sampling
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from otel_redact import (
    RedactingSpanExporter,
    RedactingSpanProcessor,
    RedactionPolicy,
)
from otel_redact.install import install
from otel_redact.testing import assert_no_leak
from otel_redact_instrumentation import traced
from otel_redact_instrumentation.traced_failure import counters
from tests.instrumentation.traced.tracing import CANARY
from tests.support import WireExporter, plain


def failures():
    return dict(counters.snapshot().failures)


@pytest.mark.parametrize(
    "key",
    [otel_context._SUPPRESS_INSTRUMENTATION_KEY, "suppress_instrumentation"],
    ids=["key of the API", "word"],
)
def test_suppressed_instrumentation_records_nothing(tracing, key):
    token = otel_context.attach(otel_context.set_value(key, True))
    try:
        assert traced(lambda: 1, tracer_provider=tracing.provider)() == 1
        assert list(traced(lambda: iter("ab"), tracer_provider=tracing.provider)()) == ["a", "b"]
    finally:
        otel_context.detach(token)

    assert tracing.spans() == []


def test_without_redaction_only_type_and_timing_are_recorded_and_one_warning_says_so(
    tracing, caplog
):
    wire, provider = WireExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(wire))

    @traced(tracer_provider=provider, process_inputs=pytest.fail)
    def fail(text):
        raise ValueError(CANARY)

    for _ in range(2):
        with caplog.at_level(logging.WARNING), pytest.raises(ValueError, match=CANARY):
            fail(CANARY)

    first, _ = wire.spans()
    assert plain(first.attributes) == {
        "openinference.span.kind": "CHAIN",
        "error.type": "ValueError",
    }
    assert (first.status.code, first.status.message, list(first.events)) == (2, "", [])
    assert len(caplog.records) == 1
    assert "RedactingSpanProcessor" in caplog.text
    assert CANARY not in caplog.text
    assert_no_leak(wire.bodies, [CANARY])


def test_a_redacting_exporter_behind_the_sdks_processor_is_enough(tracing):
    wire, provider = WireExporter(), TracerProvider()
    policy = RedactionPolicy(environ={})
    provider.add_span_processor(SimpleSpanProcessor(RedactingSpanExporter(wire, policy=policy)))

    traced(lambda text: text, tracer_provider=provider)("ann@example.com")

    (span,) = wire.spans()
    assert plain(span.attributes)["output.value"] == "[EMAIL_ADDRESS]"


@pytest.mark.parametrize(
    ("word", "recorded"), [("false", False), ("NO_CONTENT", False), ("SPAN_ONLY", True), ("", True)]
)
def test_a_variable_that_forbids_content_holds(tracing, monkeypatch, word, recorded):
    monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", word)

    traced(lambda text: text, tracer_provider=tracing.provider)("hello")

    assert ("output.value" in tracing.attributes()) is recorded


def test_an_unsampled_call_records_nothing_and_its_children_are_unsampled(tracing):
    provider = TracerProvider(sampler=sampling.ParentBased(sampling.ALWAYS_OFF))
    provider.add_span_processor(tracing.processor)

    @traced(tracer_provider=provider, process_inputs=pytest.fail, process_outputs=pytest.fail)
    def outer():
        with provider.get_tracer("tests").start_as_current_span("child") as child:
            return child.is_recording()

    assert outer() is False
    assert tracing.spans() == []


def test_a_provider_that_fails_does_not_fail_the_call(tracing):
    class Broken(sampling.Sampler):
        def should_sample(self, *_arguments, **_more):
            raise RuntimeError(CANARY)

        def get_description(self):
            return "broken"

    assert traced(lambda: 1, tracer_provider=TracerProvider(sampler=Broken()))() == 1
    assert failures() == {"traced.start:RuntimeError": 1}


def test_a_span_the_function_ended_itself_is_left_alone(tracing, caplog):
    traced(lambda: trace.get_current_span().end(), tracer_provider=tracing.provider)()

    assert "output.value" not in tracing.attributes()
    assert caplog.records == []


def test_without_a_provider_a_function_just_runs():
    code = (
        "import sys; from otel_redact_instrumentation import traced; f = traced(lambda a: a + 1);"
        "assert f(1) == 2; print('openai' in sys.modules, 'wrapt' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("False False\n", "")


def test_the_global_provider_is_looked_up_at_each_call(tracing, monkeypatch):
    function = traced(lambda: 1)
    function()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: tracing.provider)
    function()

    assert len(tracing.spans()) == 1


def redact_in_the_caller(provider, wire, policy):
    processor = RedactingSpanProcessor(wire, policy=policy, redact_in="caller")
    provider.add_span_processor(processor)


def install_in_front(provider, wire, policy):
    provider.add_span_processor(SimpleSpanProcessor(wire))
    install(provider, policy=policy)


@pytest.mark.parametrize("cover", [redact_in_the_caller, install_in_front])
def test_a_call_is_redacted_wherever_that_is_done(tracing, cover):
    wire, provider = WireExporter(), TracerProvider()
    cover(provider, wire, RedactionPolicy(environ={}, hide_outputs=pytest.fail))

    @traced(tracer_provider=provider, process_outputs=lambda result: {"length": len(result)})
    def repeat(text):
        return text * 2

    repeat("ann@example.com")
    provider.shutdown()

    (span,) = wire.spans()
    assert plain(span.attributes)["input.value"] == '{"text":"[EMAIL_ADDRESS]"}'
    assert plain(span.attributes)["output.value"] == '{"length":30}'
    assert_no_leak(wire.bodies, ["ann@example.com"])
