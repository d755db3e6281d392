"""The environment in, a plain table of the effective policy out; `otel-redact config` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from otel_redact.config import Setting, effective_settings
from otel_redact.scanners.selection import active_scanner, check_scanner

__all__ = ["settings_table"]

_HEADINGS = ("setting", "value", "from")


def settings_table() -> str:
    """Return one line per setting: its name, its value and where the value came from.

    A hash key is ``set`` or ``not set``, never shown. Behind ``auto`` stands what it comes to.

    Raises:
        ConfigError: a variable or the policy file cannot be read, or names what is not installed.
    """
    return _format([_with_scanner(item) for item in effective_settings()])


def _with_scanner(item: Setting) -> Setting:
    if item.name != "engine":
        return item
    active = active_scanner(check_scanner(item.value))
    return item if active == item.value else replace(item, value=f"{item.value} ({active})")


def _format(settings: Sequence[Setting]) -> str:
    rows = [_HEADINGS, *((item.name, item.value, item.source) for item in settings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS) - 1)]
    lines = [f"{name:<{widths[0]}}  {value:<{widths[1]}}  {source}" for name, value, source in rows]
    return "\n".join(lines)
