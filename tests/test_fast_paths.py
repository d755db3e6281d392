"""The short ways (C parser, gate, cache) give what the long one gives, byte for byte."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otel_redact import RedactionPolicy, collector, create_anonymizer, default_detectors
from otel_redact.anonymizer import Anonymizer
from otel_redact.detectors import DETECTORS
from otel_redact.pipeline import Pipeline
from tests.support import make_span, plain, wire

PIECES = [hit for detector in DETECTORS for hit in detector.hits][::20]
SECRETS = st.sampled_from(PIECES)
WORDS = st.sampled_from(
    ["hello", "", " {x", "[1, 2", "a\nb", 'quo"ted', "\\", "\u4f60", "caf\u00e9", "1234567", "x/y"]
)
TEXTS = st.builds("".join, st.lists(WORDS | SECRETS, min_size=1, max_size=3))
KEYS = st.sampled_from(["role", "content", "email", "password", "pin", "id", "", "a@b.example"])
SCALARS = TEXTS | st.integers() | st.floats() | st.none() | st.sampled_from([4111111111111111, 1.0])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(KEYS, inner, max_size=4)
        | st.builds(json.dumps, st.dictionaries(KEYS, inner, min_size=1, max_size=3))
    ),
    max_leaves=12,
)
STYLES = st.fixed_dictionaries(
    {
        "separators": st.sampled_from([(",", ":"), (", ", ": "), (" ,  ", "\t:\n")]),
        "ensure_ascii": st.booleans(),
        "indent": st.sampled_from([None, 2]),
    }
)
DOCUMENTS = st.builds(
    lambda value, style: json.dumps([value, {"x": value}], **style), VALUES, STYLES
)


def _anonymizer() -> Anonymizer:
    return create_anonymizer([*default_detectors()], max_depth=6)


def _the_long_way(text: object) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collector, "collect_tree", lambda *_: None)
        return _anonymizer()(text)


def _doubled(text: str) -> str:
    """Make the first key of each object come twice."""
    return text.replace('{"', '{"role": "x@y.example", "', 1)


@settings(max_examples=250, deadline=None)
@given(DOCUMENTS)
def test_json_read_by_the_c_parser_comes_out_as_by_the_reader_of_tokens(text: str):
    assert _anonymizer()(text) == _the_long_way(text)
    assert _anonymizer()(_doubled(text)) == _the_long_way(_doubled(text))


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, st.floats(0, 1))
def test_cut_json_comes_out_the_same_too(text: str, share: float):
    cut = text[: int(len(text) * share)]

    assert _anonymizer()(cut) == _the_long_way(cut)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "x@y.example", "a": "x@y.example"}',
        '{"x@y.example": 1, "x@y.example": 2, "b": "x@y.example"}',
        '["x@y.example", {"password": "x@y.example"}, "x@y.example"]',
        '{"password": "role", "role": "role", "b": ["role"]}',
        '[",x@y.example", "}x@y.example", " x@y.example", ":x@y.example"]',
        '["x\\u0040y.example", "x@y.example", "x\\/y x@y.example"]',
        '{"a": "[\\"x@y.example\\"]", "b": "[\\"x@y.example\\"]"}',
        '[{"a": 4111111111111111}, 4111111111111111, "4111111111111111"]',
        "[[[[[[[[1]]]]]]]]",
        "[true]",
        "{}",
        "[] x@y.example",
        '["x@y.example"] ',
        '\ufeff["x@y.example"]',
        '["x@y.example"]\n["x@y.example"]',
        '{"a": "\\x", "b": "x@y.example"}',
        '{"a": NaN, "b": "x@y.example", "c": -Infinity}',
    ],
)
def test_hard_json_comes_out_the_same(text: str):
    assert _anonymizer()(text) == _the_long_way(text)


def _redacted(text: str, *, with_gate: bool, cache_bytes: int = 0) -> object:
    policy = RedactionPolicy(environ={}, span_timeout_millis=60_000, cache_bytes=cache_bytes)
    with pytest.MonkeyPatch.context() as patch:
        if not with_gate:
            patch.setattr(Anonymizer, "probe", None)
        spans = wire(make_span({"gen_ai.input.messages": text, "a": (text, "b")}), policy).spans()
    return plain(spans[0].attributes)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS | TEXTS)
def test_a_text_passes_the_gate_only_as_it_would_come_out(text: str):
    assert _redacted(text, with_gate=True) == _redacted(text, with_gate=False)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1), st.integers(0, 60))
def test_cut_json_without_secrets_passes_the_gate_only_as_it_would_come_out(words, missing):
    text = json.dumps([{"content": word, "inner": json.dumps([word])} for word in words])
    cut = text[: max(len(text) - missing, 0)]

    assert _redacted(cut, with_gate=True) == _redacted(cut, with_gate=False)


def test_json_that_hides_a_cut_string_behind_a_bracket_does_not_pass_the_gate():
    inner = json.dumps({"x": "[1, 2"})
    for text in (
        json.dumps([inner]),
        '["x", "half a word]',
        '[{"a": "{\\"b\\": \\"half a word}"}]',
        '["a" "b}',
    ):
        assert _redacted(text, with_gate=True) == _redacted(text, with_gate=False)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(KEYS, TEXTS, min_size=1), min_size=2, max_size=8))
def test_a_resent_history_comes_out_of_the_cache_as_without(messages):
    cached = Pipeline(
        RedactionPolicy(environ={}, span_timeout_millis=60_000, cache_bytes=1_000_000)
    )
    plainly = Pipeline(RedactionPolicy(environ={}, span_timeout_millis=60_000, cache_bytes=0))
    for turn in (*range(1, len(messages) + 1), len(messages), 1):
        text = json.dumps(messages[:turn]) + " " * (turn % 2)
        span = make_span({"gen_ai.input.messages": text, "other": text[:-1]})

        (one,), (other,) = cached.redact_batch([span]), plainly.redact_batch([span])

        assert dict(one.attributes or {}) == dict(other.attributes or {})
    assert cached.counters.snapshot().findings == plainly.counters.snapshot().findings


def test_a_known_prefix_says_nothing_about_what_follows_it():
    secret = "sk-" + "proj-" + "A1b2C3d4" * 5
    history = [{"role": "user", "content": "hello " * 40}]
    pipeline = Pipeline(
        RedactionPolicy(environ={}, span_timeout_millis=60_000, cache_bytes=1_000_000)
    )
    texts = [
        json.dumps(history),
        json.dumps([*history, {"role": "user", "content": secret}]),
        json.dumps(history)[:-1] + f', "{secret}',
        json.dumps(history)[:-1] + f"], {secret}]",
        json.dumps(history) + secret,
    ]

    for text in (*texts, *texts):
        (span,) = pipeline.redact_batch([make_span({"gen_ai.input.messages": text})])

        assert secret not in str(dict(span.attributes or {}))


@pytest.mark.parametrize("key", ["user.password", "app.api_key", "my.credentials"])
def test_a_text_that_its_key_betrays_is_not_remembered_as_clean(key: str):
    text = "plain words " * 60
    pipeline = Pipeline(
        RedactionPolicy(environ={}, span_timeout_millis=60_000, cache_bytes=1_000_000)
    )

    for _ in range(3):
        spans = pipeline.redact_batch([make_span({key: text}), make_span({"a.note": text})])

        assert text not in str(dict(spans[0].attributes or {}))
        assert dict(spans[1].attributes or {}) == {"a.note": text}


def test_the_cache_keeps_its_bound_and_forgets_the_oldest():
    source = random.Random(3)
    pipeline = Pipeline(RedactionPolicy(environ={}, span_timeout_millis=60_000, cache_bytes=20_000))
    for _ in range(200):
        text = "".join(source.choices("abcdef ", k=300)) + " x@y.example"
        pipeline.redact_batch([make_span({"text": text})])

    cache = pipeline.decisions.anonymizer.cache
    assert 0 < cache._bytes <= 20_000
    assert cache._bytes == sum(
        250 + (kept.__sizeof__() if kept else 0) for _, kept, _ in cache._entries.values()
    )


def test_what_failed_is_not_remembered():
    calls = []

    def fails(text: str) -> bool:
        calls.append(text)
        raise RuntimeError

    detector = next(one for one in DETECTORS if one.name == "us_ssn")
    broken = type(detector)(
        **{name: getattr(detector, name) for name in detector.__dataclass_fields__}
        | {"validate": fails, "name": "broken"}
    )
    anonymizer = create_anonymizer([broken])
    anonymizer._cache_bytes = 1000
    again = Anonymizer(anonymizer._steps, max_depth=10, cache_bytes=100_000)
    pipeline = Pipeline(RedactionPolicy(environ={}, span_timeout_millis=60_000, anonymizer=again))
    for _ in range(2):
        (span,) = pipeline.redact_batch([make_span({"text": "word " * 50 + "219-09-9999"})])

        assert dict(span.attributes or {}) == {"text": "[REDACTED]"}
    assert len(calls) > 2
