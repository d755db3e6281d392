"""A user's own rule: a pattern and what replaces its matches; `rule_step` runs lists of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from otel_redact.errors import ConfigError
from otel_redact.types import LIMIT_PLACEHOLDER

if TYPE_CHECKING:
    from otel_redact.rule_pattern import RulePattern

__all__ = ["CompiledRule", "Rule", "compile_rule"]

DEFAULT_REPLACE = LIMIT_PLACEHOLDER
_KEYS = ("pattern", "replace", "name", "trigger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    r"""One pattern and its replacement; ``{"pattern": …, "replace": …}`` says the same.

    A pattern means what it means for ``re``, and runs on the ``regex`` module under a timeout. What
    ``re`` refuses and ``regex`` accepts (``\p{L}``) means what ``regex`` means; to have that for a
    pattern that both accept, such as ``(?:cust){e<=1}``, begin it with ``(?V0)`` or ``(?V1)``.

    Args:
        pattern: regular expression, text or compiled by ``re``; a compiled one keeps its flags.
        replace: template with back-references (``\1``, ``\g<name>``); default ``[redacted]``;
            ``""`` deletes the match.
        name: what counters and warnings call the rule; default ``rule_N`` by its place in the list.
        trigger: ASCII text, or several, of which one occurs (in any case) in every text that the
            rule changes: where none does, the rule is skipped. A wrong one makes the rule miss.

    Example:
        >>> from otel_redact import create_anonymizer
        >>> create_anonymizer([Rule(pattern=r"cust-\d+", replace="<customer>")])("cust-42 called")
        '<customer> called'
    """

    pattern: str | re.Pattern[str]
    replace: str | None = None
    name: str | None = field(default=None)
    trigger: str | Sequence[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledRule:
    """A rule ready to run.

    Attributes:
        pattern: compiled.
        replace: checked template.
        name: for counters and warnings.
        triggers: lower-case ASCII texts, one of which must occur; empty: always run.
    """

    pattern: RulePattern
    replace: str
    name: str
    triggers: tuple[str, ...] = ()

    def substitute(self, text: str, *, timeout_seconds: float) -> tuple[str, int]:
        """Replace every match.

        Args:
            text: what the rules before this one left.
            timeout_seconds: > 0; see ``RulePattern`` for what it counts.

        Returns:
            The new text and how many matches were replaced.

        Raises:
            ReadingError: no reading of the pattern is right for this text.
            TimeoutError: the pattern took longer.
        """
        return self.pattern.subn(self.replace, text, timeout_seconds)


def compile_rule(rule: Rule | Mapping[str, object], position: int) -> CompiledRule:
    """Check one rule and compile it.

    Args:
        rule: a ``Rule``, or a mapping with ``pattern`` and, optionally, the other fields.
        position: 0-based place in the user's list, for error messages.

    Raises:
        ConfigError: wrong keys or types, or a pattern or template that does not compile.
    """
    parts = _parts(rule, position)
    pattern, replace = parts["pattern"], parts.get("replace")
    name = str(parts.get("name") or f"rule_{position}")
    where = f"rule {position} ({name})"
    if not isinstance(pattern, (str, re.Pattern)):
        msg = f"rule {position}: pattern is {type(pattern).__name__}, expected str or re.Pattern"
        raise ConfigError(msg)
    if replace is not None and not isinstance(replace, str):
        msg = (
            f"rule {position}: replace is {type(replace).__name__}, expected str; for a function "
            "give create_anonymizer a callable instead of a list"
        )
        raise ConfigError(msg)
    replace = DEFAULT_REPLACE if replace is None else replace
    compiled = _compile(pattern, where)
    _check_template(compiled, replace, where)
    triggers = _triggers(parts.get("trigger"), where)
    return CompiledRule(pattern=compiled, replace=replace, name=name, triggers=triggers)


def _parts(rule: object, position: int) -> Mapping[Any, object]:
    if isinstance(rule, Rule):
        return {key: getattr(rule, key) for key in _KEYS}
    if not isinstance(rule, Mapping):
        msg = (
            f"rule {position}: got {type(rule).__name__}, expected a Rule or a mapping with "
            '"pattern" and "replace"'
        )
        raise ConfigError(msg)
    unknown = sorted(str(key) for key in rule.keys() - set(_KEYS))
    if unknown or "pattern" not in rule:
        problem = f"unknown key {unknown[0]!r}" if unknown else 'no "pattern"'
        msg = (
            f'rule {position}: {problem}; expected "pattern", and optionally "replace", "name", '
            '"trigger"'
        )
        raise ConfigError(msg)
    return rule


def _compile(pattern: str | re.Pattern[Any], where: str) -> RulePattern:
    import regex  # noqa: PLC0415 - heavy: only when a rule exists

    if isinstance(pattern, re.Pattern) and not isinstance(pattern.pattern, str):
        msg = f"{where}: the pattern is for bytes; expected one for str"
        raise ConfigError(msg)
    from otel_redact.rule_pattern import RulePattern  # noqa: PLC0415 - heavy: only for a rule
    from otel_redact.rule_source import ReadingError  # noqa: PLC0415 - as above

    try:
        return RulePattern(pattern)
    except ReadingError as error:
        raise ConfigError(
            f"{where}: the regex module, which runs rules under a timeout, cannot read the pattern "
            f"as re does: {error}; expected one without it, or with (?V1) in front for the regex "
            "module's own meaning"
        ) from None
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", "invalid")
        position = getattr(error, "pos", None)
        raise ConfigError(
            f"{where}: the pattern does not compile: {reason} at position {position}"
        ) from None


def _check_template(pattern: RulePattern, replace: str, where: str) -> None:
    from otel_redact.rule_pattern import check_template  # noqa: PLC0415 - heavy

    try:
        check_template(pattern, replace)
    except ValueError:
        msg = (
            f"{where}: the replacement does not fit the pattern; expected text whose "
            "back-references (\\1, \\g<name>) name groups of the pattern"
        )
        raise ConfigError(msg) from None


def _triggers(trigger: object, where: str) -> tuple[str, ...]:
    if trigger is None:
        return ()
    words = [trigger] if isinstance(trigger, str) else trigger
    if not isinstance(words, Sequence) or isinstance(words, (bytes, bytearray)) or not words:
        msg = (
            f"{where}: trigger is {type(trigger).__name__}, expected text or a list of at least one"
        )
        raise ConfigError(msg)
    for word in words:
        if not isinstance(word, str) or not word or not word.isascii():
            got = f"text of length {len(word)}" if isinstance(word, str) else type(word).__name__
            raise ConfigError(
                f"{where}: trigger: got {got}, expected at least one character, all ASCII"
            )
    return tuple(dict.fromkeys(word.lower() for word in words))
