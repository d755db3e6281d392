"""Clean texts in, what was changed in them out; tests and `report` call it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from otel_redact import create_anonymizer, default_detectors

__all__ = ["Change", "Precision"]

_PLACEHOLDER = re.compile(r"\[[A-Za-z][A-Za-z0-9_]*\]")
_BEFORE, _BEHIND = 45, 35


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A place of clean text that was replaced.

    Attributes:
        detectors: names of those of the placeholder's entity that, alone, change the text too.
        before: the text around it as it was.
        after: and as it is now.
    """

    detectors: tuple[str, ...]
    before: str
    after: str

    def __str__(self) -> str:
        """Show it in one line."""
        return f"{' '.join(self.detectors) or 'no detector'}: {self.before!r} -> {self.after!r}"


class Precision:
    """Redacts clean texts by the default detectors and tells which of them changed one."""

    def __init__(self) -> None:
        """Build the anonymizer."""
        self._detectors = default_detectors()
        self._anonymize = create_anonymizer(self._detectors)

    def changes(self, texts: Iterable[str]) -> tuple[int, int, list[Change]]:
        """Return bytes read, texts changed, and the changes, each kind of place once."""
        given = list(texts)
        redacted = self._anonymize(given)
        assert isinstance(redacted, list)
        size = sum(len(text.encode()) for text in given)
        changed = [pair for pair in zip(given, redacted, strict=True) if pair[0] != pair[1]]
        kinds = {_kind(*place): place for pair in changed for place in _places(*pair)}
        return size, len(changed), [self._change(*place) for place in kinds.values()]

    def _change(self, before: str, after: str, at: int) -> Change:
        mark = _PLACEHOLDER.match(after, at)
        entity = mark[0][1:-1] if mark else ""
        alone = (one for one in self._detectors if one.entity == entity)
        guilty = tuple(one.name for one in alone if create_anonymizer([one])(before) != before)
        near = slice(max(0, at - _BEFORE), at + _BEHIND)
        return Change(detectors=guilty, before=before[near], after=after[near])


def _places(before: str, after: str) -> Iterator[tuple[str, str, int]]:
    """Yield each changed line, as it was and is, and where they part; else the whole text."""
    old, new = before.splitlines(), after.splitlines()
    pairs = zip(old, new, strict=True) if len(old) == len(new) else [(before, after)]
    for one, two in pairs:
        if one != two:
            at = next(
                (i for i, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), 0
            )
            # A value that begins with "[" begins where its placeholder does.
            yield one, two, two.rfind("[", 0, at + 1) if at and two[at - 1 : at] == "[" else at


def _kind(before: str, after: str, at: int) -> str:
    """Return what places of one kind have in common: placeholder and words in front of it."""
    if not after.startswith("[", at):
        return "no placeholder"
    words = re.sub(r"[^A-Za-z ]+", "0", before[max(0, at - 12) : at])
    return f"{words}{after[at : at + 12]}"
