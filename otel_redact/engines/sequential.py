"""Leaves in, findings out, by each detector's exact pattern in turn; the reference for others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from otel_redact.engines.overlap import resolve_overlaps
from otel_redact.engines.placeholder import placeholder_spans, without_placeholders
from otel_redact.types import Detector, Finding, Group, Leaf

if TYPE_CHECKING:
    import regex

__all__ = ["SequentialEngine"]

_STRUCTURAL_GROUPS = frozenset((Group.SECRETS, Group.CRYPTO))
_VALUE_GROUP = "value"
_MAX_CACHED_KEYS = 4096
_MAX_CACHED_KEY_LENGTH = 128
_KEY_TAIL = 256


class _Search(NamedTuple):
    """A detector and its compiled text pattern."""

    detector: Detector
    pattern: regex.Pattern[str]
    value_group: int


class _KeySearch(NamedTuple):
    """A detector and its compiled key pattern."""

    detector: Detector
    pattern: regex.Pattern[str]


class _Plan(NamedTuple):
    """The searches for leaves of one kind; a search's bit is its place in ``searches``.

    Attributes:
        searches: in the detectors' order.
        always: bits of the searches without triggers.
        triggers: each trigger once, with the bits of the searches that it starts.
    """

    searches: tuple[_Search, ...]
    always: int
    triggers: tuple[tuple[str, int], ...]

    def due(self, lowered: str) -> list[_Search]:
        """Return the searches that may find something in a text, given in lower case."""
        due = self.always
        for trigger, bits in self.triggers:
            if trigger in lowered:
                due |= bits
        if not due:
            return []
        return [search for place, search in enumerate(self.searches) if due >> place & 1]


class _Compiled(NamedTuple):
    plan: _Plan
    structural_plan: _Plan
    key_searches: tuple[_KeySearch, ...]
    entities: frozenset[str]


class SequentialEngine:
    """Run every detector's pattern over every leaf, in time linear in the text.

    Patterns are compiled at the first ``find``. Of a longer key the last 256 code points are
    matched. No text is kept; verdicts on keys are, in a bounded table.

    Thread: ``find`` may be called from several threads at once.
    On error: what a detector's ``validate`` raises goes to the caller, who redacts the leaf.
    """

    def __init__(self, detectors: Sequence[Detector]) -> None:
        """Keep ``detectors``; nothing is compiled yet."""
        self._detectors = tuple(detectors)
        self._compiled: _Compiled | None = None
        self._lock = threading.Lock()
        self._key_verdicts: dict[str, tuple[Detector, ...]] = {}

    @property
    def name(self) -> str:
        """What counters and ``otel-redact config`` call it: ``sequential``."""
        return "sequential"

    def find(self, leaves: Sequence[Leaf]) -> list[list[Finding]]:
        """Return, for each leaf, its findings: sorted by start, not overlapping, inside the text.

        A placeholder is never found again, nor anything in one.
        """
        compiled = self._compiled or self._compile_once()
        return [self._find_in(leaf, compiled) for leaf in leaves]

    def _find_in(self, leaf: Leaf, compiled: _Compiled) -> list[Finding]:
        text = leaf.text
        if not text:
            return []
        keyed = self._detectors_of_key(leaf.key, compiled)
        plan = compiled.structural_plan if leaf.structural else compiled.plan
        due = plan.due(text.lower())
        if not due and not keyed:
            return []
        placeholders = placeholder_spans(text, compiled.entities) if "[" in text else []
        findings = [
            _finding(detector, 0, len(text))
            for detector in keyed
            if (not leaf.structural or detector.group in _STRUCTURAL_GROUPS)
            and _stands(text, 0, len(text), placeholders, detector.validate_key_value)
        ]
        for search in due:
            detector = search.detector
            for start, end in _spans(search, text):
                if _stands(text, start, end, placeholders, detector.validate):
                    findings.append(_finding(detector, start, end))
        return resolve_overlaps(findings) if findings else []

    def _detectors_of_key(self, key: str, compiled: _Compiled) -> tuple[Detector, ...]:
        if not key:
            return ()
        verdict = self._key_verdicts.get(key)
        if verdict is None:
            verdict = tuple(
                search.detector
                for search in compiled.key_searches
                if search.pattern.fullmatch(key[-_KEY_TAIL:], concurrent=False)
            )
            if len(key) <= _MAX_CACHED_KEY_LENGTH:
                if len(self._key_verdicts) >= _MAX_CACHED_KEYS:
                    self._key_verdicts.clear()
                self._key_verdicts[key] = verdict
        return verdict

    def _compile_once(self) -> _Compiled:
        with self._lock:
            if self._compiled is None:
                self._compiled = _compile(self._detectors)
            return self._compiled


def _compile(detectors: Sequence[Detector]) -> _Compiled:
    """Import ``regex`` and the catalogue, and compile: the heavy part, done once per engine."""
    import regex  # noqa: PLC0415 - heavy

    from otel_redact.detectors import DETECTORS  # noqa: PLC0415 - heavy

    searches: list[_Search] = []
    key_searches: list[_KeySearch] = []
    for detector in detectors:
        if detector.pattern:
            pattern = regex.compile(detector.pattern, regex.ASCII)
            searches.append(_Search(detector, pattern, pattern.groupindex.get(_VALUE_GROUP, 0)))
        if detector.key_pattern:
            key_pattern = regex.compile(detector.key_pattern, regex.ASCII | regex.IGNORECASE)
            key_searches.append(_KeySearch(detector, key_pattern))
    entities = frozenset(detector.entity for detector in (*DETECTORS, *detectors))
    structural = [search for search in searches if search.detector.group in _STRUCTURAL_GROUPS]
    return _Compiled(_plan(searches), _plan(structural), tuple(key_searches), entities)


def _plan(searches: Sequence[_Search]) -> _Plan:
    always = 0
    triggers: dict[str, int] = {}
    for place, search in enumerate(searches):
        if not search.detector.triggers:
            always |= 1 << place
        for trigger in search.detector.triggers:
            triggers[trigger] = triggers.get(trigger, 0) | 1 << place
    return _Plan(tuple(searches), always, tuple(triggers.items()))


def _spans(search: _Search, text: str) -> Iterator[tuple[int, int]]:
    # concurrent=False keeps the GIL: releasing it starves a worker beside a busy application.
    for match in search.pattern.finditer(text, concurrent=False):
        start, end = match.span(search.value_group)
        yield (start, end) if start >= 0 else match.span()


def _stands(
    text: str,
    start: int,
    end: int,
    placeholders: Sequence[tuple[int, int]],
    validate: Callable[[str], bool] | None,
) -> bool:
    """Tell whether a candidate is a finding: what it has besides placeholders must validate."""
    rest = text[start:end]
    if placeholders:
        rest = without_placeholders(text, start, end, placeholders)
        if len(rest) < end - start and not any(character.isalnum() for character in rest):
            return False
    return validate is None or validate(rest)


def _finding(detector: Detector, start: int, end: int) -> Finding:
    return Finding(start=start, end=end, entity=detector.entity, priority=detector.priority)
