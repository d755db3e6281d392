"""A shape in, where triggers stand out: literals by a scanner, patterns by ``re``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from otel_redact.engines.blank import MEDIA, SAMPLING, Blank, blank_media
from otel_redact.scanners.scanner import Occurrence, Scanner
from otel_redact.scanners.selection import create_scanner

__all__ = ["Sweep"]

# Bounds the list of occurrences; each window is one hand-over of the GIL.
_WINDOW_BYTES = 2 << 20


class Sweep:
    """Finds the places of literals and patterns. Numbers: literals first, then patterns.

    The scanner is made at the first use. Two threads may make one each: no lock is held that a
    fork could copy.

    Thread: any.
    """

    def __init__(
        self,
        literals: Sequence[bytes],
        patterns: Sequence[bytes],
        blanks: Sequence[Blank],
        scanner: str,
    ) -> None:
        """Compile the patterns; the scanner waits.

        Args:
            literals: each once.
            patterns: source for ``re``.
            blanks: what is taken away before literals are looked for.
            scanner: what ``check_scanner`` returned.

        Raises:
            re.error: a pattern is wrong.
        """
        self._literals = tuple(literals)
        self._patterns = tuple(re.compile(pattern) for pattern in patterns)
        self._blanks = tuple(blanks)
        self._late = tuple(
            (blank, self._literals.index(blank.literal))
            for blank in blanks
            if blank.literal in self._literals
        )
        self._takes_media = MEDIA in self._literals
        self._scanner_name = scanner
        self._scanner: Scanner | None = None
        self._overlap = max(map(len, literals), default=1) - 1

    def occurrences(self, shape: bytes) -> Iterator[list[Occurrence]]:
        """Yield lists of occurrences, each once, in no promised order.

        Those of literals may overlap; of patterns they are what ``finditer`` finds.
        """
        if self._literals:
            yield from self._literal_occurrences(shape)
        for number, pattern in enumerate(self._patterns, len(self._literals)):
            found = [(number, *match.span()) for match in pattern.finditer(shape)]
            if found:
                yield found

    def _literal_occurrences(self, shape: bytes) -> Iterator[list[Occurrence]]:
        scanner = self._scanner
        if scanner is None:
            scanner = self._scanner = create_scanner(self._scanner_name, self._literals)
        if self._takes_media and MEDIA in shape:
            shape = blank_media(shape)
        sample = shape[::SAMPLING]
        for blank in self._blanks:
            if blank.is_due(sample):
                shape = blank.apply(shape)
        for low in range(0, len(shape), _WINDOW_BYTES):
            found = self._window(scanner, shape, low)
            for blank, number in self._late:
                if blank.is_due_after(sum(one[0] == number for one in found)):
                    shape = blank.apply(shape)
                    found = self._window(scanner, shape, low)
            yield found

    def _window(self, scanner: Scanner, shape: bytes, low: int) -> list[Occurrence]:
        """Return what starts in the window that begins at ``low``."""
        if not low and len(shape) <= _WINDOW_BYTES:
            return scanner.scan(shape)
        found = scanner.scan(shape[low : low + _WINDOW_BYTES + self._overlap])
        return [
            (number, low + start, low + end)
            for number, start, end in found
            if start < _WINDOW_BYTES
        ]
