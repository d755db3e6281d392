"""What `traced_wrapper` drives where nothing is recorded; `TracedCall` fills it with life."""

from __future__ import annotations

__all__ = ["NoCall"]


class NoCall:
    """Stands for a call of which nothing is recorded."""

    __slots__ = ()

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, *_: object) -> None:
        """Do nothing."""

    def add(self, chunk: object) -> None:
        """Do nothing with what a generator yields."""

    def succeed(self, result: object) -> None:
        """Do nothing with a result."""

    def finish(self) -> None:
        """Do nothing."""

    def fail(self, error: BaseException) -> None:
        """Do nothing with an error."""
