"""Rows in, small tables on stdout out; with rich where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

__all__ = ["Row", "as_mapping", "as_number", "print_table", "print_versions", "times", "whole"]

Row = tuple[str, ...]


def print_table(title: str, head: Row, rows: Sequence[Row]) -> None:
    """Print one table; all columns but the first hold numbers."""
    try:
        from rich.console import Console
        from rich.table import Table
    except ImportError:
        _print_plain(title, head, rows)
        return
    table = Table(title=title, title_justify="left")
    table.add_column(head[0])
    for name in head[1:]:
        table.add_column(name, justify="right")
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def print_versions(result: Mapping[str, object]) -> None:
    """Print what was measured with."""
    found = ", ".join(f"{name} {value}" for name, value in as_mapping(result["versions"]).items())
    sys.stdout.write(f"{found}\n")


def as_mapping(value: object) -> Mapping[str, object]:
    """Return a mapping of a result as one."""
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a mapping, got {type(value).__name__}")
    return value


def as_number(value: object) -> float:
    """Return a number of a result as one; 0 for anything else."""
    return float(value) if isinstance(value, (int, float)) else 0.0


def times(value: object) -> str:
    """Return a ratio as it is read."""
    number = as_number(value)
    return f"{number:.2f}x" if number < 100 else f"{number:.0f}x"


def whole(value: object) -> str:
    """Return a number without its fraction."""
    return f"{as_number(value):.0f}"


def _print_plain(title: str, head: Row, rows: Sequence[Row]) -> None:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    ]
    sys.stdout.write("\n".join((title, *lines)) + "\n\n")
