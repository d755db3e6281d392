"""Texts of a whole batch in, those that nothing could be found in out; the pipeline asks it first.

One scan looks for the triggers of every detector in all texts as they are, JSON or not. A text with
none goes as it is, unread; the others, and JSON that must be read to be judged, are collected leaf
by leaf.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from otel_redact.json_sign import is_plain_json
from otel_redact.json_tree import MAY_BE_JSON

__all__ = ["Gate", "Probe"]

_MAX_LENGTH = 4 * 1024 * 1024  # as `collector.MAX_TEXT_LENGTH`: a longer text is replaced unread


@runtime_checkable
class Probe(Protocol):
    """An engine that can tell where triggers stand."""

    def probe(self, texts: Sequence[str]) -> Sequence[bool] | None:
        """Return for each text whether a trigger stands in it; None: not to be told."""
        ...

    def key_matters(self, key: str) -> bool:
        """Tell whether some detector finds whole texts by this key."""
        ...


class Gate:
    """What is known of the texts of one batch.

    Thread: one.
    """

    __slots__ = ("_clean", "_engine", "_max_depth", "_texts")

    def __init__(self, engine: Probe, texts: Iterable[str], max_depth: int) -> None:
        """Scan the texts.

        Args:
            engine: whose triggers are looked for.
            texts: kept until the gate goes, so that a text's ``id`` stays its own.
            max_depth: levels >= 1 of JSON containers whose strings may stay unread.
        """
        self._texts = list(texts)
        self._engine = engine
        self._max_depth = max_depth
        self._clean: set[int] = set()
        for text, is_touched in zip(self._texts, engine.probe(self._texts) or (), strict=False):
            if not is_touched and len(text) <= _MAX_LENGTH and _is_encodable(text):
                self._clean.add(id(text))

    def is_clean(self, text: str) -> bool:
        """Whether a text that is not read as JSON (a name, a key) has nothing to find."""
        return id(text) in self._clean

    def is_clean_value(self, text: str, key: str) -> bool:
        """Whether an attribute's text, JSON or not, would come out as it is.

        Args:
            text: one of the gate's texts, the very same object.
            key: the attribute's.
        """
        if id(text) not in self._clean or self._engine.key_matters(key):
            return False
        return text[:1] not in MAY_BE_JSON or is_plain_json(text, self._max_depth)


def _is_encodable(text: str) -> bool:
    """Whether UTF-8 can carry a text: it has no lone surrogate."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
