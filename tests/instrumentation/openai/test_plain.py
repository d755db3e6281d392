"""JSON text of what is recorded: any text gets into it and out of it again."""

from __future__ import annotations

import enum
import json
import sys

import pytest

from otel_redact_instrumentation.openai import plain

DEEP: list[object] = []
for _ in range(300):
    DEEP = [DEEP]


class Word(str, enum.Enum):
    ONE = "one"


@pytest.fixture(params=["pydantic's encoder", "json's"])
def _encoder(request, monkeypatch):
    if request.param == "json's":
        monkeypatch.setitem(sys.modules, "pydantic_core", None)
    plain._encoder.cache_clear()
    yield
    plain._encoder.cache_clear()


@pytest.mark.usefixtures("_encoder")
@pytest.mark.parametrize(
    "value",
    [
        {"text": 'Zoë said "naïve" \\ 日本 \n\x00\u2028 🙂'},
        ["half a pair \ud83d"],
        [1, -0.0, 1e22, 10**40, True, None],
        DEEP,
    ],
    ids=["text", "half a surrogate pair", "numbers", "deep"],
)
def test_a_value_is_written_as_json_that_says_the_same(value):
    text = plain.compact(value)

    assert json.loads(text) == value
    assert text.encode()  # no half pair is left in it


@pytest.mark.usefixtures("_encoder")
def test_no_blanks_are_written_and_words_of_an_enumeration_are_text():
    assert plain.compact([{"role": Word.ONE, "n": [1, 2]}]) == '[{"role":"one","n":[1,2]}]'


def test_a_copy_shares_no_container_with_the_original():
    original = {"a": [{"b": ("c", [1])}], 2: {"d": None}}

    copied = plain.plain(original)

    assert copied == {"a": [{"b": ["c", [1]]}], "2": {"d": None}}
    original["a"][0]["b"][1].append(2)
    assert copied["a"] == [{"b": ["c", [1]]}]
