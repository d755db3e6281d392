"""A request's or response's dict in, what is recorded of it out: hidden, processed or as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from otel_redact import transform
from otel_redact.binding import inside_pipeline, mark_processed
from otel_redact.types import FAILED_PLACEHOLDER, HIDDEN_PLACEHOLDER
from otel_redact_instrumentation.openai.plain import Json, objects, plain, plain_dict

if TYPE_CHECKING:
    from opentelemetry.trace import SpanContext

    from otel_redact.counters import Counters
    from otel_redact.instrumentation_rule import HideOption, Process

__all__ = ["FAILED", "Side", "added", "blank_answers", "run", "run_chunk"]

FAILED = FAILED_PLACEHOLDER
"""Recorded in place of a side whose function failed."""

_KEPT = frozenset({"type", "id", "name", "modality", "mime_type"})


class Side:
    """One side of a call: its name and the options that say what is recorded of it."""

    __slots__ = ("hide", "name", "process")

    def __init__(self, name: str, process: Process | None, hide: HideOption) -> None:
        """Keep them.

        Args:
            name: ``"inputs"`` or ``"outputs"``.
            process: the user's ``process_x``.
            hide: the user's ``hide_x``.
        """
        self.name = name
        self.process = process
        self.hide = hide


def run(given: Json, side: Side, span: SpanContext, counters: Counters) -> Json | str | None:
    """Return what is recorded of one side.

    Args:
        given: a plain dict; functions get a copy of it.
        side: which, and what to do with it.
        span: remembered as processed, so that a policy's processors for the scope are skipped.
        counters: failures are counted there.

    Returns:
        A dict; None: nothing is recorded; ``FAILED``: that is.
    """
    if side.hide is True:
        return None
    function, stage = side.process, f"process_{side.name}"
    if function is None and callable(side.hide):
        function, stage = side.hide, f"hide_{side.name}"
    if function is None:
        return given
    if function is side.process:
        mark_processed(span, side.name)
    result = _call(function, given, stage, counters)
    return FAILED if result is None else result


def run_chunk(chunk: Json, function: Process, counters: Counters) -> Json | None:
    """Return what is assembled of one chunk; None: the function failed."""
    return _call(function, chunk, "process_chunk", counters)


def blank_answers(messages: list[Json]) -> list[Json]:
    """Return a history whose assistant messages keep role and shape, but no content."""
    return [
        {**said, "parts": [_blank(piece) for piece in objects(said.get("parts"))]}
        if said.get("role") == "assistant"
        else said
        for said in messages
    ]


def added(given: Json, result: Json) -> Json:
    """Return what a function added of its own."""
    return {key: plain(item) for key, item in result.items() if key not in given}


def _call(function: Process, given: Json, stage: str, counters: Counters) -> Json | None:
    with inside_pipeline():  # a model that the function asks is not traced, nor processed in turn
        result = transform.call(function, plain_dict(given), stage, counters)
    return None if result is None else plain_dict(result)


def _blank(piece: Json) -> Json:
    return {key: item if key in _KEPT else HIDDEN_PLACEHOLDER for key, item in piece.items()}
