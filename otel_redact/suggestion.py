"""A mistyped word in, the known word it is nearest to out; error messages use it."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like ``word``, or ``""`` where none is near."""
    import difflib  # noqa: PLC0415 - only where something is wrong already

    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")
