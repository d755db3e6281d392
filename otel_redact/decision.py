"""A settled policy: plain decisions the pipeline can follow without looking anything up."""

from __future__ import annotations

import fnmatch
import functools
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from otel_redact.anonymizer import Anonymizer
from otel_redact.config import Resolved, environment_state
from otel_redact.default_anonymizer import default_anonymizer
from otel_redact.errors import ConfigError
from otel_redact.instrumentation_rule import InstrumentationRule, Process
from otel_redact.policy import Default, RedactionPolicy
from otel_redact.types import Category

__all__ = ["Decisions", "ScopeDecisions", "settle", "settle_once"]

_logger = logging.getLogger("otel_redact")

_SIDES = (
    ("inputs", int(Category.INPUT)),
    ("outputs", int(Category.OUTPUT)),
    ("metadata", int(Category.METADATA)),
)
_MAX_SCOPES = 1024
_MAX_SETTLED = 16  # each may hold a cache of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeDecisions:
    """What holds for the spans of one instrumentation scope.

    Attributes:
        hide: bits of the categories that are removed.
        process: category → instrumentation-level function.
        transform: category → ``hide_*`` callable.
    """

    hide: int
    process: Mapping[int, Process]
    transform: Mapping[int, Process]


class Decisions:
    """A policy after precedence; frozen but for a bounded memo of scopes.

    Attributes:
        anonymizer: runs over everything that is left; None: no rules.
        max_value_length: code points of a redacted value that are kept; None: all.
        on_error: ``drop_value`` or ``drop_span``.
        span_timeout_millis: milliseconds that detectors and rules may spend on one span.
        dry_run: export unchanged, with a note.
        summary: add counts to redacted spans.
    """

    __slots__ = (
        "_globs",
        "_held",
        "_hide",
        "_policy",
        "_resolved",
        "_scopes",
        "_transform",
        "anonymizer",
        "dry_run",
        "max_value_length",
        "on_error",
        "span_timeout_millis",
        "summary",
    )

    def __init__(self, policy: RedactionPolicy, resolved: Resolved) -> None:
        """Turn settings into decisions.

        Raises:
            ConfigError: a detector, operator or rule that does not exist or compile.
        """
        values = resolved.values
        self._policy = policy
        self._resolved = resolved
        self.anonymizer = _build_anonymizer(policy, resolved)
        self.on_error = cast("Literal['drop_value', 'drop_span']", values["on_error"])
        self.max_value_length = cast("int | None", values["max_value_length"])
        self.span_timeout_millis = cast("int", values["span_timeout_millis"])
        self.dry_run = bool(values["dry_run"])
        self.summary = values["summary"] == "counts"
        self._hide = _mask(cast("tuple[str, ...]", values["hide"]))
        self._held = 0
        if values["unknown"] == "hide":
            self._hide |= int(Category.UNKNOWN)
        transform: dict[int, Process] = {}
        for side, bit in _SIDES:
            option = values[f"hide_{side}"]
            if option is True:
                self._hide |= bit
                self._held |= bit if resolved.operator_held(f"hide_{side}") else 0
            elif callable(option):
                transform[bit] = cast("Process", option)
        if resolved.operator_held("hide"):
            self._held |= _mask(cast("tuple[str, ...]", values["hide"]))
        given = policy.anonymizer is not None and not isinstance(policy.anonymizer, Default)
        if given and _any_transform(transform, values):
            _logger.warning(
                "otel_redact: a hide_* callable is ignored because an anonymizer was given; "
                "use process_* on an InstrumentationRule to run both"
            )
        self._transform = {} if given else transform
        self._globs = _rules(values, given=given)
        self._scopes: dict[str, ScopeDecisions] = {}

    def __getstate__(self) -> dict[str, object]:
        """Pickle what was decided, not what it was decided from: there, nothing is put under it."""
        return {
            name: getattr(self, name)
            for name in Decisions.__slots__
            if name not in ("_policy", "_resolved", "_scopes")
        }

    def __setstate__(self, state: dict[str, object]) -> None:
        """Take over what was decided in another process."""
        for name, value in state.items():
            setattr(self, name, value)
        self._policy = RedactionPolicy()
        self._resolved = Resolved(values={}, sources={}, locked=frozenset())
        self._scopes = {}

    @property
    def only_anonymizes(self) -> bool:
        """Whether no span's values are hidden, processed, cut or only counted."""
        return not (
            self._hide or self._transform or self._globs or self.dry_run or self.max_value_length
        )

    @property
    def has_locks(self) -> bool:
        """Whether a locked file fixed anything."""
        return bool(self._resolved.locked)

    def under(self, other: Decisions) -> Decisions:
        """Return this policy's decisions under another's locks, without reading anything again."""
        return Decisions(self._policy, self._resolved.under(other._resolved))

    def scope(self, name: str) -> ScopeDecisions:
        """Return the decisions for an instrumentation scope's spans."""
        known = self._scopes.get(name)
        if known is None:
            known = self._decide(name)
            if len(self._scopes) < _MAX_SCOPES:
                self._scopes[name] = known
        return known

    def _decide(self, name: str) -> ScopeDecisions:
        rule = _best_rule(name, self._globs)
        if rule is None:
            return ScopeDecisions(hide=self._hide, process={}, transform=self._transform)
        hide, transform = self._hide, dict(self._transform)
        process: dict[int, Process] = {}
        for side, bit in _SIDES:
            function = getattr(rule, f"process_{side}")
            if function is not None:
                process[bit] = function
            option = getattr(rule, f"hide_{side}")
            if option is None:
                continue
            hide = (hide & ~bit) | (self._held & bit) | (bit if option is True else 0)
            transform.pop(bit, None)
            if callable(option):
                transform[bit] = option
        return ScopeDecisions(hide=hide, process=process, transform=transform)


def settle(policy: RedactionPolicy | Decisions | None) -> Decisions:
    """Fill a policy's open settings from the environment and file, and freeze the result.

    Args:
        policy: None: everything from the environment; decisions: they are returned as they are.

    Raises:
        ConfigError: a setting that cannot be read, or names something that does not exist.
    """
    if isinstance(policy, Decisions):
        return policy
    policy = policy or RedactionPolicy()
    if not isinstance(policy, RedactionPolicy):
        raise ConfigError(
            f"policy: got {type(policy).__name__}, expected a RedactionPolicy or None"
        )
    return Decisions(policy, policy.resolve())


def settle_once(policy: RedactionPolicy | None) -> Decisions:
    """Settle a policy, or return what it was settled to while the environment was the same.

    Args:
        policy: None: everything from the environment.

    Raises:
        ConfigError: as ``settle``.
    """
    if policy is not None and not isinstance(policy, RedactionPolicy):
        return settle(policy)
    if policy is None:
        return _settled(_Key(None, environment_state()))
    return _settled(_Key(policy, environment_state(policy.environ, policy.config_file)))


class _Key:
    """A policy, by identity (it may hold what cannot be hashed), and the environment's state."""

    __slots__ = ("policy", "state")

    def __init__(self, policy: RedactionPolicy | None, state: tuple[object, ...]) -> None:
        self.policy = policy
        self.state = state

    def __hash__(self) -> int:
        return hash((id(self.policy), self.state))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.policy is self.policy and other.state == self.state


@functools.lru_cache(maxsize=_MAX_SETTLED)
def _settled(key: _Key) -> Decisions:
    return settle(key.policy)


def _mask(names: tuple[str, ...]) -> int:
    mask = 0
    for name in names:
        mask |= int(Category[name])
    return mask


def _any_transform(transform: Mapping[int, Process], values: Mapping[str, object]) -> bool:
    rules = cast("Mapping[str, object]", values["instrumentations"]).values()
    return bool(transform) or any(
        callable(getattr(rule, f"hide_{side}", None)) for rule in rules for side, _ in _SIDES
    )


def _rules(values: Mapping[str, object], *, given: bool) -> dict[str, InstrumentationRule]:
    """Return the scope rules.

    Args:
        values: settings; a file's scope rules are plain mappings of flags.
        given: an anonymizer was given, so that ``hide_*`` callables are ignored.
    """
    rules = cast("Mapping[str, InstrumentationRule | dict[str, bool]]", values["instrumentations"])
    return {glob: _scope_rule(rule, given=given) for glob, rule in rules.items()}


def _scope_rule(rule: InstrumentationRule | dict[str, bool], *, given: bool) -> InstrumentationRule:
    if isinstance(rule, dict):
        return InstrumentationRule(
            hide_inputs=rule.get("hide_inputs"),
            hide_outputs=rule.get("hide_outputs"),
            hide_metadata=rule.get("hide_metadata"),
        )
    ignored = [
        name
        for name in ("hide_inputs", "hide_outputs", "hide_metadata")
        if given and callable(getattr(rule, name))
    ]
    return replace(rule, **dict.fromkeys(ignored))


def _best_rule(name: str, globs: Mapping[str, InstrumentationRule]) -> InstrumentationRule | None:
    """Return the rule of the exact name, else of the longest matching glob, else of the first."""
    if name in globs:
        return globs[name]
    matching = [glob for glob in globs if fnmatch.fnmatchcase(name, glob)]
    return globs[max(matching, key=len)] if matching else None


def _build_anonymizer(policy: RedactionPolicy, resolved: Resolved) -> Anonymizer | None:
    """Return the policy's anonymizer; under any lock the default one runs before a given one."""
    given = policy.anonymizer
    if isinstance(given, Default):
        return default_anonymizer(resolved)
    if not resolved.locked:
        return cast("Anonymizer | None", given)
    locked = default_anonymizer(resolved)
    return locked.then(given) if isinstance(given, Anonymizer) else locked
