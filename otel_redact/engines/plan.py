"""Detectors in, their triggers as numbered literals and moves out; called by the engine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from otel_redact.engines.joined import shape_of
from otel_redact.errors import ConfigError
from otel_redact.limit import MAX_JSON_LAYERS
from otel_redact.types import Detector, Trigger

__all__ = ["WORD", "Move", "Plan", "plan_of", "raw_spellings"]

WORD = frozenset(b"abcdefghijklmnopqrstuvwxyz0")
"""Bytes of a shape that are a letter or a digit."""
_BACKSLASH = ord("\\")
_LONG_ESCAPE = rb"\u"
_BEHIND_AN_ESCAPE = re.compile(rb"(?<=\\u[0a-f]{4})")


class Move(NamedTuple):
    """From a trigger's place to where a match may start.

    Attributes:
        detector: its place among the detectors.
        skip: code points from the trigger to the start, to the right.
        before: how many code points before the trigger the start may be.
        run: shape of the characters between start and trigger.
        first: shape that a match starts with.
        word: nothing starts right behind a letter or digit.
        then: what the shape must match from the trigger on; None: anything.
    """

    detector: int
    skip: int
    before: int
    run: bytes
    first: bytes
    word: bool
    then: re.Pattern[bytes] | None

    def starts(self, shape: bytes, place: int) -> Iterable[int]:
        """Return the starts, from 1, to the left of a trigger at ``place``."""
        if self.then is not None and self.then.match(shape, place) is None:
            return ()
        if self.run:
            low = max(place - self.before - 1, 0)
            start = low + len(shape[low:place].rstrip(self.run))
            is_start = start > low and not (self.word and shape[start - 1] in WORD)
            return (start,) if is_start else ()
        low = max(place - self.before, 1)
        if self.first:
            return _places(shape, self.first, low, place + len(self.first))
        return range(low, place + 1)

    def leads(self, shape: bytes, place: int) -> bool:
        r"""Whether a trigger at ``place`` may lead to a match, in a text that may be JSON.

        There what stands before it may be an escape: the ``n`` of ``\n`` is no letter.
        """
        if (
            self.word
            and shape[place - 1] in WORD
            and not (self.skip or self.before)
            and shape[place - 2] != _BACKSLASH
            and _LONG_ESCAPE not in shape[max(place - 6, 0) : place]  # or inside it
        ):
            return False
        return self.then is None or self.then.match(shape, place) is not None


class Plan(NamedTuple):
    """Triggers by number: literals first, then patterns.

    Attributes:
        literals: shapes, each once.
        patterns: sources for ``re``, each once.
        moves: for each trigger, whom it concerns.
    """

    literals: tuple[bytes, ...]
    patterns: tuple[bytes, ...]
    moves: tuple[tuple[Move, ...], ...]


def plan_of(detectors: Sequence[Detector]) -> Plan:
    """Return the plan of all detectors' triggers.

    Raises:
        ConfigError: a trigger says nothing, or its pattern does not compile.
    """
    literals: dict[bytes, list[Move]] = {}
    patterns: dict[bytes, list[Move]] = {}
    for place, detector in enumerate(detectors):
        for one in detector.triggers if detector.pattern else ():
            trigger = Trigger(one) if isinstance(one, str) else one
            _check(trigger, detector.name)
            known, source = (
                (patterns, trigger.pattern.encode("ascii"))
                if trigger.pattern
                else (literals, shape_of(trigger.text))
            )
            known.setdefault(source, []).append(_move(place, trigger, detector))
    return Plan(
        tuple(literals),
        tuple(patterns),
        tuple(tuple(moves) for moves in (*literals.values(), *patterns.values())),
    )


def raw_spellings(literal: bytes) -> list[tuple[bytes, re.Pattern[bytes] | None]]:
    r"""Return how JSON text, in any layer that is read, spells what a literal says.

    What is beyond ASCII may be spelled ``\u4f60``, so of a literal with such characters only the
    longest piece is looked for, with the escape's beginning behind it or an escape before it.

    Returns:
        Each spelling once, the literal itself first, and what the shape must match there.
    """
    spellings: dict[bytes, re.Pattern[bytes] | None] = {literal: None}
    *heads, last = literal.split(b"?")
    pieces = [*(head + b"\\u" for head in heads), last]
    best = max(range(len(pieces)), key=lambda number: len(pieces[number]))
    behind = _BEHIND_AN_ESCAPE if best else None
    layered = pieces[best].decode()
    for _ in range(MAX_JSON_LAYERS + 1):
        spellings.setdefault(layered.encode(), behind)
        layered = json.dumps(layered)[1:-1]
    return list(spellings.items())


def _move(place: int, trigger: Trigger, detector: Detector) -> Move:
    return Move(
        detector=place,
        skip=trigger.skip,
        before=trigger.before,
        run=shape_of(trigger.run),
        first=shape_of(trigger.first),
        word=detector.starts_word,
        then=re.compile(trigger.then.encode("ascii")) if trigger.then else None,
    )


def _check(trigger: Trigger, name: str) -> None:
    if bool(trigger.text) == bool(trigger.pattern):
        raise ConfigError(f'detector "{name}": a trigger has either a text or a pattern')
    if trigger.before < 0 or trigger.skip < 0 or (trigger.run and not trigger.before):
        raise ConfigError(
            f'detector "{name}": a trigger\'s before and skip are 0 or more, before 1 with a run'
        )
    try:
        re.compile(trigger.pattern.encode("ascii"))
        re.compile(trigger.then.encode("ascii"))
    except (re.error, UnicodeEncodeError):
        raise ConfigError(f'detector "{name}": a trigger\'s pattern does not compile') from None


def _places(shape: bytes, first: bytes, low: int, high: int) -> list[int]:
    places: list[int] = []
    place = shape.find(first, low, high)
    while place >= 0:
        places.append(place)
        place = shape.find(first, place + 1, high)
    return places
