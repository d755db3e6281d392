"""Whatever breaks costs one value, or one span: nothing raw leaves, is raised or is logged."""

from __future__ import annotations

import json
import logging

import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import (
    InstrumentationRule,
    RedactingSpanExporter,
    RedactingSpanProcessor,
    RedactionPolicy,
    create_anonymizer,
)
from otel_redact.pipeline import Pipeline
from otel_redact.types import Finding
from tests.support import WireExporter, make_span, plain

CANARY = "CANARY-7f3a"


class Unprintable:
    """A value that gives itself away when anybody prints it."""

    def __repr__(self):
        return CANARY

    __str__ = __repr__


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


def export(policy, *spans, caplog):
    """Return arrived spans by name, and the counters; fail on any canary in the log."""
    exporter = WireExporter()
    redacting = RedactingSpanExporter(exporter, policy=policy)
    with caplog.at_level(logging.DEBUG):
        redacting.export(spans)
    assert CANARY not in caplog.text
    return {span.name: plain(span.attributes) for span in exporter.spans()}, redacting.counters


def raises(_):
    raise RuntimeError(CANARY)


def returns_none(_):
    return None


def returns_text(_):
    return CANARY


async def returns_coroutine(_):
    return {}


def changes_then_raises(values):
    values.clear()
    raise KeyError(CANARY)


BROKEN = [raises, returns_none, returns_text, returns_coroutine, changes_then_raises]


@pytest.mark.parametrize("function", BROKEN, ids=lambda f: f.__name__)
@pytest.mark.parametrize("way", ["hide", "process"])
@pytest.mark.parametrize(
    ("side", "key"),
    [
        ("inputs", "gen_ai.prompt"),
        ("outputs", "gen_ai.completion"),
        ("metadata", "langsmith.metadata.k"),
    ],
)
def test_a_broken_callable_costs_its_values_only(function, way, side, key, caplog):
    rule = InstrumentationRule(**{f"{way}_{side}": function})
    spans = [
        make_span({key: CANARY, "neighbour": "fine"}, name="broken", scope="broken"),
        make_span({key: "other", "neighbour": "fine"}, name="sibling", scope="other"),
    ]

    arrived, counters = export(policy(instrumentations={"broken": rule}), *spans, caplog=caplog)

    assert arrived["broken"] == {key: "[REDACTED]", "neighbour": "fine"}
    assert arrived["sibling"] == {key: "other", "neighbour": "fine"}
    assert sum(counters.failures.values()) == 1


def test_a_callable_that_changes_its_argument_changes_no_original(caplog):
    nested = {"a": ["x", {"b": "y"}]}
    span = make_span({"gen_ai.prompt": nested})

    def change(inputs):
        inputs["gen_ai.prompt"]["a"][1]["b"] = "changed"
        return inputs

    arrived, _ = export(policy(hide_inputs=change), span, caplog=caplog)

    assert arrived["chat gpt-4o"]["gen_ai.prompt"] == {"a": ["x", {"b": "changed"}]}
    assert nested == {"a": ["x", {"b": "y"}]}


def test_a_rule_that_times_out_costs_its_value_only(caplog):
    slow = create_anonymizer([{"pattern": "(a+)+$", "name": "slow"}], rule_timeout_millis=20)
    span = make_span({"bad": "a" * 20_000 + CANARY + "!", "good": "b"})

    arrived, counters = export(policy(anonymizer=slow), span, caplog=caplog)

    assert arrived["chat gpt-4o"] == {"bad": "[REDACTED]", "good": "b"}
    assert counters.failures == {"slow:TimeoutError": 1}


@pytest.mark.parametrize(
    "value",
    [
        "[" * 100_000 + f'"{CANARY}"' + "]" * 100_000,
        '{"a":' * 100_000 + f'"{CANARY}"',
        f"{CANARY} " * 1_000_000,
        Unprintable(),
        {"inner": Unprintable()},
        [Unprintable()],
    ],
    ids=["deep array", "deep object", "12 MB", "object", "object in map", "object in list"],
)
def test_a_value_that_cannot_be_read_costs_itself_only(value, caplog):
    spans = [
        make_span({"bad": value, "good": "fine"}, name="broken"),
        make_span({"good": "fine"}, name="sibling"),
    ]

    arrived, counters = export(policy(), *spans, caplog=caplog)

    bad = arrived["broken"].pop("bad")
    assert bad in ("[REDACTED]", {"inner": "[REDACTED]"}, ["[REDACTED]"])
    assert arrived == {"broken": {"good": "fine"}, "sibling": {"good": "fine"}}
    assert sum(counters.failures.values()) == 1


@pytest.mark.parametrize("rules", [policy(), policy(anonymizer=None)], ids=["default", "no rules"])
def test_what_the_encoder_cannot_send_is_replaced_before_it_can_log_it(rules, caplog):
    value = {
        "object": Unprintable(),
        "set": {"a"},
        "big": 2**70,
        "surrogate": "a\ud800b",
        "nan": float("nan"),
        "nested": (True, 1.5, b"\xff\x00"),
    }

    arrived, _ = export(rules, make_span({"v": value}), caplog=caplog)

    new = arrived["chat gpt-4o"]["v"]
    assert new["object"] == "[REDACTED]"
    assert new["set"] == ["a"]
    assert new["big"] == str(2**70)
    assert new["surrogate"] == "a\ufffdb"
    assert new["nested"] == [True, 1.5, b"\xff\x00"]


def test_a_mapping_that_holds_itself_ends(caplog):
    loop = {"text": CANARY}
    loop["loop"] = loop
    hide = policy(hide_inputs=True)

    arrived, _ = export(policy(), make_span({"v": {"again": loop, "n": 1}}), caplog=caplog)
    hidden, _ = export(hide, make_span({"gen_ai.prompt": loop}), caplog=caplog)

    assert arrived["chat gpt-4o"]["v"]["again"]["loop"] == "[redacted]"
    assert hidden["chat gpt-4o"] == {}


@pytest.mark.parametrize("depth", [33, 90, 5000])
def test_a_string_below_max_depth_is_not_in_the_clear(depth, caplog):
    value = CANARY
    for _ in range(depth):
        value = {"k": value}

    arrived, _ = export(policy(), make_span({"v": value}), caplog=caplog)

    assert CANARY not in str(arrived)


def test_a_span_that_cannot_be_read_is_left_out_and_its_siblings_are_not(caplog):
    broken = make_span({"good": CANARY}, name="broken")
    broken._events = [object()]
    sibling = make_span({"good": "fine"}, name="sibling")

    arrived, counters = export(policy(), broken, sibling, caplog=caplog)

    assert arrived == {"sibling": {"good": "fine"}}
    assert counters.spans == {"dropped": 1, "redacted": 1}


def test_on_error_drop_span_leaves_the_span_out(caplog):
    broken = make_span({"bad": Unprintable()}, name="broken")
    sibling = make_span({"good": "fine"}, name="sibling")

    arrived, counters = export(policy(on_error="drop_span"), broken, sibling, caplog=caplog)

    assert arrived == {"sibling": {"good": "fine"}}
    assert counters.spans == {"dropped": 1, "redacted": 1}


class BrokenEngine:
    """An engine that fails on one leaf, by one of several ways."""

    name = "broken"

    def __init__(self, way):
        self.way = way

    def find(self, leaves):
        if not any(CANARY in leaf.text for leaf in leaves):
            return [[] for _ in leaves]
        if self.way == "raise":
            raise RuntimeError(CANARY)
        if self.way == "count":
            return []
        found = CANARY if self.way == "type" else Finding(start=5, end=10_000, entity="X")
        return [[found] if CANARY in leaf.text else [] for leaf in leaves]


@pytest.mark.parametrize("way", ["raise", "count", "type", "offsets"])
def test_a_broken_engine_costs_the_leaf_it_fails_on(way, caplog):
    given = policy(anonymizer=create_anonymizer(BrokenEngine(way)))
    value = json.dumps({"bad": CANARY, "good": "fine"})

    arrived, _ = export(given, make_span({"v": value, "good": "fine"}), caplog=caplog)

    new = arrived["chat gpt-4o"]
    assert new == {"v": '{"bad": "[REDACTED]", "good": "fine"}', "good": "fine"}


@pytest.mark.parametrize("function", [raises, returns_none, lambda _: 7])
def test_a_broken_text_function_costs_its_strings(function, caplog):
    def only_canary(text):
        return function(text) if CANARY in text else text

    given = policy(anonymizer=create_anonymizer(only_canary))

    arrived, _ = export(given, make_span({"bad": CANARY, "good": "fine"}), caplog=caplog)

    assert arrived["chat gpt-4o"] == {"bad": "[REDACTED]", "good": "fine"}


@pytest.mark.parametrize("redact_in", ["worker", "caller"])
def test_nothing_is_raised_into_the_application(redact_in, caplog):
    exporter = WireExporter()
    provider = TracerProvider()
    provider.add_span_processor(
        RedactingSpanProcessor(exporter, policy=policy(hide_inputs=raises), redact_in=redact_in)
    )

    with provider.get_tracer("t").start_as_current_span("x") as span:
        span.set_attribute("gen_ai.prompt", CANARY)
    provider.shutdown()

    assert plain(exporter.spans()[0].attributes) == {"gen_ai.prompt": "[REDACTED]"}
    assert CANARY not in caplog.text


def test_a_callable_that_starts_spans_does_not_feed_the_pipeline_with_them():
    exporter = WireExporter()
    provider = TracerProvider()
    tracer = provider.get_tracer("t")

    def traced(inputs):
        with tracer.start_as_current_span("inner"):
            return inputs

    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy(hide_inputs=traced)))
    with tracer.start_as_current_span("outer") as span:
        span.set_attribute("gen_ai.prompt", "hello")
    provider.force_flush()
    provider.shutdown()

    assert [span.name for span in exporter.spans()] == ["outer"]


def test_a_search_that_raises_for_one_span_costs_that_span_only(monkeypatch):
    pipeline = Pipeline(RedactionPolicy(environ={}))
    anonymizer = type(pipeline.decisions.anonymizer)
    run = anonymizer.run

    def raises(self, jobs):
        run(self, jobs)
        if any("bomb" in text for job in jobs for text in job.leaves.texts):
            raise MemoryError

    monkeypatch.setattr(anonymizer, "run", raises)
    texts = ["a@b.example", "bomb c@d.example", "e@f.example"]

    spans = pipeline.redact_batch([make_span({"text": text}) for text in texts])

    assert [dict(span.attributes) for span in spans] == [{"text": "[EMAIL_ADDRESS]"}] * 2
    assert pipeline.counters.snapshot().failures == {"span:MemoryError": 1}
    assert pipeline.counters.snapshot().spans == {"redacted": 2, "dropped": 1}
