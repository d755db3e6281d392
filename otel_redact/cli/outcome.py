"""What one run of the demo showed, in numbers and sentences; both reports print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from otel_redact.cli.difference import Row

__all__ = ["LIMIT_NOTE", "Outcome"]

LIMIT_NOTE = (
    "Names of people and postal addresses are not among the built-in rules: hide inputs and"
    " outputs, or add an engine that knows names."
)
"""What the default policy does not do, said wherever the demo shows what it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of a run.

    Attributes:
        rows: what redaction changed.
        values: how many values the raw spans have.
        spans: how many spans arrived at the receiver.
        exported_bytes: how many bytes of OTLP arrived there.
        planted: how many secrets were searched for in them.
        leaked: what kinds of secrets were found in them; empty is the promise.
        redaction_millis: measured time to redact one span, in milliseconds.
        policy: the settings that are not defaults, as ``name=value``.
        forwarded: where else the spans were sent, or that it failed; ``""``: nowhere.
    """

    rows: Sequence[Row]
    values: int
    spans: int
    exported_bytes: int
    planted: int
    leaked: Sequence[str]
    redaction_millis: float
    policy: Sequence[str]
    forwarded: str

    @property
    def findings(self) -> list[tuple[str, int]]:
        """How often each entity was found, most frequent first, then by name.

        Values without a placeholder count once as ``"hidden"`` or ``"changed"``.
        """
        counts: Counter[str] = Counter()
        for row in self.rows:
            counts.update(row.findings or {row.rule: 1})
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    @property
    def policy_text(self) -> str:
        """The policy in one line."""
        return ", ".join(self.policy) or "default (hide nothing, replace what the detectors find)"

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """The run's numbers, each with what it counts."""
        return [
            (str(self.spans), "spans exported"),
            (f"{len(self.rows)} of {self.values}", "values changed"),
            (f"{self.redaction_millis:.2f} ms", "redaction per span"),
        ]

    @property
    def verdict(self) -> tuple[str, str]:
        """How many planted secrets the search found, and where it looked and what they are."""
        kinds = f": {', '.join(self.leaked)}" if self.leaked else ""
        return (
            f"{len(self.leaked)} of {self.planted}",
            f"raw secrets found in the {self.exported_bytes:,} exported bytes{kinds}",
        )
