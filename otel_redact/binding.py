"""What is remembered about a live span beside the span: its own policy, and processors that ran.

`use_policy` puts a policy into the OpenTelemetry context; the processor binds it to each span at
its start and hands it to the worker with the ended span. Nothing of it is ever an attribute, which
any library could forge.
"""

from __future__ import annotations

import contextlib
import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from opentelemetry import context as otel_context

from otel_redact.containment import renew_after_fork
from otel_redact.decision import Decisions, settle_once
from otel_redact.errors import ConfigError
from otel_redact.types import Category

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import ReadableSpan, Span
    from opentelemetry.trace import SpanContext

    from otel_redact.policy import RedactionPolicy

__all__ = [
    "bind",
    "bind_ended",
    "bound_decisions",
    "carry",
    "context_decisions",
    "inside",
    "inside_pipeline",
    "mark_processed",
    "mark_processed_bits",
    "processed",
    "register_live",
    "unregister_live",
    "usage",
    "use_policy",
]

_POLICY_KEY = otel_context.create_key("otel_redact-policy")
_INSIDE_KEY = otel_context.create_key("otel_redact-inside-pipeline")
_MAX_PROCESSED = 65_536

_SIDES = {
    "inputs": int(Category.INPUT),
    "outputs": int(Category.OUTPUT),
    "metadata": int(Category.METADATA),
}


class _Bound:
    """What a live span is bound to; kept alive by the span, so it goes when the span goes."""

    __slots__ = ("__weakref__", "decisions", "ours")

    def __init__(self, decisions: Decisions | None, *, ours: bool) -> None:
        self.decisions = decisions
        self.ours = ours


class _Usage:
    """Whether anything was ever bound: reading a flag is cheaper than a call or a table's length.

    Attributes:
        begun: until it is true, ``carry`` says yes to every span and ``bound_decisions`` None.
    """

    __slots__ = ("begun",)

    def __init__(self) -> None:
        self.begun = False


class _Tables:
    """Process-wide tables; the lock is new after a fork."""

    def __init__(self) -> None:
        self.renew()
        renew_after_fork(self)
        self.of_span: weakref.WeakKeyDictionary[Span, _Bound] = weakref.WeakKeyDictionary()
        self.by_id: weakref.WeakValueDictionary[tuple[int, int], _Bound] = (
            weakref.WeakValueDictionary()
        )
        self.of_ended: weakref.WeakKeyDictionary[ReadableSpan, Decisions] = (
            weakref.WeakKeyDictionary()
        )
        self.processed: OrderedDict[tuple[int, int], int] = OrderedDict()
        self.live: weakref.WeakSet[object] = weakref.WeakSet()

    def renew(self) -> None:
        """Take a new lock."""
        self.lock = threading.RLock()


_tables = _Tables()
usage = _Usage()


@contextlib.contextmanager
def use_policy(policy: RedactionPolicy) -> Iterator[None]:
    """Redact the spans started, and the log records emitted, inside by ``policy``.

    The policy follows the OpenTelemetry context: into asyncio tasks, and into threads that were
    handed the context; a bare thread pool does not carry it. What the policy leaves open comes from
    the environment and the policy file, as for a processor's policy.

    Args:
        policy: ``RedactionPolicy(anonymizer=None)`` switches rules off inside.

    Raises:
        ConfigError: no ``RedactingSpanProcessor`` or ``install`` is live in this process, so that
            nothing would carry the policy; or the policy cannot be settled.
    """
    if not _tables.live:
        msg = (
            "use_policy: no RedactingSpanProcessor and no install() is live in this process; set "
            "one up first (a RedactingSpanExporter alone cannot see where a span started)"
        )
        raise ConfigError(msg)
    token = otel_context.attach(otel_context.set_value(_POLICY_KEY, settle_once(policy)))
    try:
        yield
    finally:
        otel_context.detach(token)


@contextlib.contextmanager
def inside_pipeline() -> Iterator[None]:
    """Suppress instrumentation, and mark spans started inside as our own, not to be recorded."""
    context = otel_context.set_value(otel_context._SUPPRESS_INSTRUMENTATION_KEY, True)  # noqa: FBT003, SLF001 - the SDK's own export path does this
    token = otel_context.attach(otel_context.set_value(_INSIDE_KEY, "yes", context))
    try:
        yield
    finally:
        otel_context.detach(token)


def bind(span: Span, parent_context: Context | None) -> None:
    """Remember a starting span's policy, if its context has one.

    Args:
        span: the span that starts.
        parent_context: the one its caller gave; asked before the current one.
    """
    current = otel_context.get_current()
    parent = current if parent_context is None else parent_context
    decisions = parent.get(_POLICY_KEY) or current.get(_POLICY_KEY)
    ours = _INSIDE_KEY in current
    span_context = span.get_span_context() if decisions is not None or ours else None
    if span_context is None:
        return
    bound = _Bound(decisions if isinstance(decisions, Decisions) else None, ours=ours)
    with _tables.lock:
        _tables.of_span[span] = bound
        _tables.by_id[span_context.trace_id, span_context.span_id] = bound
        usage.begun = True


def context_decisions(context: Context | None) -> Decisions | None:
    """Return the decisions of `use_policy` in a context, else in the current one; None: neither."""
    current = otel_context.get_current()
    decisions = (context or current).get(_POLICY_KEY) or current.get(_POLICY_KEY)
    return decisions if isinstance(decisions, Decisions) else None


def inside() -> bool:
    """Whether a pipeline runs: what is logged now comes from users' callables, or from us."""
    return _INSIDE_KEY in otel_context.get_current()


def bind_ended(span: ReadableSpan, decisions: Decisions) -> None:
    """Bind decisions to a span that stands in for something else, and never started."""
    with _tables.lock:
        _tables.of_ended[span] = decisions
        usage.begun = True


def carry(span: ReadableSpan) -> bool:
    """Hand an ended span's policy on to the thread that redacts it.

    Returns:
        Whether the span is to be exported: not where a callable of the pipeline started it.
    """
    context = span.get_span_context() if usage.begun else None
    if context is None:
        return True
    bound = _tables.by_id.get((context.trace_id, context.span_id))
    if bound is None:
        return True
    if bound.decisions is not None:
        with _tables.lock:
            _tables.of_ended[span] = bound.decisions
    return not bound.ours


def bound_decisions(span: ReadableSpan) -> Decisions | None:
    """Return the decisions that ``use_policy`` bound to an ended span, or None."""
    return _tables.of_ended.get(span) if usage.begun else None


def mark_processed(span_context: SpanContext, side: str) -> None:
    """Remember that a function-level processor has run on a span.

    Args:
        span_context: the span's.
        side: ``"inputs"``, ``"outputs"`` or ``"metadata"``.
    """
    mark_processed_bits(span_context, _SIDES[side])


def mark_processed_bits(span_context: SpanContext, bits: int) -> None:
    """Remember what ``processed`` returned for a span in another process.

    Args:
        span_context: the span's.
        bits: of the categories on which a function-level processor has run.
    """
    ids = (span_context.trace_id, span_context.span_id)
    with _tables.lock:
        _tables.processed[ids] = _tables.processed.pop(ids, 0) | bits
        while len(_tables.processed) > _MAX_PROCESSED:
            _tables.processed.popitem(last=False)


def processed(span_context: SpanContext) -> int:
    """Return the bits of the categories on which a function-level processor has run."""
    if not _tables.processed:
        return 0
    return _tables.processed.get((span_context.trace_id, span_context.span_id), 0)


def register_live(processor: object) -> None:
    """Note that something carries policies from a span's start to its end."""
    _tables.live.add(processor)


def unregister_live(processor: object) -> None:
    """Note that it does no longer."""
    _tables.live.discard(processor)
