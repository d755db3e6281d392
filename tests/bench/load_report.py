"""The result of `load` in, tables of it on stdout out."""

from __future__ import annotations

from collections.abc import Mapping

from busy_load import ALONE
from table import Row, as_mapping, as_number, print_table, print_versions, times, whole

__all__ = ["print_report"]


def print_report(result: Mapping[str, object]) -> None:
    """Print both measurements."""
    _print_busy(as_mapping(result["busy"]))
    _print_asyncio(as_mapping(result["asyncio"]))
    print_versions(result)


def _print_busy(found: Mapping[str, object]) -> None:
    cells = list(as_mapping(next(iter(found.values()))))
    out: list[Row] = []
    kept: list[Row] = []
    for name, entry in found.items():
        by_cell = {cell: as_mapping(value) for cell, value in as_mapping(entry).items()}
        out.append((name, *(_with_drops(by_cell[cell]) for cell in cells)))
        shares = (by_cell[cell]["speed_kept"] for cell in cells if cell != ALONE)
        kept.append((name, *(f"{as_number(share):.0%}" for share in shares)))
    head = ("redact_in, exporter \\ offered spans/s", *cells)
    print_table(
        "Spans per second out of the exporter (dropped), 20 KB, beside a busy thread", head, out
    )
    head = (head[0], *(cell for cell in cells if cell != ALONE))
    print_table("Share of its own speed that the busy thread keeps", head, kept)


def _with_drops(cell: Mapping[str, object]) -> str:
    rate, dropped = whole(cell["out_per_second"]), as_number(cell["dropped"])
    return f"{rate} ({dropped:.0f})" if dropped else rate


def _print_asyncio(found: Mapping[str, object]) -> None:
    rows: list[Row] = []
    for name, value in found.items():
        entry = as_mapping(value)
        cells = (whole(entry[field]) for field in ("p50_us", "p99_us", "out_per_second", "dropped"))
        rows.append((name, times(entry["p99_to_base"]), *cells))
    head = ("redact_in, exporter", "p99 / no redaction", "p50 us", "p99 us", "spans/s", "dropped")
    title = "Lateness of an asyncio application's 1 ms sleeps beside 500 spans/s of 20 KB"
    print_table(title, head, rows)
