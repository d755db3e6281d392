"""A scanner's name and literals in, the scanner out; called by the trigger engine."""

from __future__ import annotations

import contextlib
import functools
import logging
from collections.abc import Sequence

from otel_redact.errors import ConfigError
from otel_redact.scanners import SCANNERS
from otel_redact.scanners.scanner import Scanner
from otel_redact.suggestion import nearest

__all__ = ["active_scanner", "check_scanner", "create_scanner"]

_AUTO = "auto"
_KEPT = 8  # scanners; each takes some megabytes
_logger = logging.getLogger("otel_redact")
_logged: set[str] = set()


def check_scanner(name: str) -> str:
    """Return a scanner's name in lower case, once it is known to work here.

    Args:
        name: ``auto`` or a scanner's name, in any case.

    Raises:
        ConfigError: another word, or a scanner whose library does not import.
    """
    word = name.strip().lower()
    if word == _AUTO:
        return word
    known = {scanner_class.name: scanner_class for scanner_class in SCANNERS}
    if word not in known:
        close = nearest(word, (_AUTO, *known))
        hint = f'; did you mean "{close}"?' if close else ""
        names = ", ".join((_AUTO, *known))
        raise ConfigError(f'scanner: got "{name}", expected one of {names}{hint}')
    try:
        known[word].load()
    except ImportError:
        raise ConfigError(
            f'scanner: got "{word}", whose library does not import here; '
            f'pip install "{known[word].requirement}", or choose another scanner'
        ) from None
    return word


def active_scanner(name: str) -> str:
    """Return the name of the scanner that ``create_scanner`` would make here.

    Args:
        name: what ``check_scanner`` returned.
    """
    for scanner_class in SCANNERS:
        if name in (_AUTO, scanner_class.name):
            with contextlib.suppress(ImportError):
                scanner_class.load()
                return scanner_class.name
    raise ConfigError(f'scanner: "{name}" does not import any more')


def create_scanner(name: str, literals: Sequence[bytes]) -> Scanner:
    """Return a scanner for these literals, and log its name once per process.

    Args:
        name: what ``check_scanner`` returned; ``auto`` is the first of ``SCANNERS`` that imports.
        literals: not empty, each once.
    """
    return _made(name, tuple(literals))


@functools.lru_cache(maxsize=_KEPT)
def _made(name: str, literals: tuple[bytes, ...]) -> Scanner:
    """Make a scanner, or return the one that another policy with the same detectors has."""
    for scanner_class in SCANNERS:
        if name not in (_AUTO, scanner_class.name):
            continue
        try:
            scanner = scanner_class(literals)
        except ImportError:
            continue
        _log_once(scanner_class.name)
        return scanner
    raise ConfigError(f'scanner: "{name}" does not import any more')


def _log_once(name: str) -> None:
    if name not in _logged:
        _logged.add(name)
        _logger.info("otel_redact scans with %s", name)
