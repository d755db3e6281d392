"""Literals by Hyperscan, which calls back for each; where calling back is dear, in another way."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from otel_redact.scanners.ahocorasick import AhoCorasickScanner
from otel_redact.scanners.find import find_each
from otel_redact.scanners.scanner import Occurrence

if TYPE_CHECKING:
    import hyperscan

__all__ = ["HyperscanScanner"]

_PATIENCE_SECONDS = 0.01
"""What one scan may wait for the GIL. Twice the interpreter's switch interval: a thread that
computes hands the GIL over after 5 ms.
Source: https://docs.python.org/3/library/sys.html#sys.setswitchinterval, 2026-11-24."""
_RETRY_SECONDS = 5.0


class _Local(threading.local):
    """One thread's scratch spaces, and until when it does without calls back."""

    def __init__(self, library: ModuleType, databases: Sequence[hyperscan.Database]) -> None:
        self.scratches = [library.Scratch(database) for database in databases]
        self.quiet_until = 0.0


class HyperscanScanner:
    """Scan with python-hyperscan.

    Each call back takes the GIL, for which a thread waits up to 5 ms behind one that computes. A
    scan that has waited 10 ms in all is given up, and for the next five seconds the thread's scans
    hand the GIL over once or a few times only: by ahocorasick-rs, or, where that is not installed,
    by asking Hyperscan which literals occur, once each, and searching for those with
    ``bytes.find``.

    Thread: any; each thread has its own scratch space.
    """

    name: ClassVar[str] = "hyperscan"
    requirement: ClassVar[str] = "hyperscan"

    def __init__(self, literals: Sequence[bytes]) -> None:
        """Build the database: some hundredths of a second.

        Args:
            literals: not empty, each once.

        Raises:
            ImportError: hyperscan is not installed.
        """
        library = self.load()
        self._stopped: type[Exception] = library.ScanTerminated
        self._literals = tuple(literals)
        self._lengths = [len(literal) for literal in literals]
        self._every = _database(library, literals, 0)
        self._which: hyperscan.Database | None = None
        self._quiet: AhoCorasickScanner | None = None
        try:
            self._quiet = AhoCorasickScanner(literals)
        except ImportError:
            self._which = _database(library, literals, library.HS_FLAG_SINGLEMATCH)
        databases = [one for one in (self._every, self._which) if one is not None]
        self._local = _Local(library, databases)

    @staticmethod
    def load() -> ModuleType:
        """Return the library.

        Raises:
            ImportError: it is not installed.
        """
        return import_module("hyperscan")

    def scan(self, data: bytes) -> list[Occurrence]:
        """Return each occurrence once; a new list."""
        local = self._local
        if time.monotonic() >= local.quiet_until:
            found = self._occurrences(data)
            if found is not None:
                return found
            local.quiet_until = time.monotonic() + _RETRY_SECONDS
        if self._quiet is not None:
            return self._quiet.scan(data)
        return find_each(data, self._literals, self._occurring(data))

    def _occurrences(self, data: bytes) -> list[Occurrence] | None:
        """Return all occurrences, or None where calling back takes too long."""
        found: list[Occurrence] = []
        lengths, clock = self._lengths, time.perf_counter
        cpu_clock = time.thread_time
        start, cpu_start, gives_up = clock(), cpu_clock(), False

        def on_match(index: int, _start: int, end: int, _flags: int, _context: object) -> bool:
            found.append((index, end - lengths[index], end))
            nonlocal gives_up
            waited = clock() - start
            if waited > _PATIENCE_SECONDS:
                gives_up = waited - (cpu_clock() - cpu_start) > _PATIENCE_SECONDS
            return gives_up

        with contextlib.suppress(self._stopped):
            self._every.scan(data, match_event_handler=on_match, scratch=self._local.scratches[0])
        return None if gives_up else found

    def _occurring(self, data: bytes) -> list[int]:
        indexes: list[int] = []

        def on_match(index: int, _start: int, _end: int, _flags: int, _context: object) -> None:
            indexes.append(index)

        if self._which is not None:
            scratch = self._local.scratches[1]
            self._which.scan(data, match_event_handler=on_match, scratch=scratch)
        return indexes


def _database(library: ModuleType, literals: Sequence[bytes], flags: int) -> hyperscan.Database:
    database: hyperscan.Database = library.Database(mode=library.HS_MODE_BLOCK)
    database.compile(
        expressions=[_source(literal) for literal in literals],
        ids=list(range(len(literals))),
        elements=len(literals),
        flags=flags,
    )
    return database


def _source(literal: bytes) -> bytes:
    """Return a pattern for a literal; the library's own literals end at a NUL."""
    return b"".join(b"\\x%02x" % byte for byte in literal)
