"""Variables in, those out that nobody reads though their names look like ours; warned of once."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from otel_redact import environment_variables
from otel_redact.suggestion import nearest

__all__ = ["mistyped_variables", "warn_of_mistypes"]

_PREFIX = "OTEL_REDACT_"
_KNOWN = frozenset(
    name.removeprefix(_PREFIX) for name in vars(environment_variables) if name.startswith(_PREFIX)
)
_logger = logging.getLogger("otel_redact")
_warned: set[str] = set()


def mistyped_variables(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that are nobody's, and the name each is nearest to, or ``""``.

    >>> mistyped_variables({"OTEL_REDACT_HIDE_INPUT": "true", "OTEL_REDACT_RULES": "all"})
    {'OTEL_REDACT_HIDE_INPUT': 'OTEL_REDACT_HIDE_INPUTS'}
    """
    found: dict[str, str] = {}
    for name in environ:
        _, _, rest = name.upper().partition("OTEL_")
        word, _, tail = rest.partition("_")
        if not word.startswith("RE") or name.removeprefix(_PREFIX) in _KNOWN:
            continue
        near = tail if tail in _KNOWN else nearest(tail, _KNOWN)
        if word == "REDACT" or (near and nearest(word, ("REDACT",))):
            found[name] = _PREFIX + near if near else ""
    return found


def warn_of_mistypes(environ: Mapping[str, str]) -> None:
    """Name each such variable once in this process; its value is not shown."""
    for name, near in mistyped_variables(environ).items():
        if name not in _warned:
            _warned.add(name)
            _logger.warning(
                "otel_redact: the variable %s means nothing%s",
                name,
                f"; did you mean {near}?" if near else "",
            )
