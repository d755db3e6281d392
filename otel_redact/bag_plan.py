"""One place's attributes in, redacted attributes out; `span_redaction` and `pipeline` use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from otel_redact.collector import Collector
from otel_redact.containment import contain
from otel_redact.fields import Field
from otel_redact.hiding import Hiding
from otel_redact.json_text import MAX_NESTING
from otel_redact.node import FixedNode, Node, number_names
from otel_redact.place import Place
from otel_redact.types import FAILED_PLACEHOLDER

if TYPE_CHECKING:
    from otel_redact.counters import SpanCounters
    from otel_redact.decision import Decisions

__all__ = ["BagPlan", "encodable", "hiding_collector", "make_collector", "run_leaves"]


class BagPlan:
    """The nodes of one place's attributes."""

    __slots__ = ("_items", "_place")

    def __init__(self, place: str) -> None:
        """Start empty."""
        self._place = place
        self._items: list[tuple[Node, Node]] = []

    def add(self, fields: Sequence[Field], collector: Collector, counters: SpanCounters) -> None:
        """Collect fields; one that cannot be walked becomes ``[REDACTED]``."""
        for field in fields:
            key = FixedNode(field.key) if field.known else collector.key(field.key)
            try:
                place = Place(field.key, field.mask, field.structural)
                value = collector.value(field.value, place)
            except BaseException as error:  # noqa: BLE001 - fail closed: this value only
                contain(error)
                counters.failure(self._place, type(error).__name__)
                value = FixedNode(FAILED_PLACEHOLDER)
            self._items.append((key, value))

    def add_fixed(self, field: Field, value: str) -> None:
        """Put a placeholder in a field's place."""
        self._items.append((FixedNode(field.key), FixedNode(value)))

    def build(self, texts: Sequence[str], counters: SpanCounters) -> dict[str, object]:
        """Return the new attributes; keys that became equal are numbered."""
        names = number_names([encodable(key.build(texts)) for key, _ in self._items])
        attributes: dict[str, object] = {}
        for name, (_, node) in zip(names, self._items, strict=True):
            try:
                value = encodable(node.build(texts))
            except BaseException as error:  # noqa: BLE001 - fail closed: this value only
                contain(error)
                counters.failure(self._place, type(error).__name__)
                value = FAILED_PLACEHOLDER
            attributes[str(name)] = value
        return attributes


def make_collector(decisions: Decisions, hiding: Hiding | None) -> Collector:
    """Return an empty collector for values that go to an OTLP encoder."""
    anonymizer = decisions.anonymizer
    if anonymizer is None:
        return hiding_collector(hiding)
    return Collector(
        hiding=hiding,
        max_depth=anonymizer.max_depth,
        clean_keys=anonymizer.clean_keys,
        plain=True,
        with_paths=anonymizer.with_paths,
        min_number_length=anonymizer.min_number_length,
    )


def hiding_collector(hiding: Hiding | None) -> Collector:
    """Return a collector that replaces hidden parts and reads no leaf, whatever the depth."""
    return Collector(hiding=hiding, scan=False, max_depth=MAX_NESTING, plain=True)


def run_leaves(
    decisions: Decisions,
    collector: Collector,
    counters: SpanCounters,
    hits: list[tuple[int, str]] | None = None,
) -> Sequence[str]:
    """Redact a collector's leaves by the policy's anonymizer, if it has one."""
    if decisions.anonymizer is not None:
        return decisions.anonymizer.run(collector, counters, hits)
    for limit in collector.failures:
        counters.failure("value", limit)
    return [leaf.text for leaf in collector.leaves]


def encodable(value: object) -> object:
    """Return a value that UTF-8 and OTLP can carry: lone surrogates become U+FFFD."""
    if isinstance(value, str):
        if value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return value
    if isinstance(value, list):
        return [encodable(item) for item in value]
    if isinstance(value, tuple):
        return tuple(encodable(item) for item in value)
    if isinstance(value, Mapping):
        return {encodable(key): encodable(item) for key, item in value.items()}
    return value
