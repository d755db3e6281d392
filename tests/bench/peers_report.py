"""The result of `peers` in, tables of it on stdout out: ratios first, targets beside them."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from table import Row, as_mapping, as_number, print_table, print_versions, times, whole

__all__ = ["TARGETS", "print_report"]

TARGETS = {
    "langsmith, same rules": 50,
    "presidio": 100,
    "logfire": 10,
    "mistral": 10,
}
"""Peer → how many times as long it should take, at least, on 20 KB with findings."""
PYTHON_TARGET = 5
"""The same for LangSmith with the same rules against the tier in plain Python."""
TARGET_KIND = "20 KB dirty"
SHOWN = (TARGET_KIND, "20 KB clean", "20 KB digits", "20 KB cjk", "2 KB dirty", "200 KB dirty")
"""What is printed; the result has every size of every kind."""


def print_report(result: Mapping[str, object]) -> None:
    """Print each tier's ratios, what each redactor replaced, and microseconds as context."""
    kinds = as_mapping(result["kinds"])
    kinds = {kind: kinds[kind] for kind in SHOWN if kind in kinds}
    first = as_mapping(next(iter(kinds.values())))
    ratios = as_mapping(first["ratios"])
    for mine in ratios:
        _print_ratios(mine, kinds)
    head = ("redactor", *kinds)
    names = list(as_mapping(first["findings"]))
    _print_cells("Placeholders in one text", head, names, kinds, "findings")
    _print_cells("Microseconds per text (CPU time, medians)", head, names, kinds, "median_us")
    for kind, names in as_mapping(result["disagreements"]).items():
        sys.stdout.write(f"disagreement: {kind}: {names}\n")
    taken = {name: as_number(value) for name, value in as_mapping(result["rule_us"]).items()}
    dearest = max(taken, key=lambda name: taken[name])
    share = taken[dearest] / sum(taken.values())
    sys.stdout.write(f"dearest of the same rules: {dearest}, {share:.0%} of their time\n")
    for key in ("missing", "converted"):
        for package, why in as_mapping(result[key]).items():
            sys.stdout.write(f"{key}: {package}: {why}\n")
    print_versions(result)


def target(mine: str, peer: str) -> int | None:
    """Return the target of a ratio at ``TARGET_KIND``; None: the peer is there for context."""
    for start, wanted in TARGETS.items():
        if peer.startswith(start):
            if not mine.startswith("otel_redact python"):
                return wanted
            return PYTHON_TARGET if start.startswith("langsmith") else None
    return None


def _print_ratios(mine: str, kinds: Mapping[str, object]) -> None:
    def of(kind: str) -> Mapping[str, object]:
        return as_mapping(as_mapping(as_mapping(kinds[kind])["ratios"])[mine])

    rows: list[Row] = []
    for peer in of(TARGET_KIND):
        wanted = target(mine, peer)
        reached = "-"
        if wanted is not None:
            met = as_number(of(TARGET_KIND)[peer]) >= wanted
            reached = f"{wanted}x {'met' if met else 'missed'}"
        rows.append((peer, reached, *(times(of(kind)[peer]) for kind in kinds)))
    if rows:
        head = ("peer / ours", "target", *kinds)
        title = f"How many times as long as {mine} a peer takes (target: {TARGET_KIND})"
        print_table(title, head, rows)


def _print_cells(
    title: str, head: Row, names: list[str], kinds: Mapping[str, object], field: str
) -> None:
    cells = [as_mapping(as_mapping(entry)[field]) for entry in kinds.values()]
    rows: list[Row] = [(name, *(whole(cell[name]) for cell in cells)) for name in names]
    print_table(title, head, rows)
