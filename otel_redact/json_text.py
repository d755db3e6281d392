"""JSON text in, its strings, numbers and keys out by offset; replacements in, spliced text out.

Everything between the replaced ranges stays byte-identical: duplicate keys, number spelling, white
space, NaN, key order. Called for every attribute value that may be JSON.
"""

from __future__ import annotations

import json.encoder
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from otel_redact.json_tokens import (
    MAX_NESTING,
    Container,
    Document,
    Kind,
    NestingError,
    Reader,
    Token,
    scan_string,
)

__all__ = [
    "MAX_NESTING",
    "Container",
    "Document",
    "Kind",
    "NestingError",
    "Style",
    "Token",
    "encode_string",
    "encode_value",
    "parse",
    "splice",
    "style_of",
]

_encode_ascii: Callable[[str], str] = json.encoder.encode_basestring_ascii
_encode_raw: Callable[[str], str] = json.encoder.encode_basestring
_BLANK = " \t\n\r\ufeff"
_OPENERS = frozenset('{["')
_BARE_WORD = re.compile(r"[-+.0-9A-Za-z]+")
_HALF_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?\Z")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_COLON_AFTER_KEY = re.compile(r'(?<!\\)"[ \t\n\r]*:( ?)')


class Style(NamedTuple):
    r"""How a document spells what JSON lets it choose.

    Attributes:
        ascii_only: non-ASCII characters are escaped.
        escaped_slash: "/" is written "\/".
        compact: no space after "," and ":".
    """

    ascii_only: bool
    escaped_slash: bool
    compact: bool


def parse(text: str) -> Document | None:
    """Find the keys, strings and numbers of JSON text.

    Linear in the text's length; no recursion. Several values in a row (JSONL) are all read; a
    number or literal among them only where it has a line to itself, so that digits in trailing
    prose stay in one piece. Raw control characters inside strings are accepted. Where the text
    stops being JSON, the rest is covered without gaps: STRING tokens for whatever lexes as a
    string, TEXT tokens for all between, without container or key.

    Args:
        text: an attribute's value; anything at all.

    Returns:
        The document (new), or None where there is nothing JSON to treat: the text does not start
        with ``{``, ``[`` or ``"``, stops being JSON before its first leaf, or has no leaf.

    Raises:
        NestingError: more than :data:`MAX_NESTING` containers inside one another.
    """
    body = text.lstrip(_BLANK)
    if body[:1] not in _OPENERS:
        return None
    reader = Reader(text)
    reached = reader.read(len(text) - len(body))
    complete = reached == len(text) and reader.at_top
    still_open = -1 if complete else reader.here
    if reached < len(text):
        _recover(reader, reached)
    if not reader.tokens:
        return None
    return Document(text, reader.tokens, reader.containers, complete, still_open)


def splice(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """Replace ranges of ``text``.

    Args:
        text: the document's text.
        edits: (start, end, replacement); half-open ranges in code points, sorted, not overlapping.

    Returns:
        The new text; without edits the very same object.

    Raises:
        ValueError: the ranges are not sorted, overlap, or lie outside the text.
    """
    if not edits:
        return text
    pieces: list[str] = []
    done = 0
    for start, end, replacement in edits:
        if not done <= start <= end <= len(text):
            raise ValueError("edits must be sorted, inside the text, and must not overlap")
        pieces += (text[done:start], replacement)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def style_of(text: str) -> Style:
    """Tell how ``text`` is spelled. Costs a search of the text: call once for many edits."""
    colon = _COLON_AFTER_KEY.search(text)
    compact = colon[1] == "" if colon else ", " not in text
    return Style(text.isascii(), "\\/" in text, compact)


def encode_string(new: str, *, like: str | Style) -> str:
    r"""Write ``new`` as a JSON string in the style of a document.

    Non-ASCII characters stay raw only where the document has raw ones; "/" becomes "\/" where the
    document writes it so; lone surrogates are always escaped.

    Args:
        new: the string's text, not encoded.
        like: the document's text, or its :func:`style_of` where there are many strings to write.

    Returns:
        The string with its quotes.
    """
    style = like if isinstance(like, Style) else style_of(like)
    return _spelled(_encode_ascii(new) if style.ascii_only else _encode_raw(new), style)


def encode_value(value: object, *, like: str | Style) -> str:
    """Write ``value`` as JSON with the separators and escapes of a document; indent is not kept.

    Args:
        value: what ``json.dumps`` takes; NaN and infinities included.
        like: the document's text or its :func:`style_of`.

    Returns:
        JSON text, all of whose lone surrogates are escaped.

    Raises:
        TypeError: ``value`` holds a type that JSON has not.
        ValueError: ``value`` contains itself.
        RecursionError: ``value`` nests too deeply.
    """
    return _encode(value, like if isinstance(like, Style) else style_of(like))


def _encode(value: object, style: Style) -> str:
    separators = (",", ":") if style.compact else (", ", ": ")
    return _spelled(json.dumps(value, ensure_ascii=style.ascii_only, separators=separators), style)


def _spelled(encoded: str, style: Style) -> str:
    """Finish JSON text: lone surrogates escaped, slashes as the document has them."""
    if not style.ascii_only and not encoded.isascii():
        encoded = _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)
    return encoded.replace("/", "\\/") if style.escaped_slash else encoded


def _recover(reader: Reader, start: int) -> None:
    """Add tokens for what follows ``start``, where the text was cut in a string or is not JSON."""
    text, tokens = reader.text, reader.tokens
    if reader.after_key:
        start = tokens.pop().start  # no colon follows, so it was none
    elif text[start] == '"' and reader.next_kind is not None:
        decoded = _decode_unfinished(text, start)
        if decoded is not None:
            kind = reader.next_kind
            key = decoded if kind is Kind.KEY else reader.key
            tokens.append(Token(kind, start, len(text), reader.here, key, decoded, cut=True))
            return
    if not tokens:
        return
    if text[start - 1 : start] == "[" and not reader.at_top:
        start -= 1  # it opens a placeholder, or prose, rather than an array
    cut = not reader.at_top and _BARE_WORD.fullmatch(text, start) is not None
    if cut or reader.at_top:  # behind whole values stands text, whose quotes open no JSON string
        tokens.append(_outside(Kind.TEXT, start, len(text), text[start:], cut=cut))
    else:
        _cover(text, start, tokens)


def _cover(text: str, start: int, tokens: list[Token]) -> None:
    """Add STRING and TEXT tokens without a gap between them for ``text[start:]``."""
    covered = start
    while (start := text.find('"', start)) >= 0:
        closing = _closing_quote(text, start)
        end = closing + 1 or len(text)
        decoded = _decode(text[start:end]) if closing >= 0 else _decode_unfinished(text, start)
        if decoded is not None:
            if covered < start:
                tokens.append(_outside(Kind.TEXT, covered, start, text[covered:start]))
            tokens.append(_outside(Kind.STRING, start, end, decoded, cut=closing < 0))
            covered = end
        start = end
    if covered < len(text):
        tokens.append(_outside(Kind.TEXT, covered, len(text), text[covered:]))


def _outside(kind: Kind, start: int, end: int, text: str, *, cut: bool = False) -> Token:
    return Token(kind, start, end, -1, "", text, cut)


def _closing_quote(text: str, opening: int) -> int:
    """Return the offset of the quote that closes the one at ``opening``, -1 if none does."""
    start = opening + 1
    while (end := text.find('"', start)) >= 0:
        # Backslashes before a quote cannot reach past the quote before it: linear in all.
        between = text[start:end]
        if (len(between) - len(between.rstrip("\\"))) % 2 == 0:
            return end
        start = end + 1
    return -1


def _decode(literal: str) -> str | None:
    """Decode a string with its quotes; None if an escape is invalid."""
    try:
        return scan_string(literal, 1, False)[0]  # noqa: FBT003
    except json.JSONDecodeError:
        return None


def _decode_unfinished(text: str, opening: int) -> str | None:
    """Decode the string that the text's end cuts, without a half escape there; None if invalid."""
    if _closing_quote(text, opening) >= 0:
        return None
    literal = text[opening:]
    half = _HALF_ESCAPE.search(literal, max(1, len(literal) - 5))
    if half:
        before = literal[: half.start() + 1]
        if (len(before) - len(before.rstrip("\\"))) % 2:
            literal = literal[: half.start()]
    return _decode(literal + '"')
