"""An outcome in, a table of before and after on the terminal out; `otel-redact demo` prints it."""

from __future__ import annotations

import io
import os
import sys
from itertools import groupby

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from otel_redact.cli.difference import Row
from otel_redact.cli.highlight import Piece, align, shorten
from otel_redact.cli.outcome import LIMIT_NOTE, Outcome
from otel_redact.cli.wrap import wrap_name, wrap_words

__all__ = ["print_report"]

_CONTEXT = 16
_MOST_CHANGES = 4
_COLUMNS = {"place": 0, "key": 22, "before": 37, "after": 35, "rule": 0}  # name: share of the rest
_PLACE_WIDTH = len("attribute")
_RULE_WIDTH = len("AWS_ACCESS_KEY_ID")
_RULE_SHARE = 0.15  # of a narrow terminal
_NARROWEST = 80
_WIDTH_OF_PIPES = 120
_GAP = 2
_REMOVED = "(removed)"
_RAW_STYLE = "bold red"
_REDACTED_STYLE = "bold green"
_TRY = (
    ("OTEL_REDACT_HIDE_INPUTS=true otel-redact demo", "hide all prompts"),
    ("otel-redact demo --html demo.html", "the same as a page, values in full length"),
    ("OTEL_EXPORTER_OTLP_ENDPOINT=http://… otel-redact demo", "also send it to your service"),
)


def print_report(outcome: Outcome, console: Console | None = None) -> None:
    """Print the table, the totals and what to try next.

    Args:
        outcome: what the run showed.
        console: where to, standard output by default; its width decides the columns' widths.
    """
    console = console or _standard_output()
    console.print()
    console.print(Text("otel-redact demo", style="bold"), end="")
    console.print(Text("  a support chat on the openai client: its trace raw, and as exported"))
    console.print(Text(f"policy: {outcome.policy_text}", style="dim"))
    console.print()
    _print_rows(outcome, console)
    console.print(_totals(outcome))
    console.print()
    for command, meaning in _TRY:
        console.print(Text.assemble("  ", (command, "cyan"), (f"  {meaning}", "dim")))
    console.print()


def _standard_output() -> Console:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an ASCII terminal has no ellipsis
    fixed = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_OF_PIPES
    return Console(highlight=False, width=fixed)


def _print_rows(outcome: Outcome, console: Console) -> None:
    """Print one heading per span over tables whose columns line up."""
    whole = max(console.width, _NARROWEST)
    rule_width = min(_RULE_WIDTH, int(whole * _RULE_SHARE))
    free = whole - len(_COLUMNS) * _GAP - _PLACE_WIDTH - rule_width
    widths = [free * share // sum(_COLUMNS.values()) for share in _COLUMNS.values()]
    widths[0], widths[-1] = _PLACE_WIDTH, rule_width
    heading = _columns(widths)
    heading.add_row(*(Text(name, style="dim italic") for name in _COLUMNS))
    console.print(heading)
    for (_, span), rows in groupby(outcome.rows, key=lambda row: (row.number, row.span)):
        console.print(Rule(Text(span, style="bold cyan"), align="left", style="dim"))
        table = _columns(widths)
        for row in rows:
            table.add_row(*_cells(row, widths))
        console.print(table)
    console.print()


def _columns(widths: list[int]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, _GAP, 0, 0), pad_edge=False)
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table


def _cells(row: Row, widths: list[int]) -> list[RenderableType]:
    _, key_width, before_width, after_width, rule_width = widths
    pieces = [Piece(row.before, "")] if row.after is None else align(row.before, row.after)
    shown = shorten(
        pieces, context=_CONTEXT, longest_change=before_width - 4, most_changes=_MOST_CHANGES
    )
    after = _text(shown, 1, after_width)
    if row.after is None:
        after = Text(_REMOVED, style="yellow")
    rule = "\n".join(wrap_name(entity, rule_width) for entity in row.rule.split(", "))
    return [
        Text(row.place, style="dim"),
        wrap_name(row.key, key_width),
        _text(shown, 0, before_width),
        after,
        Text(rule, style="yellow" if row.after is None else "green"),
    ]


def _text(pieces: list[Piece], side: int, width: int) -> Text:
    words = [(piece[side], piece.changed) for piece in pieces]
    style = (_RAW_STYLE, _REDACTED_STYLE)[side]
    lines = [
        Text.assemble(*((text, style if changed else "dim") for text, changed in line))
        for line in wrap_words(words, width)
    ]
    return Text("\n").join(lines)


def _totals(outcome: Outcome) -> Panel:
    verdict_style = "bold red" if outcome.leaked else "bold green"
    findings = ", ".join(f"{entity} {count}" for entity, count in outcome.findings)
    lines = [
        Text(" · ".join(" ".join(pair) for pair in outcome.numbers), style="bold"),
        Text(" ".join(outcome.verdict), style=verdict_style),
        Text.assemble(("found: ", "bold"), findings or "nothing"),
        Text(LIMIT_NOTE, style="dim"),
    ]
    if outcome.forwarded:
        lines.append(Text(outcome.forwarded))
    return Panel(Group(*lines), box=box.ROUNDED, border_style=verdict_style)
