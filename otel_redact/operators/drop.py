"""A found piece becomes nothing."""

from __future__ import annotations

from typing import Final

__all__ = ["DropOperator"]


class DropOperator:
    """Remove the piece; its surroundings close up.

    The one operator under which a second redaction may find more: of ``password: a b`` the second
    word then stands where the first one stood.
    """

    name: Final = "drop"

    def __call__(self, text: str, entity: str) -> str:
        """Return the empty string."""
        del text, entity
        return ""
