"""Pieces or a name and a width in, lines broken where a reader would out; for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["wrap_name", "wrap_words"]

_WORD = re.compile(r"\S+\s*|\s+")
_NAME_PART = re.compile(r"[^._/-]*[._/-]?")


def wrap_words(words: Sequence[tuple[str, bool]], width: int) -> list[list[tuple[str, bool]]]:
    """Fill lines with words; a marked stretch stays on one line where it fits on one.

    Args:
        words: stretches of text and whether each is marked, in order.
        width: characters ≥ 1 of a line.

    Returns:
        Lines of (text, marked); without line ends their texts join to the given texts, except
        for the blanks at a line's end.
    """
    lines: list[list[tuple[str, bool]]] = [[]]
    free = width
    for text, marked in words:
        for word in [text] if marked else _WORD.findall(text):
            for part in _parts(word, width):
                if len(part.rstrip()) > free:
                    lines.append([])
                    free = width
                lines[-1].append((part, marked))
                free -= len(part)
    return lines


def wrap_name(name: str, width: int) -> str:
    r"""Break a dotted name after its separators: ``gen_ai.request.\nmodel``.

    Args:
        name: attribute key or entity.
        width: characters ≥ 1 of a line.
    """
    parts = [(part, True) for part in _NAME_PART.findall(name) if part]
    return "\n".join("".join(text for text, _ in line) for line in wrap_words(parts, width))


def _parts(word: str, width: int) -> Iterator[str]:
    if len(word.rstrip()) <= width:
        yield word
        return
    for start in range(0, len(word), width):
        yield word[start : start + width]
