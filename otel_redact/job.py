"""One span's leaves on their way through an anonymizer: steps change the texts, in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from otel_redact.budget import Budget
from otel_redact.texts import Texts
from otel_redact.types import FAILED_PLACEHOLDER

if TYPE_CHECKING:
    from otel_redact.collector import Collector
    from otel_redact.counters import Counters
    from otel_redact.leaves import Leaves

__all__ = ["BUDGET_STAGE", "Job"]

BUDGET_STAGE = "span_timeout"
"""What counters call values that were replaced because the span's time was over."""


class Job:
    """The leaves of one span or value, and what became of them so far.

    Attributes:
        leaves: as collected; never changed.
        texts: one for each leaf, as the last step left it.
        changed: indices of the texts that are others than the leaves'.
        paths: of each leaf, where a step asked for them.
        key_leaves: indices of the leaves that are keys.
        counters: findings and failures are counted there.
        budget: the span's time.
        hits: (index of leaf, entity or rule name) for every replaced piece; the index is -1 where
            the piece is in a value whose result was known.
        failed: whether a text was replaced because something failed.
    """

    __slots__ = (
        "budget",
        "changed",
        "counters",
        "failed",
        "hits",
        "key_leaves",
        "leaves",
        "paths",
        "texts",
    )

    def __init__(self, collector: Collector, counters: Counters, budget: Budget) -> None:
        """Take what a collector has found, and count the limits it met as failures."""
        self.leaves: Leaves = collector.leaves
        self.texts: list[str] = list(collector.leaves.texts)
        self.changed: set[int] = set()
        self.paths: Sequence[Sequence[str | int]] | None = collector.paths
        self.key_leaves: Sequence[int] = collector.key_leaves
        self.counters = counters
        self.budget = budget
        self.hits: list[tuple[int, str]] = [(-1, name) for name in collector.known_names]
        self.failed = bool(collector.failures)
        for limit in collector.failures:
            counters.failure("value", limit)

    def put(self, index: int, text: str) -> None:
        """Replace a text."""
        self.texts[index] = text
        self.changed.add(index)

    def fail(self, index: int, stage: str, kind: str) -> None:
        """Replace a text on which something failed, and count it."""
        self.counters.failure(stage, kind)
        self.failed = True
        self.put(index, FAILED_PLACEHOLDER)

    def result(self) -> Texts:
        """Return the texts as they are now, for nodes to build with."""
        return Texts(self.texts, self.changed, self.hits, failed=self.failed)
