"""Arguments on a tool's own span, as LangChain instrumentations write them (captured live)."""

from __future__ import annotations

import json

import pytest

from otel_redact import RedactionPolicy
from otel_redact.conventions.classifier import SEALED, default_classifier
from otel_redact.types import Category
from tests.support import redacted

INPUT, METADATA, OUTPUT, TOOLS = (
    int(category)
    for category in (Category.INPUT, Category.METADATA, Category.OUTPUT, Category.TOOLS)
)
# opentelemetry-instrumentation-langchain 0.62.4 with langchain 1.5.2.
ARGUMENTS = {
    "input_str": "{'city': 'Oslo'}",
    "tags": ["seq:step:1", "tier-gold"],
    "metadata": {"customer": "ann-7", "langgraph_node": "tools"},
    "inputs": {"city": "Oslo", "metadata": {"role": "assistant"}},
    "kwargs": {"color": "green", "name": None, "tool_call_id": "call_1"},
}
SPAN = {
    "gen_ai.operation.name": "execute_tool",
    "traceloop.span.kind": "tool",
    "gen_ai.tool.call.arguments": json.dumps(ARGUMENTS),
}


def arguments_after(**flags: bool) -> object:
    sent = redacted(SPAN, RedactionPolicy(**flags, environ={}), name="own_tool.tool")
    text = sent.get("gen_ai.tool.call.arguments")
    return None if text is None else json.loads(text)


def test_hide_metadata_takes_tags_and_metadata_that_stand_beside_the_arguments():
    assert arguments_after(hide_metadata=True) == ARGUMENTS | {
        "tags": ["[REDACTED]", "[REDACTED]"],
        "metadata": {"[REDACTED]": "[REDACTED]", "[REDACTED]#2": "[REDACTED]"},
    }


@pytest.mark.parametrize(
    ("flags", "expected"),
    [({"hide_outputs": True}, ARGUMENTS), ({"hide_inputs": True}, None)],
    ids=["hide_outputs", "hide_inputs"],
)
def test_arguments_on_the_tools_own_span_are_its_input_whatever_they_say(flags, expected):
    assert arguments_after(**flags) == expected


def test_only_the_top_of_a_tools_arguments_is_read():
    classifier = default_classifier()
    top = classifier.attribute("gen_ai.tool.call.arguments").on_tool

    assert classifier.child(top, "metadata") == INPUT | TOOLS | METADATA | SEALED
    assert classifier.child(top, "inputs") == INPUT | TOOLS | SEALED
    assert classifier.members(top, {"role": ["assistant"]}, in_messages=True) == top


def test_arguments_that_a_model_chose_stay_sealed_from_the_top():
    classifier = default_classifier()
    mask = classifier.attribute("gen_ai.tool.call.arguments").mask

    assert classifier.child(mask, "metadata") == mask == OUTPUT | TOOLS | SEALED
