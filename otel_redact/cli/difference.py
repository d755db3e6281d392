"""Raw and exported OTLP bytes in, a row per value that redaction changed out; reports use it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

if TYPE_CHECKING:
    from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
    from opentelemetry.proto.trace.v1.trace_pb2 import Span

__all__ = ["HIDDEN", "PLACEHOLDER", "Row", "compare", "count_values"]

PLACEHOLDER = re.compile(r"\[([A-Za-z][A-Za-z0-9_]*)\]")
"""What stands for a finding: ``[EMAIL_ADDRESS]``, ``[REDACTED]``."""

HIDDEN = "hidden"
"""The rule of a value that was removed as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One value that differs.

    Attributes:
        number: of the span in order of start, from 1; 0: resource and scope of all spans.
        span: the exported span's name.
        place: where on the span: ``"attribute"``, ``"event exception"``, ``"status"`` …
        key: attribute key, or what part of the place.
        before: the raw text; anything that is not a string is shown as JSON.
        after: the exported text; ``None``: removed.
        findings: how often each placeholder is in ``after`` beyond ``before``, by entity.
    """

    number: int
    span: str
    place: str
    key: str
    before: str = field(repr=False)
    after: str | None = field(repr=False)
    findings: Mapping[str, int]

    @property
    def rule(self) -> str:
        """The entities found, ``"hidden"``, or ``"changed"`` where no placeholder was written."""
        if self.after is None:
            return HIDDEN
        return ", ".join(sorted(self.findings)) or "changed"


class _Cell(NamedTuple):
    place: str
    position: int
    key: str


_NAME = _Cell("span", 0, "name")


def compare(raw: Sequence[bytes], exported: Sequence[bytes]) -> list[Row]:
    """Return what differs between the same spans before and after redaction.

    Args:
        raw: OTLP trace requests with the raw spans, in any order.
        exported: those with the redacted spans, in any order.

    Returns:
        A new list in the order in which the spans started; resource and scope come first, once.
    """
    before = _cells_by_span(raw)
    after = _cells_by_span(exported)
    rows: list[Row] = []
    for number, (span_id, cells) in enumerate(before.items()):
        redacted = after.get(span_id, {})
        name = redacted.get(_NAME, "(not exported)") if number else "(every span)"
        rows.extend(_rows(number, name, cells, redacted))
    return rows


def count_values(raw: Sequence[bytes]) -> int:
    """Return how many values :func:`compare` looks at."""
    return sum(map(len, _cells_by_span(raw).values()))


def _rows(
    number: int, span: str, before: dict[_Cell, str], after: dict[_Cell, str]
) -> Iterator[Row]:
    renamed = _renamed(before, after)
    for cell, text in before.items():
        target = renamed.get(cell, cell)
        redacted = after.get(target)
        if redacted == text and target == cell:
            continue
        old, new = text, redacted
        if target != cell:
            old, new = f"{cell.key} = {text}", f"{target.key} = {redacted}"
        findings = _new_placeholders(old, new or "")
        yield Row(
            number=number,
            span=span,
            place=cell.place,
            key=target.key,
            before=old,
            after=new,
            findings=findings,
        )


def _renamed(before: dict[_Cell, str], after: dict[_Cell, str]) -> dict[_Cell, _Cell]:
    """Pair the cells whose key was redacted with what they became."""
    gone = [cell for cell in before if cell not in after]
    pairs: dict[_Cell, _Cell] = {}
    for cell in after:
        literals = [re.escape(part) for part in PLACEHOLDER.split(cell.key)[::2]]
        if cell in before or len(literals) == 1:
            continue
        shape = re.compile(".+".join(literals), re.DOTALL)
        for old in gone:
            if old[:2] == cell[:2] and old not in pairs and shape.fullmatch(old.key):
                pairs[old] = cell
                break
    return pairs


def _new_placeholders(before: str, after: str) -> dict[str, int]:
    counts = Counter(PLACEHOLDER.findall(after))
    counts.subtract(PLACEHOLDER.findall(before))
    return {entity: count for entity, count in counts.items() if count > 0}


def _cells_by_span(bodies: Sequence[bytes]) -> dict[bytes, dict[_Cell, str]]:
    """Return each span's texts by span id, in order of start; under ``b""`` what all share."""
    shared: dict[_Cell, str] = {}
    spans: list[Span] = []
    for body in bodies:
        for resource_spans in ExportTraceServiceRequest.FromString(body).resource_spans:
            shared.update(_attributes("resource", 0, resource_spans.resource.attributes))
            for scope_spans in resource_spans.scope_spans:
                shared.update(_attributes("scope", 0, scope_spans.scope.attributes))
                spans.extend(scope_spans.spans)
    spans.sort(key=lambda span: span.start_time_unix_nano)
    return {b"": shared} | {span.span_id: dict(_span_cells(span)) for span in spans}


def _span_cells(span: Span) -> Iterator[tuple[_Cell, str]]:
    yield _NAME, span.name
    yield from _attributes("attribute", 0, span.attributes)
    for position, event in enumerate(span.events):
        yield _Cell("event", position, "name"), event.name
        yield from _attributes(f"event {position + 1}", position, event.attributes)
    for position, link in enumerate(span.links):
        yield from _attributes("link", position, link.attributes)
    if span.status.message:
        yield _Cell("status", 0, "description"), span.status.message
    if span.trace_state:
        yield _Cell("trace state", 0, ""), span.trace_state


def _attributes(
    place: str, position: int, attributes: Sequence[KeyValue]
) -> Iterator[tuple[_Cell, str]]:
    for attribute in attributes:
        yield _Cell(place, position, attribute.key), _text(attribute.value)


def _text(value: AnyValue) -> str:
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _plain(value: AnyValue) -> object:
    kind = value.WhichOneof("value")
    if kind == "array_value":
        return [_plain(item) for item in value.array_value.values]
    if kind == "kvlist_value":
        return {item.key: _plain(item.value) for item in value.kvlist_value.values}
    if kind == "bytes_value":
        return value.bytes_value.decode("utf-8", "backslashreplace")
    return getattr(value, kind) if kind else None
