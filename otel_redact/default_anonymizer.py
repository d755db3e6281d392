"""Settings after precedence in, the anonymizer that they describe out; `decision` calls it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from otel_redact.allowance import Allowance
from otel_redact.anonymizer import Anonymizer, create_anonymizer, detector_anonymizer
from otel_redact.catalogue import create_operator, select_detectors
from otel_redact.config import Resolved
from otel_redact.errors import ConfigError
from otel_redact.rule import Rule
from otel_redact.types import Operator

__all__ = ["default_anonymizer"]


def default_anonymizer(resolved: Resolved) -> Anonymizer:
    """Return what a policy runs that brings no anonymizer of its own.

    Args:
        resolved: the settings.

    Raises:
        ConfigError: one does not exist or compile; the message says where the setting came from.
    """
    values = resolved.values
    try:
        operators = _operators(values)
        anonymizer = detector_anonymizer(
            select_detectors(
                cast("tuple[str, ...]", values["rules"]),
                cast("tuple[str, ...]", values["exclude_rules"]),
            ),
            operator=operators.pop("DEFAULT", None),
            operators=operators,
            allowance=_allowance(values),
            max_depth=cast("int", values["max_depth"]),
            cache_bytes=cast("int", values["cache_bytes"]),
            scanner=cast("str", values["engine"]),
        )
        extra = cast("tuple[Rule, ...]", values["extra_rules"])
        timeout = cast("int", values["rule_timeout_millis"])
        if not extra:
            return anonymizer
        return anonymizer.then(create_anonymizer(list(extra), rule_timeout_millis=timeout))
    except ConfigError as error:
        names = ("rules", "exclude_rules", "extra_rules", "operator")
        said = sorted({resolved.sources[name] for name in names} - {"default", "argument"})
        raise ConfigError(f"{error} (set by {', '.join(said)})" if said else str(error)) from None


def _allowance(values: Mapping[str, object]) -> Allowance | None:
    terms, keys, paths = (
        cast("tuple[str, ...]", values[f"allow_{name}"]) for name in ("terms", "keys", "paths")
    )
    return Allowance(terms=terms, keys=keys, paths=paths) if terms or keys or paths else None


def _operators(values: Mapping[str, object]) -> dict[str, Operator]:
    spec = values["operator"]
    specs = spec if isinstance(spec, Mapping) else {"default": spec}
    key = cast("str | None", values["hash_key"])
    return {
        str(entity).upper(): create_operator(str(word), hash_key=key)
        for entity, word in specs.items()
    }
