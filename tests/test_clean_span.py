from __future__ import annotations

import enum

import pytest
from opentelemetry.sdk.trace import Event
from opentelemetry.trace import Link, Status, StatusCode

from otel_redact import RedactionPolicy, pipeline
from otel_redact.pipeline import Pipeline
from tests.support import make_span, span_context, wire

ADDRESS = "ann@example.com"
PLAIN = {
    "gen_ai.request.model": "gpt-4o",
    "gen_ai.usage.input_tokens": 12_345_678,
    "gen_ai.response.finish_reasons": ("stop",),
    "gen_ai.input.messages": '[{"role": "user", "content": "hello"}]',
    "app.count": 7,
    "app.ratio": 0.25,
    "app.flag": True,
}


class Text(str):
    """A text of another type."""

    __slots__ = ()


class Word(enum.IntEnum):
    CARD = 4111111111111111


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the list that grows by each span that is read leaf by leaf."""
    spans: list[object] = []
    original = pipeline.SpanRedaction

    def watched(span, *arguments, **settings):
        spans.append(span)
        return original(span, *arguments, **settings)

    monkeypatch.setattr(pipeline, "SpanRedaction", watched)
    return spans


def test_a_span_without_anything_to_find_is_copied_unread(planned):
    event = Event("gen_ai.choice", {"index": 0})
    span = make_span(PLAIN, events=[event], status=Status(StatusCode.ERROR, "timeout"))

    (new,) = Pipeline(RedactionPolicy(environ={})).redact_batch([span])

    assert planned == []
    assert new is not span
    assert dict(new.attributes) == dict(span.attributes)
    assert (new.name, new.context, new.status) == (span.name, span.context, span.status)
    assert [(one.name, dict(one.attributes)) for one in new.events] == [
        ("gen_ai.choice", {"index": 0})
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"name": f"mail {ADDRESS}"},
        {"attributes": {**PLAIN, "note": ADDRESS}},
        {"attributes": {**PLAIN, ADDRESS: 1}},
        {"attributes": {**PLAIN, "notes": ("a", ADDRESS)}},
        {"attributes": {**PLAIN, "notes": [["a"], {"b": ADDRESS}]}},
        {"attributes": {**PLAIN, "note": Text(ADDRESS)}},
        {"attributes": {**PLAIN, "note": ADDRESS.encode()}},
        {"attributes": {**PLAIN, "card": 4111111111111111}},
        {"attributes": {**PLAIN, "card": 4111111111111111.0}},
        {"attributes": {**PLAIN, "card": Word.CARD}},
        {"attributes": {**PLAIN, "app.password": "hello"}},
        {"attributes": {**PLAIN, "app.password": 1234}},
        {"attributes": {**PLAIN, 5: ADDRESS}},
        {"events": [Event(f"to {ADDRESS}")]},
        {"events": [Event("log", {"message": ADDRESS})]},
        {"links": [Link(span_context(9), {"note": ADDRESS})]},
        {"status": Status(StatusCode.ERROR, f"refused {ADDRESS}")},
        {"trace_state": [("vendor", "ann_example")]},
        {"attributes": {**PLAIN, "note": "a \ud800"}},
    ],
)
def test_any_other_span_is_read(planned, changes):
    span = make_span(**{"attributes": PLAIN, **changes})

    exporter = wire(span)

    assert planned == [span]
    body = b"".join(exporter.bodies)
    for secret in (ADDRESS.encode(), b"4111111111111111", b"1234", b"password\x12\x07\n\x05hello"):
        assert secret not in body


@pytest.mark.parametrize(
    "settings",
    [{"hide_inputs": True}, {"hide": ["tools"]}, {"dry_run": True}, {"max_value_length": 5}],
)
def test_a_policy_that_does_more_reads_every_span(planned, settings):
    Pipeline(RedactionPolicy(environ={}, **settings)).redact_batch([make_span(PLAIN)])

    assert len(planned) == 1


def test_a_gate_that_fails_costs_time_only(planned, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError(ADDRESS)

    monkeypatch.setattr(pipeline, "Gate", broken)
    redacting = Pipeline(RedactionPolicy(environ={}))

    spans = redacting.redact_batch([make_span(PLAIN), make_span({"note": ADDRESS})])

    assert len(planned) == 2
    assert dict(spans[1].attributes) == {"note": "[EMAIL_ADDRESS]"}
    assert redacting.counters.snapshot().failures == {"gate:RuntimeError": 1}
