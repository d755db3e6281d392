"""Results of leaves seen before, so that a resent chat history is searched once; `step` asks it.

Keys are digests under a key made at random for this process: no text is kept for a lookup, and
nobody can craft a text that meets another's result. Values are kept only for leaves with findings,
and hold the redacted text. Size is bounded in bytes; the least recently used go first.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Sequence

from otel_redact.containment import renew_after_fork
from otel_redact.types import Leaf

__all__ = ["LeafCache"]

_MIN_LENGTH = 16  # code points; searching a shorter text costs less than digesting it
_ENTRY_BYTES = 200  # digest, dict entry, list and tuple headers; measured with sys.getsizeof


class LeafCache:
    """A bounded map from leaf to result.

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
        self._lock = threading.Lock()
        self._entries: OrderedDict[bytes, tuple[str | None, tuple[str, ...]]] = OrderedDict()
        self._bytes = 0

    def serve(
        self, leaves: Sequence[Leaf], results: list[str], hits: list[tuple[int, str]]
    ) -> list[int]:
        """Fill in what is known.

        Args:
            leaves: what is asked.
            results: the known results are written here.
            hits: their (leaf index, entity) pairs are appended here.

        Returns:
            The indices of the leaves that are not known.
        """
        unknown = []
        for index, leaf in enumerate(leaves):
            entry = self._get(leaf) if len(leaf.text) >= _MIN_LENGTH else None
            if entry is None:
                unknown.append(index)
                continue
            text, names = entry
            if text is not None:
                results[index] = text
            hits.extend((index, name) for name in names)
        return unknown

    def store(self, leaf: Leaf, result: str, names: Sequence[str]) -> None:
        """Remember one result, and forget the oldest ones over the bound."""
        if len(leaf.text) < _MIN_LENGTH:
            return
        kept = None if result is leaf.text else result
        size = _ENTRY_BYTES + (4 * len(kept) if kept is not None else 0)
        if size > self._max_bytes:
            return
        digest = self._digest(leaf)
        with self._lock:
            if digest in self._entries:
                return
            self._entries[digest] = (kept, tuple(names))
            self._bytes += size
            while self._bytes > self._max_bytes:
                _, (old, _) = self._entries.popitem(last=False)
                self._bytes -= _ENTRY_BYTES + (4 * len(old) if old is not None else 0)

    def _get(self, leaf: Leaf) -> tuple[str | None, tuple[str, ...]] | None:
        digest = self._digest(leaf)
        with self._lock:
            entry = self._entries.get(digest)
            if entry is not None:
                self._entries.move_to_end(digest)
            return entry

    def _digest(self, leaf: Leaf) -> bytes:
        digest = self._new_digest(digest_size=16, key=self._secret)
        digest.update(leaf.text.encode("utf-8", "surrogatepass"))
        digest.update(b"\xff1" if leaf.structural else b"\xff0")
        digest.update(leaf.key.encode("utf-8", "surrogatepass"))
        return digest.digest()
