"""Texts around the values that detectors know, spoilt in every way that triggers might overlook."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from otel_redact.types import Detector

_SEPARATORS = " -._/:\t"
_NEIGHBOURS = (
    *(
        "",
        " ",
        "a",
        "Z",
        "7",
        "_",
        "-",
        ".",
        "=",
        '"',
        "'",
        "\\",
        "\n",
        "/",
        ":",
        "@",
        "(",
        "<",
        "+",
    ),
    *(
        "\u00e9",
        "\u212a",
        "\u017f",
        "\u0130",
        "\uff15",
        "\u6f22",
        "\U0001f600",
        "\ud800",
        "\0",
        "?",
    ),
)
_WORDS = (
    *("the", "task-", "risk-", "--db-", "--", "user_", "myToken", "aws_", "api ", "pass", "key: "),
    *(
        "is",
        "token",
        "secret",
        "phone",
        "1-",
        "+1 ",
        "12:34:56",
        "::",
        ":::",
        "@@",
        "@",
        "://",
        "sk-",
    ),
    *("1.2.3.4", "4111 1111 ", "0" * 25, "7" * 21, "de89", "DE89", "2026-11-23", "eyJ", "_eyJab"),
    *(
        "-----BEGIN ",
        "basic ",
        "[EMAIL_ADDRESS]",
        "[",
        "]",
        "ssn",
        "social ",
        "x",
        "\u00df",
        "a" * 70,
    ),
)
_WIDE = str.maketrans("0123456789", "".join(chr(0xFF10 + digit) for digit in range(10)))


def _cut(text: str, rng: random.Random) -> str:
    first, last = sorted((rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)))
    return text[first:last]


def _cut_end(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text) + 1)]


def _separators(text: str, rng: random.Random) -> str:
    other = rng.choice((*_SEPARATORS, "", "--", "  "))
    return "".join(other if c in _SEPARATORS and rng.random() < 0.7 else c for c in text)


def _one_character(text: str, rng: random.Random) -> str:
    place = rng.randrange(len(text) + 1)
    piece = rng.choice((*_NEIGHBOURS, *"0123456789abcdefgzAFZ"))
    return text[:place] + piece + text[place + rng.randrange(2) :]


def _another_letter(text: str, rng: random.Random) -> str:
    return text.replace("k", "\u212a").replace("s", "\u017f") if rng.random() < 0.3 else text[::-1]


def _digits(text: str, rng: random.Random) -> str:
    return "".join(rng.choice("0123456789") if c in "0123456789" else c for c in text)


_MANGLINGS: Sequence[Callable[[str, random.Random], str]] = (
    lambda text, rng: text,
    _cut,
    _cut_end,
    _separators,
    _one_character,
    lambda text, rng: _one_character(_one_character(text, rng), rng),
    _another_letter,
    _digits,
    lambda text, rng: text.swapcase(),
    lambda text, rng: text.upper(),
    lambda text, rng: text.lower(),
    lambda text, rng: text + text,
    lambda text, rng: text + rng.choice(_NEIGHBOURS) + text,
    lambda text, rng: text.translate(_WIDE),
    lambda text, rng: text.replace('"', '\\"').replace("'", '\\"'),
)


def mangled_texts(
    detector: Detector, others: Sequence[str], rng: random.Random, count: int
) -> list[str]:
    """Return ``count`` texts around the evidence of a detector; the same for the same ``rng``."""
    own = (*detector.hits, *detector.misses)
    texts = []
    for _ in range(count):
        pieces = [rng.choice(_MANGLINGS)(rng.choice(own), rng)]
        if rng.random() < 0.6:
            pieces.append(rng.choice((rng.choice(_WORDS), rng.choice(others))))
        if rng.random() < 0.3:
            pieces.append(rng.choice(_MANGLINGS)(rng.choice(own), rng))
        rng.shuffle(pieces)
        glue = rng.choice((" ", "", rng.choice(_NEIGHBOURS)))
        texts.append(rng.choice(_NEIGHBOURS) + glue.join(pieces) + rng.choice(_NEIGHBOURS))
    return texts
