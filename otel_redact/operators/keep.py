"""A found piece stays as it is: counted, not changed."""

from __future__ import annotations

from typing import Final

__all__ = ["KeepOperator"]


class KeepOperator:
    """Leave the piece in the clear; for entities that one wants to see in counters only."""

    name: Final = "keep"

    def __call__(self, text: str, entity: str) -> str:
        """Return ``text`` itself."""
        del entity
        return text
