"""Where a value stands: `collector` and `json_collector` hand it down while they walk."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Place"]


class Place(NamedTuple):
    """Where a value stands.

    Attributes:
        key: nearest attribute key or mapping key above it.
        mask: its categories (bits).
        structural: see ``Leaf.structural``.
        in_messages: it is an element of a list of chat messages.
    """

    key: str = ""
    mask: int = 0
    structural: bool = False
    in_messages: bool = False

    def __repr__(self) -> str:
        """Leave the key out: it may be content."""
        return f"Place(mask={self.mask:#x}, structural={self.structural})"
