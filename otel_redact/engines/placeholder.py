"""A text in, where its placeholders stand out; called by engines, which find nothing in those."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from otel_redact.types import FAILED_PLACEHOLDER, HIDDEN_PLACEHOLDER, LIMIT_PLACEHOLDER

__all__ = ["placeholder_spans", "without_placeholders"]

_FIXED = frozenset((HIDDEN_PLACEHOLDER, FAILED_PLACEHOLDER, LIMIT_PLACEHOLDER))
_LONGEST = 160
_TOKEN = frozenset("0123456789abcdef")
_TOKEN_LENGTHS = range(8, 65)
_DESCRIPTION = re.compile(
    r"\[[a-z]+/[a-z0-9.+-]{1,40} [0-9]{1,4} (?:B|KB|MB|GB) sha256:[0-9a-f]{12}\]"
)
"""What the operator ``describe`` writes."""


def placeholder_spans(text: str, entities: Collection[str]) -> list[tuple[int, int]]:
    """Return where ``[REDACTED]``, ``[redacted]``, ``[ENTITY]``, ``[ENTITY:hex]`` stand.

    And what the operator ``describe`` writes.

    Args:
        text: what is searched, in linear time.
        entities: names that make a placeholder; any other bracket is content.

    Returns:
        Half-open spans in code points, sorted, not overlapping; a new list.
    """
    spans: list[tuple[int, int]] = []
    start = text.find("[")
    while start >= 0:
        end = text.find("]", start + 1, start + _LONGEST) + 1
        if end and _is_placeholder(text[start:end], entities):
            spans.append((start, end))
        start = text.find("[", start + 1)
    return spans


def without_placeholders(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """Return ``text[start:end]`` without what of it is in placeholders.

    Args:
        text: what the offsets are of.
        start: first code point.
        end: one past the last code point.
        spans: what ``placeholder_spans`` found in ``text``; only those in reach are looked at.
    """
    pieces: list[str] = []
    index = max(bisect_left(spans, (start, start)) - 1, 0)
    while index < len(spans) and spans[index][0] < end:
        first, last = spans[index]
        pieces.append(text[start:first])
        start = max(start, min(last, end))
        index += 1
    pieces.append(text[start:end])
    return "".join(pieces)


def _is_placeholder(text: str, entities: Collection[str]) -> bool:
    entity, colon, token = text[1:-1].partition(":")
    if colon and not (len(token) in _TOKEN_LENGTHS and _TOKEN.issuperset(token)):
        return _DESCRIPTION.fullmatch(text) is not None
    return entity in entities or text in _FIXED
