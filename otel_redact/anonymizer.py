"""Rules, detectors, an engine or a function in; an object that redacts any value out."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

from otel_redact.allowance import Allowance
from otel_redact.budget import Budget
from otel_redact.cache import ValueCache
from otel_redact.catalogue import select_detectors
from otel_redact.collector import Collector
from otel_redact.containment import contain
from otel_redact.counters import Counters
from otel_redact.errors import ConfigError
from otel_redact.gate import Gate, Probe
from otel_redact.job import Job
from otel_redact.number import MIN_NUMBER_LENGTH
from otel_redact.replacer import Replacer, detect_step, steps_of
from otel_redact.rule import Rule
from otel_redact.step import Step
from otel_redact.types import FAILED_PLACEHOLDER, Detector, Operator

__all__ = [
    "Anonymizer",
    "create_anonymizer",
    "create_secret_anonymizer",
    "detector_anonymizer",
]

DEFAULT_RULE_TIMEOUT_MILLIS = 50
_MAX_CLEAN_KEYS = 4096
_MAX_CLEAN_KEY_LENGTH = 64


class Anonymizer:
    """Redacts parts of any value by rule; made by ``create_anonymizer``, immutable, thread-safe.

    Thread: may be called from several at once.
    On error: the string that a rule fails on becomes ``[REDACTED]``; nothing is raised.
    """

    __slots__ = ("_cache_bytes", "_clean_keys", "_counters", "_steps", "cache", "max_depth")

    def __init__(self, steps: Sequence[Step], *, max_depth: int, cache_bytes: int = 0) -> None:
        """Keep the steps; use ``create_anonymizer`` instead.

        Args:
            steps: in order.
            max_depth: levels >= 1.
            cache_bytes: memory for results of values seen before; 0: none. There is none either
                where a step is not steady.
        """
        self._steps = tuple(steps)
        self._cache_bytes = cache_bytes
        steady = bool(steps) and all(step.steady for step in steps)
        self.cache = ValueCache(cache_bytes) if cache_bytes and steady else None
        self._counters = Counters()
        self._clean_keys: set[str] = set()
        self.max_depth = max_depth

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the steps and limits; caches and counters start anew."""
        make = functools.partial(
            Anonymizer, max_depth=self.max_depth, cache_bytes=self._cache_bytes
        )
        return make, (self._steps,)

    def __repr__(self) -> str:
        """Name the steps."""
        return f"Anonymizer({', '.join(step.name for step in self._steps)})"

    def __call__(self, value: object) -> object:
        """Return a redacted copy of ``value``.

        Args:
            value: dict, list, tuple, set, bytes, str, dataclass or pydantic instance, nested as
                deep as one likes; JSON text inside strings is read as JSON. Never changed.

        Returns:
            A new value of the same shape; strings in which nothing was found are the same objects.
            Strings below ``max_depth`` are ``[redacted]``; objects of other types ``[REDACTED]``.
        """
        try:
            if type(value) is str and self._passes(value):
                return value
            collector = self.collector()
            node = collector.value(value)
            job = Job(collector, self._counters, Budget(None))
            self.run([job])
            return node.build(job.result())
        except BaseException as error:  # noqa: BLE001 - fail closed: the value is not returned raw
            contain(error)
            self._counters.failure("value", type(error).__name__)
            return FAILED_PLACEHOLDER

    def _passes(self, text: str) -> bool:
        """Whether a text can go unread: it has no trigger."""
        probe = self.probe
        return probe is not None and Gate(probe, [(text, "")], self.max_depth).is_clean_value(
            text, ""
        )

    def then(self, other: Anonymizer) -> Anonymizer:
        """Return a new anonymizer: this one's steps, then the other's, at this one's limits."""
        return Anonymizer(
            (*self._steps, *other._steps),
            max_depth=self.max_depth,
            cache_bytes=self._cache_bytes,
        )

    def collector(self) -> Collector:
        """Return an empty collector with this anonymizer's limits."""
        return Collector(
            max_depth=self.max_depth,
            clean_keys=self._clean_keys,
            with_paths=self.with_paths,
            min_number_length=self.min_number_length,
        )

    @property
    def with_paths(self) -> bool:
        """Whether a step wants the path of each leaf."""
        return any(step.with_paths for step in self._steps)

    @property
    def min_number_length(self) -> int:
        """Digits from which on a number is searched: any, where only users' own rules run."""
        users = bool(self._steps) and all(step.users for step in self._steps)
        return 1 if users else MIN_NUMBER_LENGTH

    @property
    def clean_keys(self) -> set[str]:
        """Mapping keys in which no step found anything: bounded, short ones only."""
        return self._clean_keys

    @property
    def probe(self) -> Probe | None:
        """What tells texts with nothing to find apart, where an engine's findings are all."""
        probe = self._steps[0].probe if len(self._steps) == 1 else None
        return probe if probe is not None and probe.probe(()) is not None else None

    def run(self, jobs: Sequence[Job]) -> None:
        """Redact the leaves of one or several spans.

        Args:
            jobs: their texts are changed in place; findings and failures are counted.
        """
        for step in self._steps:
            step.run(jobs)
        learns = all(step.steady for step in self._steps)
        for job in jobs:
            if job.hits:
                job.counters.findings([name for _, name in job.hits])
            if learns and job.key_leaves:
                self._learn_keys(job)

    def _learn_keys(self, job: Job) -> None:
        """Remember the keys that carry nothing, so that no later span searches them again."""
        if len(self._clean_keys) >= _MAX_CLEAN_KEYS:
            return
        texts = job.leaves.texts
        self._clean_keys.update(
            texts[index]
            for index in job.key_leaves
            if index not in job.changed and len(texts[index]) <= _MAX_CLEAN_KEY_LENGTH
        )


def create_anonymizer(
    replacer: Replacer,
    *,
    max_depth: int = 10,
    rule_timeout_millis: float = DEFAULT_RULE_TIMEOUT_MILLIS,
) -> Anonymizer:
    r"""Make a function that redacts any value.

    Args:
        replacer: one of

            * a list of rules (``{"pattern": str | re.Pattern, "replace": str}`` or ``Rule``),
              detectors, or both: detectors first, all on the original text; rules then in order,
              each on what the last one left;
            * a callable ``(text)`` or ``(text, path)`` that returns the new text; path: the keys
              and list indices above it;
            * an ``Engine``: the default detectors run first, the engine on what they left.
        max_depth: levels >= 1 of dicts and lists whose strings are read; a string below becomes
            ``[redacted]``.
        rule_timeout_millis: milliseconds > 0 that one rule may spend on one string.

    Returns:
        A callable ``value -> new value``, also accepted by ``RedactionPolicy(anonymizer=…)``.

    Raises:
        ConfigError: a wrong type, an empty list, or a pattern that does not compile.

    Example:
        >>> anonymizer = create_anonymizer([{"pattern": r"[\w.]+@[\w.]+", "replace": "<email>"}])
        >>> anonymizer({"to": ["ann@example.com"]})
        {'to': ['<email>']}
    """
    if isinstance(max_depth, bool) or not isinstance(max_depth, int) or max_depth < 1:
        msg = f"max_depth: got {max_depth!r}, expected a whole number of levels >= 1"
        raise ConfigError(msg)
    if not isinstance(rule_timeout_millis, (int, float)) or rule_timeout_millis <= 0:
        msg = f"rule_timeout_millis: got {rule_timeout_millis!r}, expected milliseconds > 0"
        raise ConfigError(msg)
    return Anonymizer(steps_of(replacer, rule_timeout_millis), max_depth=max_depth)


def create_secret_anonymizer(
    *, extra_rules: Iterable[Rule | Mapping[str, object]] = (), max_depth: int = 24
) -> Anonymizer:
    """Make an anonymizer for credentials only: the ``secrets`` detectors, then your rules.

    Args:
        extra_rules: rules that run after the detectors, in order.
        max_depth: as in ``create_anonymizer``.

    Raises:
        ConfigError: as ``create_anonymizer``.
    """
    return create_anonymizer([*select_detectors(("secrets",)), *extra_rules], max_depth=max_depth)


def detector_anonymizer(
    detectors: Sequence[Detector],
    *,
    operator: Operator | None = None,
    operators: Mapping[str, Operator] | None = None,
    max_depth: int = 32,
    cache_bytes: int = 0,
    scanner: str = "auto",
    allowance: Allowance | None = None,
) -> Anonymizer:
    """Make the default policy's anonymizer: built-in detectors with the configured operators."""
    step = detect_step(detectors, operator, operators, scanner, allowance)
    steps = [step] if detectors else []
    return Anonymizer(steps, max_depth=max_depth, cache_bytes=cache_bytes)
