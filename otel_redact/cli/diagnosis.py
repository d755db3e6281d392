"""What the doctor found in, lines for a terminal and an exit code out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from otel_redact.cli.wrap import wrap_words

__all__ = ["Diagnosis", "exit_code", "lines"]

_TOPIC_WIDTH = 8
_MIN_WIDTH = 40
_WRONG_ARGUMENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """One thing that was looked at. No text holds a value, a header or a key.

    Attributes:
        kind: ``gap``: raw data would leave, or nothing would; ``wrong``: an argument is.
        topic: a word of up to eight letters.
        text: what is so, and why.
        fix: how to change it, or ``""``.
    """

    kind: Literal["ok", "gap", "note", "wrong"]
    topic: str
    text: str
    fix: str = ""


def lines(diagnoses: Sequence[Diagnosis], width: int) -> list[str]:
    """Return the report: a line for each diagnosis, wrapped, and one with the verdict.

    Args:
        diagnoses: in the order to show.
        width: columns of the terminal.
    """
    shown = [line for diagnosis in diagnoses for line in _wrapped(diagnosis, width)]
    gaps = sum(diagnosis.kind not in {"ok", "note"} for diagnosis in diagnoses)
    if not gaps:
        verdict = "no gap: all that these exporters send is redacted by the policy in force"
    else:
        verdict = f"{gaps} gap{'s' if gaps > 1 else ''}: see above"
    return [*shown, "", verdict]


def exit_code(diagnoses: Sequence[Diagnosis]) -> int:
    """Return 0: no gap; 1: some; 2: an argument is wrong."""
    kinds = {diagnosis.kind for diagnosis in diagnoses}
    if "wrong" in kinds:
        return _WRONG_ARGUMENT
    return 1 if "gap" in kinds else 0


def _wrapped(diagnosis: Diagnosis, width: int) -> list[str]:
    kind = "gap" if diagnosis.kind == "wrong" else diagnosis.kind
    head = f"{kind:<4}  {diagnosis.topic:<{_TOPIC_WIDTH}}  "
    room = max(width, _MIN_WIDTH) - len(head)
    texts = [diagnosis.text, *([f"fix: {diagnosis.fix}"] if diagnosis.fix else [])]
    rows = [
        "".join(part for part, _ in row).rstrip()
        for text in texts
        for row in wrap_words([(text, False)], room)
    ]
    return [(head if number == 0 else " " * len(head)) + row for number, row in enumerate(rows)]
