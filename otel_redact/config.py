"""Environment variables and the policy file in, plain settings with their sources out.

Precedence: ``locked`` file > argument > environment > file > default. An empty variable is unset.
`policy` turns the settings into objects; `otel-redact config` prints them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from otel_redact import environment_variables as variables
from otel_redact.errors import ConfigError
from otel_redact.setting import (
    DEFAULTS,
    PARSERS,
    RULE_SETTINGS,
    SECRET_NAMES,
    parse_hide_flag,
    show,
)
from otel_redact.suggestion import nearest

__all__ = [
    "Layer",
    "Resolved",
    "Setting",
    "effective_settings",
    "environment_state",
    "resolve",
]

_logger = logging.getLogger("otel_redact")

_VARIABLES = {
    "hide_inputs": variables.OTEL_REDACT_HIDE_INPUTS,
    "hide_outputs": variables.OTEL_REDACT_HIDE_OUTPUTS,
    "hide_metadata": variables.OTEL_REDACT_HIDE_METADATA,
    "hide": variables.OTEL_REDACT_HIDE,
    "rules": variables.OTEL_REDACT_RULES,
    "exclude_rules": variables.OTEL_REDACT_EXCLUDE_RULES,
    "operator": variables.OTEL_REDACT_OPERATOR,
    "hash_key": variables.OTEL_REDACT_HASH_KEY,
    "max_depth": variables.OTEL_REDACT_MAX_DEPTH,
    "rule_timeout_millis": variables.OTEL_REDACT_RULE_TIMEOUT_MILLIS,
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
_MAX_FILE_BYTES = 1024 * 1024


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
class Layer:
    """Settings that came from one place.

    Attributes:
        values: setting → value.
        sources: setting → where it came from, as ``Setting.source``.
    """

    values: Mapping[str, object] = field(repr=False)
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Every setting after precedence.

    Attributes:
        values: setting → value; every name of ``setting.DEFAULTS`` is there.
        sources: setting → where the value came from, as ``Setting.source``.
        locked: settings that a locked file fixed.
        locks: the locked files' settings; they hold for policies of ``use_policy``, too.
    """

    values: Mapping[str, object] = field(repr=False)
    sources: Mapping[str, str]
    locked: frozenset[str]
    locks: tuple[Layer, ...] = field(default=(), repr=False)

    def operator_held(self, name: str) -> bool:
        """Whether the operator, not the application, said it: environment or a locked file."""
        return name in self.locked or self.sources[name].startswith("environment")


def resolve(
    arguments: Mapping[str, object],
    *,
    environ: Mapping[str, str] | None = None,
    file: str | os.PathLike[str] | None = None,
    locks: Sequence[Layer] = (),
) -> Resolved:
    """Fill what the arguments leave open.

    A locked file that fixes one of the rules' settings fixes all of them: what it does not say is
    not taken from arguments or environment. The file that this process's own environment names is
    asked for locks even where ``environ`` is another mapping.

    Args:
        arguments: given settings only (no None).
        environ: variables; None: ``os.environ``.
        file: policy file named in code; the one that ``OTEL_REDACT_CONFIG_FILE`` names outranks it.
        locks: locked settings that hold besides, above all others.

    Raises:
        ConfigError: a word, number or file that cannot be read.
    """
    environ = os.environ if environ is None else environ
    named = environ.get(variables.OTEL_REDACT_CONFIG_FILE, "").strip()
    own = os.environ.get(variables.OTEL_REDACT_CONFIG_FILE, "").strip()
    files = [_read_file(Path(path)) for path in (named, file) if path]
    locked = [*locks, *(layer for layer, is_locked in files if is_locked)]
    if own and own != named:
        layer, is_locked = _read_file(Path(own))
        locked += [layer] if is_locked else []
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
    if locked and values["dry_run"]:
        values["dry_run"], sources["dry_run"] = False, "file (locked)"
    return Resolved(values=values, sources=sources, locked=fixed | closed, locks=tuple(locked))


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


def environment_state(environ: Mapping[str, str] | None = None) -> tuple[object, ...]:
    """Return what ``resolve`` would read now, to see whether anything has changed.

    Args:
        environ: variables; None: ``os.environ``.
    """
    environ = os.environ if environ is None else environ
    names = (*_VARIABLES.values(), *(name for names in _ALIASES.values() for name in names))
    path = environ.get(variables.OTEL_REDACT_CONFIG_FILE, "").strip()
    status = os.stat(path) if path and os.path.exists(path) else None  # noqa: PTH110, PTH116 - hot
    changed = (status.st_mtime_ns, status.st_size) if status is not None else ()
    return (path, *changed, *(environ.get(name, "") for name in names))


def _read_environment(environ: Mapping[str, str]) -> Layer:
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


def _read_file(path: Path) -> tuple[Layer, bool]:
    content = _load(path)
    locked = content.pop("locked", False)
    if not isinstance(locked, bool):
        msg = f"{path}: locked: got {type(locked).__name__}, expected true or false"
        raise ConfigError(msg)
    source = f"file {path}{' (locked)' if locked else ''}"
    values: dict[str, object] = {}
    for name, value in content.items():
        if name not in PARSERS:
            raise ConfigError(_unknown(path, name, (*PARSERS, "locked")))
        if value is not None:
            values[name] = PARSERS[name](value, f"{path}: {name}")
    if set(values) & SECRET_NAMES and path.stat().st_mode & 0o004:
        _logger.warning("otel_redact: %s holds a key and is readable by everyone", path)
    return Layer(values=values, sources=dict.fromkeys(values, source)), locked


def _load(path: Path) -> dict[str, object]:
    import yaml  # noqa: PLC0415 - only where a file is named

    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            msg = f"{path}: larger than {_MAX_FILE_BYTES} bytes; expected a policy file"
            raise ConfigError(msg)
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"{path}: cannot be read ({type(error).__name__}); check the path and its permissions"
        raise ConfigError(msg) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark is not None else ""
        msg = f"{path}: is not YAML{where}; expected a mapping of settings"
        raise ConfigError(msg) from None
    if content is None:
        return {}
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        msg = f"{path}: got {type(content).__name__}, expected a mapping of settings to values"
        raise ConfigError(msg)
    return content


def _unknown(path: Path, name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(sorted(known))}"
    return f"{path}: unknown setting {name!r}; {hint}"
