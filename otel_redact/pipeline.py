"""Ended spans in, redacted copies out: whatever fails costs a value or a span, never the batch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from otel_redact.binding import bound_decisions, inside_pipeline
from otel_redact.catalogue import default_classifier
from otel_redact.clean_span import is_clean_span, texts_of
from otel_redact.containment import contain, forks_wait
from otel_redact.counters import Counters, SpanCounters
from otel_redact.decision import Decisions, ScopeDecisions, settle
from otel_redact.fields import is_llm_span, read_span
from otel_redact.gate import Gate
from otel_redact.log_record import RecordSpan
from otel_redact.metrics import prepare, timed
from otel_redact.shared_part import SharedParts
from otel_redact.span import copy_span, rebuild_span
from otel_redact.span_redaction import SpanRedaction
from otel_redact.trace_memory import TraceMemory
from otel_redact.types import Category

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

    from otel_redact.anonymizer import Anonymizer
    from otel_redact.conventions.classifier import Classifier
    from otel_redact.policy import RedactionPolicy

__all__ = ["DRY_RUN_ATTRIBUTE", "SUMMARY_ATTRIBUTE", "Pipeline"]

DRY_RUN_ATTRIBUTE = "otel_redact.dry_run"
SUMMARY_ATTRIBUTE = "otel_redact.summary"

_HIDDEN_TEXT = int(Category.INPUT | Category.OUTPUT)
_MAX_JOINED = 64
"""Spans whose leaves are searched in one call."""
_MAX_LOCKED = 16

_llm_traces = TraceMemory()
"""Traces in which any pipeline of this process saw an LLM span; log records ask, because their own
pipeline sees no spans."""


class Plan:
    """A span on its way through the pipeline.

    Attributes:
        span: as it ended.
        decisions: what holds for it.
        counters: its own.
        redaction: its leaves, and how to build its copy; None: it can go as it is.
        lost: it could not be planned or searched, so that there is no copy.
    """

    __slots__ = ("counters", "decisions", "lost", "redaction", "span")

    def __init__(self, span: ReadableSpan, decisions: Decisions, counters: SpanCounters) -> None:
        """Start with a span that nothing is planned for."""
        self.span = span
        self.decisions = decisions
        self.counters = counters
        self.redaction: SpanRedaction | None = None
        self.lost = False

    def lose(self, error: BaseException) -> None:
        """Count a failure outside any value: the span is not exported."""
        contain(error)
        self.counters.failure("span", type(error).__name__)
        self.lost = True


class Pipeline:
    """Redacts batches of spans by one policy, or by the one `use_policy` bound to a span.

    Log records and metrics go through it as spans that stand in for them.

    Thread: safe.
    On error: a value becomes ``[REDACTED]``; a span that cannot be redacted is left out. Counted.
    """

    def __init__(
        self,
        policy: RedactionPolicy | Decisions | None = None,
        classifier: Classifier | None = None,
    ) -> None:
        """Settle the policy.

        Args:
            policy: None: from the environment; decisions: one that is settled already.
            classifier: None: the built-in conventions and installed ones.

        Raises:
            ConfigError: the policy cannot be settled.
        """
        self.decisions = settle(policy)
        prepare()
        self.counters = Counters()
        self.classifier = classifier or default_classifier()
        self._traces = TraceMemory()
        self._locked: dict[int, tuple[Decisions, Decisions]] = {}
        self._shared = SharedParts(self.classifier, self.counters)

    def redact_batch(self, spans: Sequence[ReadableSpan]) -> list[ReadableSpan]:
        """Return redacted copies in the same order, without spans that could not be redacted."""
        return [span for span in self.redact_each(spans) if span is not None]

    def redact_each(self, spans: Sequence[ReadableSpan]) -> list[ReadableSpan | None]:
        """Return a redacted copy of each span in the same order, None where it could not be."""
        redacted: list[ReadableSpan | None] = []
        with timed(), forks_wait, inside_pipeline():
            plans = [self._note(span) for span in spans]
            for start in range(0, len(plans), _MAX_JOINED):
                redacted += self._redact_joined(plans[start : start + _MAX_JOINED])
        return redacted

    def _note(self, span: ReadableSpan) -> Plan:
        """Note a span's trace when it is an LLM span: error texts elsewhere in it may go."""
        plan = Plan(span, self.decisions, SpanCounters(self.counters))
        try:
            plan.decisions = self._decisions(span)
            context = span.get_span_context()
            if context is not None and is_llm_span(span, self.classifier):
                hidden = bool(_scope(plan).hide & _HIDDEN_TEXT)
                self._see(context.trace_id, hidden=hidden)
        except BaseException as error:  # noqa: BLE001 - fail closed: this span only
            plan.lose(error)
        return plan

    def _see(self, trace_id: int, *, hidden: bool) -> None:
        """Remember a trace with an LLM span."""
        self._traces.see(trace_id, hidden=hidden)
        _llm_traces.see(trace_id, hidden=False)

    def _redact_joined(self, plans: Sequence[Plan]) -> list[ReadableSpan | None]:
        """Plan some spans, search all their leaves at once, build the copies."""
        gates = self._gates(plans)
        by_anonymizer: dict[Anonymizer, list[Plan]] = {}
        for plan in plans:
            if plan.lost:
                continue
            self._plan(plan, gates.get(plan.decisions))
            if plan.redaction is not None and plan.decisions.anonymizer is not None:
                by_anonymizer.setdefault(plan.decisions.anonymizer, []).append(plan)
        for anonymizer, together in by_anonymizer.items():
            _search(anonymizer, together)
        return [self._build(plan) for plan in plans]

    def _gates(self, plans: Sequence[Plan]) -> dict[Decisions, Gate]:
        """Scan the texts of the spans whose policy only anonymizes, at once for each policy."""
        gated: dict[Decisions, list[Plan]] = {}
        for plan in plans:
            if not plan.lost and plan.decisions.only_anonymizes:
                gated.setdefault(plan.decisions, []).append(plan)
        gates: dict[Decisions, Gate] = {}
        for decisions, together in gated.items():
            try:
                gate = _gate(decisions, together)
            except BaseException as error:  # noqa: BLE001 - without a gate every leaf is read
                contain(error)
                self.counters.failure("gate", type(error).__name__)
                continue
            if gate is not None:
                gates[decisions] = gate
        return gates

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

    def _plan(self, plan: Plan, gate: Gate | None) -> None:
        """Decide what happens to a span and collect its leaves."""
        span = plan.span
        try:
            is_llm = is_llm_span(span, self.classifier)
            blank_errors = self._blank_errors(plan, is_llm=is_llm)
            asks = None if blank_errors else gate
            if asks is not None and is_clean_span(span, asks, self.classifier):
                return
            plan.redaction = SpanRedaction(
                span,
                read_span(span, self.classifier),
                plan.decisions,
                self.classifier,
                plan.counters,
                blank_errors=blank_errors,
                gate=gate,
            )
            context = span.get_span_context()
            if plan.redaction.emptied and context is not None:
                self._traces.see(context.trace_id, hidden=True)
        except BaseException as error:  # noqa: BLE001 - fail closed: this span only
            plan.lose(error)

    def _build(self, plan: Plan) -> ReadableSpan | None:
        """Put the copy of a searched span together."""
        decisions, counters = plan.decisions, plan.counters
        new: ReadableSpan | None = None
        if not plan.lost:
            try:
                new = self._copy(plan)
            except BaseException as error:  # noqa: BLE001 - fail closed: this span only
                plan.lose(error)
        if new is not None and decisions.on_error == "drop_span" and not decisions.dry_run:
            new = None if counters.failed else new
        self.counters.span("dropped" if new is None else "redacted")
        return new

    def _copy(self, plan: Plan) -> ReadableSpan:
        span, decisions, found = plan.span, plan.decisions, plan.counters.found
        resource = self._shared.resource(span.resource, decisions)
        scope = self._shared.scope(span.instrumentation_scope, decisions)
        if plan.redaction is None:
            return copy_span(span, resource=resource, scope=scope)
        new, report = plan.redaction.build(resource, scope)
        if decisions.dry_run:
            return _annotated(span, span, DRY_RUN_ATTRIBUTE, report)
        if decisions.summary and found:
            return _annotated(new, new, SUMMARY_ATTRIBUTE, dict(found))
        return new

    def _blank_errors(self, plan: Plan, *, is_llm: bool) -> bool:
        """Whether error texts may quote prompts that are hidden."""
        context = plan.span.get_span_context()
        known = self._traces.get(context.trace_id) if context is not None else None
        if known is None and context is not None and isinstance(plan.span, RecordSpan):
            known = _llm_traces.get(context.trace_id)
        own = bool(_scope(plan).hide & _HIDDEN_TEXT)
        return bool(known) or (own and (known is not None or is_llm))


def _scope(plan: Plan) -> ScopeDecisions:
    scope = plan.span.instrumentation_scope
    return plan.decisions.scope(scope.name if scope is not None else "")


def _gate(decisions: Decisions, plans: Sequence[Plan]) -> Gate | None:
    """Scan the texts of some spans; None where no engine can tell texts apart."""
    anonymizer = decisions.anonymizer
    probe = anonymizer.probe if anonymizer is not None else None
    if anonymizer is None or probe is None:
        return None
    texts = [text for plan in plans for text in texts_of(plan.span)]
    return Gate(probe, texts, anonymizer.max_depth, anonymizer.cache)


def _search(anonymizer: Anonymizer, plans: Sequence[Plan]) -> None:
    """Run an anonymizer over the leaves of some spans; should it raise, over each span's alone."""
    try:
        anonymizer.run([plan.redaction.job for plan in plans if plan.redaction is not None])
    except BaseException as error:  # noqa: BLE001 - fail closed: the span that it raises for
        contain(error)
        for plan in plans:
            _search_alone(anonymizer, plan)


def _search_alone(anonymizer: Anonymizer, plan: Plan) -> None:
    try:
        if plan.redaction is not None:
            plan.redaction.start_over()
            anonymizer.run([plan.redaction.job])
    except BaseException as error:  # noqa: BLE001 - fail closed: this span only
        plan.lose(error)


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
