"""A YAML policy file in, checked settings out; `config` merges them with the other sources."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from otel_redact.errors import ConfigError
from otel_redact.setting import PARSERS, SECRET_NAMES
from otel_redact.suggestion import nearest

if TYPE_CHECKING:
    import os
    from pathlib import Path

__all__ = ["Layer", "read_policy_file"]

_logger = logging.getLogger("otel_redact")

_MAX_FILE_BYTES = 1024 * 1024
_MAX_OPEN_BRACKETS = 400
"""Of a flow inside a flow; PyYAML's time grows with the square of it. Patterns have some too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Settings that came from one place.

    Attributes:
        values: setting → value.
        sources: setting → where it came from, as ``Setting.source``.
    """

    values: Mapping[str, object] = field(repr=False)
    sources: Mapping[str, str]


def read_policy_file(file: str | os.PathLike[str]) -> tuple[Layer, bool]:
    """Read a policy file.

    Args:
        file: path of a YAML mapping of settings to values, 1 MiB at most.

    Returns:
        The settings, and whether the file is ``locked``.

    Raises:
        ConfigError: the file cannot be read, is no mapping, or has an unknown or wrong setting.
    """
    from pathlib import Path  # noqa: PLC0415 - heavy: only where a file is named

    path = Path(file)
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
        size = path.stat().st_size
        text = "" if size > _MAX_FILE_BYTES else path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8; expected a mapping of settings") from None
    except (OSError, ValueError) as error:  # a path with NUL is a ValueError
        msg = f"{path}: cannot be read ({type(error).__name__}); check the path and its permissions"
        raise ConfigError(msg) from None
    if size > _MAX_FILE_BYTES:
        msg = f"{path}: larger than {_MAX_FILE_BYTES} bytes; expected a policy file"
        raise ConfigError(msg)
    if _open_brackets(text) > _MAX_OPEN_BRACKETS:
        raise ConfigError(f"{path}: nests too deeply; expected a policy file")
    try:
        content = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # also a date, a huge number
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


def _open_brackets(text: str) -> int:
    """Return how many brackets are open at most, those in quotes and comments included."""
    steps = (1 if one in "[{" else -1 for one in text if one in "[]{}")
    return max(itertools.accumulate(steps), default=0)


def _unknown(path: Path, name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(sorted(known))}"
    return f"{path}: unknown setting {name!r}; {hint}"
