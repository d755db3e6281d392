"""JSON text in, what its quotes and brackets alone tell about it out; `gate` asks.

Everything here is a few passes over bytes at C speed.
"""

from __future__ import annotations

__all__ = ["is_plain_json"]

_ESCAPED_BACKSLASH, _ESCAPED_QUOTE = b"\1", b"\2"
_SIGNS = b'"[]{}' + _ESCAPED_BACKSLASH + _ESCAPED_QUOTE
_OTHERS = bytes(byte for byte in range(256) if byte not in _SIGNS)


def _marked(text: str) -> bytes | None:
    r"""Return a byte for each code point of JSON text, escaped quotes and backslashes marked.

    So what is left of quotes opens or closes a string, and of backslashes escapes another
    character. ``None`` where the text holds the marks themselves.
    """
    signs = text.encode("ascii", "replace")
    if _ESCAPED_BACKSLASH in signs or _ESCAPED_QUOTE in signs:
        return None
    if b"\\" not in signs:
        return signs
    # Two bytes for two: offsets stay, and replacing in place is twice as fast.
    signs = signs.replace(b"\\\\", _ESCAPED_BACKSLASH + b"\0")
    return signs.replace(b'\\"', _ESCAPED_QUOTE + b"\0")


def _signs_of(text: bytes) -> bytes:
    """Return the quotes, brackets and marks of marked text, in order."""
    return text.translate(None, _OTHERS)


def is_plain_json(text: str, max_depth: int) -> bool:
    r"""Whether a text that may be JSON can stay as it is when no trigger stands in it.

    It must end where its first bracket closes, outside a string (what a length limit cuts ends in
    half a word), and nest no deeper than strings are read. The same holds for each string in it
    that is JSON itself. Only its quotes and brackets are looked at, so some texts that could stay
    are said not to.

    Args:
        text: begins with white space, ``{``, ``[`` or ``"``.
        max_depth: levels >= 1.

    >>> is_plain_json('[{"a": "b"}]', 2), is_plain_json('[[{"a": "b"}]]', 2)
    (True, False)
    >>> is_plain_json('[{"a": "b"', 2), is_plain_json(' "b" ', 2)
    (False, False)
    """
    if text[0] not in "{[" or text[-1] not in "}]":
        return False
    signs = _marked(text)
    pieces = _signs_of(signs).split(b'"') if signs is not None else []
    return (
        len(pieces) % 2 == 1
        and _brackets_match(b"".join(pieces[::2]), max_depth)
        and all(_is_plain_string(inner, max_depth) for inner in set(pieces[1::2]))
    )


def _is_plain_string(signs: bytes, max_depth: int) -> bool:
    """Whether a string is no JSON, or plain JSON one layer further in.

    Args:
        signs: brackets, escaped quotes and escaped backslashes of the string, in order.
        max_depth: levels >= 1.
    """
    first = signs[:1]
    if first == _ESCAPED_QUOTE:  # JSON is read behind a quote where there are escapes
        return _ESCAPED_BACKSLASH not in signs
    if first not in (b"{", b"["):
        return True
    if _ESCAPED_BACKSLASH in signs:
        if _ESCAPED_BACKSLASH + _ESCAPED_QUOTE in signs or _ESCAPED_BACKSLASH * 2 in signs:
            return False  # a further layer of JSON, perhaps
        signs = signs.replace(_ESCAPED_BACKSLASH, b"")
    pieces = signs.split(_ESCAPED_QUOTE)
    return (
        len(pieces) % 2 == 1
        and _brackets_match(b"".join(pieces[::2]), max_depth)
        # A further layer without a quote of its own, `[1, 2`, may be cut in a number.
        and all(_brackets_match(inner, max_depth) for inner in set(pieces[1::2]))
    )


def _brackets_match(brackets: bytes, max_depth: int) -> bool:
    """Whether brackets close in order, surely at most ``max_depth`` levels deep."""
    for _ in range(max_depth // 2):  # a round takes two levels away where they alternate
        if not brackets:
            return True
        brackets = brackets.replace(b"{}", b"").replace(b"[]", b"")
    return not brackets
