"""A canary in every place × every category × generated nesting: none in the OTLP bytes."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event
from opentelemetry.trace import Link, Status, StatusCode

from otel_redact import RedactionPolicy, create_anonymizer
from otel_redact.testing import assert_no_leak
from tests.support import ENCODES_NONE, make_span, span_context, wire

CANARY = "canary7f3a9c"
BY_RULE = RedactionPolicy(
    anonymizer=create_anonymizer([{"pattern": CANARY, "replace": "[x]"}], max_depth=32), environ={}
)
HIDE_ALL = RedactionPolicy(
    hide_inputs=True,
    hide_outputs=True,
    hide_metadata=True,
    hide=["ERROR"],
    unknown="hide",
    anonymizer=None,
    environ={},
)
KEYS = {
    "INPUT": [
        "gen_ai.input.messages",
        "gen_ai.system_instructions",
        "gen_ai.tool.definitions",
        "gen_ai.prompt",
        "gen_ai.prompt.0.content",
        "input.value",
        "llm.input_messages.0.message.content",
        "traceloop.entity.input",
        "langfuse.observation.input",
        "ai.prompt.messages",
        "mlflow.spanInputs",
        "gcp.vertex.agent.llm_request",
        "request_data",
    ],
    "OUTPUT": [
        "gen_ai.output.messages",
        "gen_ai.completion",
        "gen_ai.completion.3.content",
        "output.value",
        "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
        "traceloop.entity.output",
        "langfuse.observation.output",
        "ai.response.text",
        "mlflow.spanOutputs",
        "gcp.vertex.agent.llm_response",
        "response_data",
    ],
    "METADATA": [
        "metadata",
        "user.id",
        "llm.invocation_parameters",
        "langsmith.metadata.x",
        "traceloop.association.properties.x",
        "ai.telemetry.metadata.x",
        "gen_ai.request.stop_sequences",
        "http.request.header.authorization",
    ],
    "ERROR": ["exception.message", "exception.stacktrace", "error.message"],
    "UNKNOWN": ["my.own.key", "db.statement", "url.full"],
}
CASES = [pytest.param(key, id=f"{category} {key}") for category in KEYS for key in KEYS[category]]


def _json_of(value: object, style: tuple[bool, bool]) -> str:
    ascii_only, compact = style
    separators = (",", ":") if compact else None
    return json.dumps(value, ensure_ascii=ascii_only, separators=separators)


def _map(keys, values):
    return st.dictionaries(keys, values, min_size=1, max_size=3)


WORDS = st.sampled_from(["content", "role", "metadata", "x é", "arguments", "type", f"k {CANARY}"])
TEXTS = st.sampled_from(
    [CANARY, f"é {CANARY}\n", f'"{CANARY}"', f"\\{CANARY}\\n", f"{{{CANARY}", f"[{CANARY}] plain"]
)
JSON_VALUES = st.recursive(
    TEXTS | st.sampled_from([1, True, 2.5] + [None] * ENCODES_NONE),
    lambda inner: st.lists(inner, max_size=3) | _map(WORDS, inner),
    max_leaves=8,
)
JSON_TEXTS = st.builds(_json_of, JSON_VALUES, st.tuples(st.booleans(), st.booleans()))
JSON_IN_JSON = st.builds(
    lambda inner, key, style: _json_of({key: inner, "id": [inner]}, style),
    JSON_TEXTS,
    WORDS,
    st.tuples(st.booleans(), st.booleans()),
)
CUT = st.builds(lambda text, cut: text[: max(1, len(text) - cut)], JSON_IN_JSON, st.integers(0, 9))
LEAVES = (
    TEXTS | JSON_TEXTS | JSON_IN_JSON | CUT | TEXTS.map(str.encode) | JSON_TEXTS.map(str.encode)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple) | _map(WORDS, inner)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("key", CASES)
@given(value=VALUES)
@settings(max_examples=12)
def test_no_canary_leaves_an_attribute_under_hide_all(key, value):
    span = make_span({key: value, "gen_ai.request.model": "gpt-4o"})

    sent = wire(span, HIDE_ALL)

    assert_no_leak(sent.bodies, [CANARY])
    assert b"gpt-4o" in sent.bodies[0]


@pytest.mark.parametrize("key", CASES)
@given(value=VALUES)
@settings(max_examples=12)
def test_no_canary_leaves_an_attribute_under_a_rule_and_the_original_stays(key, value):
    span = make_span(
        {key: value, f"own.{CANARY}": value},
        events=[Event("e", {key: value, f"k.{CANARY}": 1})],
        links=[Link(span_context(9), {key: value})],
        resource=Resource({"r": CANARY}),
        scope_attributes={"s": CANARY},
    )
    before = copy.deepcopy((dict(span.attributes), span.events[0].attributes))

    sent = wire(span, BY_RULE)

    assert_no_leak(sent.bodies, [CANARY])
    assert (dict(span.attributes), span.events[0].attributes) == before


PARTS = [
    ("hide_outputs", "gen_ai.input.messages", lambda v: [{"parts": [v], "role": "assistant"}]),
    ("hide_outputs", "gen_ai.input.messages", lambda v: [{"role": "assistant", "content": v}]),
    ("hide_outputs", "input.value", lambda v: {"messages": [{"tool_calls": [v], "role": "ai"}]}),
    ("hide_outputs", "input.value", lambda v: {"input": [{"type": "reasoning", "summary": v}]}),
    ("hide_inputs", "output.value", lambda v: {"id": "resp_1", "instructions": v, "output": []}),
    ("hide_inputs", "output.value", lambda v: {"tools": [v], "model": "gpt-4o"}),
    ("hide_inputs", "output.value", lambda v: {"messages": [{"content": v, "role": "user"}]}),
    ("hide_inputs", "llm.invocation_parameters", lambda v: {"model": "m", "input": v}),
    (
        "hide_inputs",
        "llm.invocation_parameters",
        lambda v: {"messages": [{"role": "user", "content": v}]},
    ),
    ("hide_metadata", "input.value", lambda v: {"model": "gpt-4o", "metadata": {"k": v}}),
    ("hide_metadata", "output.value", lambda v: {"metadata": v, "user": v}),
]


@pytest.mark.parametrize(
    ("flag", "key", "wrap"),
    PARTS,
    ids=[f"{flag} {key} {i}" for i, (flag, key, _) in enumerate(PARTS)],
)
@given(value=JSON_VALUES, as_text=st.booleans())
@settings(max_examples=25)
def test_no_canary_leaves_a_part_of_a_value_whose_category_is_hidden(
    flag, key, wrap, value, as_text
):
    whole = wrap(value)
    policy = RedactionPolicy(**{flag: True}, anonymizer=None, environ={})

    sent = wire(make_span({key: json.dumps(whole) if as_text else whole}), policy)

    assert_no_leak(sent.bodies, [CANARY])
    assert key.encode() in sent.bodies[0]


def everywhere() -> object:
    """Return a span with the canary in each place that can carry text."""
    error = Status(StatusCode.ERROR, f"failed: {CANARY}")
    state = [("vendor", f"a-{CANARY}"), (CANARY, "b")]
    event = {"exception.message": CANARY, "exception.stacktrace": f'File "x"\n{CANARY}'}
    return make_span(
        {"plain": CANARY, CANARY: "key", "list": [CANARY, "b"], "map": {CANARY: {"in": CANARY}}},
        name=f"call {CANARY}",
        events=[Event("exception", event), Event(f"event {CANARY}", {CANARY: CANARY})],
        links=[Link(span_context(7, trace_state=state), {"why": CANARY, CANARY: 1})],
        status=error,
        resource=Resource({"service.name": CANARY, "r": [CANARY]}, f"https://x.example/{CANARY}"),
        scope=f"scope.{CANARY}",
        scope_attributes={"s": CANARY, CANARY: "s"},
        trace_state=state,
        parent=span_context(0x1234, trace_state=state),
    )


def test_no_canary_leaves_any_place_under_a_rule():
    sent = wire(everywhere(), BY_RULE)

    assert_no_leak(sent.bodies, [CANARY])
    (span,) = sent.spans()
    assert span.name == "call [x]"
    assert span.status.message == "failed: [x]"
    assert [event.name for event in span.events] == ["exception", "event [x]"]
    assert span.trace_state == "vendor=a-[x]"
    (resource_spans,) = sent.requests()[0].resource_spans
    assert resource_spans.schema_url == "https://x.example/[x]"
    assert resource_spans.scope_spans[0].scope.name == "scope.[x]"


def test_the_search_would_see_the_canary_in_each_place():
    """Without the rule every place leaks: the test above can fail."""
    raw = wire(everywhere(), RedactionPolicy(anonymizer=None, environ={})).bodies[0]

    assert raw.count(CANARY.encode()) >= 20


def test_keys_that_become_equal_are_numbered():
    (span,) = wire(
        make_span({f"{CANARY}": 1, f"{CANARY}{CANARY}"[:12]: 2, "a": 3}), BY_RULE
    ).spans()
    two = create_anonymizer([{"pattern": "k[0-9]", "replace": "k"}])
    policy = RedactionPolicy(anonymizer=two, environ={})
    (numbered,) = wire(
        make_span({"k1": 1, "k2": {"k3": 1, "k4": 2}, "k5": '{"k6":1,"k7":2}'}), policy
    ).spans()

    assert [item.key for item in span.attributes] == ["[x]", "a"]
    assert [item.key for item in numbered.attributes] == ["k", "k#2", "k#3"]
    inner = numbered.attributes[1].value.kvlist_value.values
    assert [item.key for item in inner] == ["k", "k#2"]
    assert numbered.attributes[2].value.string_value == '{"k":1,"k#2":2}'
