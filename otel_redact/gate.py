"""Texts of a whole batch in, those that nothing could be found in out; the pipeline asks it first.

One scan looks for the triggers of every detector in all texts as they are, JSON or not. A text with
none goes as it is, unread; so does a short one that is no JSON and in which, looked at, nothing is
found (ids are often touched). The others, and JSON that must be read to be judged, are collected
leaf by leaf.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from otel_redact.cache import Known, ValueCache
from otel_redact.json_sign import is_plain_json
from otel_redact.json_tree import MAY_BE_JSON
from otel_redact.limit import MAX_TEXT_LENGTH
from otel_redact.types import Finding, Leaf

__all__ = ["Gate", "Probe"]

_MAX_LOOKED_AT = 256  # code points; a longer text with a trigger mostly has something to find
_MIN_CACHED = 512  # code points; scanning a shorter text costs less than digesting it


@runtime_checkable
class Probe(Protocol):
    """An engine that can tell where triggers stand."""

    def find(self, leaves: Sequence[Leaf]) -> list[list[Finding]]:
        """Return the findings of each leaf."""
        ...

    def probe(self, texts: Sequence[str]) -> Sequence[bool] | None:
        """Return for each text whether a trigger stands in it; None: not to be told."""
        ...

    def key_matters(self, key: str) -> bool:
        """Tell whether some detector finds whole texts by this key."""
        ...


class _Question(NamedTuple):
    """A text that is to be scanned.

    Attributes:
        text: all of it.
        key: its attribute's.
        rest: what is to be scanned: all, or the elements behind the known ones, as an array.
        known: what the cache said.
    """

    text: str
    key: str
    rest: str
    known: Known


class Gate:
    """What is known of the texts of one batch.

    Thread: one.
    """

    __slots__ = ("_cache", "_clean", "_engine", "_max_depth", "_plain", "_texts")

    def __init__(
        self,
        engine: Probe,
        values: Sequence[tuple[str, str]],
        max_depth: int,
        cache: ValueCache | None = None,
    ) -> None:
        """Scan the texts.

        Args:
            engine: whose triggers are looked for.
            values: texts and the attribute keys they stand under, ``""`` for a text without one.
                Kept until the gate goes, so that a text's ``id`` stays its own.
            max_depth: levels >= 1 of JSON containers whose strings may stay unread.
            cache: remembers long texts, and arrays by their first elements, as the collector does.
        """
        self._texts = values
        self._engine = engine
        self._max_depth = max_depth
        self._cache = cache
        self._clean: set[int] = set()  # ids of texts without a trigger
        self._plain: set[int] = set()  # ids of texts that come out as they are, JSON or not
        known: list[_Question] = []
        texts: list[str] = []
        for text, key in values:
            if cache is None or not key or not _MIN_CACHED <= len(text) <= MAX_TEXT_LENGTH:
                texts.append(text)
                continue
            question = self._ask(text, key, cache)
            if question is not None:
                known.append(question)
        found = engine.probe([*(one.rest for one in known), *texts]) or ()
        for one, is_touched in zip(known, found, strict=False):
            if not is_touched and _is_encodable(one.text):
                self._remember(one)
        self._sort(texts, found[len(known) :])

    def _sort(self, texts: Sequence[str], found: Sequence[bool]) -> None:
        """Note which texts have nothing in them, looking at short ones that have a trigger."""
        leaves: list[Leaf] = []
        others = 0
        for text, is_touched in zip(texts, found, strict=False):
            if len(text) > MAX_TEXT_LENGTH or not _is_encodable(text):
                continue
            if not is_touched:
                self._clean.add(id(text))
            elif len(text) <= _MAX_LOOKED_AT and text[0] not in MAY_BE_JSON:
                leaves.append(Leaf(text))
            else:
                others += 1
        if len(leaves) <= others:
            return  # most of these spans are read anyway
        findings = self._engine.find(leaves)
        self._clean.update(
            id(leaf.text) for leaf, some in zip(leaves, findings, strict=True) if not some
        )

    def _ask(self, text: str, key: str, cache: ValueCache) -> _Question | None:
        """Return what is to be scanned of a text, None where nothing is."""
        if self._engine.key_matters(key):
            return None
        is_array = text[0] == "[" and text[-1] == "]"
        known = cache.look_up(text, key, structural=False, is_array=is_array)
        is_unchanged = known.text is None and not known.names
        if known.length == len(text) - is_array:
            if is_unchanged:
                self._clean.add(id(text))
                self._plain.add(id(text))
            return None
        rest = "[" + text[known.length + 1 :] if known.length and is_unchanged else text
        return _Question(text, key, rest, known)

    def _remember(self, one: _Question) -> None:
        """Note that no trigger stands in a text, in the cache too if it stays as it is."""
        self._clean.add(id(one.text))
        is_plain = one.rest[0] not in MAY_BE_JSON or is_plain_json(one.rest, self._max_depth)
        if is_plain and self._cache is not None:
            self._plain.add(id(one.text))
            is_array = one.text[0] == "[" and one.text[-1] == "]"
            self._cache.store(
                one.known, one.text, one.key, is_array=is_array, new=one.text, names=()
            )

    def is_clean(self, text: str) -> bool:
        """Whether a text that is not read as JSON (a name, a key) has nothing to find in it."""
        return id(text) in self._clean

    def is_clean_value(self, text: str, key: str) -> bool:
        """Whether an attribute's text, JSON or not, would come out as it is.

        Args:
            text: one of the gate's texts, the very same object.
            key: the attribute's.
        """
        if id(text) not in self._clean or self._engine.key_matters(key):
            return False
        return (
            text[:1] not in MAY_BE_JSON
            or id(text) in self._plain
            or is_plain_json(text, self._max_depth)
        )


def _is_encodable(text: str) -> bool:
    """Whether UTF-8 can carry a text: it has no lone surrogate."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
