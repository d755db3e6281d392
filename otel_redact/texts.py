"""The texts of leaves after redaction, and which of them changed; steps make it, nodes read it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

__all__ = ["Texts"]


class Texts(list[str]):
    """One text for each leaf.

    Attributes:
        changed: sorted indices of the leaves whose text is another than before.
        hits: (index of leaf, entity or rule name) for every replaced piece.
        failed: whether a value was replaced because something failed.
    """

    __slots__ = ("changed", "failed", "hits")

    def __init__(
        self,
        texts: Sequence[str],
        changed: Collection[int] = (),
        hits: Sequence[tuple[int, str]] = (),
        *,
        failed: bool = False,
    ) -> None:
        """Copy the texts.

        Args:
            texts: one for each leaf, in order.
            changed: indices in any order.
            hits: as the attribute.
            failed: as the attribute.
        """
        super().__init__(texts)
        self.changed = sorted(changed)
        self.hits = hits
        self.failed = failed
