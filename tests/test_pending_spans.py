"""Logfire sends copies of spans that have only started: `install` redacts them too."""

from __future__ import annotations

import pytest
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.trace import SpanContext

from otel_redact import RedactionPolicy, install, use_policy
from otel_redact.binding import usage
from tests.support import WireExporter

SECRET = "ann.canary@" + "example.com"


class PendingSpanProcessor(SpanProcessor):
    """Does what the one of logfire 5.4.0 (`_internal/tracer.py`) does."""

    def __init__(self, processor: SpanProcessor) -> None:
        self.processor = processor

    def on_start(self, span, parent_context=None) -> None:
        mine = span.get_span_context()
        context = SpanContext(mine.trace_id, mine.span_id + 1, False, mine.trace_flags)
        pending = ReadableSpan(
            span.name,
            context,
            mine,
            span.resource,
            {**span.attributes, "logfire.span_type": "pending_span"},
            kind=span.kind,
            start_time=span.start_time,
            end_time=span.start_time,
            instrumentation_scope=span.instrumentation_scope,
        )
        self.processor.on_end(pending)


class Wrapper(SpanProcessor):
    """Logfire wraps processors in processors, each an attribute of this name."""

    def __init__(self, processor: SpanProcessor) -> None:
        self.processor = processor

    def on_start(self, span, parent_context=None) -> None:
        self.processor.on_start(span, parent_context)

    def on_end(self, span) -> None:
        self.processor.on_end(span)


@pytest.fixture
def logfire_like(monkeypatch):
    monkeypatch.setattr(usage, "begun", False)  # another test may have used a policy
    exporter = WireExporter()
    simple = SimpleSpanProcessor(exporter)
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(Wrapper(simple))
    provider.add_span_processor(Wrapper(PendingSpanProcessor(Wrapper(simple))))
    return provider, exporter


def make_span(provider: TracerProvider) -> None:
    attributes = {"gen_ai.input.messages": f"mail {SECRET}"}
    with provider.get_tracer("logfire").start_as_current_span("chat", attributes=attributes):
        pass


def test_a_copy_of_a_span_that_has_only_started_is_redacted(logfire_like):
    provider, exporter = logfire_like
    installed = install(provider, policy=RedactionPolicy(environ={}))

    make_span(provider)

    installed.uninstall()
    assert len(exporter.spans()) == 2
    assert b"pending_span" in exporter.bodies[0]
    assert all(b"[EMAIL_ADDRESS]" in body for body in exporter.bodies)
    assert all(SECRET.encode() not in body for body in exporter.bodies)


def test_a_processor_that_comes_later_is_covered_too(logfire_like):
    _, exporter = logfire_like
    provider = TracerProvider(shutdown_on_exit=False)
    installed = install(provider, policy=RedactionPolicy(environ={}))
    make_span(provider)

    provider.add_span_processor(Wrapper(PendingSpanProcessor(SimpleSpanProcessor(exporter))))
    make_span(provider)

    installed.uninstall()
    (body,) = exporter.bodies
    assert b"pending_span" in body
    assert SECRET.encode() not in body


def test_where_policies_are_bound_to_spans_the_copy_is_left_out(logfire_like):
    provider, exporter = logfire_like
    installed = install(provider, policy=RedactionPolicy(anonymizer=None, environ={}))

    with use_policy(RedactionPolicy(hide_inputs=True, environ={})):
        make_span(provider)

    installed.uninstall()
    (body,) = exporter.bodies
    assert b"pending_span" not in body
    assert SECRET.encode() not in body


def test_after_uninstall_the_copy_goes_as_it_did_before(logfire_like):
    provider, exporter = logfire_like
    install(provider, policy=RedactionPolicy(environ={})).uninstall()

    make_span(provider)

    assert [SECRET.encode() in body for body in exporter.bodies] == [True, True]
