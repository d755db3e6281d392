"""The catalogue in, a table of its detectors out; `otel-redact detectors` prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from otel_redact.config import resolve
from otel_redact.detectors import DETECTORS
from otel_redact.detectors.selection import known_detectors, select
from otel_redact.engines import SequentialEngine
from otel_redact.types import Detector, Group, Leaf

__all__ = ["detectors_page", "detectors_table"]

_SHOWN = 4
_LONGEST_EXAMPLE = 56
_PAGE = """# Detectors

Written by `otel-redact detectors --markdown` from the files in this folder: each has its pattern,
hits, misses and source. Switch a detector or a group off with `OTEL_REDACT_EXCLUDE_RULES`, on with
`OTEL_REDACT_RULES`. {count} detectors of {entities} entities; off by default: {off}.
"""
_ROW = "| {name} | `{entity}` | {example} | {checksum} | {source} |"


def detectors_table() -> str:
    """Return one line per detector, third parties' too: name, entity, group, whether it is on.

    Raises:
        ConfigError: a variable or the policy file cannot be read.
    """
    values = resolve({}).values
    on = select(
        cast("tuple[str, ...]", values["rules"]), cast("tuple[str, ...]", values["exclude_rules"])
    )
    names = {detector.name for detector in on}
    rows = [
        ("detector", "entity", "group", "on"),
        *(
            (one.name, one.entity, one.group.value, "on" if one.name in names else "off")
            for one in known_detectors()
        ),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        f"{name:<{widths[0]}}  {entity:<{widths[1]}}  {group:<{widths[2]}}  {is_on}"
        for name, entity, group, is_on in rows
    )


def detectors_page() -> str:
    """Return the built-in catalogue as a Markdown page, group by group."""
    off = [detector.name for detector in DETECTORS if not detector.default]
    parts = [
        _PAGE.format(
            count=len(DETECTORS),
            entities=len({detector.entity for detector in DETECTORS}),
            off=", ".join(f"`{name}`" for name in off),
        )
    ]
    for group in Group:
        members = [detector for detector in DETECTORS if detector.group is group]
        parts.append("\n".join(_section(group, members)))
    return "\n".join(parts)


def _section(group: Group, members: Sequence[Detector]) -> Iterable[str]:
    yield f"## {group.value}\n"
    yield "| detector | placeholder | example | check digits | source |"
    yield "|---|---|---|---|---|"
    for detector in members:
        yield _ROW.format(
            name=f"[{detector.name}]({detector.name}.py)",
            entity=detector.entity,
            example=_example(detector),
            checksum=detector.checksum,
            source=" ".join(_links(detector.source)),
        )
    yield ""


def _example(detector: Detector) -> str:
    """Return a hit in which secrets are cut short, so that no scanner finds them here."""
    for text in sorted(detector.hits, key=len):
        (findings,) = SequentialEngine((detector,)).find([Leaf(text)])
        if findings:
            start, end, *_ = findings[0]
            value = text[start:end]
            if detector.group is Group.SECRETS or len(text) > _LONGEST_EXAMPLE:
                value = value[:_SHOWN] + "\u2026"
            shown = (text[max(start - 24, 0) : start] + value + text[end : end + 12]).strip()
            return f"`{shown}`".replace("|", "\\|").replace("\n", " ")
    return ""


def _links(source: str) -> Iterable[str]:
    for word in source.split():
        if word.startswith("https://"):
            address = word.rstrip(",;")
            host = address.removeprefix("https://").removeprefix("www.").partition("/")[0]
            yield f"[{host}]({address})"
