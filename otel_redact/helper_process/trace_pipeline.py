"""A pipeline that tells what it knows of traces, so that two processes know the same.

Error texts are blanked in a trace whose prompts are hidden. Where `use_policy` bound a policy to a
span, it is redacted in the application, its siblings in the helper: each must hear of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from otel_redact.pipeline import Pipeline

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

__all__ = ["TracePipeline", "merged", "trace_ids"]


class TracePipeline(Pipeline):
    """A pipeline that shares what it knows of traces.

    Thread: safe.
    """

    def note(self, spans: Iterable[ReadableSpan]) -> None:
        """Learn from spans that are redacted elsewhere."""
        for span in spans:
            self._note(span)

    def learn(self, traces: Mapping[int, bool]) -> None:
        """Learn what the other process knows: trace id → whether texts were hidden there."""
        for trace_id, hidden in traces.items():
            self._see(trace_id, hidden=hidden)

    def known(self, ids: Iterable[int] | None = None) -> dict[int, bool]:
        """Return what is known, as a new dict.

        Args:
            ids: of the traces that are asked for; None: all.
        """
        if ids is None:
            return self._traces.known()
        asked = {trace_id: self._traces.get(trace_id) for trace_id in ids}
        return {trace_id: hidden for trace_id, hidden in asked.items() if hidden is not None}


def trace_ids(spans: Iterable[ReadableSpan]) -> set[int]:
    """Return the ids of the spans' traces."""
    contexts = (span.get_span_context() for span in spans)
    return {context.trace_id for context in contexts if context is not None}


def merged(
    spans: Sequence[ReadableSpan], chosen: Sequence[bool], copies: Sequence[ReadableSpan]
) -> list[ReadableSpan]:
    """Return spans in order, the chosen ones replaced by their copies or, without one, left out.

    Args:
        spans: as they were.
        chosen: for each, whether it was to be replaced.
        copies: of the chosen ones, in order; some may be missing.
    """
    result: list[ReadableSpan] = []
    left = list(reversed(copies))
    for span, is_chosen in zip(spans, chosen, strict=True):
        if not is_chosen:
            result.append(span)
        elif left and _ids(left[-1]) == _ids(span):
            result.append(left.pop())
    return result


def _ids(span: ReadableSpan) -> tuple[int, int]:
    context = span.get_span_context()
    return (context.trace_id, context.span_id) if context is not None else (0, 0)
