"""Trace states in, span contexts with safe ones out; `span_redaction` uses it.

A trace state comes from the network and goes on the wire again, so its entries are leaves too.
"""

from __future__ import annotations

from collections.abc import Sequence

from opentelemetry.trace import SpanContext

from otel_redact.collector import Collector
from otel_redact.node import Node
from otel_redact.span import with_trace_state

__all__ = ["TraceStatePlan"]

_MAX_VALUE_LENGTH = 256


class TraceStatePlan:
    """The nodes of the trace states of a span, its parent and its links."""

    __slots__ = ("_collector", "_states")

    def __init__(self, collector: Collector) -> None:
        """Collect into ``collector``."""
        self._collector = collector
        self._states: dict[int, list[tuple[Node, Node]]] = {}

    def add(self, context: SpanContext | None) -> None:
        """Collect the entries of a context's trace state, once."""
        state = context.trace_state if context is not None else None
        if state and id(state) not in self._states:
            self._states[id(state)] = [
                (self._collector.text(key), self._collector.text(value))
                for key, value in state.items()
            ]

    def build(self, context: SpanContext, texts: Sequence[str]) -> SpanContext:
        """Return the context, or one with redacted entries.

        An entry goes where its key was redacted (a key has no room for a placeholder), or where the
        new value is none by W3C Trace Context.
        """
        nodes = self._states.get(id(context.trace_state))
        if nodes is None:
            return context
        raw = list(context.trace_state.items())
        entries: list[tuple[str, str]] = []
        for (key, value), (key_node, value_node) in zip(raw, nodes, strict=True):
            new = str(value_node.build(texts))
            if key_node.build(texts) == key and (new == value or _is_value(new)):
                entries.append((key, new))
        return context if entries == raw else with_trace_state(context, entries)


def _is_value(value: str) -> bool:
    """Whether a text may be a trace-state value: printable ASCII without ``,`` and ``=``.

    Source: https://www.w3.org/TR/trace-context/#value, 2026-11-23.
    """
    return (
        0 < len(value) <= _MAX_VALUE_LENGTH
        and value.isascii()
        and value.isprintable()
        and not {",", "="} & set(value)
        and value[-1] != " "
    )
