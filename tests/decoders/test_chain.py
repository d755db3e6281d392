from __future__ import annotations

import base64
from urllib.parse import quote

import pytest

from otel_redact.decoders import DECODERS
from otel_redact.decoders.chain import readings


def _texts(text: str) -> list[str]:
    return [decoded.text for decoded in readings(text) if decoded]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a%EF%BC%A0b", ["a@b"]),
        ("a%2540b", ["a@b"]),
        ("a\uff05\uff14\uff10b", ["a@b"]),
        ("a%E2%80%8Bb", ["ab"]),
        (r"a\\\u0040b", ["a\\@b"]),
        (r"{\\\"a\\\": \\\"\\u0040\\\"}", ['{"a": "@"}']),
        (r"a\nb%40c", [r"a\nb@c", "a\nb@c"]),
        ("plain", []),
    ],
)
def test_decoders_work_on_each_others_output(text: str, read: list[str]):
    assert _texts(text) == read


def test_base64_is_read_in_what_was_decoded_too_and_once():
    run = base64.b64encode(b"the quick brown fox?").decode()

    assert _texts(f"a {run} %40 \\n") == [f"a {run} @ \\n", f"a {run} @ \n", "the quick brown fox?"]
    assert _texts("\u200b".join(run)) == [run, "the quick brown fox?"]


def test_rounds_and_layers_are_bounded():
    text = "@"
    for _ in range(12):
        text = quote(text, safe="")

    assert len(_texts(text)) == 1
    assert "@" not in _texts(text)[0]
    assert len(_texts("\\" * 5000 + "n")[0]) > 500


def test_names_are_file_names():
    assert [one.name for one in DECODERS] == [
        *("json_escape", "percent", "invisible", "wide", "base64"),
    ]
