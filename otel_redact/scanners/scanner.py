"""What every scanner promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

__all__ = ["Occurrence", "Scanner", "ScannerClass"]

Occurrence = tuple[int, int, int]
"""A literal's place among the literals, its first byte, one past its last byte."""


class Scanner(Protocol):
    """Finds every occurrence of its literals, overlapping ones too.

    Thread: any; may be called from several at once, and in a forked child.
    On error: what a library raises goes to the caller, who redacts the texts.
    """

    def scan(self, data: bytes) -> list[Occurrence]:
        """Return each occurrence once, in no promised order; a new list."""
        ...


class ScannerClass(Protocol):
    """What makes a scanner.

    Attributes:
        name: what ``select_scanner`` and the log call it.
        requirement: what to ``pip install`` for it; ``""``: nothing.
    """

    name: str
    requirement: str

    def load(self) -> object:
        """Import its library.

        Raises:
            ImportError: it is not installed here.
        """
        ...

    def __call__(self, literals: Sequence[bytes]) -> Scanner:
        """Return a scanner.

        Args:
            literals: not empty, each once.

        Raises:
            ImportError: its library is not installed here.
        """
        ...
