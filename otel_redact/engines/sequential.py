"""Leaves in, findings out, by each detector's exact pattern in turn; the reference for others."""

from __future__ import annotations

from collections.abc import Sequence

from otel_redact.engines.candidate import Exact, LeafText, applies, compile_exact, entities_of
from otel_redact.engines.key import KeyIndex
from otel_redact.engines.overlap import resolve_overlaps
from otel_redact.types import Detector, Finding, Leaf

__all__ = ["SequentialEngine"]


class SequentialEngine:
    """Run every detector's pattern over every leaf, in time linear in the text.

    Patterns are compiled at the first ``find``. No text is kept; verdicts on keys are, in a bounded
    table.

    Thread: ``find`` may be called from several threads at once.
    On error: what a detector's ``validate`` raises goes to the caller, who redacts the leaf.
    """

    def __init__(self, detectors: Sequence[Detector]) -> None:
        """Keep ``detectors``; nothing is compiled yet."""
        self._detectors = tuple(detectors)
        self._keys = KeyIndex(self._detectors)
        self._searches: tuple[tuple[Detector, Exact], ...] | None = None
        self._entities: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What counters and ``otel-redact config`` call it: ``sequential``."""
        return "sequential"

    def find(self, leaves: Sequence[Leaf]) -> list[list[Finding]]:
        """Return, for each leaf, its findings: sorted by start, not overlapping, inside the text.

        A placeholder is never found again, nor anything in one.
        """
        if self._searches is None:
            self._entities = entities_of(self._detectors)
            self._searches = tuple(
                (detector, compile_exact(detector))
                for detector in self._detectors
                if detector.pattern
            )
        return [self._find_in(leaf, self._searches) for leaf in leaves]

    def _find_in(self, leaf: Leaf, searches: Sequence[tuple[Detector, Exact]]) -> list[Finding]:
        if not leaf.text:
            return []
        text = LeafText(leaf.text, self._entities)
        keyed = self._keys.detectors_of(leaf.key)
        text.add_keyed(detector for detector in keyed if applies(detector, leaf))
        for detector, exact in searches:
            if applies(detector, leaf):
                # concurrent=False keeps the GIL: releasing it starves a worker beside a busy
                # application.
                for match in exact.pattern.finditer(leaf.text, concurrent=False):
                    text.add(detector, *exact.span(match))
        return resolve_overlaps(text.findings)
