r"""Texts that may be JSON in, the keys that may stand in one out, in any layer; the probe asks.

What a quote and a colon end may be a key: ``"key":``, and ``\"key\":`` in JSON inside a string.
"""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["SPACED_COLONS", "raw_keys"]

_KEY_END = re.compile(r'"(?:[ \t\r\n]|\\+[nrt])*:')
SPACED_COLONS = frozenset((b" :", b"\t:", b"\n:", b"\r:", rb"\n:", rb"\r:", rb"\t:"))
"""Of these one stands in every text in which white space stands between a quote and a colon."""


def raw_keys(text: str, *, spaced: bool) -> Collection[str]:
    r"""Return what may be keys, each once, as they are spelled.

    Of one with an escaped quote only what stands behind the quote is returned. Escapes are not
    undone.

    Args:
        text: any.
        spaced: whether one of ``SPACED_COLONS`` stands in it.

    >>> sorted(raw_keys(r'{"a": 1, "b" : "{\"c\": 2}"}', spaced=True))
    ['a', 'b', 'c']
    """
    if '"' not in text:
        return ()
    pieces = _KEY_END.split(text) if spaced else text.split('":')
    pieces.pop()
    tails = {piece.rpartition('"')[2] for piece in pieces}
    return {tail.rstrip("\\") for tail in tails}
