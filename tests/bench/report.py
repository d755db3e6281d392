"""A benchmark's result in, small tables on stdout out; with rich where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

__all__ = ["print_report"]

Json = object
Row = tuple[str, ...]


def print_report(result: Mapping[str, Json]) -> None:
    """Print ratios first; microseconds are context and differ from machine to machine."""
    for title, head, rows in (
        _spans(_mapping(result["spans"])),
        _cache(_mapping(result["cache"])),
        _on_end(_mapping(result["on_end"])),
        _stages(_mapping(result["stages"])),
    ):
        _print_table(title, head, rows)
    versions = ", ".join(f"{name} {value}" for name, value in _mapping(result["versions"]).items())
    sys.stdout.write(f"{versions}\n")


def _spans(kinds: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    head = ("span", "redact / encode", "hide all / encode", "redact us", "hide all us", "encode us")
    rows: list[Row] = []
    for kind, found in kinds.items():
        entry = _mapping(found)
        medians = _mapping(entry["median_us"])
        rows.append(
            (
                kind,
                _times(entry["redact_to_encode"]),
                _times(entry["hide_all_to_encode"]),
                *(_whole(medians[name]) for name in ("redact", "hide_all", "encode")),
            )
        )
    return "Redaction against OTLP encoding, per span (CPU time, medians, cache off)", head, rows


def _cache(found: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    medians = _mapping(found["median_us"])
    row: Row = (
        f"{found['turns']} turns, history resent",
        _times(found["cache_on_to_off"]),
        _whole(medians["cache_on"]),
        _whole(medians["cache_off"]),
    )
    head: Row = ("conversation", "cache on / off", "cache on us", "cache off us")
    return "Cache of redacted texts, per span", head, [row]


def _on_end(kinds: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    head = ("span", "redact_in", "on_end / BatchSpanProcessor", "p50 us", "p99 us")
    rows: list[Row] = []
    for kind, found in kinds.items():
        entry = _mapping(found)
        medians, p99 = _mapping(entry["median_us"]), _mapping(entry["p99_us"])
        for name, label in (("batch", "-"), ("worker", "worker"), ("caller", "caller")):
            compared = "1" if name == "batch" else _times(entry[f"{name}_to_batch"])
            rows.append((kind, label, compared, f"{medians[name]}", f"{p99[name]}"))
    return "on_end on the application's thread (wall clock), exporter that does nothing", head, rows


def _stages(kinds: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    names = [*_mapping(_mapping(next(iter(kinds.values())))["share"])]
    rows: list[Row] = []
    for kind, found in kinds.items():
        entry = _mapping(found)
        share, medians = _mapping(entry["share"]), _mapping(entry["median_us"])
        cells = (f"{_number(share[name]):.0%} ({_whole(medians[name])} us)" for name in names)
        rows.append((kind, *cells))
    return "Where redaction's time goes", ("span", *names), rows


def _print_table(title: str, head: Row, rows: Sequence[Row]) -> None:
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


def _print_plain(title: str, head: Row, rows: Sequence[Row]) -> None:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    ]
    sys.stdout.write("\n".join((title, *lines)) + "\n\n")


def _mapping(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a mapping, got {type(value).__name__}")
    return value


def _number(value: Json) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _times(value: Json) -> str:
    number = _number(value)
    return f"{number:.2f}x" if number < 100 else f"{number:.0f}x"


def _whole(value: Json) -> str:
    return f"{_number(value):.0f}"
