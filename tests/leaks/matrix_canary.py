"""The number of a cell in, a canary of its own out; OTLP bytes in, the canaries in them out.

A canary is a mark inside an e-mail address, an API key or a card number, so that default detectors
find it, and what is left of it names the cell that leaked.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

__all__ = ["MARK", "PAYLOADS", "canary", "found_in", "payload"]

MARK = r"zq[a-z2-7]{6}qz"
"""A rule's pattern for every canary but the numbers."""

PAYLOADS = ("pii", "secret", "number")
"""An e-mail address, an API key, a card number."""

_MARK = re.compile(MARK)
# No look-around: a protobuf tag or length beside the text may read as a digit.
_CARD = re.compile("4539[0-9]{12}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_JSON_ESCAPE = re.compile(r"\\+u([0-9a-fA-F]{4})")
_HEX_ESCAPE = re.compile(r"\\+x([0-9a-fA-F]{2})")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_VARINT = re.compile(rb"\x18([\x80-\xff]{7}[\x01-\x7f])")  # AnyValue.int_value of 50 to 56 bits
_DOUBLE = re.compile(rb"\x21(.{8})", re.DOTALL)  # AnyValue.double_value


def canary(number: int, kind: str) -> str:
    """Return what is searched for, in lower case.

    Args:
        number: of the cell; 0 <= number < 2 ** 30.
        kind: one of ``PAYLOADS``.
    """
    if kind == "number":
        return _card(f"4539{(number * 7919 + 12_345_678_901) % 10**11:011d}")
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(0, 30, 5))
    return f"zq{letters}qz"


def payload(number: int, kind: str) -> str:
    """Return the canary inside what the default detectors look for."""
    mark = canary(number, kind)
    if kind == "secret":
        return "sk-" + "proj-" + "a1b2c3d4" * 2 + mark + "e5f6" * 3
    return mark if kind == "number" else f"ann.{mark}@example.com"


def found_in(body: bytes) -> set[str]:
    """Return every canary that occurs in OTLP bytes, however it is written.

    Read are: UTF-8 as it is, JSON escapes of any depth, percent-encoding (twice), compatibility
    forms, invisible characters, base64 at each alignment, and OTLP numbers.
    """
    found: set[str] = set()
    for text in _readings(body):
        found.update(_MARK.findall(text), _CARD.findall(text))
    for digits in _VARINT.findall(body):
        number = sum((byte & 0x7F) << 7 * place for place, byte in enumerate(digits))
        found.update(_CARD.findall(str(number)))
    for raw in _DOUBLE.findall(body):
        (value,) = struct.unpack("<d", raw)
        found.update(_CARD.findall(f"{value:.0f}" if abs(value) < 1e18 else ""))
    return found


def _readings(body: bytes) -> Iterator[str]:
    text = body.decode("utf-8", "replace")
    yield text.lower()
    text = _unescaped(text)
    for _ in range(2):
        text = unquote_to_bytes(text.encode("utf-8", "replace")).decode("utf-8", "replace")
    text = _unescaped(text)
    yield text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
        yield text.lower()
    yield " ".join(_base64_texts(text)).lower()


def _unescaped(text: str) -> str:
    text = _JSON_ESCAPE.sub(lambda one: chr(int(one[1], 16)), text)
    return _HEX_ESCAPE.sub(lambda one: chr(int(one[1], 16)), text)


def _base64_texts(text: str) -> Iterator[str]:
    for run in _BASE64.findall(text):
        ordinary = run.replace("-", "+").replace("_", "/")
        for start in range(4):  # a length or a text before it may look like its first letters
            piece = ordinary[start : start + (len(ordinary) - start) // 4 * 4]
            try:
                yield base64.b64decode(piece).decode("latin-1")
            except binascii.Error:
                continue


def _card(digits: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 - place % 2)
        total += value - 9 * (value > 9)
    return f"{digits}{-total % 10}"
