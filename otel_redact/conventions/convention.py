"""What a convention file says: which keys, events and JSON parts belong to which category."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from otel_redact.types import Category

__all__ = ["Convention", "EventRule", "KeyRule", "SpanKindRule", "key_rules"]

_NOTHING: Mapping[str, Category] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRule:
    """One glob over attribute keys.

    Attributes:
        glob: ``*`` stands for any run of characters, ``{n}`` for one index of 1 to 6 digits. The
            most specific rule wins: no wildcard, then most literal characters, then the first.
        category: exactly one main category, and any finer ones.
        on_tool_span: the category on a tool's own span, where arguments are INPUT and the result
            OUTPUT; None: the same everywhere.
        role_key: sibling attribute that holds the chat role, with the same ``{n}``, e.g.
            ``llm.input_messages.{n}.message.role``; the role's category (see ``Convention.roles``)
            then replaces the main one; an unknown or absent role makes it INPUT and OUTPUT.
        carrier: how user metadata travels here. ``"prefix"``: what follows the glob's literal
            beginning is the user's own name. ``"json"``: the value is a JSON object of the user's
            names. ``""``: the attribute is no carrier.
        sealed: the whole value is free content of the application (a tool call's arguments), so
            nothing inside it is read as a part, role or type; with ``on_tool_span``, on a tool's
            own span, but for ``Convention.beside_arguments``.
    """

    glob: str
    category: Category
    on_tool_span: Category | None = None
    role_key: str = ""
    carrier: Literal["", "prefix", "json"] = ""
    sealed: bool = False


def key_rules(category: Category, *globs: str) -> tuple[KeyRule, ...]:
    """Return one plain ``KeyRule`` of this category for each glob, in the order given."""
    return tuple(KeyRule(glob=glob, category=category) for glob in globs)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """One glob over event names: the category of its attributes that no key rule names.

    Attributes:
        glob: as ``KeyRule.glob``, over the names of span events and of log records.
        category: exactly one main category, and any finer ones.
        structure: attribute keys of this event that stay readable (``index``, ``finish_reason``).
    """

    glob: str
    category: Category
    structure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanKindRule:
    """How to see that a span is a tool's own or a prompt template's.

    Attributes:
        kind: ``"tool"``: ``KeyRule.on_tool_span`` applies. ``"prompt"``: every OUTPUT attribute is
            INPUT as well, because a template's output is the next call's prompt.
        key: attribute key to look at; ``""``: the span's name.
        value: glob the attribute's text must match, ignoring case.
    """

    kind: Literal["tool", "prompt"]
    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """One vendor's or standard's way to put LLM calls on spans, as data.

    Categories of parts inside a value only add up on the way down (an assistant message in an input
    history is INPUT and OUTPUT, so either flag hides it): a wrong rule hides more, never less.

    Attributes:
        name: registry name, the file's name.
        version: version of the specification or package that was read.
        source: URL and date.
        llm: whether a span with one of these keys is an LLM span (error texts of its trace quote
            prompts).
        keys: attribute keys.
        events: event names.
        kinds: tool and prompt spans.
        parts: key of a JSON object or map inside a value → categories added to what is under it.
            Below TOOLS with a direction (INPUT, OUTPUT) no other is added: a tool call has one,
            whatever its ``input`` or ``output`` is called.
        roles: chat role (``role``; ``type`` where ``types`` has no such entry; class name in
            LangChain's ``id``; lower case) → categories added to the whole message object.
        types: ``type`` or class name in ``id`` of a JSON object (lower case) → categories added to
            that object.
        message_lists: object keys and attribute keys whose list elements are chat messages; such
            an element without a known role or type is INPUT and OUTPUT.
        sealed: keys under which nothing is read as a part, role or type any more (token usage,
            whose ``input`` and ``prompt`` are numbers).
        sealed_in_tools: the same, but only below TOOLS (tool-call arguments, JSON schemas: free
            content of the application; elsewhere ``input`` may well hold messages).
        beside_arguments: what an instrumentation writes beside the arguments of a tool, on the
            tool's own span, at the top of a sealed value → categories added to it.
        schema: keys that stay readable inside a hidden part, because the convention defines them.
        words: values that stay readable in a hidden part when they stand under one of
            ``word_keys``; exact case.
        word_keys: ``role``, ``type``, ``finish_reason`` …: keys whose values come from ``words``.
        client_modules: modules of LLM clients; an exception of theirs quotes prompts even where no
            LLM span was recorded.
    """

    name: str
    version: str
    source: str
    llm: bool = True
    keys: tuple[KeyRule, ...] = ()
    events: tuple[EventRule, ...] = ()
    kinds: tuple[SpanKindRule, ...] = ()
    parts: Mapping[str, Category] = field(default_factory=lambda: _NOTHING)
    roles: Mapping[str, Category] = field(default_factory=lambda: _NOTHING)
    types: Mapping[str, Category] = field(default_factory=lambda: _NOTHING)
    message_lists: frozenset[str] = frozenset()
    sealed: frozenset[str] = frozenset()
    sealed_in_tools: frozenset[str] = frozenset()
    beside_arguments: Mapping[str, Category] = field(default_factory=lambda: _NOTHING)
    schema: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    word_keys: frozenset[str] = frozenset()
    client_modules: frozenset[str] = frozenset()
