"""Texts in, those in which decoding may matter out; called for every text the engine gets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, count
from operator import add

from otel_redact.decoders import DECODERS
from otel_redact.decoders.decoder import NextPlace, Sign

__all__ = ["signed"]

_SEPARATOR = "\0"
_BACKSLASH = b"\\"
_FAR = 200  # bytes from one to the next
_LAST_ASCII = b"\x7f"


def signed(texts: Sequence[str], *, raw: bool) -> set[int]:
    """Return the places of the texts in which decoding may matter.

    Args:
        texts: in any number.
        raw: whether they may be JSON, in which a backslash has another meaning.
    """
    joined = _SEPARATOR.join(texts)
    is_ascii = joined.isascii()
    data = joined.encode("utf-8", "surrogatepass")
    starts: list[int] = []
    found: set[int] = set()
    for sign in (_RAW_SIGNS if raw else _SIGNS)[not is_ascii]:
        next_place = sign(data)
        place = next_place(0)
        while place >= 0:
            starts = starts or _starts(texts, is_ascii=is_ascii)
            number = bisect_right(starts, place) - 1
            found.add(number)
            place = next_place(starts[number + 1]) if number + 1 < len(texts) else -1
    return found


def _starts(texts: Iterable[str], *, is_ascii: bool) -> list[int]:
    lengths: Iterable[int] = map(len, texts)
    if not is_ascii:
        lengths = (len(text.encode("utf-8", "surrogatepass")) for text in texts)
    return list(map(add, accumulate(lengths, initial=0), count()))


def _sign(byte: bytes, patterns: Sequence[bytes]) -> Sign:
    """Return a sign that stands where one of the patterns follows a byte."""
    pattern = re.compile(re.escape(byte) + b"(?:" + b"|".join(patterns) + b")", re.DOTALL)

    def sign(data: bytes) -> NextPlace:
        def next_place(start: int) -> int:
            place, hops = start, 0
            while place - start >= hops * _FAR:  # `search` is slower where the byte is rare
                place = data.find(byte, place)
                if place < 0 or pattern.match(data, place):
                    return place
                place, hops = place + 1, hops + 1
            match = pattern.search(data, place)
            return match.start() if match else -1

        return next_place

    return sign


def _signs(*, raw: bool) -> tuple[tuple[Sign, ...], tuple[Sign, ...]]:
    """Return the signs of ASCII texts and of all."""
    patterns: dict[bytes, list[bytes]] = {}
    for decoder in DECODERS:
        for byte, pattern in decoder.signs.items():
            if not (raw and byte == _BACKSLASH):
                patterns.setdefault(byte, []).append(pattern)
        for letter, pattern in decoder.escapes.items() if raw else ():
            patterns.setdefault(_BACKSLASH, []).append(letter + b"(?:" + pattern + b")")
    scans = tuple(decoder.scan for decoder in DECODERS if decoder.scan)
    in_ascii = tuple(_sign(byte, one) for byte, one in patterns.items() if byte <= _LAST_ASCII)
    beyond = tuple(_sign(byte, one) for byte, one in patterns.items() if byte > _LAST_ASCII)
    return (*in_ascii, *scans), (*in_ascii, *beyond, *scans)


_SIGNS = _signs(raw=False)
_RAW_SIGNS = _signs(raw=True)
