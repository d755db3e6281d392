"""What happened, in numbers only: pipeline and anonymizer count, `exporter.counters` shows.

`metrics` reads the sums over the whole process.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from otel_redact.containment import renew_after_fork

__all__ = ["CounterSnapshot", "Counters", "SpanCounters", "Tables", "process_totals"]

_logger = logging.getLogger("otel_redact")
_MAX_TABLES = 64
_REPLACED = "what it was for was replaced, not exported raw"
_OUTCOMES = {
    "exporter": "what it was to send is lost",
    "gate": "every text is read instead",
    "look_beside": "exporters beside ours are not named",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterSnapshot:
    """Counts since the pipeline was made.

    Attributes:
        spans: outcome → spans: ``redacted``; ``dropped``, because they could not be redacted;
            ``queue_full``, because they ended faster than they were exported; ``export_failed``,
            because the exporter said so or raised; ``shutdown``, because they ended after it, or
            had not been sent by then. Spans are delivered or counted by one of the last four.
        findings: entity or rule name → replaced pieces.
        hidden: category → removed attributes and parts of values.
        failures: ``stage:type`` → values (or spans) that were replaced because of it.
    """

    spans: Mapping[str, int]
    findings: Mapping[str, int]
    hidden: Mapping[str, int]
    failures: Mapping[str, int]


class Tables:
    """The counts of one owner, or sums.

    Attributes:
        spans: outcome → spans.
        findings: entity or rule name → replaced pieces.
        placed: the same by (entity or rule name, place).
        hidden: category → removed attributes and parts.
        failures: (stage, type) → values or spans.
    """

    __slots__ = ("__weakref__", "failures", "findings", "hidden", "placed", "spans")

    def __init__(self) -> None:
        """Start at zero."""
        self.spans: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()
        self.placed: Counter[tuple[str, str]] = Counter()
        self.hidden: Counter[str] = Counter()
        self.failures: Counter[tuple[str, str]] = Counter()

    def add(self, other: Tables) -> None:
        """Add another's counts."""
        self.spans.update(other.spans.copy())  # a copy is one step, which no thread comes between
        self.findings.update(other.findings.copy())
        self.placed.update(other.placed.copy())
        self.hidden.update(other.hidden.copy())
        self.failures.update(other.failures.copy())


class _Process:
    """The tables of all counters of this process; those of owners that are gone are summed up."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Counters], Tables]] = {}
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Forget owners that are gone; those that live come with new tables, earlier or later."""
        self._lock = threading.RLock()
        self._gone = Tables()
        self._settle()
        self._gone = Tables()

    def add(self, owner: Counters, tables: Tables) -> None:
        """Count an owner's tables in from now on, in the place of those it had."""
        with self._lock:
            known = self._known.get(id(owner))
            if len(self._known) >= _MAX_TABLES or (known and known[0]() is not owner):
                self._settle()
            self._known[id(owner)] = (weakref.ref(owner), tables)

    def totals(self) -> Tables:
        """Return the sums of now, as new tables."""
        sums = Tables()
        with self._lock:
            self._settle()
            for tables in (self._gone, *(tables for _, tables in self._known.values())):
                sums.add(tables)
        return sums

    def _settle(self) -> None:
        """Sum up what owners that are gone have left."""
        for number, (owner, tables) in list(self._known.items()):
            if owner() is None:
                self._gone.add(tables)
                del self._known[number]


_process = _Process()


def process_totals() -> Tables:
    """Return what all pipelines of this process have counted so far, those that are gone too."""
    return _process.totals()


class Counters:
    """Counters that hold names and numbers, never content; empty again after a fork.

    Thread: safe, also from a signal handler or finalizer that ends a span while its thread counts.
    """

    def __init__(self) -> None:
        """Start at zero."""
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Start at zero, with a new lock."""
        self._lock = threading.RLock()
        self._tables = Tables()
        self._warned: set[tuple[str, str]] = set()
        self._under_way = 0
        self._is_shut_down = False
        _process.add(self, self._tables)

    def span(self, outcome: str, count: int = 1) -> None:
        """Count spans."""
        with self._lock:
            self._tables.spans[outcome] += count

    @contextlib.contextmanager
    def under_way(self, count: int) -> Iterator[None]:
        """Count spans as lost by ``shutdown`` should it end while they are inside."""
        with self._lock:
            self._under_way += count
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= count

    def shut_down(self, queued: int = 0) -> None:
        """Count what was still queued as lost; and what is under way, until it comes back."""
        with self._lock:
            self._is_shut_down = True
            if queued:
                self._tables.spans["shutdown"] += queued

    def findings(self, names: Iterable[str]) -> None:
        """Count replaced pieces, each by its entity or rule."""
        with self._lock:
            self._tables.findings.update(names)

    def placed(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Count the same pieces by where they were.

        Args:
            counts: (entity or rule name, place) → pieces.
        """
        with self._lock:
            self._tables.placed.update(counts)

    def hide(self, category: str, count: int = 1) -> None:
        """Count removed attributes or parts."""
        with self._lock:
            self._tables.hidden[category] += count

    def failure(self, stage: str, kind: str) -> None:
        """Count one failure, and warn the first time it is seen.

        Args:
            stage: where: a rule's name, ``hide_inputs``, ``attribute``, ….
            kind: an exception's type name or a limit's name. Never its text.
        """
        with self._lock:
            self._tables.failures[stage, kind] += 1
            first = (stage, kind) not in self._warned
            self._warned.add((stage, kind))
        if first:
            _logger.warning(
                "otel_redact: %s failed (%s); %s; further ones are only counted",
                stage,
                kind,
                _OUTCOMES.get(stage, _REPLACED),
            )

    def snapshot(self) -> CounterSnapshot:
        """Return the counts of now, as new dicts."""
        with self._lock:
            tables = self._tables
            spans = Counter(tables.spans)
            if self._is_shut_down and self._under_way > 0:
                spans["shutdown"] += self._under_way
            return CounterSnapshot(
                spans=dict(spans),
                findings=dict(tables.findings),
                hidden=dict(tables.hidden),
                failures={f"{stage}:{kind}": n for (stage, kind), n in tables.failures.items()},
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

    def span(self, outcome: str, count: int = 1) -> None:
        """Count spans."""
        self._total.span(outcome, count)

    def findings(self, names: Iterable[str]) -> None:
        """Count replaced pieces, each by its entity or rule."""
        names = list(names)
        for name in names:
            self.found[name] = self.found.get(name, 0) + 1
        self._total.findings(names)

    def placed(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Count the same pieces by where they were."""
        self._total.placed(counts)

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
