"""What ``json_text`` promises: every text in a token, every other byte untouched."""

import json
import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otel_redact.json_text import (
    Document,
    Kind,
    Token,
    encode_string,
    encode_value,
    parse,
    splice,
    style_of,
)


class Pairs(NamedTuple):
    """An object with its duplicate keys."""

    items: list


class Number(str):
    """A number as it is spelled."""

    __slots__ = ()


TEXTS = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    ["role", "id", 'say "hi"', "back\\slash", "a/b", "tab\there", "\ud83d", "é", "😀", "{}[]:,"]
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.integers(10**20, 10**40) | st.floats() | TEXTS
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
)
LEAVES = st.lists(TEXTS, min_size=1, max_size=3) | st.dictionaries(TEXTS, TEXTS, min_size=1)
STYLES = st.fixed_dictionaries(
    {
        "separators": st.sampled_from([(",", ":"), (", ", ": "), (" ,  ", "\t:\n")]),
        "ensure_ascii": st.booleans(),
        "indent": st.sampled_from([None, 0, 2, "\t"]),
    }
)
DOCUMENTS = st.builds(
    lambda value, leaves, style: json.dumps([value, leaves], **style), VALUES, LEAVES, STYLES
)
NO_TEXT = re.compile(r"(?:[ \t\n\r\ufeff{}\[\],:]|true|false|null|NaN|-?Infinity)*")


def parsed(text: str) -> Document:
    document = parse(text)
    assert document is not None
    return document


def leaves(text: str) -> list[tuple[Kind, str, str]]:
    return [(token.kind, token.key, token.text) for token in parsed(text).tokens]


def expected_leaves(value: object, key: str = "") -> list[tuple[Kind, str, str]]:
    if isinstance(value, Pairs):
        found = []
        for name, member in value.items:
            found += [(Kind.KEY, name, name), *expected_leaves(member, name)]
        return found
    if isinstance(value, list):
        return [leaf for element in value for leaf in expected_leaves(element, key)]
    if isinstance(value, Number):
        return [(Kind.NUMBER, key, str(value))]
    return [(Kind.STRING, key, value)] if isinstance(value, str) else []


def standard_reading(text: str) -> object:
    return json.loads(
        text,
        strict=False,
        object_pairs_hook=Pairs,
        parse_int=Number,
        parse_float=Number,
        parse_constant=lambda _: None,
    )


def gaps(document: Document) -> list[str]:
    """What is outside every token; checks the order of the tokens on the way."""
    found, done = [], 0
    for token in document.tokens:
        assert done <= token.start < token.end
        found.append(document.text[done : token.start])
        done = token.end
    return [*found, document.text[done:]]


def assert_all_text_is_in_tokens(text: str) -> None:
    document = parse(text)
    if document is not None:
        assert [gap for gap in gaps(document) if not NO_TEXT.fullmatch(gap)] == []
        for token in document.tokens:
            assert token.end == len(text) or not token.cut


@given(DOCUMENTS)
def test_leaves_keys_and_numbers_are_those_of_the_standard_parser(text):
    document = parsed(text)

    assert leaves(text) == expected_leaves(standard_reading(text))
    assert document.complete
    assert not any(token.cut for token in document.tokens)


@given(DOCUMENTS)
def test_offsets_enclose_exactly_the_token(text):
    for token in parsed(text).tokens:
        literal = text[token.start : token.end]

        raw = literal if token.kind is Kind.NUMBER else json.loads(literal, strict=False)
        assert raw == token.text


@given(DOCUMENTS)
def test_replacing_every_string_by_itself_changes_no_value(text):
    edits = [
        (token.start, token.end, encode_string(token.text, like=text))
        for token in parsed(text).tokens
        if token.kind in {Kind.KEY, Kind.STRING}
    ]

    spliced = splice(text, edits)

    assert standard_reading(spliced) == standard_reading(text)


@given(DOCUMENTS)
def test_every_prefix_of_a_document_is_covered(text):
    for length in range(len(text)):
        assert_all_text_is_in_tokens(text[:length])


@given(DOCUMENTS, st.data())
def test_every_mutation_of_a_document_is_covered(text, data):
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        removed = data.draw(st.integers(0, 2))
        added = data.draw(st.sampled_from(['"', "\\", "{", "}", "[", "]", ",", ":", "x", "7", "-"]))
        text = text[:at] + added + text[at + removed :]

    assert_all_text_is_in_tokens(text)


@given(st.text('{}[]",:\\u0 \n-1.etrulfansNIity\ufeffé', max_size=40))
def test_any_text_is_covered(text):
    for opener in ("", '["a",', '{"a":', '["a"]\n'):
        assert_all_text_is_in_tokens(opener + text)


@given(st.text('{}[]",:\\u0 \n-1.etrulfansNIity', max_size=20).map('{"a":["b",'.__add__))
def test_complete_means_that_the_standard_parser_reads_it(text):
    try:
        json.JSONDecoder(strict=False).raw_decode(text)
        is_json = True
    except json.JSONDecodeError:
        is_json = False

    complete = parsed(text).complete

    assert is_json or not complete
    if is_json and text.rstrip().endswith("}") and text.count("}") == 1:
        assert complete


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "plain text",
        "12",
        "true",
        "{}",
        "[]",
        "[true, null, NaN]",
        "[see attached] mail me",
        '[see attached] "quoted"',
        "{'x': 1}",
        '{"a", "b"}',
        "{",
        "[tru",
        '"\\x" invalid escape first',
    ],
)
def test_text_without_json_leaf_is_no_document(text):
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"top"', [(Kind.STRING, "", "top")]),
        ('\ufeff {"a":1}', [(Kind.KEY, "a", "a"), (Kind.NUMBER, "a", "1")]),
        ("[1.10,-0,1E+2]", [(Kind.NUMBER, "", n) for n in ("1.10", "-0", "1E+2")]),
        ("[" + "9" * 5000 + "]", [(Kind.NUMBER, "", "9" * 5000)]),
        ('["\\ud83d","\\ud83d\\ude00"]', [(Kind.STRING, "", "\ud83d"), (Kind.STRING, "", "😀")]),
        ('["a\nb\0"]', [(Kind.STRING, "", "a\nb\0")]),
        ('["\\/"]', [(Kind.STRING, "", "/")]),
        (
            '{"k":[["x"],{"j":NaN},"y"],"k":-Infinity}',
            [
                (Kind.KEY, "k", "k"),
                (Kind.STRING, "k", "x"),
                (Kind.KEY, "j", "j"),
                (Kind.STRING, "k", "y"),
                (Kind.KEY, "k", "k"),
            ],
        ),
        (
            '{"a":1}\n{"b":"x"}\n12\ntrue\n"y"["z"]\r\n3',
            [
                (Kind.KEY, "a", "a"),
                (Kind.NUMBER, "a", "1"),
                (Kind.KEY, "b", "b"),
                (Kind.STRING, "b", "x"),
                (Kind.NUMBER, "", "12"),
                (Kind.STRING, "", "y"),
                (Kind.STRING, "", "z"),
                (Kind.NUMBER, "", "3"),
            ],
        ),
    ],
    ids=["string", "bom", "spelling", "big", "surrogates", "control", "slash", "nested", "lines"],
)
def test_document_is_read_whole(text, expected):
    assert leaves(text) == expected
    assert parsed(text).complete


@pytest.mark.parametrize(
    ("text", "kind", "key", "decoded", "cut"),
    [
        ('{"a":"long te', Kind.STRING, "a", "long te", True),
        ('{"a":["b","', Kind.STRING, "a", "", True),
        ('{"a":"x\\', Kind.STRING, "a", "x", True),
        ('{"a":"x\\\\', Kind.STRING, "a", "x\\", True),
        ('{"a":"x\\u00e', Kind.STRING, "a", "x", True),
        ('{"a":"x\\\\u00e', Kind.STRING, "a", "x\\u00e", True),
        ('{"a":"x\\ud83d\\u', Kind.STRING, "a", "x\ud83d", True),
        ('{"a":"x\\"y', Kind.STRING, "a", 'x"y', True),
        ('{"a":1,"lon', Kind.KEY, "lon", "lon", True),
        ('{"a":1,"long"', Kind.KEY, "long", "long", False),
        ('{"a":12', Kind.NUMBER, "a", "12", True),
        ('{"a":12.', Kind.TEXT, "", "12.", True),
        ('{"a":-', Kind.TEXT, "", "-", True),
        ('{"a":fal', Kind.TEXT, "", "fal", True),
        ('{"a":"x\\q', Kind.TEXT, "", '"x\\q', False),
        ('"top', Kind.STRING, "", "top", True),
    ],
)
def test_cut_text_ends_in_a_cut_token(text, kind, key, decoded, cut):
    document = parsed(text)
    token = document.tokens[-1]

    assert (token.kind, token.key, token.text, token.cut) == (kind, key, decoded, cut)
    assert token.end == len(text)
    assert not document.complete


def test_rest_of_malformed_text_is_covered_by_strings_and_raw_text():
    text = '{"a":1,"b" oops "c\\"\\u0040d",123-45-6789 "e\\x" \'f\' "g'

    document = parsed(text)

    assert [(token.kind, token.container, token.text) for token in document.tokens] == [
        (Kind.KEY, 0, "a"),
        (Kind.NUMBER, 0, "1"),
        (Kind.STRING, -1, "b"),
        (Kind.TEXT, -1, " oops "),
        (Kind.STRING, -1, 'c"@d'),
        (Kind.TEXT, -1, ",123-45-6789 \"e\\x\" 'f' "),
        (Kind.STRING, -1, "g"),
    ]
    assert [token.cut for token in document.tokens] == [False] * 6 + [True]
    assert [gap for gap in gaps(document) if gap] == ["{", ":", ","]


@pytest.mark.parametrize(
    "tail",
    ["4111 1111 1111 1111", "123-45-6789", "0123456789", "+1 415 555 0100", "1, 2", "1111", "true"],
)
def test_digits_and_words_after_a_value_stay_in_one_piece(tail):
    document = parsed('{"a":1} ' + tail)

    assert document.tokens[-1] == Token(Kind.TEXT, 8, 8 + len(tail), -1, "", tail, cut=False)
    assert not document.complete


def test_a_number_on_its_own_line_takes_no_comma():
    assert leaves('["a"]\n5\n, 6')[1:] == [(Kind.TEXT, "", "5\n, 6")]


def test_splice_replaces_ranges_and_nothing_else():
    text = '{ "a":1.10,"a" : "b" }'

    assert splice(text, []) is text
    assert splice(text, [(6, 10, "[N]"), (17, 20, '"c"')]) == '{ "a":[N],"a" : "c" }'


@pytest.mark.parametrize(
    "edits", [[(3, 4, ""), (0, 1, "")], [(0, 2, ""), (1, 3, "")], [(2, 9, "")]]
)
def test_splice_refuses_ranges_it_cannot_place(edits):
    with pytest.raises(ValueError, match="sorted"):
        splice("abcdef", edits)


@pytest.mark.parametrize(
    ("new", "like", "expected"),
    [
        ("é\n", '{"a":"b"}', '"\\u00e9\\n"'),
        ("é\n", '{"a":"ü"}', '"é\\n"'),
        ("😀", '{"a":"b"}', '"\\ud83d\\ude00"'),
        ("😀", '{"a":"ü"}', '"😀"'),
        ("\ud83d", '{"a":"b"}', '"\\ud83d"'),
        ("\ud83d", '{"a":"ü"}', '"\\ud83d"'),
        ("a/b", '{"a":"c/d"}', '"a/b"'),
        ("a/b", '{"a":"c\\/d"}', '"a\\/b"'),
        ('"\\', '{"a":"b"}', '"\\"\\\\"'),
    ],
)
def test_strings_are_written_in_the_style_of_the_document(new, like, expected):
    assert encode_string(new, like=like) == expected
    assert encode_string(new, like=style_of(like)) == expected


@pytest.mark.parametrize(
    ("like", "expected"),
    [
        ('{"a":"x, y"}', '{"é":[1,NaN],"b":"/"}'.replace("é", "\\u00e9")),
        ('{"a": "ü"}', '{"é": [1, NaN], "b": "/"}'),
        ('{\n "a": ["x\\/y"]\n}', '{"\\u00e9": [1, NaN], "b": "\\/"}'),
        ('["{\\"a\\": 1}",{"b":2}]', '{"\\u00e9":[1,NaN],"b":"/"}'),
        ("[1,2]", '{"\\u00e9":[1,NaN],"b":"/"}'),
        ("[1, 2]", '{"\\u00e9": [1, NaN], "b": "/"}'),
    ],
)
def test_values_are_written_in_the_style_of_the_document(like, expected):
    assert encode_value({"é": [1, float("nan")], "b": "/"}, like=like) == expected


def test_odd_values_are_refused_as_by_the_standard_encoder():
    circular: list[object] = []
    circular.append(circular)

    with pytest.raises(TypeError):
        encode_value({"a": object()}, like="{}")
    with pytest.raises(ValueError, match="Circular"):
        encode_value(circular, like="{}")
