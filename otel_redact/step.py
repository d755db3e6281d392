"""The ways to redact leaves: an engine's findings, a user's function; `rule_step` has the third.

`anonymizer` chains them: each step gets the texts that the last one left. A leaf on which a step
fails becomes ``[REDACTED]``.
"""

from __future__ import annotations

import inspect
import time
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Protocol, runtime_checkable

from otel_redact.allowance import Allowance
from otel_redact.containment import contain
from otel_redact.counters import Counters
from otel_redact.gate import Probe
from otel_redact.job import BUDGET_STAGE, Job
from otel_redact.leaves import Leaves
from otel_redact.types import FAILED_PLACEHOLDER, Engine, Finding, Leaf, Operator

__all__ = ["DetectStep", "FunctionStep", "Step"]


class Step(Protocol):
    """One stage of an anonymizer."""

    @property
    def name(self) -> str:
        """What ``repr`` shows."""
        ...

    @property
    def with_paths(self) -> bool:
        """Whether ``paths`` is needed."""
        ...

    @property
    def users(self) -> bool:
        """Whether it is a user's: it may read short numbers."""
        ...

    @property
    def steady(self) -> bool:
        """Whether equal texts always have equal results, so that clean keys may be remembered."""
        ...

    @property
    def probe(self) -> Probe | None:
        """What tells texts apart in which this step finds nothing, if anything does."""
        ...

    def run(self, jobs: Sequence[Job]) -> None:
        """Redact the leaves of several spans: change the jobs' texts, add to their hits.

        Args:
            jobs: in any number; what fails or takes too long in one costs the others nothing.
        """
        ...


@runtime_checkable
class TimedEngine(Protocol):
    """An engine that leaves a text where its time is over."""

    def find_in_time(
        self, leaves: Leaves, is_over: Callable[[int | None], bool] | None
    ) -> Sequence[Sequence[Finding] | None]:
        """Return each leaf's findings, None for one that was left."""
        ...


class DetectStep:
    """An engine finds, an operator replaces."""

    users = False

    def __init__(
        self,
        engine: Engine,
        operator: Operator,
        operators: Mapping[str, Operator],
        *,
        steady: bool = False,
        allowance: Allowance | None = None,
    ) -> None:
        """Keep the engine, the default operator and those of single entities.

        Args:
            engine: finds.
            operator: replaces findings of every entity that ``operators`` does not name.
            operators: entity → its operator.
            steady: see ``Step.steady``; a foreign engine may learn.
            allowance: what is let stand; None: nothing.
        """
        self.name = engine.name
        self.steady = steady
        self.probe = engine if isinstance(engine, Probe) else None
        self._engine = engine
        self._operator = operator
        self._operators = dict(operators)
        self._allowance = allowance
        self.with_paths = allowance is not None and allowance.with_paths

    def run(self, jobs: Sequence[Job]) -> None:
        """Ask the engine once for the leaves of all jobs, then replace."""
        leaves = Leaves()
        for job in jobs:
            leaves.join(job.leaves, job.texts)
        found = self._find(leaves, jobs)
        end = 0
        for job in jobs:
            start, end = end, end + len(job.texts)
            self._replace_all(job, found[start:end])

    def _replace_all(self, job: Job, found: Sequence[Sequence[Finding] | None]) -> None:
        for index, findings in enumerate(found):
            if type(findings) is list and not findings:
                continue
            if findings is None and job.budget.is_spent:
                job.fail(index, BUDGET_STAGE, "detectors")
            elif findings is None:
                job.failed = True  # counted where it happened
                job.put(index, FAILED_PLACEHOLDER)
            else:
                kept = self._allowance
                out = findings if kept is None else _not_allowed(kept, job, index, findings)
                self._replace(job, index, out)

    def _find(self, leaves: Leaves, jobs: Sequence[Job]) -> Sequence[Sequence[Finding] | None]:
        """Return the findings of each leaf; None for one that the engine failed on, or left."""
        counters = jobs[0].counters
        try:
            found = self._find_all(leaves, jobs)
            if len(found) == len(leaves):
                return found
            counters.failure(self.name, "wrong_count")
        except BaseException as error:  # noqa: BLE001 - fail closed, leaf by leaf
            contain(error)
            counters.failure(self.name, type(error).__name__)
        return [self._find_alone(leaf, counters) for leaf in leaves]

    def _find_all(self, leaves: Leaves, jobs: Sequence[Job]) -> Sequence[Sequence[Finding] | None]:
        engine = self._engine
        if not isinstance(engine, TimedEngine):
            return list(engine.find(leaves))
        ends = list(accumulate(len(job.texts) for job in jobs))
        last = time.thread_time_ns()

        def is_over(number: int | None) -> bool:
            nonlocal last
            since, last = last, time.thread_time_ns()
            if number is None:
                return False
            budget = jobs[bisect_right(ends, number)].budget
            budget.charge(last - since)
            return budget.is_spent

        return engine.find_in_time(leaves, is_over)

    def _find_alone(self, leaf: Leaf, counters: Counters) -> Sequence[Finding] | None:
        try:
            (found,) = self._engine.find([leaf])
        except BaseException as error:  # noqa: BLE001 - fail closed: this leaf only
            contain(error)
            counters.failure(self.name, type(error).__name__)
            return None
        return found

    def _replace(self, job: Job, index: int, found: Sequence[Finding]) -> None:
        """Replace the findings of one leaf; where that fails the whole leaf."""
        try:
            if isinstance(found, (str, bytes)) or not isinstance(found, Sequence):
                job.fail(index, self.name, f"found {type(found).__name__}")
                return
            pieces: list[str] = []
            position = 0
            text = job.texts[index]
            for finding in found:
                start, end = finding.start, finding.end
                if not position <= start < end <= len(text):
                    job.fail(index, self.name, "wrong_offsets")
                    return
                operator = self._operators.get(finding.entity, self._operator)
                pieces += text[position:start], operator(text[start:end], finding.entity)
                position = end
            if pieces:
                job.put(index, "".join((*pieces, text[position:])))
                job.hits += [(index, finding.entity) for finding in found]
        except BaseException as error:  # noqa: BLE001 - fail closed: an operator raised
            contain(error)
            job.fail(index, "operator", type(error).__name__)


def _not_allowed(
    allowance: Allowance, job: Job, index: int, findings: Sequence[Finding]
) -> Sequence[Finding]:
    """Return the findings that are not let stand."""
    path = job.paths[index] if job.paths is not None else None
    if allowance.allows_leaf(job.leaves.keys[index], path):
        return ()
    text = job.texts[index]
    return [one for one in findings if not allowance.allows_term(text[one.start : one.end])]


class FunctionStep:
    """A user's function ``(text)`` or ``(text, path)`` on every leaf."""

    name = "function"
    probe = None
    users = True
    steady = False

    def __init__(self, function: Callable[..., str]) -> None:
        """Keep the function and see whether it wants the path."""
        self._function = function
        self.with_paths = _wants_path(function)

    def run(self, jobs: Sequence[Job]) -> None:
        """Call the function for every leaf."""
        for job in jobs:
            for index, text in enumerate(job.texts):
                self._one(job, index, text)

    def _one(self, job: Job, index: int, text: str) -> None:
        paths = job.paths
        arguments = (text, list(paths[index])) if self.with_paths and paths else (text,)
        new = self._call(arguments, job.counters)
        if new != text:
            job.put(index, new)
            job.hits.append((index, self.name))

    def _call(self, arguments: tuple[object, ...], counters: Counters) -> str:
        try:
            new = self._function(*arguments)
        except BaseException as error:  # noqa: BLE001 - fail closed: users' code
            contain(error)
            counters.failure(self.name, type(error).__name__)
            return FAILED_PLACEHOLDER
        if not isinstance(new, str):
            if inspect.iscoroutine(new):
                new.close()
            counters.failure(self.name, f"returned {type(new).__name__}")
            return FAILED_PLACEHOLDER
        return str.__str__(new)


def _wants_path(function: Callable[..., str]) -> bool:
    """Whether the second positional argument is required, or named ``path``."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # builtins without a signature, e.g. some C functions
        return False
    positional = [
        parameter
        for parameter in parameters
        if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
    ]
    if len(positional) < 2:  # noqa: PLR2004 - text and path
        return False
    return positional[1].default is positional[1].empty or positional[1].name == "path"
