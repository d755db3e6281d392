"""How roles, types and keys inside a value add categories on the way down."""

import pytest

from otel_redact.conventions.classifier import SEALED, default_classifier
from otel_redact.types import Category

INPUT, OUTPUT, METADATA = int(Category.INPUT), int(Category.OUTPUT), int(Category.METADATA)
TOOLS, SYSTEM, MEDIA = int(Category.TOOLS), int(Category.SYSTEM), int(Category.MEDIA)


@pytest.mark.parametrize(
    ("role", "mask"),
    [
        ("user", INPUT),
        ("human", INPUT),
        ("system", INPUT | SYSTEM),
        ("Developer", INPUT | SYSTEM),
        ("tool", INPUT | TOOLS),
        ("function", INPUT | TOOLS),
        ("assistant", OUTPUT),
        ("ASSISTANT", OUTPUT),
        ("ai", OUTPUT),
        ("model", OUTPUT),
        ("narrator", INPUT | OUTPUT),
        ("", INPUT | OUTPUT),
        (None, INPUT | OUTPUT),
        (["user"], INPUT | OUTPUT),
    ],
)
def test_a_role_says_the_direction(role, mask):
    assert default_classifier().role(role) == mask


@pytest.mark.parametrize(
    ("members", "mask"),
    [
        ({"role": ["user"]}, INPUT),
        ({"role": ["assistant"]}, INPUT | OUTPUT),
        ({"role": ["user", "assistant"]}, INPUT | OUTPUT),
        ({"type": ["human"]}, INPUT),
        ({"type": ["ai"]}, INPUT | OUTPUT),
        ({"type": ["AIMessageChunk"]}, INPUT | OUTPUT),
        ({"id": ["AIMessage"]}, INPUT | OUTPUT),
        ({"id": ["langchain", "schema", "messages", "AIMessage"]}, INPUT | OUTPUT),
        ({"id": ["HumanMessage"]}, INPUT),
        ({"id": ["SystemMessage"]}, INPUT | SYSTEM),
        ({"id": ["ToolMessage"]}, INPUT | TOOLS),
        ({"type": ["tool_call"]}, INPUT | OUTPUT | TOOLS),
        ({"type": ["function_call_output"]}, INPUT | TOOLS),
        ({"type": ["input_image"]}, INPUT | MEDIA),
        ({"type": ["image"]}, INPUT | MEDIA),
        ({"type": ["function"]}, INPUT | TOOLS),
        ({"type": ["text"]}, INPUT),
        ({"role": ["narrator"]}, INPUT),
        ({}, INPUT),
    ],
)
def test_an_object_says_what_it_is(members, mask):
    assert default_classifier().members(INPUT, members, in_messages=False) == mask


@pytest.mark.parametrize(
    ("members", "mask"),
    [
        ({"role": ["user"]}, INPUT),
        ({"role": ["assistant"]}, INPUT | OUTPUT),
        ({"role": ["narrator"]}, INPUT | OUTPUT),
        ({"role": ["narrator"], "type": ["input_text"]}, INPUT | OUTPUT),
        ({"type": ["message"]}, INPUT | OUTPUT),
        ({"type": ["image"]}, INPUT | OUTPUT | MEDIA),
        ({"id": ["HumanMessage"]}, INPUT),
        ({}, INPUT | OUTPUT),
    ],
)
def test_a_message_without_a_known_role_is_both(members, mask):
    assert default_classifier().members(INPUT, members, in_messages=True) == mask


@pytest.mark.parametrize(
    ("mask", "path", "expected"),
    [
        (OUTPUT, ["instructions"], OUTPUT | INPUT | SYSTEM),
        (OUTPUT, ["tools"], OUTPUT | INPUT | TOOLS),
        (OUTPUT, ["metadata", "k"], OUTPUT | METADATA),
        (OUTPUT, ["usage_metadata", "input"], OUTPUT | SEALED),
        (OUTPUT, ["response_metadata"], OUTPUT),
        (OUTPUT, ["usage", "prompt"], OUTPUT | SEALED),
        (OUTPUT, ["choices", "message", "content"], OUTPUT),
        (INPUT, ["messages", "content"], INPUT),
        (INPUT, ["user"], INPUT | METADATA),
        (INPUT, ["prompt_cache_key"], INPUT | METADATA),
        (INPUT, ["stop"], INPUT | METADATA),
        (INPUT, ["extra_headers", "x"], INPUT | METADATA),
        (METADATA, ["prompt"], METADATA | INPUT),
        (METADATA, ["input"], METADATA | INPUT),
        (OUTPUT, ["tool_calls", "function", "arguments", "user"], OUTPUT | TOOLS | SEALED),
        (OUTPUT, ["tool_calls", "function", "arguments", "prompt"], OUTPUT | TOOLS | SEALED),
        (
            INPUT,
            ["tools", "function", "parameters", "properties", "output"],
            INPUT | TOOLS | SEALED,
        ),
        (INPUT, ["arguments", "output"], INPUT | OUTPUT),
        (INPUT | TOOLS, ["output"], INPUT | TOOLS),
        (OUTPUT | TOOLS, ["input", "user"], OUTPUT | TOOLS | SEALED),
        (METADATA | TOOLS, ["input"], METADATA | TOOLS | INPUT),
        (OUTPUT, ["error"], OUTPUT | int(Category.ERROR)),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, list) else None,
)
def test_categories_add_up_on_the_way_down(mask, path, expected):
    for key in path:
        mask = default_classifier().child(mask, key)

    assert mask == expected


def test_sealed_content_is_not_read_for_roles():
    classifier = default_classifier()
    mask = classifier.attribute("gen_ai.tool.call.arguments").mask

    assert mask == OUTPUT | TOOLS | SEALED
    assert classifier.members(mask, {"role": ["user"]}, in_messages=True) == mask
    assert classifier.child(mask, "instructions") == mask


def test_structure_is_not_read_for_parts():
    classifier = default_classifier()
    mask = classifier.attribute("langfuse.observation.usage_details").mask

    assert classifier.child(mask, "input") == Category.STRUCTURE
    assert classifier.members(mask, {"type": ["input"]}, in_messages=False) == Category.STRUCTURE


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("messages", True),
        ("gen_ai.input.messages", True),
        ("ai.prompt.messages", True),
        ("all_messages_events", True),
        ("contents", True),
        ("content", False),
        ("parts", False),
        ("input", False),
    ],
)
def test_message_lists_are_named(key, expected):
    assert default_classifier().is_message_list(key) is expected
