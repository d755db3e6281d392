from __future__ import annotations

import pytest

from otel_redact.decoders.invisible import INVISIBLE


@pytest.mark.parametrize(
    "character",
    [
        *("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2064"),
        *("\u2066", "\u2069", "\ufeff", "\u00ad", "\u180e", "\u034f", "\ufe0f", "\U000e0041"),
        *("\U000e0100", "\u3164", "\u115f", "\u061c"),
    ],
    ids=ascii,
)
def test_it_is_taken_out(character: str):
    (decoded,) = INVISIBLE.decode(f"a{character}{character}b{character}")

    assert decoded.text == "ab"
    assert decoded.span(0, 2) == (0, 4)


@pytest.mark.parametrize("text", ["", "plain", "caf\u00e9 \u4f60\u597d \U0001f600", "a b\u00a0c"])
def test_what_shows_stays(text: str):
    assert list(INVISIBLE.decode(text)) == []
