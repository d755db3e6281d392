"""Our detectors in, the same patterns as rules of LangSmith's anonymizer out; `redactors` asks.

`re` knows less than `regex`: a group's name must be unique, a look-behind must have one width, and
the end of the text is `\\Z`. What is left out makes a rule cheaper, never dearer.

Our engine tries a pattern only where a trigger says; a peer searches whole texts with it. A
spelling that is fast for us alone would make the peer slow for nothing: `full_search` undoes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import regex
from timing import cpu_time_ns

from otel_redact import Detector

__all__ = ["full_search", "re_rules", "regex_rules", "rule_microseconds"]

Rule = dict[str, Any]  # a rule of LangSmith's: pattern and replacement
_LOOK_BEHINDS = ("(?<=", "(?<!")
_IBAN_START = "(?<![A-Za-z0-9_])(?=[A-Z]{2}[0-9]{2}[ -]?[A-Za-z0-9])"
_IBAN_BRANCH = re.compile(r"(?<=[:|])(\(\?:[A-Z|]+\)\[0-9\]\{2\})(?=\(\?:\[ -\])")
_GROUP_NAME = re.compile(r"\(\?P(?:<([a-z_]+)>|=([a-z_]+)\))")


def full_search(detector: Detector) -> str:
    """Return a pattern that finds the same, in a spelling that is fast on whole texts."""
    source = detector.pattern
    if detector.name == "iban_code" and source.startswith(_IBAN_START):
        # 12 ms for 20 KB by `regex` as our engine has it, 0.1 ms so
        start = "[A-Z]{2}[0-9]{2}(?<![A-Za-z0-9_][A-Z]{2}[0-9]{2})"
        return start + _IBAN_BRANCH.sub(r"(?<=\1)", source.removeprefix(_IBAN_START))
    return source


def rule_microseconds(rules: Sequence[Rule], text: str) -> dict[str, float]:
    """Return placeholder → CPU time to search a text once, the fastest of three."""
    taken: dict[str, float] = {}
    for rule in rules:
        best = min(_search_ns(rule, text) for _ in range(3))
        taken[rule["replace"]] = round(taken.get(rule["replace"], 0) + best / 1000, 1)
    return taken


def regex_rules(detectors: Sequence[Detector]) -> list[Rule]:
    """Return one rule for each detector with a pattern: the pattern as it is, by ``regex``."""
    return [
        {
            "pattern": regex.compile(full_search(detector), regex.ASCII),
            "replace": f"[{detector.entity}]",
        }
        for detector in detectors
        if detector.pattern
    ]


def re_rules(detectors: Sequence[Detector]) -> tuple[list[Rule], dict[str, list[str]]]:
    """Return one rule for each detector with a pattern, compiled by ``re``.

    Returns:
        Rules in the detectors' order, and detector → what had to be changed.
    """
    rules: list[Rule] = []
    changed: dict[str, list[str]] = {}
    for detector in detectors:
        if not detector.pattern:
            continue
        source, changes = _converted(full_search(detector))
        rules.append({"pattern": re.compile(source, re.ASCII), "replace": f"[{detector.entity}]"})
        if changes:
            changed[detector.name] = changes
    return rules, changed


def _search_ns(rule: Rule, text: str) -> int:
    start = cpu_time_ns()
    rule["pattern"].sub(rule["replace"], text)
    return cpu_time_ns() - start


def _converted(source: str) -> tuple[str, list[str]]:
    changes: list[str] = []
    if r"\z" in source:
        source = source.replace(r"\z", r"\Z")
        changes.append(r"\z became \Z")
    left_out = 0
    for start, end in sorted(_look_behinds(source), reverse=True):
        if not _compiles(source[start:end]):
            source = source[:start] + source[end:]
            left_out += 1
    if left_out:
        changes.append(f"{left_out} look-behinds of no fixed width left out")
    if not _compiles(source):
        source = _numbered(source)
        changes.append("group names made unique")
    return source, changes


def _compiles(source: str) -> bool:
    try:
        re.compile(source)
    except re.error:
        return False
    return True


def _numbered(source: str) -> str:
    """Give each use of a group's name a number; a reference means the last before it."""
    used: dict[str, int] = {}

    def rename(found: re.Match[str]) -> str:
        defined, referred = found.groups()
        if referred:
            return f"(?P={referred}{used[referred]})"
        used[defined] = used.get(defined, 0) + 1
        return f"(?P<{defined}{used[defined]}>"

    return _GROUP_NAME.sub(rename, source)


def _look_behinds(source: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each outermost look-behind in a pattern's source."""
    position, inside = 0, -1
    open_groups: list[int] = []
    while position < len(source):
        character = source[position]
        if character == "\\":
            position += 2
            continue
        if character == "[":
            position = _end_of_class(source, position)
            continue
        if character == "(":
            open_groups.append(position)
            if inside < 0 and source.startswith(_LOOK_BEHINDS, position):
                inside = position
        elif character == ")":
            start = open_groups.pop()
            if start == inside:
                yield start, position + 1
                inside = -1
        position += 1


def _end_of_class(source: str, position: int) -> int:
    """Return the place behind a character class that starts at ``position``."""
    position += 2 if source[position + 1] == "^" else 1
    position += source[position] == "]"
    while source[position] != "]":
        position += 2 if source[position] == "\\" else 1
    return position + 1
