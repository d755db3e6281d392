"""A found piece becomes ``[ENTITY]``; the default operator."""

from __future__ import annotations

from typing import Final

__all__ = ["ReplaceOperator"]


class ReplaceOperator:
    """Put the entity's name in brackets.

    >>> ReplaceOperator()("alice@example.com", "EMAIL_ADDRESS")
    '[EMAIL_ADDRESS]'
    """

    name: Final = "replace"

    def __call__(self, text: str, entity: str) -> str:
        """Return ``[entity]``; ``text`` is not looked at."""
        del text
        return f"[{entity}]"
