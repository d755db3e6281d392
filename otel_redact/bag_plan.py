"""One place's attributes in, redacted attributes out; `span_redaction` and `pipeline` use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from otel_redact.budget import Budget
from otel_redact.collector import Collector
from otel_redact.containment import contain
from otel_redact.fields import Field
from otel_redact.gate import Gate
from otel_redact.hiding import Hiding
from otel_redact.job import Job
from otel_redact.json_text import MAX_NESTING
from otel_redact.node import FixedNode, Node, number_names
from otel_redact.place import Place
from otel_redact.texts import Texts
from otel_redact.types import FAILED_PLACEHOLDER

if TYPE_CHECKING:
    from otel_redact.counters import SpanCounters
    from otel_redact.decision import Decisions

__all__ = [
    "BagPlan",
    "encodable",
    "hiding_collector",
    "make_collector",
    "run_leaves",
    "shortened",
]


class BagPlan:
    """The nodes of one place's attributes."""

    __slots__ = ("_keys", "_nodes", "_place", "_renamed")

    def __init__(self, place: str) -> None:
        """Start empty."""
        self._place = place
        self._keys: list[str] = []
        self._renamed: dict[int, Node] = {}
        self._nodes: list[Node] = []

    def add(self, fields: Sequence[Field], collector: Collector, counters: SpanCounters) -> None:
        """Collect fields; one that cannot be walked becomes ``[REDACTED]``."""
        for field in fields:
            key = field.key
            if not field.known:
                self._renamed[len(self._keys)] = collector.key(key)
            try:
                node = collector.value(field.value, Place(key, field.mask, field.structural))
            except BaseException as error:  # noqa: BLE001 - fail closed: this value only
                contain(error)
                counters.failure(self._place, type(error).__name__)
                node = FixedNode(FAILED_PLACEHOLDER)
            self._keys.append(key)
            self._nodes.append(node)

    def add_fixed(self, field: Field, value: str) -> None:
        """Put a placeholder in a field's place."""
        self._keys.append(field.key)
        self._nodes.append(FixedNode(value))

    def build(
        self, texts: Sequence[str], counters: SpanCounters, max_length: int | None
    ) -> dict[str, object]:
        """Return the new attributes; keys that became equal are numbered.

        Args:
            texts: every leaf's redacted text.
            counters: values that cannot be built are counted there.
            max_length: code points of a string, bytes of a binary value, that are kept; None: all.
        """
        attributes: dict[str, object] = {}
        for name, node in zip(self._names(texts), self._nodes, strict=True):
            try:
                value = node.build(texts)
                if type(value) is not str or not value.isascii():
                    value = encodable(value)
                if max_length is not None:
                    value = shortened(value, max_length)
            except BaseException as error:  # noqa: BLE001 - fail closed: this value only
                contain(error)
                counters.failure(self._place, type(error).__name__)
                value = FAILED_PLACEHOLDER
            attributes[name] = value
        return attributes

    def _names(self, texts: Sequence[str]) -> list[str]:
        if not self._renamed:
            return self._keys
        names = list(self._keys)
        for index, node in self._renamed.items():
            names[index] = str(encodable(node.build(texts)))
        return [str(name) for name in number_names(names)]


def make_collector(
    decisions: Decisions, hiding: Hiding | None, gate: Gate | None = None
) -> Collector:
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
        cache=None if decisions.dry_run else anonymizer.cache,
        gate=gate,
    )


def hiding_collector(hiding: Hiding | None) -> Collector:
    """Return a collector that replaces hidden parts and reads no leaf, whatever the depth."""
    return Collector(hiding=hiding, scan=False, max_depth=MAX_NESTING, plain=True)


def run_leaves(
    decisions: Decisions, collector: Collector, counters: SpanCounters, budget: Budget
) -> Texts:
    """Redact a collector's leaves by the policy's anonymizer, if it has one."""
    job = Job(collector, counters, budget)
    if decisions.anonymizer is not None:
        decisions.anonymizer.run([job])
    return job.result()


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


def shortened(value: object, max_length: int) -> object:
    """Return a value whose strings are cut after ``max_length`` code points, bytes likewise."""
    if isinstance(value, (str, bytes)):
        return value[:max_length]
    if isinstance(value, list):
        return [shortened(item, max_length) for item in value]
    if isinstance(value, tuple):
        return tuple(shortened(item, max_length) for item in value)
    if isinstance(value, Mapping):
        return {key: shortened(item, max_length) for key, item in value.items()}
    return value
