"""Leaves in, findings out: one scan says where, exact patterns are tried only there.

Over 300 lines, because what the probe may skip follows from what the search tries.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from otel_redact.engines.blank import blanks_beside
from otel_redact.engines.candidate import Exact, LeafText, applies, compile_exact, entities_of
from otel_redact.engines.joined import join
from otel_redact.engines.key import KeyIndex
from otel_redact.engines.overlap import resolve_overlaps
from otel_redact.engines.plan import WORD, Move, plan_of, raw_spellings
from otel_redact.engines.raw_key import SPACED_COLONS, raw_keys
from otel_redact.engines.sweep import Sweep
from otel_redact.leaves import Leaves, columns_of
from otel_redact.scanners.selection import check_scanner
from otel_redact.types import Detector, Finding, Leaf

__all__ = ["TriggerEngine"]

IsOver: TypeAlias = Callable[[int | None], bool]

_NOTHING: list[Finding] = []
_TRIES_BETWEEN_LOOKS = 64  # at the clock: some tens of microseconds
_TRIES_OF_A_MATCH = 32  # what `validate` does may take longer than the pattern
_HIDING_ESCAPES = (b"\\/", b"\\u00")
"""How JSON may spell ASCII characters that it need not escape, so that no trigger shows."""
_ANYWHERE = Move(detector=0, skip=0, before=0, run=b"", first=b"", word=False, then=None)


class _Work:
    """What one call is about.

    Attributes:
        leaves: all of the call's.
        marked: the leaves with something in them, by number.
        given_up: the leaves whose time was over.
    """

    __slots__ = ("_is_over", "given_up", "leaves", "marked")

    def __init__(self, leaves: Leaves, is_over: IsOver | None) -> None:
        self.leaves = leaves
        self.marked: dict[int, LeafText] = {}
        self.given_up: set[int] = set()
        self._is_over = is_over

    def excuse(self) -> None:
        """Say that the time until now was nobody's."""
        if self._is_over is not None:
            self._is_over(None)

    def gives_up(self, number: int) -> bool:
        """Whether a leaf is to be left where it is now."""
        if self._is_over is not None and self._is_over(number):
            self.given_up.add(number)
        return number in self.given_up


class TriggerEngine:
    """Find what each detector's pattern matches, trying it only where its triggers say.

    All leaves of a call are scanned at once. Scanner and patterns are made when they are first
    needed, without a lock that a fork could copy. No text is kept; verdicts on keys are, in a
    bounded table.

    Thread: every method may be called from several threads at once.
    On error: what a detector's ``validate`` raises goes to the caller, who redacts the leaf.
    """

    def __init__(self, detectors: Sequence[Detector], *, scanner: str = "auto") -> None:
        """Number the triggers; nothing is built yet.

        Args:
            detectors: what is looked for; one without triggers is searched for in full.
            scanner: ``auto``, or the name of one of ``scanners``.

        Raises:
            ConfigError: an unknown scanner, one that does not import, or a broken trigger.
        """
        self._detectors = tuple(detectors)
        self._keys = KeyIndex(self._detectors)
        self._scanner = check_scanner(scanner)
        self._plan = plan_of(self._detectors)
        self._full = tuple(
            place
            for place, detector in enumerate(self._detectors)
            if detector.pattern and not detector.triggers
        )
        self._exacts: list[Exact | None] = [None] * len(self._detectors)
        self._find_sweep: Sweep | None = None
        self._probe_sweep: Sweep | None = None
        self._probe_moves: Sequence[Sequence[Move]] = ()
        self._spaced_numbers: frozenset[int] = frozenset()
        self._entities: frozenset[str] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what it is made of; what is compiled is compiled again."""
        return functools.partial(TriggerEngine, scanner=self._scanner), (self._detectors,)

    @property
    def name(self) -> str:
        """What counters and ``otel-redact config`` call it: ``trigger``."""
        return "trigger"

    def find(self, leaves: Sequence[Leaf]) -> list[list[Finding]]:
        """Return, for each leaf, its findings: sorted by start, not overlapping, inside the text.

        A placeholder is never found again, nor anything in one. Leaves without findings share one
        empty list, which must stay empty.
        """
        columns = leaves if isinstance(leaves, Leaves) else columns_of(leaves)
        found = self.find_in_time(columns, None)
        return [findings or _NOTHING for findings in found]

    def find_in_time(self, leaves: Leaves, is_over: IsOver | None) -> list[list[Finding] | None]:
        """Return the same, or None for a leaf whose time was over.

        Args:
            leaves: in columns.
            is_over: asked with a leaf's place, again and again while its text is worked on, whether
                to leave it there; with None where what was done just now was done for no leaf, such
                as compiling a pattern. None: never asked.
        """
        work = _Work(leaves, is_over)
        self._find_keys(work)
        shape, starts = join(leaves.texts)
        for place, candidates in enumerate(self._candidates(shape)):
            if candidates:
                self._try(place, sorted(candidates), starts, work)
        for place in self._full:
            self._search(place, work)
        found: list[list[Finding] | None] = [_NOTHING] * len(leaves)
        for number, text in work.marked.items():
            if text.findings:
                found[number] = resolve_overlaps(text.findings)
        for number in work.given_up:
            found[number] = None
        return found

    def probe(self, texts: Sequence[str]) -> list[bool] | None:
        """Return, for each text, whether something stands in it that might lead to a finding.

        Nothing is matched exactly, and texts may be JSON, in which escapes may spell a trigger's
        characters: such escapes count too, and so does a key by which whole texts are found.

        Returns:
            A new list. ``None``: some detector has no triggers to go by.
        """
        if self._full:
            return None
        sweep = self._probe_sweep
        if sweep is None:
            sweep = self._probe_sweep = self._new_probe_sweep()
        shape, starts = join(texts)
        moves, spaced_numbers = self._probe_moves, self._spaced_numbers
        touched = [False] * len(texts)
        spaced: set[int] = set()
        for occurrences in sweep.occurrences(shape):
            for number, place, end in occurrences:
                on = bisect_right(starts, end - 1) - 1  # a literal may begin with the NUL before
                if number in spaced_numbers:
                    spaced.add(on)
                for move in moves[number] if not touched[on] else ():
                    if move.leads(shape, place):
                        touched[on] = True
                        break
        for number, text in enumerate(texts):
            if not touched[number]:
                keys = raw_keys(text, spaced=number in spaced)
                touched[number] = any(map(self.key_matters, keys))
        return touched

    def key_matters(self, key: str) -> bool:
        """Tell whether some detector finds whole texts by this key."""
        return bool(self._keys.detectors_of(key))

    def _find_keys(self, work: _Work) -> None:
        keys, leaves = self._keys, work.leaves
        said = {key for key in set(leaves.keys) if keys.detectors_of(key)}
        if not said:
            return
        for number, key in enumerate(leaves.keys):
            if key in said and leaves.texts[number]:
                detectors, leaf = keys.detectors_of(key), leaves[number]
                text = self._mark(number, leaf, work)
                text.add_keyed(one for one in detectors if applies(one, leaf))

    def _candidates(self, shape: bytes) -> list[list[int]]:
        """Return, for each detector, places in the joined shape where a match may start."""
        sweep = self._find_sweep
        if sweep is None:
            sweep = self._find_sweep = self._new_find_sweep()
        moves = self._plan.moves
        candidates: list[list[int]] = [[] for _ in self._detectors]
        for occurrences in sweep.occurrences(shape):
            for number, place, _ in occurrences:
                for move in moves[number]:
                    if move.before:
                        candidates[move.detector] += move.starts(shape, place)
                        continue
                    start = place + move.skip
                    if (move.word and shape[start - 1] in WORD) or (
                        move.then is not None and move.then.match(shape, place) is None
                    ):
                        continue
                    candidates[move.detector].append(start)
        return candidates

    def _try(
        self, place: int, candidates: Sequence[int], starts: Sequence[int], work: _Work
    ) -> None:
        """Match one detector's pattern at its candidates, as ``finditer`` would come by them.

        Args:
            place: the detector's place.
            candidates: sorted places in the joined shape.
            starts: where each leaf starts in the joined shape.
            work: what was joined, and what was found in it; grows.
        """
        detector = self._detectors[place]
        exact = self._exacts[place] or self._compile(place)
        work.excuse()
        match_at = exact.pattern.match
        free, low, high, tried = 0, 0, 0, 0
        text: LeafText | None = None
        for candidate in candidates:
            if candidate < free:
                continue
            free = candidate + 1
            if candidate >= high:
                number = bisect_right(starts, candidate) - 1
                leaf, low, text = work.leaves[number], starts[number], None
                high = low + len(leaf.text)
                if not applies(detector, leaf) or number in work.given_up:
                    free = high
                    continue
            tried += 1
            if tried >= _TRIES_BETWEEN_LOOKS:
                if work.gives_up(number):
                    free = high
                    continue  # and look again at the next text, which may be of the same span
                tried = 0
            # The last argument keeps the GIL: releasing it starves a worker beside a busy
            # application. It is given by place, which is twice as fast.
            match = match_at(leaf.text, candidate - low, None, False)  # noqa: FBT003
            if match is not None:
                free = max(candidate + 1, low + match.end())
                tried += _TRIES_OF_A_MATCH
                if text is None:
                    text = self._mark(number, leaf, work)
                text.add(detector, *exact.span(match))

    def _search(self, place: int, work: _Work) -> None:
        """Search every leaf in full for a detector that brings no triggers."""
        detector = self._detectors[place]
        exact = self._exacts[place] or self._compile(place)
        work.excuse()
        for number, leaf in enumerate(work.leaves):
            if applies(detector, leaf) and not work.gives_up(number):
                for match in exact.pattern.finditer(leaf.text, concurrent=False):
                    self._mark(number, leaf, work).add(detector, *exact.span(match))

    def _mark(self, number: int, leaf: Leaf, work: _Work) -> LeafText:
        text = work.marked.get(number)
        if text is None:
            if self._entities is None:
                self._entities = entities_of(self._detectors)
            text = work.marked[number] = LeafText(leaf.text, self._entities)
        return text

    def _compile(self, place: int) -> Exact:
        exact = self._exacts[place] = compile_exact(self._detectors[place])
        return exact

    def _new_find_sweep(self) -> Sweep:
        plan = self._plan
        blanks = blanks_beside(self._foreign(), raw=False)
        return Sweep(plan.literals, plan.patterns, blanks, self._scanner)

    def _new_probe_sweep(self) -> Sweep:
        plan = self._plan
        moves: dict[bytes, Sequence[Move]] = {}
        for literal, moved in zip(plan.literals, plan.moves, strict=False):
            for spelling, then in raw_spellings(literal):
                raw = moved if then is None else [move._replace(then=then) for move in moved]
                known = moves.get(spelling, ())
                # Whom it concerns is another question: each condition is looked at once.
                alike = dict.fromkeys(move._replace(detector=0) for move in raw)
                moves[spelling] = (*known, *(move for move in alike if move not in known))
        moves |= dict.fromkeys(_HIDING_ESCAPES, (_ANYWHERE,))
        moves |= {blank: moves.get(blank, ()) for blank in SPACED_COLONS}
        self._spaced_numbers = frozenset(
            number for number, literal in enumerate(moves) if literal in SPACED_COLONS
        )
        self._probe_moves = (*moves.values(), *plan.moves[len(plan.literals) :])
        blanks = blanks_beside(self._foreign(), raw=True)
        return Sweep(tuple(moves), plan.patterns, blanks, self._scanner)

    def _foreign(self) -> Iterable[bytes]:
        """Return what triggers that are not built in consist of."""
        from otel_redact.detectors import DETECTORS  # noqa: PLC0415 - heavy

        built_in = {id(detector) for detector in DETECTORS}
        foreign = tuple(one for one in self._detectors if id(one) not in built_in)
        return plan_of(foreign).literals
