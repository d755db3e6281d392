"""What happened, in numbers only: pipeline and anonymizer count, `exporter.counters` shows."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from otel_redact.containment import renew_after_fork

__all__ = ["CounterSnapshot", "Counters", "SpanCounters"]

_logger = logging.getLogger("otel_redact")


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterSnapshot:
    """Counts since the pipeline was made.

    Attributes:
        spans: outcome → spans: ``redacted``; ``dropped``, because they could not be redacted;
            ``queue_full``, because they ended faster than they were exported.
        findings: entity or rule name → replaced pieces.
        hidden: category → removed attributes and parts of values.
        failures: ``stage:type`` → values (or spans) that were replaced because of it.
    """

    spans: Mapping[str, int]
    findings: Mapping[str, int]
    hidden: Mapping[str, int]
    failures: Mapping[str, int]


class Counters:
    """Thread-safe counters that hold names and numbers, never content; empty again after a fork."""

    def __init__(self) -> None:
        """Start at zero."""
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Start at zero, with a new lock."""
        self._lock = threading.Lock()
        self._spans: Counter[str] = Counter()
        self._findings: Counter[str] = Counter()
        self._hidden: Counter[str] = Counter()
        self._failures: Counter[str] = Counter()
        self._warned: set[str] = set()

    def span(self, outcome: str) -> None:
        """Count one span."""
        with self._lock:
            self._spans[outcome] += 1

    def findings(self, names: Iterable[str]) -> None:
        """Count replaced pieces, each by its entity or rule."""
        with self._lock:
            self._findings.update(names)

    def hide(self, category: str, count: int = 1) -> None:
        """Count removed attributes or parts."""
        with self._lock:
            self._hidden[category] += count

    def failure(self, stage: str, kind: str) -> None:
        """Count one failure, and warn the first time it is seen.

        Args:
            stage: where: a rule's name, ``hide_inputs``, ``attribute``, ….
            kind: an exception's type name or a limit's name. Never its text.
        """
        name = f"{stage}:{kind}"
        with self._lock:
            self._failures[name] += 1
            first = name not in self._warned
            self._warned.add(name)
        if first:
            _logger.warning(
                "otel_redact: %s failed (%s); what it was for was replaced, not exported raw; "
                "further ones are only counted",
                stage,
                kind,
            )

    def snapshot(self) -> CounterSnapshot:
        """Return the counts of now, as new dicts."""
        with self._lock:
            return CounterSnapshot(
                spans=dict(self._spans),
                findings=dict(self._findings),
                hidden=dict(self._hidden),
                failures=dict(self._failures),
            )


class SpanCounters(Counters):
    """Counts for one span that also go to the pipeline's counters.

    Attributes:
        found: entity or rule name → replaced pieces of this span.
        failed: whether a value of this span was replaced because something failed.
    """

    def __init__(self, total: Counters) -> None:
        """Count into ``total`` as well."""
        self._total = total
        self.found: dict[str, int] = {}
        self.failed = False

    def span(self, outcome: str) -> None:
        """Count one span."""
        self._total.span(outcome)

    def findings(self, names: Iterable[str]) -> None:
        """Count replaced pieces, each by its entity or rule."""
        names = list(names)
        for name in names:
            self.found[name] = self.found.get(name, 0) + 1
        self._total.findings(names)

    def hide(self, category: str, count: int = 1) -> None:
        """Count removed attributes or parts."""
        self._total.hide(category, count)

    def failure(self, stage: str, kind: str) -> None:
        """Count one failure."""
        self.failed = True
        self._total.failure(stage, kind)

    def snapshot(self) -> CounterSnapshot:
        """Return the total counts of now."""
        return self._total.snapshot()
