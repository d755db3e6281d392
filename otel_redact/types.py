"""The words every room shares: categories, leaves, findings, detectors, engines. No behaviour."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import NamedTuple, Protocol, runtime_checkable

__all__ = [
    "FAILED_PLACEHOLDER",
    "HIDDEN_PLACEHOLDER",
    "LIMIT_PLACEHOLDER",
    "MAIN_CATEGORIES",
    "Category",
    "Detector",
    "Engine",
    "Finding",
    "Group",
    "Leaf",
    "Operator",
    "Trigger",
]

HIDDEN_PLACEHOLDER = "[REDACTED]"
"""Stands for a part that a hide flag removed."""
FAILED_PLACEHOLDER = "[REDACTED]"
"""Stands for a value whose redaction failed."""
LIMIT_PLACEHOLDER = "[redacted]"
"""Stands for a string below ``max_depth``, and is what a rule without ``replace`` writes."""


class Category(enum.IntFlag):
    """What a part of a span is about. One main category, any number of finer ones (a bit set)."""

    INPUT = enum.auto()
    OUTPUT = enum.auto()
    METADATA = enum.auto()
    ERROR = enum.auto()
    STRUCTURE = enum.auto()
    UNKNOWN = enum.auto()
    SYSTEM = enum.auto()
    TOOLS = enum.auto()
    MEDIA = enum.auto()
    EMBEDDINGS = enum.auto()
    PARAMETERS = enum.auto()
    DOCUMENTS = enum.auto()


MAIN_CATEGORIES = int(
    Category.INPUT
    | Category.OUTPUT
    | Category.METADATA
    | Category.ERROR
    | Category.STRUCTURE
    | Category.UNKNOWN
)
"""Bits of the main categories, of which an attribute has exactly one."""


class Group(str, enum.Enum):
    """The groups of detectors that ``rules=`` and ``OTEL_REDACT_RULES`` name."""

    SECRETS = "secrets"
    PII = "pii"
    NETWORK = "network"
    CRYPTO = "crypto"
    IDENTIFIERS = "identifiers"
    MEDIA = "media"


class Leaf(NamedTuple):
    """One string an engine reads: an attribute's text, a part of it, a key, a number's digits.

    Attributes:
        text: what is searched; never shown by ``repr``.
        key: the nearest mapping key or attribute key above the text (``""`` where there is none);
            list indices are skipped, so both strings of ``{"passwords": ["a", "b"]}`` have it.
        structural: the text is in a STRUCTURE attribute, so only the ``secrets`` and ``crypto``
            groups apply.
    """

    text: str
    key: str = ""
    structural: bool = False

    def __repr__(self) -> str:
        """Show the length only: text and key may be content."""
        return f"Leaf(length={len(self.text)}, structural={self.structural})"


class Finding(NamedTuple):
    """Where an entity stands in one leaf. Carries no text.

    Attributes:
        start: first code point of the entity in the leaf's text.
        end: one past its last code point (half-open).
        entity: e.g. ``EMAIL_ADDRESS``; becomes the placeholder ``[EMAIL_ADDRESS]``.
        priority: of two findings of equal length over the same text the higher one stands.
    """

    start: int
    end: int
    entity: str
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Trigger:
    r"""Something short that occurs in every match, and how far before it the match starts.

    Triggers are searched in the *shape* of a text: its ASCII letters in lower case, every ASCII
    digit as ``0``, every character beyond ASCII as ``?``. One code point stays one character.
    ``text``, ``run`` and ``first`` are turned into this alphabet, so ``1//`` says ``0//``.

    By default the match starts where the trigger does. One of ``before`` and ``skip`` may say
    differently; naming too many starts costs time, naming too few loses matches.

    Attributes:
        text: a literal; ``""`` where ``pattern`` is given.
        before: the match starts up to this many code points before the trigger.
        run: characters; the match starts at the first of those that stand, without a gap, right
            before the trigger; where they are more than ``before`` (some hundreds), none does.
        first: what a match starts with, where ``before`` leaves a choice.
        skip: the match starts this many code points behind the trigger's start.
        then: source for ``re``, ASCII, that the shape matches from the trigger's start on, or else
            the trigger does not count: ``Trigger("pat", then=r"pat[a-z0]{14}\.")`` tells a token
            from ``path``. Letters, digits and ``.-_`` only, which JSON does not escape.
        pattern: source for ``re``, ASCII, where no literal will do; it searches the shape, so
            capitals and ``1`` to ``9`` never match. It should start with a literal character, and
            match a bounded length. Occurrences do not overlap.
    """

    text: str = ""
    _: KW_ONLY
    before: int = 0
    run: str = ""
    first: str = ""
    skip: int = 0
    then: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    r"""One entity: how it is recognised, and the evidence that it is.

    Attributes:
        name: registry name, the file's name: ``"email_address"``.
        entity: what the placeholder says: ``"EMAIL_ADDRESS"`` (Presidio's name where it has one).
        group: the group that switches it on.
        pattern: exact pattern, source text for the ``regex`` module; explicit ASCII classes only
            (no ``\w \d \s .`` and no bare ``\b``). When it has a group named ``value``, that
            group is the finding, otherwise the whole match. ``""``: found by key only.
        triggers: of which at least one occurs in every match of the pattern, where it says; a
            ``str`` is ``Trigger(str)``: the match starts there. The pattern is tried only where
            these say; empty: every text is searched in full.
        starts_word: no match starts right behind an ASCII letter or digit.
        key_pattern: pattern that a leaf's whole key must match, ignoring case, for the leaf's whole
            text to be the finding; ``""``: keys say nothing.
        key_triggers: literals as in ``Trigger``, of which one occurs in every key that
            ``key_pattern`` matches; empty: any key may.
        validate: last word on a candidate (checksum, known false friend); gets the finding's text.
        validate_key_value: last word on a leaf found by its key; gets the leaf's text.
        priority: of two findings of equal length over the same text the higher one stands.
        hits: texts with exactly one finding of this detector. Fake secrets are joined from pieces
            so that scanners stay quiet.
        misses: texts without any.
        key_hits: (key, text) pairs found by key.
        key_misses: (key, text) pairs not found by key.
        source: URL and date of the format's specification.
        default: whether ``rules="default"`` includes it.
        checksum: what check digits ``validate`` asks for, if any, for the catalogue's page.
    """

    name: str
    entity: str
    group: Group
    pattern: str = ""
    triggers: tuple[Trigger | str, ...] = ()
    starts_word: bool = False
    key_pattern: str = ""
    key_triggers: tuple[str, ...] = ()
    validate: Callable[[str], bool] | None = None
    validate_key_value: Callable[[str], bool] | None = None
    priority: int = 0
    hits: tuple[str, ...] = field(repr=False)
    misses: tuple[str, ...] = field(repr=False)
    key_hits: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    key_misses: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    source: str
    default: bool = True
    checksum: str = ""


class Operator(Protocol):
    """Turns a finding into the text that replaces it.

    Thread: the one that redacts; may be called from several at once.
    On error: the leaf becomes ``[REDACTED]``.
    """

    @property
    def name(self) -> str:
        """Registry name: ``"replace"``, ``"mask"``, ``"hash"`` …."""
        ...

    def __call__(self, text: str, entity: str) -> str:
        """Return what stands for ``text``, which is exactly the found piece."""
        ...


@runtime_checkable
class Engine(Protocol):
    """Finds entities in many texts at once.

    Thread: the one that redacts; may be called from several at once.
    On error: each leaf is asked for once more alone; the ones that raise become ``[REDACTED]``.
    """

    @property
    def name(self) -> str:
        """What counters and ``otel-redact config`` call it."""
        ...

    def find(self, leaves: Sequence[Leaf]) -> Sequence[Sequence[Finding]]:
        """Return each leaf's findings: sorted by start, not overlapping, inside the text."""
        ...
