"""A key in, the detectors out whose ``key_pattern`` matches it; called by the engines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from otel_redact.types import Detector

if TYPE_CHECKING:
    import regex

__all__ = ["KeyIndex"]

_MAX_CACHED_KEYS = 4096
_MAX_CACHED_KEY_LENGTH = 128
_KEY_TAIL = 256


class KeyIndex:
    """Verdicts on keys, remembered in a bounded table. Of a longer key the last 256 count.

    Patterns are compiled at the first key. No lock: two threads may do the same work.

    Thread: any.
    """

    def __init__(self, detectors: Sequence[Detector]) -> None:
        """Keep the detectors that say something about keys."""
        self._detectors = tuple(detector for detector in detectors if detector.key_pattern)
        self._patterns: tuple[regex.Pattern[str], ...] = ()
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
        if not self._detectors:
            return ()
        patterns = self._patterns or self._compile()
        return tuple(
            detector
            for detector, pattern in zip(self._detectors, patterns, strict=True)
            if pattern.fullmatch(tail, concurrent=False)
        )

    def _compile(self) -> tuple[regex.Pattern[str], ...]:
        import regex  # noqa: PLC0415 - heavy

        flags = regex.ASCII | regex.IGNORECASE
        self._patterns = tuple(regex.compile(one.key_pattern, flags) for one in self._detectors)
        return self._patterns
