"""The three ways to redact leaves: an engine's findings, a list of rules, a user's function.

`anonymizer` chains them: each step gets the texts that the last one left. A leaf on which a step
fails becomes ``[REDACTED]``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from otel_redact.cache import LeafCache
from otel_redact.containment import contain
from otel_redact.counters import Counters
from otel_redact.rule import CompiledRule
from otel_redact.types import FAILED_PLACEHOLDER, Engine, Finding, Leaf, Operator

__all__ = ["DetectStep", "FunctionStep", "RuleStep", "Step"]

Paths = Sequence[Sequence["str | int"]]
Hits = list[tuple[int, str]]


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

    def run(
        self,
        leaves: Sequence[Leaf],
        texts: Sequence[str],
        paths: Paths | None,
        counters: Counters,
        hits: Hits,
    ) -> list[str]:
        """Return one new text per leaf; append (leaf index, name) to ``hits`` for each piece."""
        ...


class DetectStep:
    """An engine finds, an operator replaces; results of equal leaves are remembered."""

    with_paths = False
    users = False

    def __init__(
        self,
        engine: Engine,
        operator: Operator,
        operators: Mapping[str, Operator],
        *,
        cache_bytes: int = 0,
        steady: bool = False,
    ) -> None:
        """Keep the engine, the default operator and those of single entities.

        Args:
            engine: finds.
            operator: replaces findings of every entity that ``operators`` does not name.
            operators: entity → its operator.
            cache_bytes: memory for results of leaves seen before; 0: none.
            steady: see ``Step.steady``; a foreign engine may learn.
        """
        self.name = engine.name
        self.steady = steady
        self._engine = engine
        self._operator = operator
        self._operators = dict(operators)
        self._cache = LeafCache(cache_bytes) if cache_bytes else None

    def run(
        self,
        leaves: Sequence[Leaf],
        texts: Sequence[str],
        paths: Paths | None,  # noqa: ARG002 - the protocol's signature
        counters: Counters,
        hits: Hits,
    ) -> list[str]:
        """Ask the engine once for all leaves, then replace."""
        current = [
            leaf if leaf.text is text else Leaf(text, leaf.key, leaf.structural)
            for leaf, text in zip(leaves, texts, strict=True)
        ]
        results = list(texts)
        todo: Sequence[int] = range(len(current))
        if self._cache is not None:
            todo = self._cache.serve(current, results, hits)
        if not todo:
            return results
        asked = [current[index] for index in todo]
        for index, found in zip(todo, self._find(asked, counters), strict=True):
            new, names = self._replace(current[index], found, counters)
            results[index] = new
            hits.extend((index, name) for name in names)
            if self._cache is not None and new is not FAILED_PLACEHOLDER:
                self._cache.store(current[index], new, names)
        return results

    def _find(
        self, leaves: Sequence[Leaf], counters: Counters
    ) -> Sequence[Sequence[Finding] | None]:
        """Return the findings of each leaf; None for one that the engine failed on."""
        try:
            found = list(self._engine.find(leaves))
            if len(found) == len(leaves):
                return found
            counters.failure(self.name, "wrong_count")
        except BaseException as error:  # noqa: BLE001 - fail closed, leaf by leaf
            contain(error)
            counters.failure(self.name, type(error).__name__)
        if len(leaves) == 1:
            return [None]
        return [self._find([leaf], counters)[0] for leaf in leaves]

    def _replace(
        self, leaf: Leaf, found: Sequence[Finding] | None, counters: Counters
    ) -> tuple[str, list[str]]:
        """Return the new text and the entities replaced, or the failure placeholder and nothing."""
        if found is None:
            return FAILED_PLACEHOLDER, []
        if type(found) is list and not found:
            return leaf.text, []
        pieces: list[str] = []
        position = 0
        text = leaf.text
        try:
            if isinstance(found, (str, bytes)) or not isinstance(found, Sequence):
                counters.failure(self.name, f"found {type(found).__name__}")
                return FAILED_PLACEHOLDER, []
            for finding in found:
                start, end = finding.start, finding.end
                if not position <= start < end <= len(text):
                    counters.failure(self.name, "wrong_offsets")
                    return FAILED_PLACEHOLDER, []
                operator = self._operators.get(finding.entity, self._operator)
                pieces += text[position:start], operator(text[start:end], finding.entity)
                position = end
            if not pieces:
                return text, []
            return "".join((*pieces, text[position:])), [finding.entity for finding in found]
        except BaseException as error:  # noqa: BLE001 - fail closed: an operator raised
            contain(error)
            counters.failure("operator", type(error).__name__)
            return FAILED_PLACEHOLDER, []


class RuleStep:
    """A user's rules in order, each on what the last one left, each under a timeout."""

    with_paths = False
    users = True
    steady = True
    name = "rules"

    def __init__(self, rules: Sequence[CompiledRule], timeout_millis: float) -> None:
        """Keep the rules and the milliseconds each may spend on one leaf."""
        self._rules = tuple(rules)
        self._timeout_seconds = timeout_millis / 1000

    def run(
        self,
        leaves: Sequence[Leaf],  # noqa: ARG002 - the protocol's signature
        texts: Sequence[str],
        paths: Paths | None,  # noqa: ARG002 - the protocol's signature
        counters: Counters,
        hits: Hits,
    ) -> list[str]:
        """Run every rule over every leaf."""
        return [self._one(index, text, counters, hits) for index, text in enumerate(texts)]

    def _one(self, index: int, text: str, counters: Counters, hits: Hits) -> str:
        new = text
        for rule in self._rules:
            try:
                new, count = rule.substitute(new, timeout_seconds=self._timeout_seconds)
            except BaseException as error:  # noqa: BLE001 - fail closed: TimeoutError above all
                contain(error)
                counters.failure(rule.name, type(error).__name__)
                return FAILED_PLACEHOLDER
            hits.extend([(index, rule.name)] * count)
        return text if new == text else new


class FunctionStep:
    """A user's function ``(text)`` or ``(text, path)`` on every leaf."""

    name = "function"
    users = True
    steady = False

    def __init__(self, function: Callable[..., str]) -> None:
        """Keep the function and see whether it wants the path."""
        self._function = function
        self.with_paths = _wants_path(function)

    def run(
        self,
        leaves: Sequence[Leaf],  # noqa: ARG002 - the protocol's signature
        texts: Sequence[str],
        paths: Paths | None,
        counters: Counters,
        hits: Hits,
    ) -> list[str]:
        """Call the function for every leaf."""
        results = []
        for index, text in enumerate(texts):
            arguments = (text, list(paths[index])) if self.with_paths and paths else (text,)
            new = self._call(arguments, counters)
            if new != text:
                hits.append((index, self.name))
            results.append(text if new == text else new)
        return results

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
