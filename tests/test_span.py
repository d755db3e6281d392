"""What survives the rebuild, and what error texts do."""

from __future__ import annotations

import logging

import pytest
from opentelemetry.attributes import BoundedAttributes
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, SpanLimits, TracerProvider
from opentelemetry.trace import Link, SpanKind, Status, StatusCode

from otel_redact import RedactingSpanExporter, RedactingSpanProcessor, RedactionPolicy
from tests.support import WireExporter, make_span, plain, span_context, wire

POLICY = RedactionPolicy(environ={})
HIDING = RedactionPolicy(hide_inputs=True, environ={})
QUOTE = "rate limit; request was: tell me a story"


def failed(**attributes: object) -> dict[str, object]:
    """Arguments of a span that failed with an exception quoting a prompt."""
    event = {
        "exception.type": "app.RateLimit",
        "exception.message": QUOTE,
        "exception.stacktrace": f"Traceback …\napp.RateLimit: {QUOTE}",
        "exception.escaped": "False",
    }
    return {
        "attributes": {"error.type": "app.RateLimit", "error.message": QUOTE, **attributes},
        "events": [Event("exception", event)],
        "status": Status(StatusCode.ERROR, QUOTE),
    }


def test_ids_times_kind_parent_flags_and_dropped_counts_survive():
    provider = TracerProvider(
        resource=Resource({"service.name": "s"}, "https://schema.example/1"),
        span_limits=SpanLimits(max_attributes=2, max_events=1, max_links=1, max_event_attributes=1),
    )
    raw, sent = WireExporter(), WireExporter()
    provider.add_span_processor(RedactingSpanProcessor(sent, policy=POLICY, redact_in="caller"))
    ended = []
    on_end = provider._active_span_processor.on_end

    def remember(span):
        ended.append(span)
        on_end(span)

    provider._active_span_processor.on_end = remember
    tracer = provider.get_tracer("scope", "1.2.3.4", "https://schema.example/2", {"a": 1})
    with tracer.start_as_current_span("parent") as parent:
        links = [Link(span_context(5)), Link(span_context(6))]
        with tracer.start_as_current_span("child", kind=SpanKind.CLIENT, links=links) as child:
            for number in range(5):
                child.set_attribute(f"k{number}", number)
                child.add_event("e", {"a": 1, "b": 2})
            child.set_status(Status(StatusCode.OK))
    provider.shutdown()
    raw.export(ended)

    def without_texts(request):
        return [
            (
                resource_spans.schema_url,
                scope_spans.schema_url,
                scope_spans.scope.version,
                span,
            )
            for resource_spans in request.resource_spans
            for scope_spans in resource_spans.scope_spans
            for span in scope_spans.spans
        ]

    assert without_texts(sent.requests()[0]) == without_texts(raw.requests()[0])
    (kept,) = [span for span in sent.spans() if span.name == "child"]
    assert (kept.dropped_attributes_count, kept.dropped_events_count, kept.dropped_links_count) == (
        3,
        4,
        1,
    )
    assert kept.events[0].dropped_attributes_count == 1
    assert parent.get_span_context().span_id.to_bytes(8, "big") == kept.parent_span_id


def test_spans_of_one_resource_and_scope_stay_grouped():
    resource = Resource({"service.name": "ann@example.com"})

    (request,) = wire([make_span({}, resource=resource) for _ in range(3)], POLICY).requests()

    (resource_spans,) = request.resource_spans
    (scope_spans,) = resource_spans.scope_spans
    assert len(scope_spans.spans) == 3
    assert plain(resource_spans.resource.attributes) == {"service.name": "ann@example.com"}


def test_structure_is_exempt_from_personal_data_rules_and_never_from_secrets():
    key = "sk-" + "ant-api03-" + "aB3d" * 24
    attributes = {
        "server.address": "10.0.0.7",
        "client.address": "10.0.0.8",
        "gen_ai.response.id": "4111-1111-1111-1111",
        "gen_ai.request.model": key,
        "my.address": "10.0.0.7",
    }

    (span,) = wire(make_span(attributes), POLICY).spans()

    assert plain(span.attributes) == {
        "server.address": "10.0.0.7",
        "client.address": "10.0.0.8",
        "gen_ai.response.id": "4111-1111-1111-1111",
        "gen_ai.request.model": "[ANTHROPIC_API_KEY]",
        "my.address": "[IP_ADDRESS]",
    }


def test_a_status_without_description_and_an_ok_status_stay(caplog):
    with caplog.at_level(logging.WARNING):
        spans = wire(
            [make_span(status=Status(StatusCode.OK)), make_span(status=Status(StatusCode.ERROR))],
            HIDING,
        ).spans()

    assert [(span.status.code, span.status.message) for span in spans] == [(1, ""), (2, "")]
    assert caplog.text == ""


def error_texts(span) -> list[object]:
    attributes, event = plain(span.attributes), plain(span.events[0].attributes)
    return [
        span.status.message,
        attributes["error.message"],
        event["exception.message"],
        event["exception.stacktrace"],
    ]


LLM = {"gen_ai.operation.name": "chat", "gen_ai.prompt": "tell me a story"}


def test_error_texts_of_an_llm_span_are_blanked_when_inputs_are_hidden():
    (span,) = wire(make_span(**failed(**LLM)), HIDING).spans()

    assert error_texts(span) == ["[REDACTED]"] * 4
    assert plain(span.attributes)["error.type"] == "app.RateLimit"
    assert plain(span.events[0].attributes)["exception.type"] == "app.RateLimit"
    assert span.status.code == 2


def test_error_texts_of_the_whole_trace_are_blanked_whatever_the_order():
    exporter = WireExporter()
    redacting = RedactingSpanExporter(exporter, policy=HIDING)

    redacting.export(
        [make_span(name="before", trace_id=7, **failed()), make_span(LLM, name="llm", trace_id=7)]
    )
    redacting.export([make_span(name="later", trace_id=7, **failed())])
    redacting.export([make_span(name="elsewhere", trace_id=8, **failed())])

    texts = {span.name: error_texts(span) for span in exporter.spans() if span.name != "llm"}
    assert texts["before"] == texts["later"] == ["[REDACTED]"] * 4
    assert QUOTE in texts["elsewhere"]


def test_a_callable_that_leaves_nothing_hides_too_so_error_texts_are_blanked():
    exporter = WireExporter()
    policy = RedactionPolicy(hide_inputs=lambda inputs: {}, environ={})
    redacting = RedactingSpanExporter(exporter, policy=policy)

    redacting.export([make_span(name="llm", trace_id=7, **failed(**LLM))])
    redacting.export([make_span(name="around", trace_id=7, **failed())])
    redacting.export([make_span(name="elsewhere", trace_id=8, **failed())])

    texts = {span.name: error_texts(span) for span in exporter.spans()}
    assert texts["llm"] == texts["around"] == ["[REDACTED]"] * 4
    assert QUOTE in texts["elsewhere"]


def test_a_callable_that_empties_an_events_inputs_blanks_the_status_too():
    policy = RedactionPolicy(hide_inputs=lambda inputs: {}, environ={})
    error = Status(StatusCode.ERROR, QUOTE)
    events = [
        Event("gen_ai.user.message", {"content": "tell me a story"}),
        Event("exception", {"exception.message": QUOTE}),
    ]

    (span,) = wire(make_span(events=events, status=error), policy).spans()

    assert span.status.message == "[REDACTED]"
    assert [plain(event.attributes) for event in span.events] == [
        {},
        {"exception.message": "[REDACTED]"},
    ]


def test_error_texts_stay_and_are_anonymized_when_nothing_is_hidden():
    span = failed(**LLM)
    span["status"] = Status(StatusCode.ERROR, "no answer for ann@example.com")

    (arrived,) = wire(make_span(**span), POLICY).spans()

    assert arrived.status.message == "no answer for [EMAIL_ADDRESS]"
    assert plain(arrived.attributes)["error.message"] == QUOTE


@pytest.mark.parametrize(
    ("kind", "trace", "blanked"),
    [
        ("openai.RateLimitError", "", True),
        ("app.Error", 'File "/srv/venv/lib/openai/_base_client.py", line 1', True),
        ("app.Error", 'File "C:\\venv\\Lib\\anthropic\\_client.py", line 1', True),
        ("openairlines.Error", 'File "/srv/openairlines/x.py"', False),
    ],
)
def test_an_llm_clients_exception_is_blanked_even_without_an_llm_span(kind, trace, blanked):
    event = {"exception.type": kind, "exception.message": QUOTE, "exception.stacktrace": trace}
    span = make_span(events=[Event("exception", event)], status=Status(StatusCode.ERROR, QUOTE))

    (arrived,) = wire(span, HIDING).spans()

    expected = "[REDACTED]" if blanked else QUOTE
    assert arrived.status.message == expected
    assert plain(arrived.events[0].attributes)["exception.message"] == expected


def test_a_hidden_error_category_takes_the_texts_away():
    policy = RedactionPolicy(hide=["ERROR"], environ={})

    (span,) = wire(make_span(**failed()), policy).spans()

    assert span.status.message == ""
    assert plain(span.events[0].attributes) == {
        "exception.type": "app.RateLimit",
        "exception.escaped": "False",
    }


def test_spans_made_by_the_sdk_keep_bounded_attributes():
    (span,) = RedactingSpanExporter(WireExporter(), policy=POLICY).pipeline.redact_batch(
        [make_span({"a": 1})]
    )

    assert isinstance(span._attributes, BoundedAttributes)
    with pytest.raises(TypeError):
        span._attributes["a"] = 2
