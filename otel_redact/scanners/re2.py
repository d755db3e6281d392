"""Literals by google-re2: a set says which occur, ``bytes.find`` says where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import ClassVar

from otel_redact.scanners.find import find_each
from otel_redact.scanners.scanner import Occurrence

__all__ = ["Re2Scanner"]

# Far above what some hundred literals take: a set that runs out of memory says "none occurs".
_MEMORY_BYTES = 64 << 20


class Re2Scanner:
    """Scan with google-re2.

    Thread: any; the set never changes once it is built.
    """

    name: ClassVar[str] = "re2"
    requirement: ClassVar[str] = "google-re2"

    def __init__(self, literals: Sequence[bytes]) -> None:
        """Build the set: some milliseconds.

        Args:
            literals: not empty, each once.

        Raises:
            ImportError: google-re2 is not installed.
        """
        re2 = self.load()
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.max_mem = _MEMORY_BYTES
        self._literals = tuple(literals)
        self._set = re2.Set.SearchSet(options)
        for literal in literals:
            self._set.Add(re.escape(literal))
        self._set.Compile()

    @staticmethod
    def load() -> ModuleType:
        """Return the library.

        Raises:
            ImportError: it is not installed.
        """
        return import_module("re2")

    def scan(self, data: bytes) -> list[Occurrence]:
        """Return each occurrence once, literal after literal; a new list."""
        return find_each(data, self._literals, self._set.Match(data) or ())
