"""A rule of a convention in, what it says of one key or event out; `classifier` makes them.

Categories are plain ints here (the bits of `types.Category`): this is the hot path.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from otel_redact.conventions.convention import Convention, EventRule, KeyRule
from otel_redact.conventions.glob import literal_prefix
from otel_redact.errors import ConfigError
from otel_redact.types import MAIN_CATEGORIES, Category

__all__ = [
    "ENVELOPE",
    "MAIN",
    "SEALED",
    "UNKNOWN_ATTRIBUTE",
    "UNKNOWN_EVENT",
    "Decision",
    "EventDecision",
    "attribute_decision",
    "checked",
    "event_decision",
]

SEALED: Final = 1 << 30
"""Bit of a mask, above all categories: what is below is free content, no part, role or type."""
ENVELOPE: Final = 1 << 29
"""Likewise: of what is just below, ``Convention.beside_arguments`` is read; all else is SEALED."""
MAIN: Final = MAIN_CATEGORIES
"""Bits of the main categories."""

_UNKNOWN = int(Category.UNKNOWN)


class Decision(NamedTuple):
    """What an attribute is about.

    Attributes:
        main: exactly one main category.
        mask: main and finer categories, and ``SEALED`` where the value is free content.
        llm: the key belongs to a convention for LLM calls.
        role_key: sibling attribute whose role's mask (``Classifier.role``) replaces ``main``, index
            filled in; ``""``: none.
        carrier: ``""``, ``"prefix"`` or ``"json"`` (see ``KeyRule.carrier``).
        name: the user's own name under a prefix carrier; ``""``: no such carrier.
        on_tool: mask on a tool's own span, with ``ENVELOPE`` for ``SEALED``; 0: as ``mask``.
        closed: the whole key, but for indices, is the convention's own, so it carries no content.
    """

    main: int
    mask: int
    llm: bool
    role_key: str
    carrier: str
    name: str
    on_tool: int
    closed: bool

    def __repr__(self) -> str:
        """Leave out what comes from the key: it may be content."""
        return f"Decision(mask={self.mask:#x}, llm={self.llm}, carrier={self.carrier!r})"


class EventDecision(NamedTuple):
    """What an event's attributes are about that no key rule names.

    Attributes:
        main: exactly one main category; UNKNOWN for an unknown event.
        mask: main and finer categories.
        structure: attribute keys of this event that stay readable.
        llm: the event belongs to a convention for LLM calls.
    """

    main: int
    mask: int
    structure: frozenset[str]
    llm: bool


UNKNOWN_ATTRIBUTE = Decision(
    main=_UNKNOWN,
    mask=_UNKNOWN,
    llm=False,
    role_key="",
    carrier="",
    name="",
    on_tool=0,
    closed=False,
)
UNKNOWN_EVENT = EventDecision(main=_UNKNOWN, mask=_UNKNOWN, structure=frozenset(), llm=False)


def checked(rule: KeyRule, convention: Convention) -> tuple[KeyRule, bool]:
    """Return the rule and whether it is about LLM calls.

    Raises:
        ConfigError: not exactly one main category, or a prefix carrier with another wildcard.
    """
    _check_main(rule.category, rule.glob)
    if rule.on_tool_span is not None:
        _check_main(rule.on_tool_span, rule.glob)
    if rule.carrier == "prefix" and rule.glob != literal_prefix(rule.glob) + "*":
        raise ConfigError(f"{rule.glob}: a prefix carrier's glob is a literal text followed by *")
    return rule, convention.llm


def _check_main(category: Category, glob: str) -> None:
    if (int(category) & MAIN).bit_count() != 1:
        raise ConfigError(f"{glob}: got {category!r}, expected exactly one main category")


def attribute_decision(key: str, rule: KeyRule, *, llm: bool) -> Decision:
    """Return what ``rule`` says of ``key``, which its glob matches."""
    sealed, enveloped = (SEALED, ENVELOPE) if rule.sealed else (0, 0)
    mask = int(rule.category)
    return Decision(
        main=mask & MAIN,
        mask=mask | sealed,
        llm=llm,
        role_key=_filled(rule.role_key, key) if rule.role_key else "",
        carrier=rule.carrier,
        name=key[len(rule.glob) - 1 :] if rule.carrier == "prefix" else "",
        on_tool=0 if rule.on_tool_span is None else int(rule.on_tool_span) | enveloped,
        closed="*" not in rule.glob,
    )


def _filled(template: str, key: str) -> str:
    """Put the indices of ``key``, in order, where ``template`` says ``{n}``."""
    for index in (segment for segment in key.split(".") if segment.isdigit()):
        template = template.replace("{n}", index, 1)
    return template


def event_decision(rule: EventRule, convention: Convention) -> EventDecision:
    """Return what ``rule`` says of an event.

    Raises:
        ConfigError: not exactly one main category.
    """
    _check_main(rule.category, rule.glob)
    mask = int(rule.category)
    return EventDecision(mask & MAIN, mask, rule.structure, convention.llm)
