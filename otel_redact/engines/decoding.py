"""Leaves in, findings out, those included that an encoding hides; the default policy's engine.

The trigger engine finds; what a leaf may stand for is one more leaf, whose findings are mapped back
to the leaf's own code points.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from otel_redact.decoders.chain import readings
from otel_redact.decoders.decoded import Decoded
from otel_redact.decoders.signs import signed
from otel_redact.engines.overlap import resolve_overlaps
from otel_redact.engines.trigger import TriggerEngine
from otel_redact.leaves import Leaves, columns_of
from otel_redact.types import Detector, Finding, Group, Leaf

__all__ = ["DecodingEngine"]

_NOTHING: list[Finding] = []


class DecodingEngine:
    """Find what the trigger engine finds, in each leaf as it is and as it decodes.

    Leaves without a sign of an encoding cost the search for signs only. No text is kept.

    Thread: every method may be called from several threads at once.
    On error: what a detector's ``validate`` raises goes to the caller, who redacts the leaf.
    """

    def __init__(self, detectors: Sequence[Detector], *, scanner: str = "auto") -> None:
        """Make the trigger engine, which builds nothing yet.

        Args:
            detectors: what is looked for.
            scanner: as ``TriggerEngine`` takes it.

        Raises:
            ConfigError: as ``TriggerEngine`` raises it.
        """
        self._inner = TriggerEngine(detectors, scanner=scanner)
        self._detectors = tuple(detectors)
        self._scanner = scanner
        self._secrets = frozenset(
            detector.entity for detector in detectors if detector.group is Group.SECRETS
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what it is made of; what is compiled is compiled again."""
        return functools.partial(DecodingEngine, scanner=self._scanner), (self._detectors,)

    @property
    def name(self) -> str:
        """What counters and ``otel-redact config`` call it: the name of the engine inside."""
        return self._inner.name

    def find(self, leaves: Sequence[Leaf]) -> list[list[Finding]]:
        """Return, for each leaf, its findings: sorted by start, not overlapping, inside the text.

        A placeholder is never found again, nor anything in one. Leaves without findings share one
        empty list, which must stay empty.
        """
        columns = leaves if isinstance(leaves, Leaves) else columns_of(leaves)
        found = self.find_in_time(columns, None)
        return [findings or _NOTHING for findings in found]

    def find_in_time(
        self, leaves: Leaves, is_over: Callable[[int | None], bool] | None
    ) -> list[list[Finding] | None]:
        """Return the same, or None for a leaf whose time was over.

        Args:
            leaves: in columns.
            is_over: as ``TriggerEngine.find_in_time`` takes it; always asked with the place of a
                leaf in ``leaves``, whichever of its readings is worked on.
        """
        found = self._inner.find_in_time(leaves, is_over)
        numbers = signed(leaves.texts, raw=False)
        if not numbers:
            return found
        further = _Readings()
        for number in sorted(numbers):
            if found[number] is not None and not self._read(leaves, number, further, is_over):
                found[number] = None
        origins = further.origins

        def is_origin_over(number: int | None) -> bool:
            return is_over is not None and is_over(None if number is None else origins[number])

        again = self._inner.find_in_time(further.leaves, is_origin_over if is_over else None)
        for number, decoded, findings in zip(origins, further.decoded, again, strict=True):
            own = found[number]
            if findings is None or own is None:
                found[number] = None
            elif findings:
                mapped = self._mapped(findings, decoded)
                found[number] = resolve_overlaps((*own, *mapped))
        return found

    def probe(self, texts: Sequence[str]) -> list[bool] | None:
        """Return, for each text, whether something stands in it that might lead to a finding.

        Args:
            texts: JSON or not; see ``TriggerEngine.probe``.

        Returns:
            A new list. ``None``: some detector has no triggers to go by.
        """
        touched = self._inner.probe(texts)
        if touched is None:
            return None
        rest = [place for place, is_touched in enumerate(touched) if not is_touched]
        if rest:
            for number in signed([texts[place] for place in rest], raw=True):
                touched[rest[number]] = True
        return touched

    def key_matters(self, key: str) -> bool:
        """Tell whether some detector finds whole texts by this key."""
        return self._inner.key_matters(key)

    def _read(
        self,
        leaves: Leaves,
        number: int,
        further: _Readings,
        is_over: Callable[[int | None], bool] | None,
    ) -> bool:
        """Add what a leaf may stand for; return False where its time is over."""
        for decoded in readings(leaves.texts[number]):
            if is_over is not None and is_over(number):
                return False
            if decoded is None or (decoded.key and not self._inner.key_matters(decoded.key)):
                continue
            key = leaves.keys[number] if decoded.key is None else decoded.key
            structural = leaves.structural[number] or decoded.secrets_only
            further.leaves.add(decoded.text, key, structural=structural)
            further.decoded.append(decoded)
            further.origins.append(number)
        return True

    def _mapped(self, findings: Sequence[Finding], decoded: Decoded) -> list[Finding]:
        mapped: list[Finding] = []
        for finding in findings:
            if not decoded.secrets_only or finding.entity in self._secrets:
                start, end = decoded.span(finding.start, finding.end)
                mapped.append(finding._replace(start=start, end=end))
        return mapped


class _Readings:
    """What leaves may stand for.

    Attributes:
        leaves: one for each reading.
        decoded: the way back from each.
        origins: of which leaf each is.
    """

    __slots__ = ("decoded", "leaves", "origins")

    def __init__(self) -> None:
        """Start empty."""
        self.leaves = Leaves()
        self.decoded: list[Decoded] = []
        self.origins: list[int] = []
