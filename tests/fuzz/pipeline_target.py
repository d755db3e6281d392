"""Hostile spans through the exporter: nothing raises, no canary leaves, the sibling arrives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from hypothesis import strategies as st
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import Link, Status, StatusCode

from otel_redact import RedactingSpanExporter, RedactionPolicy
from tests.fuzz.attribute import attribute_maps, may_keep
from tests.fuzz.odd import ODD_NAMES, Odd, made
from tests.fuzz.strategy import TEXT
from tests.leaks.matrix_canary import found_in
from tests.leaks.matrix_place import KEYS
from tests.leaks.matrix_policy import POLICIES
from tests.leaks.test_fixture_replay import FIXTURES, load
from tests.support import make_span, span_context

__all__ = ["CASES", "NAMES", "SEEDS", "check"]

NAMES = (
    "default",
    "default, everything hidden",
    "callable that raises",
    "engine that raises",
)
"""Policies under which no canary may leave, wherever it stands."""

SEEDS: list[object] = []
_KEYS = {key: masks for keys in KEYS.values() for key, masks in keys.items()}
_BAGS = attribute_maps(_KEYS)
_NAMES = st.one_of(TEXT, st.builds(Odd, st.sampled_from(ODD_NAMES)), st.none())
_FIXTURES = [span for path in FIXTURES for span in load(path)]


class Keeping(SpanExporter):
    """Keeps the spans it gets, which it must be able to encode."""

    def __init__(self) -> None:
        self.spans: list[ReadableSpan] = []

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.spans += spans
        return SpanExportResult.SUCCESS


CASES = st.fixed_dictionaries(
    {
        "policy": st.sampled_from(NAMES),
        "fixture": st.one_of(st.none(), st.integers(0, len(_FIXTURES) - 1)),
        "attributes": _BAGS,
        "name": _NAMES,
        "events": st.lists(st.tuples(_NAMES, _BAGS), max_size=2),
        "links": st.lists(_BAGS, max_size=1),
        "status": TEXT,
        "resource": TEXT,
        "schema": TEXT,
        "scope": TEXT,
    }
)


def _span(case: Mapping[str, object]) -> ReadableSpan:
    """Make a span; one drawn from a fixture has that one's attributes, or some of them."""
    fixture = None if case["fixture"] is None else _FIXTURES[case["fixture"]]
    own = dict(fixture.attributes or {}) if fixture is not None else {}
    mine = {key: made(value) for key, value in case["attributes"].items()}
    exchanged = dict(zip(own, mine.values(), strict=False))
    return make_span(
        {**own, **exchanged, **mine},
        name=fixture.name if fixture is not None else made(case["name"]),
        events=[Event(made(name), made(bag)) for name, bag in case["events"]],
        links=[Link(span_context(9), made(bag)) for bag in case["links"]],
        status=Status(StatusCode.ERROR, case["status"]),
        resource=Resource({"a": case["resource"]}, case["schema"]),
        scope=case["scope"],
    )


@cache
def policy(name: str) -> RedactionPolicy:
    return POLICIES[name].policy()


def check(case: Mapping[str, object]) -> None:
    span = _span(case)
    inner = Keeping()
    exporter = RedactingSpanExporter(inner, policy=policy(case["policy"]))
    before = {id(key): id(value) for key, value in (span.attributes or {}).items()}
    sibling = make_span({"gen_ai.usage.input_tokens": 7}, name="sibling", trace_id=0xABCDEF)

    assert exporter.export([span, sibling]) is SpanExportResult.SUCCESS

    assert {id(key): id(value) for key, value in (span.attributes or {}).items()} == before
    dropped = exporter.counters.spans.get("dropped", 0)
    assert len(inner.spans) == 2 - dropped
    assert any(list((one.attributes or {}).values()) == [7] for one in inner.spans)
    body = encode_spans(inner.spans).SerializeToString()
    bags = [span.attributes or {}, *(bag for _, bag in case["events"]), *case["links"]]
    assert found_in(body) <= may_keep(case["policy"], [case["scope"], case["schema"]], bags)
