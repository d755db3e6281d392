"""Literals by one Aho-Corasick automaton: one pass, one hand-over of the GIL."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import ClassVar

from otel_redact.scanners.scanner import Occurrence

__all__ = ["AhoCorasickScanner"]


class AhoCorasickScanner:
    """Scan with ahocorasick-rs.

    Thread: any; the automaton never changes.
    """

    name: ClassVar[str] = "ahocorasick"
    requirement: ClassVar[str] = "otel-redact[fast]"

    def __init__(self, literals: Sequence[bytes]) -> None:
        """Build the automaton: some milliseconds.

        Args:
            literals: not empty, each once.

        Raises:
            ImportError: ahocorasick-rs is not installed.
        """
        library = self.load()
        self._automaton = library.BytesAhoCorasick(
            literals, implementation=library.Implementation.DFA
        )

    @staticmethod
    def load() -> ModuleType:
        """Return the library.

        Raises:
            ImportError: it is not installed.
        """
        return import_module("ahocorasick_rs")

    def scan(self, data: bytes) -> list[Occurrence]:
        """Return each occurrence once, by its end; a new list."""
        found: list[Occurrence] = self._automaton.find_matches_as_indexes(data, overlapping=True)
        return found
