"""Runs a user's rules over leaves: in order, each on what the last one left, under a timeout.

`anonymizer` makes one for each list of rules. A leaf on which a rule fails becomes ``[REDACTED]``.
"""

from __future__ import annotations

from collections.abc import Sequence

from otel_redact.containment import contain
from otel_redact.job import BUDGET_STAGE, Job
from otel_redact.rule import CompiledRule

__all__ = ["RuleStep", "fold"]


class RuleStep:
    """A user's rules in order.

    Thread: the one that redacts; may be called from several at once.
    On error: the leaf becomes ``[REDACTED]``; counted as ``rule name:exception type``, a timeout as
    ``rule name:TimeoutError``, and warned about once for each rule, by its name.
    """

    with_paths = False
    users = True
    steady = True
    name = "rules"
    probe = None

    def __init__(self, rules: Sequence[CompiledRule], timeout_millis: float) -> None:
        """Keep the rules and the milliseconds each may spend on one leaf."""
        self._rules = tuple(rules)
        self._timeout_seconds = timeout_millis / 1000
        self._gated = any(rule.triggers for rule in self._rules)

    @property
    def triggers(self) -> tuple[str, ...] | None:
        """Lower-case ASCII texts: a leaf whose ``fold`` has none of them is changed by no rule.

        None where a rule has no trigger of its own: it must see every leaf.
        """
        if not all(rule.triggers for rule in self._rules):
            return None
        return tuple(dict.fromkeys(word for rule in self._rules for word in rule.triggers))

    def run(self, jobs: Sequence[Job]) -> None:
        """Run every rule over every leaf, as long as its span has time."""
        for job in jobs:
            job.budget.start()
            for index, text in enumerate(job.texts):
                self._one(job, index, text)
            job.budget.stop()

    def _one(self, job: Job, index: int, text: str) -> None:
        """Run every rule over one leaf; a rule with triggers only where one of them occurs."""
        new = text
        folded = fold(new) if self._gated else ""
        for rule in self._rules:
            if rule.triggers and not any(word in folded for word in rule.triggers):
                continue
            if job.budget.is_over:
                job.fail(index, BUDGET_STAGE, "rules")
                return
            try:
                if not rule.pattern.is_ready(new):
                    _prepare(job, rule, new)
                seconds = job.budget.seconds_left(self._timeout_seconds)
                new, count = rule.substitute(new, timeout_seconds=seconds)
            except BaseException as error:  # noqa: BLE001 - fail closed: TimeoutError above all
                contain(error)
                job.fail(index, rule.name, type(error).__name__)
                return
            if count:
                job.hits += [(index, rule.name)] * count
                # A replacement may bring the trigger of a later rule.
                folded = fold(new) if self._gated else ""
        if new != text:
            job.put(index, new)


def _prepare(job: Job, rule: CompiledRule, text: str) -> None:
    """Make a rule ready outside the span's time: it is a cost of the process's first texts."""
    job.budget.stop()
    try:
        rule.pattern.prepare(text)
    finally:
        job.budget.start()


def fold(text: str) -> str:
    """Lower a text so that ASCII words are found in it wherever ``IGNORECASE`` would match them.

    Beside the ASCII letters, U+0130, U+0131, U+017F and the Kelvin sign match i, s and k.
    """
    if text.isascii():
        return text.lower()
    return text.replace("\u0130", "i").lower().replace("\u0131", "i").replace("\u017f", "s")
