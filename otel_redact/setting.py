"""One parser per setting: a word or a file's value in, a checked value out; `config` calls them."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from otel_redact.allowance import check_path
from otel_redact.errors import ConfigError
from otel_redact.suggestion import nearest
from otel_redact.types import Category

__all__ = [
    "DEFAULTS",
    "HIDE_FLAGS",
    "PARSERS",
    "RULE_SETTINGS",
    "SECRET_NAMES",
    "check_hide",
    "parse_hide_flag",
    "show",
]

_logger = logging.getLogger("otel_redact")

_TRUE = frozenset({"true", "1", "yes", "on"})
_FALSE = frozenset({"false", "0", "no", "off"})
_HIDEABLE = tuple(c.name or "" for c in Category if c is not Category.STRUCTURE)
_PLURALS = {"INPUTS": "INPUT", "OUTPUTS": "OUTPUT", "ERRORS": "ERROR"}
_SCOPE_FLAGS = ("hide_inputs", "hide_outputs", "hide_metadata")

DEFAULTS: Mapping[str, object] = MappingProxyType(
    {
        "hide_inputs": False,
        "hide_outputs": False,
        "hide_metadata": False,
        "hide": (),
        "unknown": "anonymize",
        "rules": ("default",),
        "exclude_rules": (),
        "extra_rules": (),
        "allow_terms": (),
        "allow_keys": (),
        "allow_paths": (),
        "operator": "replace",
        "hash_key": None,
        "max_depth": 32,
        "rule_timeout_millis": 50,
        "span_timeout_millis": 100,
        "max_value_length": None,
        "engine": "auto",
        "on_error": "drop_value",
        "dry_run": False,
        "summary": "none",
        "cache_bytes": 8 * 1024 * 1024,
        "instrumentations": MappingProxyType({}),
    }
)
SECRET_NAMES = frozenset({"hash_key"})
HIDE_FLAGS = frozenset({"hide_inputs", "hide_outputs", "hide_metadata"})
RULE_SETTINGS = frozenset(
    {
        "rules",
        "exclude_rules",
        "extra_rules",
        "allow_terms",
        "allow_keys",
        "allow_paths",
        "operator",
        "hash_key",
        "max_depth",
        "rule_timeout_millis",
    }
)
"""Settings that together say what the rules do: locking one locks all."""

_warned: set[str] = set()


def parse_hide_flag(value: object, where: str, otherwise: str = "hiding, to be safe") -> bool:
    """Read a hide flag; what is neither true nor false hides, with one warning.

    Args:
        value: bool or word (``true 1 yes on`` / ``false 0 no off``, any case, blanks trimmed).
        where: variable or file entry, for the warning.
        otherwise: what happens where it is neither, for the warning.
    """
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in _FALSE:
        return False
    if word not in _TRUE and where not in _warned:
        _warned.add(where)
        _logger.warning(
            "otel_redact: %s is neither true (true, 1, yes, on) nor false (false, 0, no, off); %s",
            where,
            otherwise,
        )
    return True


def check_hide(words: Sequence[object], where: str) -> tuple[str, ...]:
    """Return category names, upper case.

    Raises:
        ConfigError: an unknown category, or STRUCTURE, which is never hidden.
    """
    names = []
    for word in words:
        name = word.name if isinstance(word, Category) else str(word).strip().upper()
        name = _PLURALS.get(name or "", name)
        if name not in _HIDEABLE:
            raise ConfigError(_one_of(where, str(name).lower(), _HIDEABLE))
        names.append(name)
    return tuple(names)


def show(name: str, value: object) -> str:
    """Return a setting's value for display, without secrets."""
    if name in SECRET_NAMES:
        return "set" if value else "not set"
    if value is None:
        return "(none)"
    if isinstance(value, bool):
        return str(value).lower()
    if callable(value):
        return "callable"
    if name == "extra_rules" and isinstance(value, Sequence):
        return f"{len(value)} rules" if value else "(none)"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}={item}" for key, item in value.items()) or "(none)"
    if isinstance(value, (tuple, list)):
        return ", ".join(str(item) for item in value) or "(none)"
    return str(value)


def _one_of(where: str, got: str, expected: Sequence[str]) -> str:
    near = nearest(got.upper(), [word.upper() for word in expected])
    hint = f" (did you mean {near}?)" if near else ""
    return f"{where}: got {got!r}{hint}, expected one of {', '.join(expected)}"


def _choice(*expected: str) -> Callable[[object, str], str]:
    def parse(value: object, where: str) -> str:
        word = str(value).strip().lower()
        if word not in expected:
            raise ConfigError(_one_of(where, word, expected))
        return word

    return parse


def _whole_number(minimum: int, unit: str) -> Callable[[object, str], int]:
    def parse(value: object, where: str) -> int:
        number = minimum - 1
        if isinstance(value, (int, str)) and not isinstance(value, bool):
            with contextlib.suppress(ValueError):
                number = int(value)
        if number < minimum:
            raise ConfigError(
                f"{where}: got {_short(value)}, expected a whole number of {unit} >= {minimum}"
            )
        return number

    return parse


def _words(value: object, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, (list, tuple)) or not all(isinstance(word, str) for word in value):
        msg = f"{where}: got {_short(value)}, expected a list of words"
        raise ConfigError(msg)
    return tuple(word.strip().lower() for word in value if word.strip())


def _globs(value: object, where: str) -> tuple[str, ...]:
    """Read a list of terms or keys as they are written, ``*`` for any characters."""
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, (list, tuple)) or not all(isinstance(word, str) for word in value):
        msg = f"{where}: got {type(value).__name__}, expected a list of texts"
        raise ConfigError(msg)
    globs = tuple(word.strip() for word in value if word.strip())
    if not all(glob.strip("* ") for glob in globs):
        raise ConfigError(
            f"{where}: got '*' alone, which would allow everything; use exclude_rules to switch "
            "detectors off"
        )
    return globs


def _paths(value: object, where: str) -> tuple[str, ...]:
    paths = _globs(value, where)
    for path in paths:
        wrong = check_path(path)
        if wrong:
            raise ConfigError(
                f"{where}: a path {wrong}; expected an attribute's key, then .name and [index], "
                "such as gen_ai.input.messages[*].content"
            )
    return paths


def _hide(value: object, where: str) -> tuple[str, ...]:
    return check_hide(_words(value, where), where)


def _operator(value: object, where: str) -> str | Mapping[str, str]:
    """Read ``mask:last=4`` or ``replace;EMAIL_ADDRESS=hash``; a file may give a mapping instead."""
    if isinstance(value, Mapping):
        return {str(entity): str(spec) for entity, spec in value.items()}
    if not isinstance(value, str):
        msg = f"{where}: got {_short(value)}, expected an operator such as 'mask:last=4'"
        raise ConfigError(msg)
    entries = [entry.strip() for entry in value.split(";") if entry.strip()]
    specs = {}
    for entry in entries:
        entity, equals, spec = entry.partition("=")
        if equals and ":" not in entity:
            specs[entity.strip().upper()] = spec.strip()
        else:
            specs["DEFAULT"] = entry
    return specs if set(specs) != {"DEFAULT"} else specs["DEFAULT"]


def _dry_run(value: object, where: str) -> bool:  # noqa: ARG001 - the parsers' signature
    """Only an exact true word switches redaction off."""
    return value is True or str(value).strip().lower() in _TRUE


def _secret(value: object, where: str) -> str:
    if not isinstance(value, str) or not value:
        msg = f"{where}: got {type(value).__name__}, expected a non-empty text"
        raise ConfigError(msg)
    return value


def _list_of_rules(value: object, where: str) -> tuple[object, ...]:
    if not isinstance(value, (list, tuple)):
        msg = f"{where}: got {_short(value)}, expected a list of rules with pattern and replace"
        raise ConfigError(msg)
    return tuple(value)


def _instrumentations(value: object, where: str) -> Mapping[str, Mapping[str, bool]]:
    if not isinstance(value, Mapping):
        msg = f"{where}: got {_short(value)}, expected a mapping of scope-name globs to hide flags"
        raise ConfigError(msg)
    scopes: dict[str, dict[str, bool]] = {}
    for glob, flags in value.items():
        if not isinstance(flags, Mapping):
            msg = f"{where}.{glob}: got {_short(flags)}, expected a mapping of hide flags"
            raise ConfigError(msg)
        for flag in flags:
            if flag not in _SCOPE_FLAGS:
                raise ConfigError(_one_of(f"{where}.{glob}", str(flag), _SCOPE_FLAGS))
        scopes[str(glob)] = {
            str(flag): parse_hide_flag(word, f"{where}.{glob}.{flag}")
            for flag, word in flags.items()
            if word is not None
        }
    return scopes


def _short(value: object) -> str:
    return repr(value) if isinstance(value, (str, int, float)) else type(value).__name__


PARSERS: Mapping[str, Callable[[object, str], object]] = MappingProxyType(
    {
        "hide_inputs": parse_hide_flag,
        "hide_outputs": parse_hide_flag,
        "hide_metadata": parse_hide_flag,
        "hide": _hide,
        "unknown": _choice("anonymize", "hide"),
        "rules": _words,
        "exclude_rules": _words,
        "extra_rules": _list_of_rules,
        "allow_terms": _globs,
        "allow_keys": _globs,
        "allow_paths": _paths,
        "operator": _operator,
        "hash_key": _secret,
        "max_depth": _whole_number(1, "levels"),
        "rule_timeout_millis": _whole_number(1, "milliseconds"),
        "span_timeout_millis": _whole_number(1, "milliseconds"),
        "max_value_length": _whole_number(1, "code points"),
        "engine": _choice("auto", "ahocorasick", "hyperscan", "re2", "python"),
        "on_error": _choice("drop_value", "drop_span"),
        "dry_run": _dry_run,
        "summary": _choice("none", "counts"),
        "cache_bytes": _whole_number(0, "bytes"),
        "instrumentations": _instrumentations,
    }
)
