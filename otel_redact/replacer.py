"""A replacer (rules, detectors, an engine, a function) in, the steps it stands for out.

`anonymizer` runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from otel_redact.allowance import Allowance
from otel_redact.catalogue import create_engine, create_operator, default_detectors, is_built_in
from otel_redact.errors import ConfigError
from otel_redact.rule import Rule, compile_rule
from otel_redact.rule_step import RuleStep
from otel_redact.step import DetectStep, FunctionStep, Step
from otel_redact.types import Detector, Engine, Operator

__all__ = ["Replacer", "detect_step", "steps_of"]

TextFunction: TypeAlias = Callable[[str], str]
PathFunction: TypeAlias = Callable[[str, Sequence[str | int]], str]
Replacer: TypeAlias = (
    Sequence[Rule | Mapping[str, object] | Detector] | TextFunction | PathFunction | Engine
)


def detect_step(
    detectors: Sequence[Detector],
    operator: Operator | None = None,
    operators: Mapping[str, Operator] | None = None,
    scanner: str = "auto",
    allowance: Allowance | None = None,
) -> DetectStep:
    """Return the step of the built-in engine.

    Args:
        detectors: what is looked for.
        operator: what replaces a finding; None: its placeholder.
        operators: entity to operator, where it is another.
        scanner: as the engine takes it.
        allowance: findings that stand.

    Raises:
        ConfigError: a detector's pattern does not compile.
    """
    for detector in detectors:
        if not is_built_in(detector):
            _check_detector(detector)
    default = operator or create_operator()
    # An image says nothing by its name: unless told otherwise, say its type and size instead.
    special = {"MEDIA": create_operator("describe")} if default.name == "replace" else {}
    return DetectStep(
        create_engine(detectors, scanner),
        default,
        {**special, **(operators or {})},
        steady=True,
        allowance=allowance,
    )


def _check_detector(detector: Detector) -> None:
    """Compile a detector that is not built in, whose patterns no test of ours has seen.

    Raises:
        ConfigError: a pattern does not compile.
    """
    import regex  # noqa: PLC0415 - heavy: only for detectors that are not built in

    for pattern in (detector.pattern, detector.key_pattern):
        try:
            regex.compile(pattern)
        except regex.error:
            raise ConfigError(
                f"detector {detector.name!r}: a pattern does not compile; expected source text for "
                "the regex module"
            ) from None


def steps_of(replacer: Replacer, timeout_millis: float) -> list[Step]:
    """Return what a replacer does to a text, in order.

    Args:
        replacer: as ``create_anonymizer`` takes it.
        timeout_millis: milliseconds > 0 that one rule may spend on one string.

    Raises:
        ConfigError: it is none of these, an empty list, or a rule or detector is wrong.
    """
    if isinstance(replacer, (list, tuple)):
        return _list_steps(replacer, timeout_millis)
    if isinstance(replacer, Engine) and not isinstance(replacer, type):
        return [detect_step(default_detectors()), DetectStep(replacer, create_operator(), {})]
    if callable(replacer):
        return [FunctionStep(replacer)]
    msg = (
        f"replacer: got {type(replacer).__name__}, expected a list of rules and detectors, a "
        "callable (text) or (text, path), or an Engine"
    )
    raise ConfigError(msg)


def _list_steps(
    items: Sequence[Rule | Mapping[str, object] | Detector], timeout_millis: float
) -> list[Step]:
    detectors = [item for item in items if isinstance(item, Detector)]
    rules = [item for item in items if not isinstance(item, Detector)]
    if not items:
        msg = "replacer: got an empty list, expected at least one rule or detector"
        raise ConfigError(msg)
    steps: list[Step] = [detect_step(detectors)] if detectors else []
    if rules:
        compiled = [compile_rule(rule, position) for position, rule in enumerate(rules)]
        steps.append(RuleStep(compiled, timeout_millis))
    return steps
