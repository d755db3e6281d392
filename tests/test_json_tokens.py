"""What ``json_tokens`` promises: containers, a limit to nesting, silent reprs, linear time."""

import gc
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otel_redact.json_text import MAX_NESTING, Document, Kind, NestingError, parse

VALUES = st.recursive(
    st.text(max_size=3) | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
)


def parsed(text: str) -> Document:
    document = parse(text)
    assert document is not None
    return document


@given(VALUES)
def test_containers_tell_depth_parent_and_key(value):
    document = parsed(json.dumps(["leaf", value]))

    for index, container in enumerate(document.containers):
        assert container.parent < index
        parent = document.containers[container.parent] if container.parent >= 0 else None
        assert container.depth == (parent.depth + 1 if parent else 0)
        assert container.key == "" or (parent is not None and parent.is_object)
    for token in document.tokens:
        assert token.kind is not Kind.KEY or document.containers[token.container].is_object


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ('{"content":"x","role":"user"}', {"role": ["user"]}),
        ('{"role":"user","role":"system"}', {"role": ["user", "system"]}),
        ('{"role":["user"],"name":null,"a":1}', {}),
        (
            '{"id":["langchain","schema","HumanMessage"],"type":"constructor"}',
            {"id": ["HumanMessage"], "type": ["constructor"]},
        ),
        ('{"id":["a","b"],"id":"c","name":"\\u0061"}', {"id": ["b", "c"], "name": ["a"]}),
        ('{"id":[["a"],{"id":"b"},"c",{"d":"e"}]}', {"id": ["c"]}),
        ('{"a":{"role":"user"}}', {}),
    ],
)
def test_objects_know_their_role_type_id_and_name(text, members):
    assert parsed(text).containers[0].members == members


def test_nesting_has_a_limit():
    allowed = "[" * MAX_NESTING + '"x"' + "]" * MAX_NESTING

    assert parsed(allowed).containers[-1].depth == MAX_NESTING - 1
    for opener in ("[", '{"a":'):
        with pytest.raises(NestingError, match=r"^JSON nests deeper than 1000 levels$"):
            parse(opener * (MAX_NESTING + 1))


def test_reprs_show_no_content():
    canary = "canary" + "42"
    document = parsed(json.dumps({canary: {canary: canary, "role": canary}}))

    assert canary not in repr(document)
    assert canary not in repr(document.tokens)
    assert canary not in repr(document.containers)


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("", '"'),
        ('["', "\\"),
        ('["', '\\"'),
        ('["a",', '"\\u'),
        ('["a",', '"\\x"'),
        ('["a"', " "),
        ('["a"', "\n "),
        ('["a"', ","),
        ('["a",1', "1"),
        ('["a",1.', "1e1"),
        ('["a",', "1,"),
        ('["a"]', "\n1"),
        ('["a"]', "{}"),
        ('["a",', '{"id":["b"]},'),
        ('["a', "b"),
        ('["a', "\\u00e9"),
        ('["a",', "x"),
    ],
)
def test_time_is_linear(head, unit):
    def seconds(length: int) -> float:
        text = head + unit * (length // len(unit))
        best = float("inf")
        gc.disable()  # its passes over the other tests' objects are not what is measured
        for _ in range(3):
            begun = time.perf_counter()
            parse(text)
            best = min(best, time.perf_counter() - begun)
        gc.enable()
        return best

    small, large = seconds(20_000), seconds(160_000)

    assert large < 8 * small * 3 + 0.01


@pytest.mark.parametrize("unit", ["[", '{"a":', '[{"a":'])
def test_hostile_nesting_is_refused_at_once(unit):
    begun = time.perf_counter()

    with pytest.raises(NestingError):
        parse(unit * 100_000)

    assert time.perf_counter() - begun < 0.5
