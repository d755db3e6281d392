"""The result of `resources` in, tables of it on stdout out, targets beside the numbers."""

from __future__ import annotations

from collections.abc import Mapping

from table import Row, as_mapping, as_number, print_table, print_versions

__all__ = ["TARGETS", "print_report"]

TARGETS = {"attribute": 60, "engine": 40, "import": 30}
"""Less than so many megabytes over a copy, megabytes by the first use, milliseconds."""


def print_report(result: Mapping[str, object]) -> None:
    """Print memory, then import time."""
    rows: list[Row] = []
    for name, value in as_mapping(result["attribute"]).items():
        entry = as_mapping(value)
        medians = as_mapping(entry["median_mb"])
        over = as_number(entry["over_copy_mb"])
        cells = (f"{as_number(medians[what]):.1f}" for what in ("copy", "redact"))
        found = (f"{as_number(entry['findings']):.0f}", _failures(as_mapping(entry["failures"])))
        rows.append((name, f"{over:.1f}", _met("attribute", over), *cells, *found))
    head = ("attributes", "over a copy", "target", "copy", "redact", "findings", "failures")
    print_table("Megabytes that one span adds at its peak", head, rows)

    rows = []
    for tier, value in as_mapping(result["engine"]).items():
        medians = as_mapping(as_mapping(value)["median_mb"])
        first, at_import = (
            as_number(medians[f"{part}_peak_mb"]) for part in ("first_use", "import")
        )
        rows.append((tier, f"{first:.1f}", _met("engine", first), f"{at_import:.1f}"))
    head = ("engine", "first use", "target", "import")
    print_table("Megabytes that the engine adds at its peak", head, rows)

    found = as_mapping(result["import"])
    beyond = as_number(found["beyond_sdk_ms"])
    medians = as_mapping(found["median_ms"])
    others = (f"{as_number(medians[name]):.1f}" for name in ("sdk", "sdk_and_otel_redact"))
    row: Row = ("import otel_redact", f"{beyond:.1f}", _met("import", beyond), *others)
    head = ("", "beyond the SDK", "target", "SDK alone", "both")
    print_table("Import, milliseconds under -X importtime", head, [row])
    print_versions(result)


def _met(part: str, value: float) -> str:
    return f"< {TARGETS[part]} {'met' if value < TARGETS[part] else 'missed'}"


def _failures(counted: Mapping[str, object]) -> str:
    return ", ".join(f"{name}: {count}" for name, count in counted.items()) or "-"
