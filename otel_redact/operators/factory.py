"""A word such as ``mask:last=4`` in, the operator out; called by the policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, entry_points

from otel_redact.errors import ConfigError
from otel_redact.operators import OPERATORS
from otel_redact.operators.hash import HashOperator
from otel_redact.operators.mask import MaskOperator
from otel_redact.suggestion import nearest
from otel_redact.types import Operator

__all__ = ["ENTRY_POINT_GROUP", "create_operator"]

ENTRY_POINT_GROUP = "otel_redact_operator"
"""Third parties name a class whose keyword arguments are the parameters, as strings."""

_GRAMMAR = "name[:parameter=value[,parameter=value…]], for example mask:last=4"
_NUMBERS = ("first", "last")


def create_operator(spec: str, *, hash_key: str | bytes | None = None) -> Operator:
    """Build the operator that ``spec`` describes.

    Args:
        spec: ``name[:parameter=value[,parameter=value…]]``; the name in any case, one of
            ``replace``, ``mask``, ``hash``, ``drop``, ``keep``, ``describe`` or a third party's.
        hash_key: the key of ``hash``; ``None`` or empty: random, of this process.

    Raises:
        ConfigError: the name, the grammar, a parameter or its value is wrong, or a third party's
            operator cannot be built. The key is not in the message.

    >>> create_operator("mask:first=2,last=2")("4111111111111111", "CREDIT_CARD")
    '41************11'
    """
    name, parameters = _parse(spec)
    if name == MaskOperator.name:
        return MaskOperator(**_numbers(name, parameters))
    for operator in OPERATORS:
        if name == operator.name:
            _refuse_parameters(name, parameters)
            return HashOperator(hash_key) if operator is HashOperator else operator()
    return _create_third_party(name, parameters)


def _parse(spec: str) -> tuple[str, dict[str, str]]:
    name, colon, rest = spec.partition(":")
    name = name.strip().lower()
    parameters: dict[str, str] = {}
    for item in rest.split(",") if colon else ():
        parameter, equals, value = (part.strip() for part in item.partition("="))
        if not (parameter and equals and value) or parameter in parameters:
            raise ConfigError(f'operator: got "{name}", expected {_GRAMMAR}')
        parameters[parameter] = value
    if not name:
        raise ConfigError(f'operator: got "{name}", expected {_GRAMMAR}')
    return name, parameters


def _numbers(name: str, parameters: Mapping[str, str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for parameter, value in parameters.items():
        if parameter not in _NUMBERS:
            raise ConfigError(
                f'operator {name}: got parameter "{parameter}", expected {" or ".join(_NUMBERS)}'
            )
        if not (value.isascii() and value.isdigit()):
            raise ConfigError(
                f'operator {name}: got {parameter}="{value}", expected a whole number >= 0'
            )
        numbers[parameter] = int(value)
    return numbers


def _refuse_parameters(name: str, parameters: Mapping[str, str]) -> None:
    if parameters:
        fix = "; its key comes from hash_key (OTEL_REDACT_HASH_KEY)" if name == "hash" else ""
        raise ConfigError(
            f'operator {name}: got parameter "{next(iter(parameters))}", expected none{fix}'
        )


def _create_third_party(name: str, parameters: Mapping[str, str]) -> Operator:
    found = {entry.name: entry for entry in entry_points(group=ENTRY_POINT_GROUP)}
    if name not in found:
        known = [operator.name for operator in OPERATORS] + sorted(found)
        close = nearest(name, known)
        hint = f'; did you mean "{close}"?' if close else ""
        raise ConfigError(f'operator: got "{name}", expected one of {", ".join(known)}{hint}')
    return _build(found[name], parameters)


def _build(entry_point: EntryPoint, parameters: Mapping[str, str]) -> Operator:
    try:
        factory: Callable[..., Operator] = entry_point.load()
        operator = factory(**parameters)
    except Exception as error:  # noqa: BLE001 - a third party's code
        raise ConfigError(
            f'{ENTRY_POINT_GROUP}: entry point "{entry_point.name}" failed with '
            f"{type(error).__name__}; check its parameters or the package that has it"
        ) from None
    if not callable(operator) or not isinstance(getattr(operator, "name", None), str):
        raise ConfigError(
            f'{ENTRY_POINT_GROUP}: entry point "{entry_point.name}" built a '
            f"{type(operator).__name__}, expected an operator: callable, with a name"
        )
    return operator
