from __future__ import annotations

import json

import pytest

from otel_redact.json_sign import is_plain_json

PLAIN = {
    "an object": '{"a": "b", "c": [1, 2.5, null]}',
    "brackets and quotes in strings": json.dumps({"a": 'see [1] and {x} "here" \\ there'}),
    "JSON in a string": json.dumps([{"result": json.dumps({"rows": [{"id": 1}, {"id": 2}]})}]),
    "white space in it": '[\n  {"a": "b"}\n]',
    "text beyond ASCII": json.dumps(["\u4f60\u597d \u2019"]),
    "prose with brackets first": json.dumps(["(no JSON) ]["]),
}
CLOSER_LOOK = {
    "cut in a string": '[{"a": "half a wor',
    "cut behind a bracket in a string": '["x", "half a word]',
    "cut between values": '[{"a": "b"}, ',
    "cut JSON in a string": json.dumps(["{}", '[{"a": "half a wor']),
    "cut JSON in a string, at a bracket": json.dumps(['[{"a": "half a word}']),
    "two layers of JSON in a string": json.dumps([json.dumps([json.dumps(["a"])])]),
    "closed wrongly": '[{"a": "b"]}',
    "white space before it": ' ["a"]',
    "text behind it": '["a"] and more',
    "a string with escapes": '"a\\"b"',
    "bytes that serve as marks": '["\1", "\2"]',
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=list(PLAIN))
def test_quotes_and_brackets_tell_that_json_is_whole(text: str):
    assert is_plain_json(text, 8)


@pytest.mark.parametrize("text", CLOSER_LOOK.values(), ids=list(CLOSER_LOOK))
def test_what_they_do_not_tell_is_left_to_a_closer_look(text: str):
    assert not is_plain_json(text, 8)


@pytest.mark.parametrize("levels", range(1, 12))
def test_json_deeper_than_strings_are_read_is_never_plain(levels: int):
    text = '{"a": [' * levels + '"x"' + "]}" * levels

    for max_depth in range(1, 2 * levels):
        assert not is_plain_json(text, max_depth)
        assert not is_plain_json(json.dumps([text]), max_depth)
    assert is_plain_json(text, 2 * levels + 2)
