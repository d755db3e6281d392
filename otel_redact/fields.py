"""A span's attributes, events and links in, categorised fields out, for the pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from otel_redact.log_record import RecordSpan
from otel_redact.types import MAIN_CATEGORIES, Category

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

    from otel_redact.conventions.classifier import Classifier
    from otel_redact.conventions.decision import Decision

__all__ = ["Bag", "Field", "SpanFields", "is_llm_span", "plain_bag", "read_span"]

_INPUT = int(Category.INPUT)
_OUTPUT = int(Category.OUTPUT)
_STRUCTURE = int(Category.STRUCTURE)


class Field:
    """One attribute with its categories.

    Attributes:
        key: attribute key.
        value: its raw value.
        main: one main category (a bit).
        mask: all categories (bits).
        name: the user's own name, for a metadata carrier.
        carrier: ``""``, ``"prefix"`` or ``"json"``, as ``KeyRule.carrier``.
        known: the key is wholly a convention's own, so it carries no content.
    """

    __slots__ = ("carrier", "key", "known", "main", "mask", "name", "value")

    def __init__(self, key: str, value: object, main: int, mask: int, decision: Decision) -> None:
        """Keep an attribute and what the classifier said of its key."""
        self.key = key
        self.value = value
        self.main = main
        self.mask = mask
        self.carrier = decision.carrier
        self.name = decision.name
        self.known = decision.closed

    def replaced(self, value: object) -> Field:
        """Return a copy with another value."""
        new = object.__new__(Field)
        for slot in Field.__slots__:
            setattr(new, slot, getattr(self, slot))
        new.value = value
        return new

    @classmethod
    def added(cls, key: str, value: object, main: int) -> Field:
        """Return a field that a callable added."""
        new = object.__new__(cls)
        new.key, new.value, new.main, new.mask = key, value, main, main
        new.carrier, new.name, new.known = "", "", False
        return new

    @property
    def structural(self) -> bool:
        """Whether only ``secrets`` and ``crypto`` detectors read the value."""
        return self.main == _STRUCTURE


class Bag:
    """The attributes of one place.

    Attributes:
        place: ``attribute``, ``event``, ``link``, ``resource`` or ``scope``.
        fields: in the span's order.
    """

    __slots__ = ("fields", "place")

    def __init__(self, place: str, fields: list[Field]) -> None:
        """Keep the fields of a place."""
        self.place = place
        self.fields = fields


class SpanFields:
    """Everything categorised on one span.

    Attributes:
        attributes: the span's own.
        events: one bag per event.
        links: one bag per link.
        is_llm: a key or event of an LLM convention was seen.
    """

    __slots__ = ("attributes", "events", "is_llm", "links")

    def __init__(self, attributes: Bag, events: list[Bag], links: list[Bag], *, llm: bool) -> None:
        """Keep the bags."""
        self.attributes = attributes
        self.events = events
        self.links = links
        self.is_llm = llm


def read_span(span: ReadableSpan, classifier: Classifier) -> SpanFields:
    """Categorise a span's attributes, events and links.

    A span that stands in for a log record has an event's attributes, and the event's name.
    """
    attributes = span.attributes or {}
    kind = classifier.kind(span.name, attributes)
    if isinstance(span, RecordSpan):
        own, llm = _event_fields(span.name, attributes, classifier, kind)
        llm = llm or classifier.is_client_error(attributes)
    else:
        own, llm = _fields(attributes, classifier, kind)
    events: list[Bag] = []
    for event in span.events:
        fields, event_llm = _event_fields(event.name, event.attributes or {}, classifier, kind)
        llm = llm or event_llm
        events.append(Bag("event", fields))
    links = []
    for link in span.links:
        fields, _ = _fields(link.attributes or {}, classifier, kind)
        links.append(Bag("link", fields))
    return SpanFields(Bag("attribute", own), events, links, llm=llm)


def is_llm_span(span: ReadableSpan, classifier: Classifier) -> bool:
    """Whether a key or event of an LLM convention is on a span; as ``SpanFields.is_llm``."""
    own = span.attributes or {}
    if any(classifier.attribute(key).llm for key in _keys(own)):
        return True
    if isinstance(span, RecordSpan) and (
        classifier.event(span.name).llm or classifier.is_client_error(own)
    ):
        return True
    for event in span.events:
        attributes = event.attributes or {}
        if any(classifier.attribute(key).llm for key in _keys(attributes)):
            return True
        if event.name == "exception" and classifier.is_client_error(attributes):
            return True
        if classifier.event(event.name).llm:
            return True
    return False


def _keys(attributes: Mapping[str, object]) -> Iterator[str]:
    return (str.__str__(key) for key in attributes if isinstance(key, str))


def plain_bag(place: str, attributes: Mapping[str, object], classifier: Classifier) -> Bag:
    """Categorise attributes that flags never hide: a resource's or a scope's."""
    return Bag(place, _fields(attributes, classifier, "")[0])


def _fields(
    attributes: Mapping[str, object], classifier: Classifier, kind: str
) -> tuple[list[Field], bool]:
    fields: list[Field] = []
    llm = False
    for key, value in attributes.items():
        if not isinstance(key, str):
            continue  # an OTLP encoder could not send it either
        key = str.__str__(key)  # noqa: PLW2901 - a text enumeration's member is its value
        decision = classifier.attribute(key)
        llm = llm or decision.llm
        main, mask = decision.main, decision.mask
        if decision.role_key:
            main, mask = _by_role(classifier, attributes, decision)
        if kind == "tool" and decision.on_tool:
            main, mask = decision.on_tool & MAIN_CATEGORIES, decision.on_tool
        elif kind == "prompt" and main == _OUTPUT:
            mask |= _INPUT
        fields.append(Field(key, value, main, mask, decision))
    return fields, llm


def _by_role(
    classifier: Classifier, attributes: Mapping[str, object], decision: Decision
) -> tuple[int, int]:
    """Return main and all categories of a flattened message's part, by its sibling role."""
    if decision.main == _STRUCTURE:
        return decision.main, decision.mask
    role = classifier.role(attributes.get(decision.role_key))
    mask = (decision.mask & ~MAIN_CATEGORIES) | role
    main = role & MAIN_CATEGORIES
    return (main if main in (_INPUT, _OUTPUT) else decision.main), mask


def _event_fields(
    name: str, attributes: Mapping[str, object], classifier: Classifier, kind: str
) -> tuple[list[Field], bool]:
    fields, llm = _fields(attributes, classifier, kind)
    llm = llm or (name == "exception" and classifier.is_client_error(attributes))
    event = classifier.event(name)
    if event.main == int(Category.UNKNOWN):
        return fields, llm
    for field in fields:
        if field.key in event.structure:
            field.main = field.mask = _STRUCTURE
        elif field.main == int(Category.UNKNOWN):
            field.main, field.mask = event.main, event.mask
        elif field.main != _STRUCTURE:
            field.mask |= event.mask
    return fields, llm or event.llm
