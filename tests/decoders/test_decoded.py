from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from otel_redact.decoders import DECODERS
from otel_redact.decoders.chain import readings
from otel_redact.decoders.decoded import Decoded, rewrite

PIECES = st.sampled_from(
    [
        *("a", "Z", "7", " ", "@", "-", "\\", "\\n", "\\u0040", "\\ud83d\\ude00", "\\x41", "\\\\"),
        *("%", "%40", "%2540", "%EF%BC%A0", "%E2", "1+22+33", "\u200b", "\u200d\ufe0f", "\u00ad"),
        *("\uff21", "\uff20", "\u2011", "\u00a0", "\u0661", "\U0001d7d2", "\u2460", "\ufb01"),
        *("\u6f22", "\U0001f600", "\ud800", "\0", "\u00bd", "aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk"),
    ]
)
TEXTS = st.builds("".join, st.lists(PIECES, max_size=14)) | st.text(max_size=40)


def _rewritten(text: str, pattern: str, new: str) -> Decoded:
    decoded = rewrite(text, re.compile(pattern), lambda _: new)
    assert decoded is not None
    return decoded


def test_a_span_covers_the_pieces_that_it_touches():
    decoded = _rewritten("ab--cd--e", "--", "+")

    assert decoded.text == "ab+cd+e"
    assert [decoded.span(place, place + 1) for place in range(7)] == [
        *((0, 1), (1, 2), (2, 4), (4, 5), (5, 6), (6, 8), (8, 9)),
    ]
    assert decoded.span(1, 3) == (1, 4)


def test_what_was_removed_inside_a_span_is_covered_and_beside_it_is_not():
    decoded = _rewritten("--a--b--", "--", "")

    assert decoded.text == "ab"
    assert decoded.span(0, 1) == (2, 3)
    assert decoded.span(0, 2) == (2, 6)


def test_one_character_may_become_several():
    decoded = _rewritten("x#y", "#", "abc")

    assert decoded.text == "xabcy"
    assert decoded.span(2, 3) == (1, 2)
    assert decoded.span(0, 5) == (0, 3)


def test_maps_compose():
    first = _rewritten("a%%b", "%%", "##")
    second = _rewritten(first.text, "##", "@").on(first)
    third = _rewritten(second.text, "@", "").on(second)

    assert third.text == "ab"
    assert third.span(0, 2) == (0, 4)
    assert third.span(1, 2) == (3, 4)


def test_nothing_to_replace_is_nothing_decoded():
    assert rewrite("abc", re.compile("x"), lambda _: "y") is None
    assert rewrite("abc", re.compile("b"), lambda match: match[0]) is None


def _check(text: str, decoded: Decoded) -> None:
    """Spans are inside the text, in order, and together leave nothing but removed characters."""
    last = (0, 0)
    for place in range(len(decoded.text)):
        start, end = decoded.span(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert last[0] <= start
        assert last[1] <= end
        last = start, end
    for start in range(0, len(decoded.text), 3):
        for end in range(start + 1, len(decoded.text) + 1, 4):
            assert decoded.span(start, end) == (
                decoded.span(start, start + 1)[0],
                decoded.span(end - 1, end)[1],
            )


@given(TEXTS)
def test_every_decoder_maps_back_in_order(text: str):
    for decoder in DECODERS:
        for decoded in decoder.decode(text):
            _check(text, decoded)


@given(TEXTS)
def test_readings_of_any_text_map_back_in_order(text: str):
    for decoded in filter(None, readings(text)):
        _check(text, decoded)


@given(TEXTS)
def test_a_character_that_nothing_rewrites_maps_to_itself(text: str):
    for decoder in DECODERS[:-1]:
        for decoded in decoder.decode(text):
            if decoded.below is not None:
                continue
            starts, ends = set(decoded.starts), set(decoded.ends)
            for place, character in enumerate(decoded.text):
                start, end = decoded.span(place, place + 1)
                assert start in starts or end in ends or text[start:end] == character


def test_repr_shows_no_text():
    assert "hunter2" not in repr(_rewritten("hunter2-", "-", "hunter2"))
