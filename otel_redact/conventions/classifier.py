"""Attribute keys, event names and JSON parts in, categories out; `fields` asks it for every span.

Categories are plain ints here (the bits of `types.Category`): this is the hot path.
"""

from __future__ import annotations

import functools
import importlib.metadata
import logging
import re
from collections.abc import Iterator, Mapping, Sequence

from otel_redact.conventions import CONVENTIONS
from otel_redact.conventions.convention import Convention
from otel_redact.conventions.decision import (
    ENVELOPE,
    MAIN,
    SEALED,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_EVENT,
    Decision,
    EventDecision,
    attribute_decision,
    checked,
    event_decision,
)
from otel_redact.conventions.glob import GlobTable
from otel_redact.conventions.span_kind import SpanKinds
from otel_redact.types import Category

__all__ = ["MAIN", "SEALED", "Classifier", "Decision", "EventDecision", "default_classifier"]

ENTRY_POINT_GROUP = "otel_redact_convention"

_DIRECTIONS = int(Category.INPUT | Category.OUTPUT)
_TOOLS = int(Category.TOOLS)
# In a STRUCTURE attribute `input` is a token count, so nothing is read as a part there either.
_CLOSED = SEALED | ENVELOPE | int(Category.STRUCTURE)
_CACHED_KEYS = 4096
_CACHED_KEY_LENGTH = 256

_logger = logging.getLogger(__name__)


class Classifier:
    """Several conventions as one table.

    Args:
        conventions: in order of registration; of two equal globs the first stands.

    Attributes:
        schema: keys that stay readable inside a hidden part.
        words: values that stay readable in a hidden part, under one of ``word_keys``.
        word_keys: keys whose values come from ``words``.

    Raises:
        ConfigError: a rule has not exactly one main category, or is a prefix carrier whose glob is
            not a literal text followed by ``*``.

    Thread: any; several at once.
    """

    def __init__(self, conventions: Sequence[Convention]) -> None:
        """Merge the tables and compile the globs."""
        self._cache: dict[str, Decision] = {}
        self._keys = GlobTable(
            (rule.glob, checked(rule, convention))
            for convention in conventions
            for rule in convention.keys
        )
        self._events = GlobTable(
            (rule.glob, event_decision(rule, convention))
            for convention in conventions
            for rule in convention.events
        )
        self._kinds = SpanKinds(conventions)
        self._roles = _merged([convention.roles for convention in conventions])
        # Where a type has no entry of its own it may hold a role (LangChain's `"type": "human"`).
        self._types = self._roles | _merged([convention.types for convention in conventions])
        self._parts = _merged([convention.parts for convention in conventions])
        for key in _union([convention.sealed for convention in conventions]):
            self._parts[key] = self._parts.get(key, 0) | SEALED
        self._sealed_in_tools = _union([c.sealed_in_tools for c in conventions])
        self._beside_arguments = _merged([c.beside_arguments for c in conventions])
        self._message_lists = _union([c.message_lists for c in conventions])
        self.schema = _union([c.schema for c in conventions])
        self.words = _union([c.words for c in conventions])
        self.word_keys = _union([c.word_keys for c in conventions])
        self._clients = _client_pattern(_union([c.client_modules for c in conventions]))

    def attribute(self, key: str) -> Decision:
        """Return what an attribute of this key is about; UNKNOWN where no convention names it."""
        decision = self._cache.get(key)
        return self._learn(key) if decision is None else decision

    def event(self, name: str) -> EventDecision:
        """Return what the attributes of an event of this name are about."""
        return self._events.find(name) or UNKNOWN_EVENT

    def kind(self, name: str, attributes: Mapping[str, object]) -> str:
        """Return ``"tool"`` (a tool's own span), ``"prompt"`` (a prompt template's) or ``""``.

        Args:
            name: the span's name.
            attributes: the span's attributes, of which a few known keys are looked at.
        """
        return self._kinds.find(name, attributes)

    def is_client_error(self, attributes: Mapping[str, object]) -> bool:
        """Whether an exception event comes out of an LLM client library, so that it quotes prompts.

        Args:
            attributes: the event's; ``exception.type`` and ``exception.stacktrace`` are looked at.
        """
        kind, trace = attributes.get("exception.type"), attributes.get("exception.stacktrace")
        return (isinstance(kind, str) and self._clients.match(kind) is not None) or (
            isinstance(trace, str) and self._clients.search(trace) is not None
        )

    def role(self, role: object) -> int:
        """Return the mask of a chat role; INPUT and OUTPUT for an unknown or absent one."""
        if not isinstance(role, str):
            return _DIRECTIONS
        return self._roles.get(role.strip().lower(), _DIRECTIONS)

    def child(self, mask: int, key: str) -> int:
        """Return the mask of what stands under ``key`` in an object whose mask is ``mask``."""
        if mask & _CLOSED:
            return self._inside(mask, key) if mask & ENVELOPE else mask
        added = self._parts.get(key, 0)
        if mask & _TOOLS and mask & _DIRECTIONS:
            if key in self._sealed_in_tools:
                return mask | SEALED
            added &= ~_DIRECTIONS
        return mask | added

    def members(self, mask: int, members: Mapping[str, Sequence[str]], *, in_messages: bool) -> int:
        """Return the mask of an object, given what it says of itself.

        Args:
            mask: mask of the place where the object stands.
            members: values of its ``role``, ``type`` and ``id`` (several where a key is repeated;
                of an ``id`` that is a list, its last element or all of them).
            in_messages: it is an element of a list of chat messages.
        """
        if mask & _CLOSED:
            return mask
        added = 0
        doubtful = False
        for role in members.get("role", ()):
            known = self._roles.get(role.strip().lower(), 0)
            doubtful = doubtful or not known
            added |= known
        for name in ("type", "id"):
            for value in members.get(name, ()):
                added |= self._types.get(value.strip().lower(), 0)
        if in_messages and (doubtful or not added & _DIRECTIONS):
            added |= _DIRECTIONS
        return mask | added

    def is_message_list(self, key: str) -> bool:
        """Whether elements of a list under this object or attribute key are chat messages."""
        return key in self._message_lists

    def _inside(self, mask: int, key: str) -> int:
        return (mask ^ ENVELOPE) | SEALED | self._beside_arguments.get(key, 0)

    def _learn(self, key: str) -> Decision:
        found = self._keys.find(key)
        if found is None:
            decision = UNKNOWN_ATTRIBUTE
        else:
            rule, llm = found
            decision = attribute_decision(key, rule, llm=llm)
        if len(key) <= _CACHED_KEY_LENGTH:
            # No lock, so nothing to mend after a fork: threads may overshoot by one key each.
            if len(self._cache) >= _CACHED_KEYS:
                self._cache.clear()
            self._cache[key] = decision
        return decision


@functools.cache
def default_classifier() -> Classifier:
    """Return the classifier of the built-in conventions and those of installed packages.

    Packages offer a ``Convention`` under the entry-point group ``otel_redact_convention``; a broken
    one is skipped with a warning.
    """
    return Classifier((*CONVENTIONS, *_installed()))


def _installed() -> Iterator[Convention]:
    for entry in importlib.metadata.entry_points(group=ENTRY_POINT_GROUP):
        try:
            convention = entry.load()
            Classifier((convention,))
        except Exception as error:  # noqa: BLE001 - whatever a foreign package raises on import
            _logger.warning("convention %s is skipped: %s", entry.name, type(error).__name__)
        else:
            yield convention


def _client_pattern(modules: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for a module's name before a dot, or for its folder in a file's path."""
    names = "|".join(sorted(re.escape(name) for name in modules)) or "(?!)"
    folders = names.replace(r"\.", r"[/\\]")
    return re.compile(rf"\A(?:{names})\.|[/\\](?:{folders})[/\\]")


def _merged(tables: Sequence[Mapping[str, Category]]) -> dict[str, int]:
    merged: dict[str, int] = {}
    for table in tables:
        for key, category in table.items():
            merged[key] = merged.get(key, 0) | int(category)
    return merged


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
