"""One span and its decisions in, its redacted copy out; `pipeline` catches what it raises.

Order, for each place: hidden categories go; users' callables run on what is left; then one
anonymizer run reads every leaf of many spans (`job`); then the span is put together anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from otel_redact.bag_plan import (
    BagPlan,
    encodable,
    hiding_collector,
    make_collector,
)
from otel_redact.binding import processed
from otel_redact.budget import Budget
from otel_redact.containment import contain
from otel_redact.fields import Bag, Field, SpanFields
from otel_redact.hiding import Hiding
from otel_redact.job import Job
from otel_redact.metadata import transform_metadata
from otel_redact.node import FixedNode, Node
from otel_redact.place import Place
from otel_redact.span import rebuild_event, rebuild_link, rebuild_span, rebuild_status
from otel_redact.trace_state import TraceStatePlan
from otel_redact.transform import transform_fields
from otel_redact.types import FAILED_PLACEHOLDER, HIDDEN_PLACEHOLDER, Category

if TYPE_CHECKING:
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.util.instrumentation import InstrumentationScope

    from otel_redact.conventions.classifier import Classifier
    from otel_redact.counters import SpanCounters
    from otel_redact.decision import Decisions
    from otel_redact.gate import Gate
    from otel_redact.instrumentation_rule import Process

__all__ = ["SpanRedaction"]

_INPUT = int(Category.INPUT)
_OUTPUT = int(Category.OUTPUT)
_METADATA = int(Category.METADATA)
_ERROR = int(Category.ERROR)
_SIDES = ((_INPUT, "inputs"), (_OUTPUT, "outputs"), (_METADATA, "metadata"))


class SpanRedaction:
    """The plan for one span: made here, run by the pipeline, built here.

    Args:
        span: the ended span; never changed.
        fields: its categorised attributes.
        decisions: the policy that holds for it.
        classifier: reads roles and parts inside values.
        counters: of this span.
        blank_errors: the trace's prompts are hidden, so texts that quote them go.
        gate: has read the span's texts; None: nothing is known of them.

    Attributes:
        emptied: a callable left nothing of the inputs or of the outputs, which hides them too.
        job: every leaf of the span, for an anonymizer to run on.
    """

    def __init__(
        self,
        span: ReadableSpan,
        fields: SpanFields,
        decisions: Decisions,
        classifier: Classifier,
        counters: SpanCounters,
        *,
        blank_errors: bool,
        gate: Gate | None = None,
    ) -> None:
        """Plan the whole span: nothing is redacted yet, but every leaf is collected."""
        self._span = span
        self._decisions = decisions
        self._counters = counters
        scope = span.instrumentation_scope
        self._scope = decisions.scope(scope.name if scope is not None else "")
        self._hide = self._scope.hide
        self._blank_errors = blank_errors
        self._is_llm = fields.is_llm
        self._labels: list[tuple[int, str]] = []
        self._places: list[tuple[int, str]] = []
        self._removed: dict[str, dict[str, int]] = {}
        parts = self._hide | (_ERROR if blank_errors else 0)  # errors inside values quote prompts
        self._hiding = Hiding(classifier, parts) if parts else None
        self._only_reads = not (
            parts or self._scope.process or self._scope.transform or decisions.dry_run
        )
        self._collector = make_collector(decisions, self._hiding, gate)
        context = span.get_span_context()
        self._processed = processed(context) if context is not None else 0
        self.emptied = False
        self._attributes = self._bag_plan(fields.attributes)
        self._name = self._text("name", span.name)
        self._events = [
            (self._text("event name", event.name), self._bag_plan(bag))
            for event, bag in zip(span.events, fields.events, strict=True)
        ]
        self._links = [self._bag_plan(bag) for bag in fields.links]
        self._blank_errors = blank_errors or self.emptied  # a callable may have emptied an event
        self._status = self._status_node()
        self._label("trace state")
        self._places.append((len(self._collector.leaves), "trace_state"))
        self._states = TraceStatePlan(self._collector)
        for known in (context, span.parent, *(link.context for link in span.links)):
            self._states.add(known)
        self.start_over()

    def start_over(self) -> None:
        """Make a new job of the leaves."""
        budget = Budget(self._decisions.span_timeout_millis)
        self.job = Job(self._collector, self._counters, budget)

    def build(
        self, resource: Resource, scope: InstrumentationScope | None
    ) -> tuple[ReadableSpan, dict[str, dict[str, int]]]:
        """Put the span together, once the anonymizer has run on its job.

        Args:
            resource: the redacted resource.
            scope: the redacted scope.

        Returns:
            The new span, and place → entity → count of what was replaced.
        """
        texts = self.job.result()
        if texts.hits:
            self._counters.placed(self._placed(texts.hits))
        span = self._span
        built = rebuild_span(
            span,
            name=str(encodable(self._name.build(texts))),
            attributes=self._built(self._attributes, texts),
            events=[
                rebuild_event(
                    event,
                    name=str(encodable(name.build(texts))),
                    attributes=self._built(plan, texts),
                )
                for event, (name, plan) in zip(span.events, self._events, strict=True)
            ],
            links=[
                rebuild_link(
                    link,
                    context=self._states.build(link.context, texts),
                    attributes=self._built(plan, texts),
                )
                for link, plan in zip(span.links, self._links, strict=True)
            ],
            status=rebuild_status(span.status, self._description(texts)),
            resource=resource,
            scope=scope,
            context=lambda known: known and self._states.build(known, texts),
        )
        return built, self._report(self.job.hits) if self._decisions.dry_run else {}

    def _built(self, plan: BagPlan, texts: Sequence[str]) -> dict[str, object]:
        return plan.build(texts, self._counters, self._decisions.max_value_length)

    def _text(self, label: str, text: str) -> Node:
        self._label(label)
        self._places.append((len(self._collector.leaves), label.replace(" ", "_")))
        if not isinstance(text, str):
            self._counters.failure(label, "value_type")
            return FixedNode(FAILED_PLACEHOLDER)
        return self._collector.text(str.__str__(text))

    def _status_node(self) -> Node:
        description = self._span.status.description
        if description is None or self._hide & _ERROR:
            return FixedNode(None)
        if self._blank_errors:
            self._note_hidden("status", "ERROR")
            return FixedNode(HIDDEN_PLACEHOLDER)
        return self._text("status", description)

    def _description(self, texts: Sequence[str]) -> str | None:
        description = self._status.build(texts)
        if description is None:
            return None
        length = self._decisions.max_value_length
        return str(encodable(description))[:length]

    def _bag_plan(self, bag: Bag) -> BagPlan:
        plan = BagPlan(bag.place)
        self._places.append((len(self._collector.leaves), bag.place))
        if self._only_reads:
            plan.add(bag.fields, self._collector, self._counters)
            return plan
        kept: list[Field] = []
        for field in bag.fields:
            hidden = field.mask & self._hide
            if hidden:
                self._note_hidden(f"{bag.place} {field.key}", _category_name(hidden))
            else:
                kept.append(field)
        for field in self._transformed(bag.place, kept):
            if field.main == _ERROR and (self._blank_errors or self.emptied):
                self._note_hidden(f"{bag.place} {field.key}", "ERROR")
                plan.add_fixed(field, HIDDEN_PLACEHOLDER)
                continue
            self._label(f"{bag.place} {field.key}")
            before = self._hiding.parts if self._hiding is not None else 0
            plan.add([field], self._collector, self._counters)
            parts = self._hiding.parts - before if self._hiding is not None else 0
            self._note_hidden(f"{bag.place} {field.key}", "PART", parts)
        return plan

    def _transformed(self, place: str, fields: list[Field]) -> list[Field]:
        """Run the callables of each side over its fields."""
        for bit, side in _SIDES:
            stage, function = f"process_{side}", self._scope.process.get(bit)
            if function is None:
                stage, function = f"hide_{side}", self._scope.transform.get(bit)
            if function is None or bit & (self._processed | self._hide):
                continue
            chosen = [field for field in fields if field.main == bit]
            always = bit == _METADATA and place == "attribute" and self._is_llm
            if not chosen and not always:
                continue
            values = self._without_hidden_parts(chosen)
            new = self._call(function, bit, stage, chosen, values)
            self.emptied = self.emptied or (bit != _METADATA and not new)
            fields = _merged(fields, chosen, new, bit)
        return fields

    def _call(
        self,
        function: Process,
        bit: int,
        stage: str,
        chosen: Sequence[Field],
        values: Mapping[str, object],
    ) -> Mapping[str, object]:
        """Run one callable; whatever goes wrong costs the values it was to get."""
        try:
            if bit == _METADATA:
                fields = [field.replaced(values[field.key]) for field in chosen]
                return transform_metadata(fields, function, stage, self._counters)
            return transform_fields(values, function, stage, self._counters)
        except BaseException as error:  # noqa: BLE001 - fail closed: these values only
            contain(error)
            self._counters.failure(stage, type(error).__name__)
            return dict.fromkeys(values, FAILED_PLACEHOLDER)

    def _without_hidden_parts(self, fields: Sequence[Field]) -> dict[str, object]:
        """Return the raw values, hidden parts replaced, so that no callable sees them."""
        if self._hiding is None:
            return {field.key: field.value for field in fields}
        collector = hiding_collector(self._hiding)
        values: dict[str, object] = {}
        for field in fields:
            try:
                node = collector.value(field.value, Place(field.key, field.mask))
                values[field.key] = node.build(collector.leaves.texts)
            except BaseException as error:  # noqa: BLE001 - fail closed: this value only
                contain(error)
                self._counters.failure("hide", type(error).__name__)
                values[field.key] = FAILED_PLACEHOLDER
        return values

    def _note_hidden(self, label: str, category: str, count: int = 1) -> None:
        if count:
            self._counters.hide(category, count)
            self._removed[label] = {f"hidden {category}": count}

    def _label(self, label: str) -> None:
        self._labels.append((len(self._collector.leaves), label))

    def _placed(self, hits: Sequence[tuple[int, str]]) -> Counter[tuple[str, str]]:
        """Return (name, place) → count of what was replaced."""
        starts = [start for start, _ in self._places]
        return Counter(
            (name, self._places[max(bisect_right(starts, index) - 1, 0)][1]) for index, name in hits
        )

    def _report(self, hits: Sequence[tuple[int, str]]) -> dict[str, dict[str, int]]:
        report = dict(self._removed)
        position = 0
        for index, name in sorted(hits):
            while position + 1 < len(self._labels) and self._labels[position + 1][0] <= index:
                position += 1
            counts = report.setdefault(self._labels[position][1], {})
            counts[name] = counts.get(name, 0) + 1
        return report


def _merged(
    fields: Sequence[Field], chosen: Sequence[Field], new: Mapping[str, object], bit: int
) -> list[Field]:
    """Return the fields with the chosen ones replaced by what a callable returned."""
    by_key = {field.key: field for field in chosen}
    other = {field.key for field in fields} - set(by_key)
    merged: list[Field] = []
    for field in fields:
        if field.key not in by_key:
            merged.append(field)
        elif field.key in new:
            merged.append(field.replaced(new[field.key]))
    for key, value in new.items():
        if key not in by_key and key not in other:
            merged.append(Field.added(key, value, bit))
    return merged


def _category_name(bits: int) -> str:
    """Return the name of the lowest category among the bits."""
    return Category(bits & -bits).name or "UNKNOWN"
