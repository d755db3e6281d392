"""A user's own rule: a pattern and what replaces its matches; `step` runs lists of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from otel_redact.errors import ConfigError
from otel_redact.types import LIMIT_PLACEHOLDER

if TYPE_CHECKING:
    import regex

__all__ = ["CompiledRule", "Rule", "compile_rule"]

DEFAULT_REPLACE = LIMIT_PLACEHOLDER
_FLAGS = ("ASCII", "DOTALL", "IGNORECASE", "LOCALE", "MULTILINE", "UNICODE", "VERBOSE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    r"""One pattern and its replacement; ``{"pattern": …, "replace": …}`` says the same.

    Args:
        pattern: regular expression, text or compiled by ``re``. It runs on the ``regex`` module
            under a timeout; a compiled one keeps its flags.
        replace: template with back-references (``\1``, ``\g<name>``); default ``[redacted]``;
            ``""`` deletes the match.
        name: what counters and warnings call the rule; default ``rule_N`` by its place in the list.

    Example:
        >>> from otel_redact import create_anonymizer
        >>> create_anonymizer([Rule(pattern=r"cust-\d+", replace="<customer>")])("cust-42 called")
        '<customer> called'
    """

    pattern: str | re.Pattern[str]
    replace: str | None = None
    name: str | None = field(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledRule:
    """A rule ready to run.

    Attributes:
        pattern: compiled by ``regex``.
        replace: checked template.
        name: for counters and warnings.
    """

    pattern: regex.Pattern[str]
    replace: str
    name: str

    def substitute(self, text: str, *, timeout_seconds: float) -> tuple[str, int]:
        """Replace every match.

        Args:
            text: what the rules before this one left.
            timeout_seconds: > 0; ``regex`` overshoots by a few milliseconds at most.

        Returns:
            The new text and how many matches were replaced.

        Raises:
            TimeoutError: the pattern took longer.
        """
        return self.pattern.subn(self.replace, text, concurrent=False, timeout=timeout_seconds)


def compile_rule(rule: Rule | Mapping[str, object], position: int) -> CompiledRule:
    """Check one rule and compile it.

    Args:
        rule: a ``Rule``, or a mapping with ``pattern`` and, optionally, ``replace`` and ``name``.
        position: 0-based place in the user's list, for error messages.

    Raises:
        ConfigError: wrong keys or types, or a pattern or template that does not compile.
    """
    pattern, replace, name = _parts(rule, position)
    where = f"rule {position} ({name})"
    compiled = _compile(pattern, where)
    _check_template(compiled, replace, where)
    return CompiledRule(pattern=compiled, replace=replace, name=name)


def _check_template(pattern: regex.Pattern[str], replace: str, where: str) -> None:
    """Expand the template once, on an empty match of the same groups, before any span is seen."""
    import regex  # noqa: PLC0415 - heavy: only when a rule exists

    try:
        match = regex.compile(f"(?:{pattern.pattern}\n)?", pattern.flags).match("")
        if match is not None:
            match.expand(replace)
    except (regex.error, IndexError):
        msg = (
            f"{where}: the replacement does not fit the pattern; expected text whose "
            "back-references (\\1, \\g<name>) name groups of the pattern"
        )
        raise ConfigError(msg) from None


def _parts(
    rule: Rule | Mapping[str, object], position: int
) -> tuple[str | re.Pattern[str], str, str]:
    if isinstance(rule, Rule):
        rule = {"pattern": rule.pattern, "replace": rule.replace, "name": rule.name}
    if not isinstance(rule, Mapping):
        msg = (
            f"rule {position}: got {type(rule).__name__}, expected a Rule or a mapping with "
            '"pattern" and "replace"'
        )
        raise ConfigError(msg)
    unknown = sorted(str(key) for key in rule.keys() - {"pattern", "replace", "name"})
    if unknown or "pattern" not in rule:
        problem = f"unknown key {unknown[0]!r}" if unknown else 'no "pattern"'
        msg = f'rule {position}: {problem}; expected "pattern", and optionally "replace", "name"'
        raise ConfigError(msg)
    pattern, replace, name = rule["pattern"], rule.get("replace"), rule.get("name")
    if not isinstance(pattern, (str, re.Pattern)):
        msg = f"rule {position}: pattern is {type(pattern).__name__}, expected str or re.Pattern"
        raise ConfigError(msg)
    if replace is not None and not isinstance(replace, str):
        msg = (
            f"rule {position}: replace is {type(replace).__name__}, expected str; for a function "
            "give create_anonymizer a callable instead of a list"
        )
        raise ConfigError(msg)
    return pattern, DEFAULT_REPLACE if replace is None else replace, str(name or f"rule_{position}")


def _compile(pattern: str | re.Pattern[str], where: str) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - heavy: only when a rule exists

    flags = 0
    if isinstance(pattern, re.Pattern):
        for name in _FLAGS:
            if pattern.flags & getattr(re, name):
                flags |= getattr(regex, name)
        pattern = pattern.pattern
    if not isinstance(pattern, str):
        msg = f"{where}: the pattern is for bytes; expected one for str"
        raise ConfigError(msg)
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        reason = getattr(error, "msg", "invalid")
        position = getattr(error, "pos", None)
        raise ConfigError(
            f"{where}: the pattern does not compile: {reason} at position {position}"
        ) from None
