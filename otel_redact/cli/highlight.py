"""A value before and after redaction in, pieces around the changes out; reports draw them."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

from otel_redact.cli.difference import PLACEHOLDER

__all__ = ["Piece", "align", "shorten"]

_TOKEN = re.compile(rf"{PLACEHOLDER.pattern}|\w+|\s+|[^\w\s]")
_ELLIPSIS = "…"
_LINE_BREAK = " ⏎ "


class Piece(NamedTuple):
    """A stretch of text that stayed (``before == after``) or changed."""

    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether redaction changed it."""
        return self.before != self.after


def align(before: str, after: str) -> list[Piece]:
    """Split two texts into the pieces that stayed and those that changed, in order.

    Args:
        before: the raw text.
        after: what redaction made of it.

    Returns:
        Pieces whose ``before`` join to ``before`` and whose ``after`` join to ``after``.
    """
    old, new = _tokens(before), _tokens(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [
        Piece("".join(old[first:last]), "".join(new[start:end]))
        for _, first, last, start, end in matcher.get_opcodes()
    ]


def shorten(
    pieces: list[Piece], *, context: int, longest_change: int, most_changes: int
) -> list[Piece]:
    """Return pieces that fit a report: cut around the changes, on one line, nothing unprintable.

    Args:
        pieces: what :func:`align` returned.
        context: characters ≥ 1 kept on each side of a change, less to end at a word.
        longest_change: characters ≥ 8 kept of one changed stretch; its start and end stay.
        most_changes: changes ≥ 1 that are kept; the others are counted.
    """
    changes = [index for index, piece in enumerate(pieces) if piece.changed]
    more = len(changes) - most_changes
    end = changes[most_changes] if more > 0 else len(pieces)
    shown = []
    for index, piece in enumerate(pieces[:end]):
        if piece.changed:
            before, after = (_cut(_one_line(text), longest_change) for text in piece)
            shown.append(Piece(before, after))
        else:
            head, tail = context * (index > 0), context * (index < end - 1)
            kept = _around(_one_line(piece.before), head, tail)
            shown.append(Piece(kept, kept))
    note = f" (+{more} more)"
    return [*shown, Piece(note, note)] if more > 0 else shown


def _around(text: str, head: int, tail: int) -> str:
    if len(text) <= head + tail + len(_ELLIPSIS):
        return text
    first = re.sub(r"(?<=\s)\S*\Z", "", text[:head])
    last = re.sub(r"\A\S*(?=\s)", "", text[len(text) - tail :])
    return first + _ELLIPSIS + last


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    tail = longest // 3
    return text[: longest - tail - 1] + _ELLIPSIS + text[-tail:]


def _one_line(text: str) -> str:
    broken = re.sub(r"\s*\n\s*", _LINE_BREAK, text)
    return "".join(char if char.isprintable() else " " for char in broken)


def _tokens(text: str) -> list[str]:
    return [match.group() for match in _TOKEN.finditer(text)]
