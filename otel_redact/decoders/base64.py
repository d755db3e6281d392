"""Base64 of text, with either alphabet: what is found in it makes the whole run a finding.

One layer; images and other media are told by their first bytes.
"""

from __future__ import annotations

import binascii
import contextlib
import json
from array import array
from typing import NamedTuple

from otel_redact.decoders.decoded import Decoded
from otel_redact.decoders.decoder import Decoder, NextPlace

__all__ = ["BASE64"]

# Source: https://www.rfc-editor.org/rfc/rfc4648#section-4 and #section-5 (2026-11-24)
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_IN, _OUT = b"a", b" "
_CLASSES = bytes(_IN[0] if byte in _ALPHABET else _OUT[0] for byte in range(256))
_STANDARD = bytes.maketrans(b"-_", b"+/")
_SHORTEST = _IN * 20
_LEAST_TEXT = 16  # of the shortest run so much is left behind what another word glues to it
_SHORTEST_WRAPPED_LINE = 60  # MIME wraps at 76 characters, PEM at 64
_HEAD = 64
_BACKSLASH = ord("\\")
_NEWLINES = (b"\r", b"\n", b"")
# What the first of four characters is where a byte of text, or the first of a character in UTF-8,
# comes first.
_FIRST = b"CDIJKLMNOPQRSTUVWXYZabcdefwxyz0123456789"
_BLANKS = {ord(blank): " " for blank in "\t\r\n\ufeff"}
_LONGEST_JSON = 65_536  # bytes that are parsed; a longer text is searched as text only
_MOST_MEMBERS = 256


class _Run(NamedTuple):
    """Characters of the alphabet: ``start`` to ``end``; text begins at ``first``."""

    start: int
    first: int
    end: int


class _Runs:
    """Finds the runs that begin as text does, in data with a byte for each character, or UTF-8."""

    __slots__ = ("_classes", "_data")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._classes = data.translate(_CLASSES)

    def next_start(self, place: int) -> int:
        run = self.next(place)
        return run.start if run else -1

    def next(self, place: int) -> _Run | None:
        """Return the next run from a place on."""
        find = self._classes.find
        start = find(_SHORTEST, place)
        while start >= 0:
            end = self._line_end(start)
            first = self._first(start, min(end, start + _HEAD))
            if first >= 0:
                return _Run(start, first, self._end(start, end))
            start = find(_SHORTEST, end)
        return None

    def _first(self, start: int, end: int) -> int:
        """Return where in a run's head decoding makes text of it, or -1."""
        head = self._data[start:end]
        if _is_text(head):
            return start
        if start and self._data[start - 1] == _BACKSLASH and _is_text(head[1:]):
            return start + 1  # behind the letter of an escape
        slash = head.rfind(b"/") + 1
        return start + slash if slash and _is_text(head[slash:]) else -1

    def _end(self, start: int, end: int) -> int:
        """Return where a run ends, with lines of the same length that follow, and padding."""
        data, width, length = self._data, end - start, end - start
        while length == width >= _SHORTEST_WRAPPED_LINE and width % 4 == 0:
            newline = 2 if data.startswith(b"\r\n", end) else int(data.startswith(b"\n", end))
            line_end = self._line_end(end + newline)
            length = line_end - end - newline
            is_last = data[line_end : line_end + 1] not in _NEWLINES
            if not newline or not 0 < length <= width:
                break
            if is_last and (
                (length + self._padding(line_end)) % 4
                or data[end + newline + 1 : line_end].islower()
            ):
                break  # the first word of what follows
            end = line_end
        return end + self._padding(end)

    def _padding(self, end: int) -> int:
        return 2 if self._data.startswith(b"==", end) else int(self._data.startswith(b"=", end))

    def _line_end(self, start: int) -> int:
        end = self._classes.find(_OUT, start)
        return len(self._classes) if end < 0 else end


def _is_text(head: bytes) -> bool:
    if len(head) < _LEAST_TEXT or head[::4].strip(_FIRST):
        return False
    decoded = _bytes_of(head)
    try:
        text = decoded.decode()
    except UnicodeDecodeError as error:
        if error.start < len(decoded) - 3:  # else the head ends inside a character
            return False
        text = decoded[: error.start].decode()
    return text.translate(_BLANKS).isprintable()


def _bytes_of(run: bytes) -> bytes:
    """Return what a run stands for; a single character too many is left out."""
    run = run.translate(_STANDARD, b"\r\n=")
    run = run[: len(run) - (len(run) % 4 == 1)]
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


def _sign(data: bytes) -> NextPlace:
    return _Runs(data).next_start


def _decode(text: str) -> list[Decoded]:
    data = text.encode("ascii", "replace")
    runs = _Runs(data)
    decoded: list[Decoded] = []
    run = runs.next(0)
    while run is not None:
        inner = _bytes_of(data[run.first : run.end]).decode("utf-8", "replace")
        decoded.append(_whole(inner, run, ""))
        if inner[:1] in ("{", "[") and len(inner) <= _LONGEST_JSON:
            decoded += (_whole(member, run, key) for key, member in _members(inner))
        run = runs.next(run.end)
    return decoded


def _whole(text: str, run: _Run, key: str) -> Decoded:
    """Return a text of which everything stands for the whole run."""
    return Decoded(
        text=text,
        heads=array("I", [0]),
        tails=array("I", [len(text)]),
        starts=array("I", [run.start]),
        ends=array("I", [run.end]),
        key=key,
        secrets_only=True,
    )


def _members(text: str) -> list[tuple[str, str]]:
    """Return keys of JSON text and the strings right under them."""
    members: list[tuple[str, str]] = []

    def note(pairs: list[tuple[str, object]]) -> None:
        members.extend((key, one) for key, one in pairs if key and one and isinstance(one, str))

    with contextlib.suppress(ValueError, RecursionError):  # what was read until then counts
        json.loads(text, object_pairs_hook=note)
    return members[:_MOST_MEMBERS]


BASE64 = Decoder(name="base64", scan=_sign, decode=_decode)
