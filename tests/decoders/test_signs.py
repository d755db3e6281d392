"""Cheap tests: every spelling has a sign, in text and in JSON, and ordinary text has none."""

from __future__ import annotations

import json

import pytest

from otel_redact.decoders.signs import signed
from tests.decoders.spelling import ANY_VALUE, SECRETS_ONLY

SPELLED = {**ANY_VALUE, **SECRETS_ONLY}
VALUES = ("ann@example.com", "4111-1111-1111-1111", "sk-" + "proj-" + "A1b2C3d4" * 5)
# What these hide, the engine's own probe sees: a word glued to an escape, `@` and `-` as `\u00..`.
SEEN_BY_THE_ENGINE = {"glued to a line feed"}


@pytest.mark.parametrize("name", SPELLED)
def test_every_spelling_has_a_sign(name: str):
    changed = [
        spelled
        for value in VALUES
        if name in ANY_VALUE or value.startswith("sk-")
        if (spelled := SPELLED[name](value)) != value
    ]

    assert changed
    assert signed(changed, raw=False) == set(range(len(changed)))
    if name not in SEEN_BY_THE_ENGINE:
        layers = [
            layer
            for spelled in changed
            for ascii_only in (True, False)
            for one in [json.dumps(["x " + spelled + " y"], ensure_ascii=ascii_only)]
            for layer in (one, json.dumps({"inner": one}, ensure_ascii=ascii_only))
        ]
        unseen = [
            layers[place] for place in range(len(layers)) if place not in signed(layers, raw=True)
        ]
        assert unseen == []


ORDINARY = [
    "Plain prose, 100% of it; 5 % off, 20 percent, and nothing else - really!",
    "C++ and 1 + 2, a+b, x\u00b2 + y\u00b2, a \u2014 b, \u201cquoted\u201d, it\u2019s fine\u2026",
    "\u60a8\u597d\uff0c\u6211\u4e0a\u5468\u8ba2\u8d2d\u7684\uff08\u5496\u5561\u673a\uff09\uff1a10%\u7684\u6298\u6263\uff01\u3002",
    "\u3054\u6ce8\u6587\u306e\u300c\u673a\u300d\u306f\u3001\u5927\u962a\u304b\u3089\u3067\u3059\uff1f",
    "Emoji \U0001f469\U0001f3fd\u200d\U0001f4bb \u2764\ufe0f \U0001f64f\U0001f3fd",
    "Il a dit\u00a0: \u00ab\u00a0oui\u00a0\u00bb, 12\u00a0\u20ac",
    "ids 550e8400-e29b-41d4-a716-446655440000 call_fXVxX7c4kDZ6smkRcyxd8ZBR "
    + "0123456789abcdef" * 4,
    "",
]


def test_ordinary_text_has_no_sign():
    texts = [
        spelled
        for text in ORDINARY
        for spelled in (text, json.dumps([text]), json.dumps([text], ensure_ascii=False))
    ]

    assert [ascii(texts[place]) for place in signed(texts, raw=True)] == []


def test_words_between_escapes_of_json_have_no_sign():
    text = json.dumps({"a": 'line one\nline two\tand "three"', "b": "c:\\dir"})

    assert signed([text, json.dumps([text])], raw=True) == set()


@pytest.mark.parametrize("beyond", ["", "\u4f60\u597d", "\ud800"])
def test_signs_are_told_by_text(beyond: str):
    texts = [beyond, "a%40b", beyond + "none", "", "x\u200by" + beyond, "a%40b%40c" + beyond, "z"]

    assert signed(texts, raw=False) == signed(texts, raw=True) == {1, 4, 5}


def test_no_texts_have_no_sign():
    assert signed([], raw=True) == signed([""], raw=False) == set()
