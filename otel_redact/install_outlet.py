"""A provider's processors in; every exporter behind them, and what redacts in front of it, out.

The doctor's probe asks for them, and the redacting processors for a warning at the start. The
SDK and others keep what they wrap in private attributes. Longer than 200 lines, so that these are
read in one room.
"""

from __future__ import annotations

import logging
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from opentelemetry.sdk.trace import Span, SpanProcessor

from otel_redact.pipeline import Pipeline

__all__ = [
    "MARK",
    "Outlet",
    "exporters_of",
    "is_blocked",
    "metric_exporters_of",
    "outlets_of",
    "processors_behind",
    "siblings_of",
    "warn_of_raw",
]

MARK = "_otel_redact_installation"
"""Attribute of a provider's processors that holds what stands in front of them; None: they are
blocked."""

_MAX_DEPTH = 8
_PROCESSORS = ("_active_span_processor", "_multi_log_record_processor")
_MEMBERS = ("_span_processors", "_log_record_processors")
_QUEUES = ("BatchSpanProcessor", "SimpleSpanProcessor", "BatchLogRecordProcessor")
_QUEUES_OF_SDK = (*_QUEUES, "SimpleLogRecordProcessor")
_EXPORTERS = ("SpanExporter", "LogRecordExporter", "LogExporter")  # the last one before SDK 1.39
_KEEP_IN_MEMORY = ("InMemorySpanExporter", "InMemoryLogRecordExporter", "InMemoryLogExporter")

_logger = logging.getLogger("otel_redact")
_warned: set[str] = set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One way out of a provider.

    Attributes:
        way: classes from the provider's processor to the exporter.
        processors: the objects of the way that are processors, outermost first.
        exporter: what sends; a helper process that sends; None: the last processor of the way
            hides what it does with ended spans or log records.
        pipeline: what redacts on this way; None: nothing of ours.
    """

    way: tuple[type, ...]
    processors: tuple[object, ...]
    exporter: object | None
    pipeline: Pipeline | None

    @property
    def is_queue(self) -> bool:
        """Whether a batch or simple processor of the SDK, or one derived from it, feeds it."""
        classes = type(self.processors[-1]).__mro__ if self.processors else ()
        return any(
            known.__name__ in _QUEUES_OF_SDK and known.__module__.startswith("opentelemetry.sdk.")
            for known in classes
        )


def exporters_of(provider: object) -> list[Outlet] | None:
    """Return every way out of a provider, of spans or of log records.

    Args:
        provider: the SDK's, or one that holds one as its ``provider``, as logfire's does.

    Returns:
        None: it is neither, so that nothing is known of it.
    """
    processors = processors_behind(provider)
    return None if processors is None else outlets_of(processors)


def processors_behind(provider: object) -> object | None:
    """Return the object through which a provider reaches its processors, or None."""
    for holder in (provider, getattr(provider, "provider", None)):
        for name in _PROCESSORS:
            processors: object = getattr(holder, name, None)
            if processors is not None:
                return processors
    return None


def siblings_of(span: Span) -> Callable[[], object]:
    """Return a weak way to the object through which a live span reaches its processors."""
    try:
        return weakref.ref(span._span_processor)  # noqa: SLF001 - nothing else leads there
    except (AttributeError, TypeError):
        return _nothing


def is_blocked(provider: object) -> bool:
    """Whether redaction could not start, so that nothing of a provider is exported."""
    return getattr(processors_behind(provider), MARK, False) is None


def metric_exporters_of(provider: object) -> list[object]:
    """Return the exporters of a meter provider's readers that get attributes as they are."""
    of_older = getattr(getattr(provider, "_sdk_config", None), "metric_readers", ())
    readers = getattr(provider, "_metric_readers", of_older)
    exporters = [getattr(reader, "_exporter", None) for reader in readers]
    return [one for one in exporters if one is not None and _pipeline(one) is None]


def outlets_of(processors: object) -> list[Outlet]:
    """Return every way out of what a provider hands its spans or log records to.

    An exporter that can be reached both raw and redacted is named once, as raw.

    Args:
        processors: the one object through which a provider reaches its processors, or one
            processor.
    """
    first = Outlet(
        way=(),
        processors=(),
        exporter=None,
        pipeline=_pipeline(getattr(processors, MARK, None)),
    )
    found: dict[int, Outlet] = {}
    for outlet in _behind(processors, first, _MAX_DEPTH):
        last = outlet.exporter if outlet.exporter is not None else outlet.processors[-1]
        known = found.get(id(last))
        if known is None or known.pipeline is not None:
            found[id(last)] = outlet
    return list(found.values())


def warn_of_raw(processors: object, ours: object, signal: str) -> None:
    """Warn, once in this process for each class, of exporters beside ours that get raw data.

    Only of those that a queue of the SDK feeds: others may leave ended spans alone. Exporters that
    keep what they get in memory are none.

    Args:
        processors: as for ``outlets_of``.
        ours: our processor or exporter; where it is not among them, nothing is said.
        signal: ``"spans"`` or ``"log records"``.
    """
    try:
        outlets = outlets_of(processors)
    except Exception:  # noqa: BLE001 - of foreign objects; this may not cost a span
        return
    if not any(_is_on(outlet, ours) for outlet in outlets):
        return
    for outlet in outlets:
        name = type(outlet.exporter).__name__
        if outlet.pipeline or not outlet.exporter or not outlet.is_queue:
            continue
        if name not in _KEEP_IN_MEMORY and name not in _warned:
            _warned.add(name)
            _logger.warning(
                "otel_redact: another exporter of this provider (%s) sends raw %s; use install() "
                "or OTEL_REDACT_ENABLED=true, which redact for all of them",
                name,
                signal,
            )


def _nothing() -> None:
    return None


def _is_on(outlet: Outlet, ours: object) -> bool:
    return any(member is ours for member in outlet.processors) or (
        outlet.pipeline is not None and outlet.pipeline is _pipeline(ours)
    )


def _behind(processor: object, before: Outlet, depth: int) -> Iterator[Outlet]:
    """Yield the outlets of one processor, or of what holds several."""
    holds = next((name for name in _MEMBERS if hasattr(processor, name)), None)
    if holds is not None:
        for member in getattr(processor, holds):
            yield from _behind(member, before, depth - 1)
        return
    here = replace(
        before,
        way=(*before.way, type(processor)),
        processors=(*before.processors, processor),
    )
    inside = list(_inside_processor(processor)) if depth > 0 else []
    for member in inside:
        if _is_processor(member):
            yield from _behind(member, here, depth - 1)
        else:
            yield from _behind_exporter(member, here, depth - 1)
    if not inside and getattr(type(processor), "on_end", None) is not SpanProcessor.on_end:
        yield here


def _behind_exporter(exporter: object, before: Outlet, depth: int) -> Iterator[Outlet]:
    here = replace(
        before,
        way=(*before.way, type(exporter)),
        exporter=exporter,
        pipeline=before.pipeline or _pipeline(exporter),
    )
    inside = [member for member in _held(exporter) if _is_wrapped(member)] if depth > 0 else []
    for member in inside:
        yield from _behind_exporter(member, here, depth - 1)
    if not inside:
        yield here


def _inside_processor(processor: object) -> Iterator[object]:
    """Yield the processors and exporters that a processor holds."""
    redacting = getattr(processor, "_redacting", None)
    if _pipeline(redacting) is not None:  # one of ours; by whom its queue is emptied is our affair
        yield redacting
        return
    queue = getattr(processor, "_batch_processor", None)
    for holder in (queue, processor):
        for member in _held(holder):
            if _is_exporter(member) or (member is not processor and _is_processor(member)):
                yield member


def _held(holder: object) -> Iterator[object]:
    for value in list(getattr(holder, "__dict__", {}).values()):
        if isinstance(value, (list, tuple)):
            yield from value
        else:
            yield value


def _is_processor(value: object) -> bool:
    return _has(value, "on_end") or _has(value, "on_emit")


def _is_exporter(value: object) -> bool:
    return _has(value, "export")


def _is_wrapped(value: object) -> bool:
    """Whether an exporter that another holds is one of the SDK's kind: a client is not."""
    return _is_exporter(value) and any(base.__name__ in _EXPORTERS for base in type(value).__mro__)


def _has(value: object, name: str) -> bool:
    method: Callable[..., object] | None = getattr(type(value), name, None)
    return callable(method) and not isinstance(value, type)


def _pipeline(redactor: object) -> Pipeline | None:
    """Return the pipeline of one of our exporters, of an installation or processor, or None."""
    redacting = getattr(redactor, "_redacting", redactor)
    pipeline = getattr(redacting, "pipeline", None)
    return pipeline if isinstance(pipeline, Pipeline) else None
