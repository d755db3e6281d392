"""Changed and kept stretches of a value, and how they are cut to fit a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otel_redact.cli.highlight import Piece, align, shorten
from otel_redact.cli.wrap import wrap_name, wrap_words


def shorten_texts(before: str, after: str, **limits: int) -> tuple[str, str]:
    options = {"context": 8, "longest_change": 12, "most_changes": 2} | limits
    pieces = shorten(align(before, after), **options)
    return "".join(piece.before for piece in pieces), "".join(piece.after for piece in pieces)


def test_a_replaced_stretch_is_one_piece() -> None:
    assert align("mail maria.k@example.com now", "mail [EMAIL_ADDRESS] now") == [
        Piece("mail ", "mail "),
        Piece("maria.k@example.com", "[EMAIL_ADDRESS]"),
        Piece(" now", " now"),
    ]


@given(st.text(), st.text())
def test_the_pieces_join_to_both_texts(before: str, after: str) -> None:
    pieces = align(before, after)

    assert "".join(piece.before for piece in pieces) == before
    assert "".join(piece.after for piece in pieces) == after


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a x@y b", "a [E] b", ("a x@y b", "a [E] b")),
        (
            "a long start then x@y and a long end",
            "a long start then [E] and a long end",
            ("… then x@y and a …", "… then [E] and a …"),
        ),
        (
            "abcdefghijkl(x@y)mnopqrstuv",
            "abcdefghijkl([E])mnopqrstuv",
            ("…fghijkl(x@y)mnopqrs…", "…fghijkl([E])mnopqrs…"),
        ),
        ("key 12345678901234567890", "key [K]", ("key 1234567…7890", "key [K]")),
        ("one\n  two x@y\x1b[0m", "one\n  two [E]\x1b[0m", ("… ⏎ two x@y [0m", "… ⏎ two [E] [0m")),
        ("x1, x2, x3, x4", "[A], [B], [C], [D]", ("x1, x2,  (+2 more)", "[A], [B],  (+2 more)")),
    ],
    ids=["short", "at words", "without words", "long change", "line break", "many changes"],
)
def test_values_are_cut_around_their_changes(
    before: str, after: str, shown: tuple[str, str]
) -> None:
    assert shorten_texts(before, after) == shown


def test_nothing_unprintable_is_shown() -> None:
    before, _ = shorten_texts("\x1b]0;title\x07 x@y \u202e", "\x1b]0;title\x07 [E] \u202e")

    assert before.isprintable()


def test_lines_break_between_words_and_keep_marked_stretches_whole() -> None:
    lines = wrap_words([("please mail to ", False), ("4242 4242", True), (" today", False)], 16)

    assert ["".join(text for text, _ in line) for line in lines] == [
        "please mail to ",
        "4242 4242 today",
    ]


def test_a_stretch_longer_than_a_line_is_split() -> None:
    lines = wrap_words([("abcdefgh", True)], 3)

    assert lines == [[("abc", True)], [("def", True)], [("gh", True)]]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("user.id", "user.id"),
        ("gen_ai.system_instructions", "gen_ai.system_\ninstructions"),
        ("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY_\nID"),
        ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnop\nqrstuvwxyz"),
        ("", ""),
    ],
)
def test_names_break_after_their_separators(name: str, lines: str) -> None:
    assert wrap_name(name, 16) == lines
