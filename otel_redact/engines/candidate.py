"""What the engines share between a pattern's match and a finding: compiling, judging, making."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from otel_redact.engines.placeholder import placeholder_spans, without_placeholders
from otel_redact.types import Detector, Finding, Group, Leaf

if TYPE_CHECKING:
    import regex

__all__ = ["Exact", "LeafText", "applies", "compile_exact", "entities_of"]

_STRUCTURAL_GROUPS = frozenset((Group.SECRETS, Group.CRYPTO))
_VALUE_GROUP = "value"
_MAX_COMPILED = 4096


class Exact(NamedTuple):
    """A detector's compiled text pattern, and the number of the group that is the finding."""

    pattern: regex.Pattern[str]
    value_group: int

    def span(self, match: regex.Match[str]) -> tuple[int, int]:
        """Return where a match's finding is: its value group, or all of it."""
        start, end = match.span(self.value_group)
        return (start, end) if start >= 0 else match.span()


class LeafText:
    """One leaf, and where its placeholders are. Judges candidates, collects findings."""

    __slots__ = ("_placeholders", "findings", "text")

    def __init__(self, text: str, entities: frozenset[str]) -> None:
        """Look for placeholders.

        Args:
            text: the leaf's.
            entities: names that make a placeholder.
        """
        self.text = text
        self.findings: list[Finding] = []
        self._placeholders: Sequence[tuple[int, int]] = (
            placeholder_spans(text, entities) if "[" in text else ()
        )

    def add(self, detector: Detector, start: int, end: int) -> None:
        """Keep a candidate of a text pattern if it stands."""
        if self._stands(start, end, detector.validate):
            self.findings.append(Finding(start, end, detector.entity, detector.priority))

    def add_keyed(self, detectors: Iterable[Detector]) -> None:
        """Keep the whole text for each detector of the leaf's key that it stands for."""
        end = len(self.text)
        for detector in detectors:
            if self._stands(0, end, detector.validate_key_value):
                self.findings.append(Finding(0, end, detector.entity, detector.priority))

    def _stands(self, start: int, end: int, validate: Callable[[str], bool] | None) -> bool:
        """Tell whether what a candidate has besides placeholders validates."""
        rest = self.text[start:end]
        if self._placeholders:
            rest = without_placeholders(self.text, start, end, self._placeholders)
            if len(rest) < end - start and not any(character.isalnum() for character in rest):
                return False
        return validate is None or validate(rest)


def applies(detector: Detector, leaf: Leaf) -> bool:
    """Tell whether a detector's group is searched in such a leaf."""
    return not leaf.structural or detector.group in _STRUCTURAL_GROUPS


def compile_exact(detector: Detector) -> Exact:
    """Return a detector's compiled text pattern."""
    return _compiled(detector.pattern)


@functools.lru_cache(_MAX_COMPILED)  # the module's own cache is smaller than the catalogue
def _compiled(source: str) -> Exact:
    import regex  # noqa: PLC0415 - heavy

    # ASCII: the Kelvin sign is no k. A trigger's shape knows none of those either.
    pattern = regex.compile(source, regex.ASCII, cache_pattern=False)
    return Exact(pattern, pattern.groupindex.get(_VALUE_GROUP, 0))


def entities_of(detectors: Iterable[Detector]) -> frozenset[str]:
    """Return the names that make a placeholder: these detectors' and the catalogue's."""
    from otel_redact.detectors import DETECTORS  # noqa: PLC0415 - heavy

    return frozenset(detector.entity for detector in (*DETECTORS, *detectors))
