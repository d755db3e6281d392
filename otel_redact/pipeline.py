"""Ended spans in, redacted copies out: whatever fails costs a value or a span, never the batch."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from opentelemetry.sdk.resources import Resource

from otel_redact.bag_plan import BagPlan, encodable, make_collector, run_leaves
from otel_redact.binding import bound_decisions, inside_pipeline
from otel_redact.catalogue import default_classifier
from otel_redact.containment import contain
from otel_redact.counters import Counters, SpanCounters
from otel_redact.decision import Decisions, settle
from otel_redact.fields import Bag, SpanFields, plain_bag, read_span
from otel_redact.place import Place
from otel_redact.span import rebuild_resource, rebuild_scope, rebuild_span
from otel_redact.span_redaction import SpanRedaction
from otel_redact.trace_memory import TraceMemory
from otel_redact.types import Category

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.util.instrumentation import InstrumentationScope

    from otel_redact.conventions.classifier import Classifier
    from otel_redact.policy import RedactionPolicy

__all__ = ["DRY_RUN_ATTRIBUTE", "SUMMARY_ATTRIBUTE", "Pipeline"]

DRY_RUN_ATTRIBUTE = "otel_redact.dry_run"
SUMMARY_ATTRIBUTE = "otel_redact.summary"

_HIDDEN_TEXT = int(Category.INPUT | Category.OUTPUT)
_MAX_SHARED = 64
_MAX_LOCKED = 16

T = TypeVar("T")


class Pipeline:
    """Redacts batches of spans by one policy, or by the one `use_policy` bound to a span.

    Thread: safe.
    On error: a value becomes ``[REDACTED]``; a span that cannot be redacted is left out. Counted.
    """

    def __init__(
        self, policy: RedactionPolicy | None = None, classifier: Classifier | None = None
    ) -> None:
        """Settle the policy.

        Args:
            policy: None: from the environment.
            classifier: None: the built-in conventions and installed ones.

        Raises:
            ConfigError: the policy cannot be settled.
        """
        self.decisions = settle(policy)
        self.counters = Counters()
        self._classifier = classifier or default_classifier()
        self._traces = TraceMemory()
        self._locked: dict[int, tuple[Decisions, Decisions]] = {}
        self._shared: dict[tuple[int, int], tuple[object, Decisions, object]] = {}

    def redact_batch(self, spans: Sequence[ReadableSpan]) -> list[ReadableSpan]:
        """Return redacted copies in the same order, without spans that could not be redacted."""
        with inside_pipeline():
            readable = [(span, self._read(span)) for span in spans]
            redacted = [
                self._redact(span, fields) for span, fields in readable if fields is not None
            ]
        return [span for span in redacted if span is not None]

    def _read(self, span: ReadableSpan) -> SpanFields | None:
        """Categorise a span, and note its trace when it is an LLM span."""
        try:
            fields = read_span(span, self._classifier)
            context = span.get_span_context()
            if fields.is_llm and context is not None:
                hidden = bool(self._scope_hide(span) & _HIDDEN_TEXT)
                self._traces.see(context.trace_id, hidden=hidden)
        except BaseException as error:  # noqa: BLE001 - fail closed: this span only
            contain(error)
            self.counters.failure("span", type(error).__name__)
            self.counters.span("dropped")
            return None
        return fields

    def _decisions(self, span: ReadableSpan) -> Decisions:
        """Return what holds for a span: its own policy's decisions, under this pipeline's locks."""
        bound = bound_decisions(span)
        if bound is None or not self.decisions.has_locks:
            return bound or self.decisions
        known = self._locked.get(id(bound))
        if known is None or known[0] is not bound:
            if len(self._locked) >= _MAX_LOCKED:
                self._locked.clear()
            known = self._locked[id(bound)] = (bound, bound.under(self.decisions))
        return known[1]

    def _scope_hide(self, span: ReadableSpan) -> int:
        scope = span.instrumentation_scope
        return self._decisions(span).scope(scope.name if scope is not None else "").hide

    def _redact(self, span: ReadableSpan, fields: SpanFields) -> ReadableSpan | None:
        counters = SpanCounters(self.counters)
        decisions = self.decisions
        try:
            decisions = self._decisions(span)
            redaction = SpanRedaction(
                span,
                fields,
                decisions,
                self._classifier,
                counters,
                blank_errors=self._blank_errors(span, fields),
            )
            context = span.get_span_context()
            if redaction.emptied and context is not None:
                self._traces.see(context.trace_id, hidden=True)
            new, report = redaction.build(
                self._resource(span, decisions), self._scope(span, decisions)
            )
            if decisions.dry_run:
                new = _annotated(span, span, DRY_RUN_ATTRIBUTE, report)
            elif decisions.summary and counters.found:
                new = _annotated(new, new, SUMMARY_ATTRIBUTE, dict(counters.found))
        except BaseException as error:  # noqa: BLE001 - fail closed: this span only
            contain(error)
            counters.failure("span", type(error).__name__)
            self.counters.span("dropped")
            return None
        if counters.failed and decisions.on_error == "drop_span" and not decisions.dry_run:
            self.counters.span("dropped")
            return None
        self.counters.span("redacted")
        return new

    def _blank_errors(self, span: ReadableSpan, fields: SpanFields) -> bool:
        """Whether error texts may quote prompts that are hidden."""
        context = span.get_span_context()
        known = self._traces.get(context.trace_id) if context is not None else None
        own = bool(self._scope_hide(span) & _HIDDEN_TEXT)
        return bool(known) or (own and (known is not None or fields.is_llm))

    def _resource(self, span: ReadableSpan, decisions: Decisions) -> Resource:
        resource = span.resource
        return self._once(resource, decisions, lambda: self._new_resource(resource, decisions))

    def _scope(self, span: ReadableSpan, decisions: Decisions) -> InstrumentationScope | None:
        scope = span.instrumentation_scope
        if scope is None:
            return None
        return self._once(scope, decisions, lambda: self._new_scope(scope, decisions))

    def _once(self, shared: T, decisions: Decisions, make: Callable[[], T]) -> T:
        """Return what was made of a shared object before; both are kept, so ids stay theirs."""
        key = (id(shared), id(decisions))
        known = self._shared.get(key)
        if known is not None and known[0] is shared and known[1] is decisions:
            return known[2]  # type: ignore[return-value]  # made of the same object
        if len(self._shared) >= _MAX_SHARED:
            self._shared.clear()
        new = make()
        self._shared[key] = (shared, decisions, new)
        return new

    def _new_resource(self, resource: Resource, decisions: Decisions) -> Resource:
        bag = plain_bag("resource", resource.attributes, self._classifier)
        attributes, texts = self._plain(bag, decisions, resource.schema_url or "")
        return rebuild_resource(resource, attributes=attributes, schema_url=texts[0])

    def _new_scope(self, scope: InstrumentationScope, decisions: Decisions) -> InstrumentationScope:
        bag = plain_bag("scope", scope.attributes or {}, self._classifier)
        attributes, texts = self._plain(
            bag, decisions, scope.schema_url or "", scope.version or "", scope.name
        )
        return rebuild_scope(
            name=texts[2],
            version=texts[1] or None,
            schema_url=texts[0] or None,
            attributes=attributes,
        )

    def _plain(
        self, bag: Bag, decisions: Decisions, *structural: str
    ) -> tuple[dict[str, object], list[str]]:
        """Anonymize shared attributes, and texts that hold structure (URLs, versions, names)."""
        counters = SpanCounters(self.counters)
        collector = make_collector(decisions, None)
        nodes = [collector.leaf(text, Place(structural=True)) for text in structural]
        plan = BagPlan(bag.place)
        plan.add(bag.fields, collector, counters)
        texts = run_leaves(decisions, collector, counters)
        return plan.build(texts, counters), [str(encodable(n.build(texts))) for n in nodes]


def _annotated(source: ReadableSpan, span: ReadableSpan, key: str, note: object) -> ReadableSpan:
    """Return a copy of a span with one more attribute, a JSON text of names and counts."""
    text = json.dumps(note, sort_keys=True)
    return rebuild_span(
        source,
        name=span.name,
        attributes={**(span.attributes or {}), key: text},
        events=span.events,
        links=span.links,
        status=span.status,
        resource=span.resource,
        scope=span.instrumentation_scope,
        context=lambda context: context,
    )
