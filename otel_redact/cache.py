"""Results of values seen before, so that a resent chat is read once; `cached_value` asks.

Keys are digests under a key made at random for this process: no text is kept for a lookup, and
nobody can craft a text that meets another's result. Values are kept only where something was
replaced, and hold the redacted text. Size is bounded in bytes; the least recently used go first.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from otel_redact.containment import renew_after_fork

__all__ = ["Known", "ValueCache"]

_ENTRY_BYTES = 250  # digest, dict entry, tuples; measured with sys.getsizeof
_SLOT_BYTES = 150  # one place where prefixes may end
_MAX_SLOTS = 4096
_MAX_PREFIXES = 6
"""Ends of prefixes remembered for each beginning: the turns of one chat, or branches of it."""
_SLOT_LENGTH = 128
_CHUNK = 2047
"""Bytes hashed in one call: from 2048 on CPython hands the GIL over, for which a worker beside a
busy application waits.
Source: https://github.com/python/cpython/blob/3.13/Modules/hashlib.h HASHLIB_GIL_MINSIZE,
2026-11-24."""


class Known(NamedTuple):
    """What is known of a value, or of its first part.

    Attributes:
        length: code points that ``text`` stands for; 0: nothing is known.
        text: what became of them; None: nothing changed.
        names: entity or rule of each replaced piece.
        digest: of the whole value, to store its result under.
    """

    length: int
    text: str | None
    names: tuple[str, ...]
    digest: bytes


class ValueCache:
    """A bounded map from value to result, and from a JSON array's first elements to theirs.

    Thread: safe; every access holds the lock briefly. Empty again after a fork.
    """

    def __init__(self, max_bytes: int) -> None:
        """Make an empty cache.

        Args:
            max_bytes: upper bound on the memory of results, >= 1.
        """
        from hashlib import blake2b  # noqa: PLC0415 - heavy: only where there is a cache

        self._new_digest = blake2b
        self._max_bytes = max_bytes
        self._secret = os.urandom(32)
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Forget everything, with a new lock."""
        self._lock = threading.RLock()
        self._entries: OrderedDict[bytes, tuple[int, str | None, tuple[str, ...]]] = OrderedDict()
        self._ends: OrderedDict[int, list[int]] = OrderedDict()
        self._bytes = 0

    def look_up(self, text: str, key: str, *, structural: bool, is_array: bool) -> Known:
        """Return what is known of a value, the longest part first.

        Args:
            text: the value.
            key: its attribute's, which says what it is.
            structural: as ``Leaf.structural``.
            is_array: it begins with ``[`` and ends with ``]``, so that its first elements may be
                known: they are what stands before a comma.
        """
        digest = self._new_digest(digest_size=16, key=self._secret)
        name = key.encode("utf-8", "surrogatepass")
        digest.update(b"%d/%d/%d/" % (structural, is_array, len(name)) + name[:_CHUNK])
        end = len(text) - is_array
        best: tuple[int, str | None, tuple[str, ...]] = (0, None, ())
        done, found = 0, b""
        for stop in (*(self._prefixes(text, key) if is_array else ()), end):
            encoded = text[done:stop].encode("utf-8", "surrogatepass")
            for start in range(0, len(encoded), _CHUNK):
                digest.update(encoded[start : start + _CHUNK])
            done = stop
            found = digest.digest()
            with self._lock:
                entry = self._entries.get(found)
                if entry is not None:
                    self._entries.move_to_end(found)
                    best = entry
        return Known(*best, found)

    def store(
        self, known: Known, text: str, key: str, *, is_array: bool, new: str, names: Sequence[str]
    ) -> None:
        """Remember a value's result, and forget the oldest ones over the bound.

        Args:
            known: what ``look_up`` returned for it.
            text: the value.
            key: its attribute's.
            is_array: as for ``look_up``.
            new: its result.
            names: entity or rule of each replaced piece.
        """
        end = len(text) - is_array
        kept = None if new is text else new[:-1] if is_array else new
        size = _ENTRY_BYTES + (sys.getsizeof(kept) if kept is not None else 0)
        if size > self._max_bytes:
            return
        with self._lock:
            if known.digest in self._entries:
                return
            self._entries[known.digest] = (end, kept, tuple(names))
            self._bytes += size
            if is_array:
                self._note_end(text, key, end)
            while self._bytes > self._max_bytes:
                _, (_, old, _) = self._entries.popitem(last=False)
                self._bytes -= _ENTRY_BYTES + (sys.getsizeof(old) if old is not None else 0)

    def _prefixes(self, text: str, key: str) -> list[int]:
        """Return where the known first elements of an array may end, the shortest first."""
        with self._lock:
            ends = self._ends.get(hash((key, text[:_SLOT_LENGTH])), ())
            return sorted(end for end in ends if end < len(text) - 1 and text[end] == ",")

    def _note_end(self, text: str, key: str, end: int) -> None:
        slot = hash((key, text[:_SLOT_LENGTH]))
        ends = self._ends.setdefault(slot, [])
        self._ends.move_to_end(slot)
        if end not in ends:
            ends.append(end)
            del ends[:-_MAX_PREFIXES]
        while len(self._ends) > min(_MAX_SLOTS, self._max_bytes // _SLOT_BYTES):
            self._ends.popitem(last=False)
