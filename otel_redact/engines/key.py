"""A key in, the detectors out whose ``key_pattern`` matches it; called by the engines."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from otel_redact.engines.joined import shape_of
from otel_redact.types import Detector

if TYPE_CHECKING:
    import regex

__all__ = ["KeyIndex"]

_MAX_CACHED_KEYS = 4096
_MAX_CACHED_KEY_LENGTH = 128
_MAX_COMPILED = 4096
_KEY_TAIL = 256
_START = 3
"""Characters of a key trigger by which it is looked up; shorter ones are looked up whole."""


class KeyIndex:
    """Verdicts on keys, remembered in a bounded table. Of a longer key the last 256 count.

    A pattern is compiled at the first key that has one of its triggers. No lock: two threads may do
    the same work.

    Thread: any.
    """

    def __init__(self, detectors: Sequence[Detector]) -> None:
        """Keep the detectors that say something about keys."""
        self._detectors = tuple(detector for detector in detectors if detector.key_pattern)
        self._always: set[int] = set()
        self._by_start: dict[bytes, list[tuple[bytes, int]]] = {}
        for place, detector in enumerate(self._detectors):
            if not detector.key_triggers:
                self._always.add(place)
            for trigger in map(shape_of, detector.key_triggers):
                self._by_start.setdefault(trigger[:_START], []).append((trigger, place))
        self._lengths = sorted(set(map(len, self._by_start)))
        self._verdicts: dict[str, tuple[Detector, ...]] = {"": ()}

    def __len__(self) -> int:
        """Return how many verdicts are remembered."""
        return len(self._verdicts)

    def detectors_of(self, key: str) -> tuple[Detector, ...]:
        """Return the detectors whose key pattern matches the whole key, in their order."""
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._judge(key[-_KEY_TAIL:])
            if len(key) <= _MAX_CACHED_KEY_LENGTH:
                if len(self._verdicts) >= _MAX_CACHED_KEYS:
                    self._verdicts = {"": ()}
                self._verdicts[key] = verdict
        return verdict

    def _judge(self, tail: str) -> tuple[Detector, ...]:
        candidates = set(self._always)
        shape, by_start = shape_of(tail), self._by_start
        for length in self._lengths:
            for start in range(len(shape) - length + 1):
                for trigger, place in by_start.get(shape[start : start + length], ()):
                    if place not in candidates and shape.startswith(trigger, start):
                        candidates.add(place)
        return tuple(
            self._detectors[place]
            for place in sorted(candidates)
            if _compiled(self._detectors[place].key_pattern).fullmatch(tail, concurrent=False)
        )


@functools.lru_cache(_MAX_COMPILED)
def _compiled(pattern: str) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - heavy

    return regex.compile(pattern, regex.ASCII | regex.IGNORECASE, cache_pattern=False)
