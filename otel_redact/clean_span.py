"""A span and a gate in, whether the span can go as it is out; the pipeline asks before planning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from otel_redact.number import MIN_NUMBER_LENGTH, asks_for_digits
from otel_redact.types import Category

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

    from otel_redact.conventions.classifier import Classifier
    from otel_redact.gate import Gate

__all__ = ["is_clean_span", "texts_of"]

_STRUCTURE = int(Category.STRUCTURE)
_SMALL = 10 ** (MIN_NUMBER_LENGTH - 1)
_SEQUENCES = frozenset((tuple, list))


def texts_of(span: ReadableSpan) -> Iterator[tuple[str, str]]:
    """Yield the texts of a span that a gate can judge, each with its attribute's key or ``""``."""
    names: list[object] = [span.name, span.status.description]
    for bag in (span.attributes, *(event.attributes for event in span.events)):
        yield from _texts(bag or {})
    names += [event.name for event in span.events]
    for name in names:
        if type(name) is str:
            yield name, ""


def is_clean_span(span: ReadableSpan, gate: Gate, classifier: Classifier) -> bool:
    """Whether a span would come out of the anonymizer as it went in, resource and scope aside.

    A span with links, a trace state, or values other than texts, small or structural numbers and
    lists of texts is not judged: it is not clean.

    Args:
        span: the ended span.
        gate: has read ``texts_of`` it.
        classifier: tells the keys that conventions own, and the structural ones.
    """
    context = span.get_span_context()
    if span.links or (context is not None and context.trace_state):
        return False
    if span.parent is not None and span.parent.trace_state:
        return False
    description = span.status.description
    return (
        gate.is_clean(span.name)
        and (description is None or gate.is_clean(description))
        and _are_clean(span.attributes or {}, gate, classifier)
        and all(
            gate.is_clean(event.name) and _are_clean(event.attributes or {}, gate, classifier)
            for event in span.events
        )
    )


def _texts(attributes: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in attributes.items():
        if type(key) is not str:
            continue
        yield key, ""
        if type(value) is str:
            yield value, key
        elif type(value) in _SEQUENCES:
            for item in value:  # type: ignore[attr-defined]  # by its type
                if type(item) is str:
                    yield item, ""


def _are_clean(attributes: Mapping[str, object], gate: Gate, classifier: Classifier) -> bool:
    for key, value in attributes.items():
        if type(key) is not str:
            return False
        decision = classifier.attribute(key)
        if not (decision.closed or gate.is_clean(key)):
            return False
        kind = type(value)
        if kind is str:
            is_clean = gate.is_clean_value(value, key)  # type: ignore[arg-type]  # by its type
        elif kind is int or kind is float:
            small = -_SMALL < value < _SMALL and not asks_for_digits(key)
            is_clean = small or (decision.main == _STRUCTURE and not decision.on_tool)
        else:
            is_clean = kind is bool or (kind in _SEQUENCES and _is_clean_list(value, key, gate))
        if not is_clean:
            return False
    return True


def _is_clean_list(value: object, key: str, gate: Gate) -> bool:
    return all(type(item) is str and gate.is_clean_value(item, key) for item in value)  # type: ignore[attr-defined]  # a list or tuple
