"""What a generator yields in, one value that stands for all of it out; `traced_call` asks."""

from __future__ import annotations

from collections.abc import Callable

from otel_redact_instrumentation.traced_value import MAX_CHARACTERS, MAX_PARTS

__all__ = ["Chunks"]


class Chunks:
    """Collects chunks: texts that follow each other are joined, so that no secret is split.

    Args:
        keep: returns what is kept of a chunk that is no text: a copy, because the generator or its
            consumer may change the chunk later.

    Attributes:
        limited: there were too many to keep; what was kept is gone, as half a stream may end in
            half a secret.
    """

    __slots__ = ("_characters", "_keep", "_parts", "_run", "_run_type", "limited")

    def __init__(self, keep: Callable[[object], object]) -> None:
        """Start with nothing."""
        self.limited = False
        self._keep = keep
        self._parts: list[object] = []
        self._run: list[object] = []
        self._run_type: type | None = None
        self._characters = 0

    def add(self, chunk: object) -> None:
        """Keep one chunk.

        Args:
            chunk: not changed.

        Raises:
            Exception: whatever ``keep`` raises.
        """
        if self.limited or (chunk is None and self._run):  # nothing, between two texts
            return
        kind = next((kind for kind in (str, bytes) if isinstance(chunk, kind)), None)
        if kind is None or kind is not self._run_type:
            self._close_run()
        if isinstance(chunk, (str, bytes)):
            self._run_type = kind
            self._run.append(chunk)
            self._characters += 1 + len(chunk)  # empty ones take memory as well
        else:
            self._parts.append(self._keep(chunk))
        if self._characters > MAX_CHARACTERS or len(self._parts) > MAX_PARTS:
            self.drop()

    @property
    def is_empty(self) -> bool:
        """Whether there was none."""
        return not (self._parts or self._run or self.limited)

    def drop(self) -> None:
        """Forget what was kept, and keep nothing more."""
        self.limited = True
        self._parts.clear()
        self._run.clear()

    def value(self) -> object:
        """Return the joined text where all chunks were texts, else a list."""
        self._close_run()
        single = len(self._parts) == 1 and isinstance(self._parts[0], _Joined)
        parts = [part.whole if isinstance(part, _Joined) else part for part in self._parts]
        return parts[0] if single else parts

    def _close_run(self) -> None:
        if self._run_type is str:
            self._parts.append(_Joined("".join(self._run)))  # type: ignore[arg-type]
        elif self._run_type is bytes:
            self._parts.append(_Joined(b"".join(self._run)))  # type: ignore[arg-type]
        self._run.clear()
        self._run_type = None


class _Joined:
    """Texts that followed each other."""

    __slots__ = ("whole",)

    def __init__(self, whole: str | bytes) -> None:
        self.whole = whole
