from __future__ import annotations

import base64
import json

import pytest

from otel_redact.decoders.base64 import BASE64

PLAIN = "the quick brown fox jumps over it"
RUN = base64.b64encode(PLAIN.encode()).decode()


def _spans(text: str) -> list[tuple[str, str]]:
    return [
        (one.text, text[slice(*one.span(0, len(one.text)))])
        for one in BASE64.decode(text)
        if not one.key
    ]


@pytest.mark.parametrize(
    ("before", "run", "behind"),
    [
        ("", RUN, ""),
        ('{"a":"', RUN, '"}'),
        ("say ", RUN.rstrip("="), "."),
        ("\u4f60\u597d", RUN, "\u3002"),
        ("a=", RUN, " x"),
    ],
)
def test_a_run_stands_for_its_text(before: str, run: str, behind: str):
    assert _spans(before + run + behind) == [(PLAIN, run)]


def test_both_alphabets_are_read():
    text = "a?>b~~?>?>? sure, this is one"
    for encoded in (base64.b64encode(text.encode()), base64.urlsafe_b64encode(text.encode())):
        assert _spans(encoded.decode()) == [(text, encoded.decode())]


def test_text_behind_a_path_or_an_escape_is_read_and_all_of_it_covered():
    assert _spans("files/" + RUN) == [(PLAIN, "files/" + RUN)]
    assert _spans("\\n" + RUN) == [(PLAIN, "n" + RUN)]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_of_one_length_are_one_run(newline: str):
    text = PLAIN * 9
    lines = base64.encodebytes(text.encode()).decode().strip().replace("\n", newline)

    assert _spans(f"x {lines}\n\nmore") == [(text, lines)]


def test_members_of_json_have_their_keys():
    encoded = base64.b64encode(json.dumps({"a": {"password": "x y"}, "b": 1}).encode()).decode()

    members = [(one.key, one.text, one.secrets_only) for one in BASE64.decode(encoded)][1:]

    assert members == [("password", "x y", True)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words and nothing else",
        "550e8400-e29b-41d4-a716-446655440000",
        "0123456789abcdef" * 4,
        "/usr/local/lib/python3/site-packages/opentelemetry/sdk",
        "call_fXVxX7c4kDZ6smkRcyxd8ZBR",
        "aGVsbG8gd29ybGQ",
        base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0").decode(),
        base64.b64encode(b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1").decode() * 50,
        "a" * 1000,
        "A" * 1000,
        "_" * 1000,
    ],
)
def test_what_is_no_text_is_left(text: str):
    assert _spans(text) == []


def test_a_sign_is_where_text_begins():
    next_place = BASE64.scan(f"0123456789abcdef0123456789 {RUN} {RUN}".encode())

    assert [next_place(0), next_place(27 + len(RUN)), next_place(28 + 2 * len(RUN))] == [
        *(27, 28 + len(RUN), -1)
    ]
