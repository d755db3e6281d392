"""The result of `redaction` in, tables of it on stdout out."""

from __future__ import annotations

from collections.abc import Mapping

from table import Row, as_mapping, as_number, print_table, print_versions, times, whole

__all__ = ["print_report"]

Json = object


def print_report(result: Mapping[str, Json]) -> None:
    """Print ratios first; microseconds are context and differ from machine to machine."""
    for title, head, rows in (
        _spans(as_mapping(result["spans"])),
        _groups(as_mapping(result["groups"])),
        _cache(as_mapping(result["cache"])),
        _on_end(as_mapping(result["on_end"])),
        _stages(as_mapping(result["stages"])),
    ):
        print_table(title, head, rows)
    print_versions(result)


def _spans(kinds: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    head = ("span", "redact / encode", "hide all / encode", "redact us", "hide all us", "encode us")
    rows: list[Row] = []
    for kind, found in kinds.items():
        entry = as_mapping(found)
        medians = as_mapping(entry["median_us"])
        rows.append(
            (
                kind,
                times(entry["redact_to_encode"]),
                times(entry["hide_all_to_encode"]),
                *(whole(medians[name]) for name in ("redact", "hide_all", "encode")),
            )
        )
    return "Redaction against OTLP encoding, per span (CPU time, medians, cache off)", head, rows


def _groups(kinds: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    entries = {kind: as_mapping(as_mapping(found)["to_encode"]) for kind, found in kinds.items()}
    names = [*next(iter(entries.values()))]
    rows: list[Row] = [(kind, *(times(of[name]) for name in names)) for kind, of in entries.items()]
    return "Redaction by one group alone / OTLP encoding", ("span", *names), rows


def _cache(found: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    medians = as_mapping(found["median_us"])
    row: Row = (
        f"{found['turns']} turns, history resent",
        times(found["cache_on_to_off"]),
        times(found["cache_on_to_encode"]),
        whole(medians["cache_on"]),
        whole(medians["cache_off"]),
    )
    head: Row = (
        "conversation",
        "cache on / off",
        "cache on / encode",
        "cache on us",
        "cache off us",
    )
    return "Cache of redacted texts, per span", head, [row]


def _on_end(kinds: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    head = ("span", "redact_in", "on_end / BatchSpanProcessor", "p50 us", "p99 us")
    rows: list[Row] = []
    for kind, found in kinds.items():
        entry = as_mapping(found)
        medians, p99 = as_mapping(entry["median_us"]), as_mapping(entry["p99_us"])
        for name, label in (("batch", "-"), ("worker", "worker"), ("caller", "caller")):
            compared = "1" if name == "batch" else times(entry[f"{name}_to_batch"])
            rows.append((kind, label, compared, f"{medians[name]}", f"{p99[name]}"))
    return "on_end on the application's thread (wall clock), exporter that does nothing", head, rows


def _stages(kinds: Mapping[str, Json]) -> tuple[str, Row, list[Row]]:
    names = [*as_mapping(as_mapping(next(iter(kinds.values())))["share"])]
    rows: list[Row] = []
    for kind, found in kinds.items():
        entry = as_mapping(found)
        share, medians = as_mapping(entry["share"]), as_mapping(entry["median_us"])
        cells = (f"{as_number(share[name]):.0%} ({whole(medians[name])} us)" for name in names)
        rows.append((kind, *cells))
    return "Where redaction's time goes", ("span", *names), rows
