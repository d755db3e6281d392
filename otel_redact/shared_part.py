"""Resources and scopes in, redacted ones out, each once: many spans share them; `pipeline` asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from opentelemetry.sdk.resources import Resource

from otel_redact.bag_plan import BagPlan, encodable, make_collector, run_leaves
from otel_redact.budget import Budget
from otel_redact.counters import Counters, SpanCounters
from otel_redact.fields import Bag, plain_bag
from otel_redact.place import Place
from otel_redact.span import rebuild_resource, rebuild_scope

if TYPE_CHECKING:
    from opentelemetry.sdk.util.instrumentation import InstrumentationScope

    from otel_redact.conventions.classifier import Classifier
    from otel_redact.decision import Decisions

__all__ = ["SharedParts"]

_MAX_SHARED = 64

T = TypeVar("T")


class SharedParts:
    """Redacts what spans share, and remembers the result for each policy.

    Thread: safe.
    """

    def __init__(self, classifier: Classifier, counters: Counters) -> None:
        """Remember nothing yet.

        Args:
            classifier: tells what attributes are about.
            counters: findings and failures are counted there.
        """
        self._classifier = classifier
        self._counters = counters
        self._shared: dict[tuple[int, int], tuple[object, Decisions, object]] = {}

    def resource(self, resource: Resource, decisions: Decisions) -> Resource:
        """Return a redacted resource; the very same where nothing changed."""
        return self._once(resource, decisions, lambda: self._new_resource(resource, decisions))

    def scope(
        self, scope: InstrumentationScope | None, decisions: Decisions
    ) -> InstrumentationScope | None:
        """Return a redacted instrumentation scope."""
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
        counters = SpanCounters(self._counters)
        collector = make_collector(decisions, None)
        nodes = [collector.leaf(text, Place(structural=True)) for text in structural]
        plan = BagPlan(bag.place)
        plan.add(bag.fields, collector, counters)
        texts = run_leaves(decisions, collector, counters, Budget(decisions.span_timeout_millis))
        if texts.hits:
            counters.placed(Counter((name, bag.place) for _, name in texts.hits))
        return plan.build(texts, counters, decisions.max_value_length), [
            str(encodable(n.build(texts))) for n in nodes
        ]
