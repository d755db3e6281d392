"""Environment variables and the policy file in, plain settings with their sources out.

Precedence: ``locked`` file > argument > environment > file > default. An empty variable is unset.
`policy` turns the settings into objects; `otel-redact config` prints them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from otel_redact import environment_variables as variables
from otel_redact.mistype import warn_of_mistypes
from otel_redact.policy_file import Layer, read_policy_file
from otel_redact.setting import (
    DEFAULTS,
    HIDE_FLAGS,
    PARSERS,
    RULE_SETTINGS,
    parse_hide_flag,
    show,
)

__all__ = [
    "Resolved",
    "Setting",
    "effective_settings",
    "environment_state",
    "resolve",
]

_VARIABLES = {
    "hide_inputs": variables.OTEL_REDACT_HIDE_INPUTS,
    "hide_outputs": variables.OTEL_REDACT_HIDE_OUTPUTS,
    "hide_metadata": variables.OTEL_REDACT_HIDE_METADATA,
    "hide": variables.OTEL_REDACT_HIDE,
    "rules": variables.OTEL_REDACT_RULES,
    "exclude_rules": variables.OTEL_REDACT_EXCLUDE_RULES,
    "allow_terms": variables.OTEL_REDACT_ALLOW_TERMS,
    "allow_keys": variables.OTEL_REDACT_ALLOW_KEYS,
    "allow_paths": variables.OTEL_REDACT_ALLOW_PATHS,
    "operator": variables.OTEL_REDACT_OPERATOR,
    "hash_key": variables.OTEL_REDACT_HASH_KEY,
    "max_depth": variables.OTEL_REDACT_MAX_DEPTH,
    "rule_timeout_millis": variables.OTEL_REDACT_RULE_TIMEOUT_MILLIS,
    "span_timeout_millis": variables.OTEL_REDACT_SPAN_TIMEOUT_MILLIS,
    "max_value_length": variables.OTEL_REDACT_MAX_VALUE_LENGTH,
    "engine": variables.OTEL_REDACT_ENGINE,
    "on_error": variables.OTEL_REDACT_ON_ERROR,
    "dry_run": variables.OTEL_REDACT_DRY_RUN,
    "summary": variables.OTEL_REDACT_SUMMARY,
    "cache_bytes": variables.OTEL_REDACT_CACHE_BYTES,
}
_ALIASES = {
    "hide_inputs": (
        "LANGSMITH_HIDE_INPUTS",
        "LANGCHAIN_HIDE_INPUTS",
        "OPENINFERENCE_HIDE_INPUTS",
    ),
    "hide_outputs": (
        "LANGSMITH_HIDE_OUTPUTS",
        "LANGCHAIN_HIDE_OUTPUTS",
        "OPENINFERENCE_HIDE_OUTPUTS",
    ),
    "hide_metadata": ("LANGSMITH_HIDE_METADATA", "LANGCHAIN_HIDE_METADATA"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One row of ``otel-redact config``.

    Attributes:
        name: the policy's keyword.
        value: for display; a hash key is only ``set`` or ``not set``.
        source: ``default``, ``argument``, ``environment NAME``, ``file PATH`` or
            ``file PATH (locked)``.
    """

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Every setting after precedence.

    Attributes:
        values: setting → value; every name of ``setting.DEFAULTS`` is there.
        sources: setting → where the value came from, as ``Setting.source``.
        locked: settings that a locked file fixed.
    """

    values: Mapping[str, object] = field(repr=False)
    sources: Mapping[str, str]
    locked: frozenset[str]

    def operator_held(self, name: str) -> bool:
        """Whether the operator, not the application, said it: environment or a locked file."""
        return name in self.locked or self.sources[name].startswith("environment")

    def lock(self) -> Layer:
        """Return the locked settings alone."""
        return Layer(
            values={name: self.values[name] for name in self.locked},
            sources={name: self.sources[name] for name in self.locked},
        )

    def under(self, other: Resolved) -> Resolved:
        """Return these settings under the locks of another policy; nothing is read again."""
        lock = other.lock()
        values = {**self.values, **lock.values}
        values.update(_strictest([lock, self.lock()], self.values["hide"]))
        values["dry_run"] = bool(values["dry_run"]) and not other.locked
        return Resolved(
            values=values,
            sources={**self.sources, **lock.sources},
            locked=self.locked | other.locked,
        )


def _strictest(locks: Sequence[Layer], given_hide: object) -> dict[str, object]:
    """Return what locked layers hide together: a lock adds to what is hidden, it never takes back.

    Args:
        locks: locked settings.
        given_hide: the ``hide`` of arguments or environment.
    """
    hidden: dict[str, object] = {
        name: True for name in HIDE_FLAGS if any(lock.values.get(name) is True for lock in locks)
    }
    hides = [lock.values["hide"] for lock in locks if "hide" in lock.values]
    if hides:
        every = cast("list[tuple[str, ...]]", [*hides, given_hide])
        hidden["hide"] = tuple(dict.fromkeys(name for names in every for name in names))
    return hidden


def resolve(
    arguments: Mapping[str, object],
    *,
    environ: Mapping[str, str] | None = None,
    file: str | os.PathLike[str] | None = None,
) -> Resolved:
    """Fill what the arguments leave open.

    A locked file that fixes one of the rules' settings fixes all of them: what it does not say is
    not taken from arguments or environment. The file that this process's own environment names is
    asked for locks even where ``environ`` is another mapping.

    Args:
        arguments: given settings only (no None).
        environ: variables; None: ``os.environ``.
        file: policy file named in code; the one that ``OTEL_REDACT_CONFIG_FILE`` names outranks it.

    Raises:
        ConfigError: a word, number or file that cannot be read.
    """
    environ = os.environ if environ is None else environ
    named = environ.get(variables.OTEL_REDACT_CONFIG_FILE, "").strip()
    own = os.environ.get(variables.OTEL_REDACT_CONFIG_FILE, "").strip()
    files = [read_policy_file(path) for path in (named, file) if path]
    locked = [layer for layer, is_locked in files if is_locked]
    if own and own != named:
        layer, is_locked = read_policy_file(own)
        locked = [layer, *locked] if is_locked else locked
    given = [
        Layer(values=arguments, sources=dict.fromkeys(arguments, "argument")),
        _read_environment(environ),
    ]
    below = [
        *(layer for layer, is_locked in files if not is_locked),
        Layer(values=DEFAULTS, sources=dict.fromkeys(DEFAULTS, "default")),
    ]
    fixed = frozenset(name for layer in locked for name in layer.values)
    closed = RULE_SETTINGS if fixed & RULE_SETTINGS else frozenset[str]()
    values: dict[str, object] = {}
    sources: dict[str, str] = {}
    for layer in reversed([*locked, *(_without(layer, closed) for layer in given), *below]):
        values.update(layer.values)
        sources.update(layer.sources)
    if locked:
        values.update(_strictest(locked, _given_hide(given)))
        values["dry_run"] = False
    return Resolved(values=values, sources=sources, locked=fixed | closed)


def _given_hide(given: Sequence[Layer]) -> object:
    """Return the categories that the strongest of these layers hides."""
    return next((layer.values["hide"] for layer in given if "hide" in layer.values), ())


def _without(layer: Layer, names: frozenset[str]) -> Layer:
    return Layer(
        values={name: value for name, value in layer.values.items() if name not in names},
        sources={name: source for name, source in layer.sources.items() if name not in names},
    )


def effective_settings(environ: Mapping[str, str] | None = None) -> list[Setting]:
    """Return what a processor with no policy argument would use, for display.

    Args:
        environ: variables; None: ``os.environ``.

    Raises:
        ConfigError: as ``resolve``.
    """
    resolved = resolve({}, environ=environ)
    return [
        Setting(name=name, value=show(name, resolved.values[name]), source=resolved.sources[name])
        for name in DEFAULTS
    ]


def environment_state(
    environ: Mapping[str, str] | None = None, file: str | os.PathLike[str] | None = None
) -> tuple[object, ...]:
    """Return what ``resolve`` would read now, to see whether anything has changed.

    Args:
        environ: variables; None: ``os.environ``.
        file: policy file named in code.
    """
    environ = os.environ if environ is None else environ
    names = (*_VARIABLES.values(), *(name for names in _ALIASES.values() for name in names))
    named = (
        environ.get(variables.OTEL_REDACT_CONFIG_FILE, "").strip(),
        os.environ.get(variables.OTEL_REDACT_CONFIG_FILE, "").strip(),
        str(file or ""),
    )
    states = [_file_state(path) for path in named if path]
    return (*named, *states, *(environ.get(name, "") for name in names))


def _file_state(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)  # noqa: PTH116 - pathlib is loaded only where a file is read
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def _read_environment(environ: Mapping[str, str]) -> Layer:
    warn_of_mistypes(environ)
    values: dict[str, object] = {}
    sources: dict[str, str] = {}
    for name, variable in _VARIABLES.items():
        names = (variable, *_ALIASES.get(name, ()))
        given = [(v, environ[v].strip()) for v in names if environ.get(v, "").strip()]
        if not given:
            continue
        if name in _ALIASES:  # the strictest of all spellings wins
            flags = [(parse_hide_flag(word, source), source) for source, word in given]
            values[name] = any(flag for flag, _ in flags)
            source = next((s for flag, s in flags if flag), flags[0][1])
        else:
            source, word = given[0]
            values[name] = PARSERS[name](word, source)
        sources[name] = f"environment {source}"
    return Layer(values=values, sources=sources)
