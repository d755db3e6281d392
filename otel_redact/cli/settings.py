"""The environment in, a plain table of the effective policy out; `otel-redact config` prints it."""

from __future__ import annotations

from collections.abc import Sequence

from otel_redact.config import Setting, effective_settings

__all__ = ["settings_table"]

_HEADINGS = ("setting", "value", "from")


def settings_table() -> str:
    """Return one line per setting: its name, its value and where the value came from.

    A hash key is ``set`` or ``not set``, never shown.

    Raises:
        ConfigError: a variable or the policy file cannot be read.
    """
    return _format(effective_settings())


def _format(settings: Sequence[Setting]) -> str:
    rows = [_HEADINGS, *((item.name, item.value, item.source) for item in settings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS) - 1)]
    lines = [f"{name:<{widths[0]}}  {value:<{widths[1]}}  {source}" for name, value, source in rows]
    return "\n".join(lines)
