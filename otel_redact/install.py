"""A provider of spans or log records in; each of its exporters, present and future, gets copies.

Beside `span` and `install_outlet` the only room that touches privates of the SDK's traces: the one
object through which a provider, its tracers and the spans in flight reach their processors.
`zero_code` calls it as well. Longer than 200 lines so that these privates stay in one file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from opentelemetry import trace
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider

from otel_redact import binding
from otel_redact.binding import usage
from otel_redact.bypass import redirect_pending, warn_of_bypasses
from otel_redact.errors import ConfigError
from otel_redact.exporter import RedactingSpanExporter
from otel_redact.install_outlet import MARK
from otel_redact.installation import Installation, installation_of
from otel_redact.pipeline import Pipeline
from otel_redact.processor import RedactingSpanProcessor

if TYPE_CHECKING:
    from opentelemetry._logs import LoggerProvider
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import ReadableSpan, Span

    from otel_redact.policy import RedactionPolicy

__all__ = [
    "Installation",
    "SpanInstallation",
    "block",
    "cover",
    "install",
    "is_of_logs",
    "no_tracer",
    "redacts",
]


class SpanInstallation(Installation):
    """What ``install`` put in front of a tracer provider's processors.

    Thread: ``on_start`` and ``on_end`` run on the application's threads, redaction with them.
    Order: every processor of the provider, earlier or later, sees ended spans as redacted copies
        only. Spans that start are the live ones, which processors may write to.
    """

    def __init__(self, processors: SpanProcessor, pipeline: Pipeline, *, given: bool) -> None:
        """Remember the way to the processors; see ``Installation``."""
        super().__init__(processors, pipeline, given=given)
        self._start, self._end = processors.on_start, processors.on_end
        self._shutdown = processors.shutdown
        self._members: object = None  # the provider's tuple of processors when last looked at

    def _overrides(self) -> dict[str, object]:
        return {
            "on_start": self._on_start,
            "on_end": self._on_end,
            "shutdown": self._on_shutdown,
        }

    def _on_start(self, span: Span, parent_context: Context | None = None) -> None:
        try:
            if self._installed:
                binding.bind(span, parent_context)
                members = getattr(self._processors, "_span_processors", None)
                if members is not self._members:
                    redirect_pending(self._processors, self._on_pending)
                    self._members = members
        except Exception as error:  # noqa: BLE001 - nothing of ours may reach the application
            self.pipeline.counters.failure("on_start", type(error).__name__)
        self._start(span, parent_context=parent_context)

    def _on_end(self, span: ReadableSpan) -> None:
        if not self._installed:
            self._end(span)
            return
        if usage.begun and not self._carried(span):
            return
        for redacted in self.pipeline.redact_batch((span,)):
            self._end(redacted)

    def _on_pending(self, end: Callable[[ReadableSpan], None], span: ReadableSpan) -> None:
        if not self._installed:
            end(span)
        elif not usage.begun:  # else nothing tells by which policy this copy goes: it is left out
            for redacted in self.pipeline.redact_batch((span,)):
                end(redacted)

    def _carried(self, span: ReadableSpan) -> bool:
        try:
            return binding.carry(span)
        except Exception as error:  # noqa: BLE001 - fail closed: its own policy is not known
            self.pipeline.counters.failure("on_end", type(error).__name__)
            self.pipeline.counters.span("dropped")
            return False

    def _on_shutdown(self) -> None:
        binding.unregister_live(self)
        self._shutdown()


def install(
    provider: TracerProvider | LoggerProvider | None = None,
    *,
    policy: RedactionPolicy | None = None,
) -> Installation:
    """Redact every span or log record of a provider before any of its processors can export it.

    Exporters registered before or after, tracers and loggers made earlier and spans in flight are
    covered. A provider that is covered already stays as it is; one that the environment alone had
    covered takes the given policy.

    Args:
        provider: the SDK's, of spans or of log records, or one that holds it as its
            ``provider``, as Logfire's does; None: the global one of spans, and the global one of
            log records too, where the SDK's is set by now.
        policy: None: from the ``OTEL_REDACT_*`` variables and policy file.

    Returns:
        What was put in front, or was there; its ``uninstall`` takes it away.

    Raises:
        ConfigError: the provider is none of the SDK's (a proxy, as long as none was set), it is
            covered by another given policy, or the policy cannot be settled.

    Example:
        >>> from opentelemetry.sdk.trace import TracerProvider
        >>> provider = TracerProvider()
        >>> install(provider).uninstall()
    """
    if provider is not None:
        return _install(provider, None, policy)
    installation = _install(trace.get_tracer_provider(), None, policy)
    if "opentelemetry.sdk._logs" in sys.modules:  # else there is no provider of it
        from otel_redact.install_logs import global_provider  # noqa: PLC0415 - the SDK's logs: 10 ms

        logs = global_provider()
        if logs is not None:
            installation.put_beside(_install(logs, installation.pipeline, policy))
    return installation


def cover(provider: object, pipeline: Pipeline) -> None:
    """Put a pipeline in front of a provider's processors, unless something stands there already.

    Args:
        provider: the SDK's, of spans or of log records.
        pipeline: redacts; several providers may share one.

    Raises:
        ConfigError: the provider is none of the SDK's.
    """
    kind, processors = _way_to(provider)
    if MARK not in vars(processors):
        kind(processors, pipeline, given=False).put_in_front()


def _install(
    provider: object, pipeline: Pipeline | None, policy: RedactionPolicy | None
) -> Installation:
    """Cover one provider.

    Args:
        provider: the SDK's.
        pipeline: redacts; None: a new one by the policy.
        policy: as for ``install``.

    Raises:
        ConfigError: as ``install``.
    """
    kind, processors = _way_to(provider)
    known = installation_of(processors)
    if known is not None:
        known.adopt(policy)
        return known
    installation = kind(processors, pipeline or Pipeline(policy), given=policy is not None)
    installation.put_in_front()
    warn_of_bypasses()
    return installation


def is_of_logs(provider: object) -> bool:
    """Whether a provider makes loggers, not tracers."""
    return hasattr(type(provider), "get_logger") and not hasattr(type(provider), "get_tracer")


def block(provider: object) -> bool:
    """Let nothing of a provider be exported any more: what should have redacted it has failed.

    Args:
        provider: any, of spans or of log records; one that is none of the SDK's hands out no more
            tracers that record, or loggers that emit.

    Returns:
        Whether the tracers or loggers that it made earlier are silent as well.
    """
    if is_of_logs(provider):
        from otel_redact.install_logs import block_logs  # noqa: PLC0415 - the SDK's logs: 10 ms

        return block_logs(provider)
    processors = getattr(provider, "_active_span_processor", None)
    if hasattr(processors, "__dict__"):
        vars(processors).update(
            {"on_start": _drop, "on_end": _drop, "_on_ending": _drop, MARK: None}
        )
        return True
    if hasattr(provider, "__dict__"):
        vars(provider)["get_tracer"] = no_tracer
    return False


def redacts(provider: object) -> bool:
    """Tell whether all that a provider exports is redacted by this package.

    A dry run counts too: who asks for one asks for raw spans, and for counts of what is in them.

    Args:
        provider: any, of spans or of log records. Of one that is none of the SDK's nothing is
            known, so it does not; nor does a processor of an unknown class, unless it leaves ended
            spans alone.
    """
    if is_of_logs(provider):
        from otel_redact.install_logs import logs_redacted  # noqa: PLC0415 - the SDK's logs: 10 ms

        return logs_redacted(provider)
    processors = getattr(provider, "_active_span_processor", None)
    if installation_of(processors) is not None:
        return True
    members = [
        member
        for member in getattr(processors, "_span_processors", ())
        if getattr(type(member), "on_end", None) is not SpanProcessor.on_end
    ]
    return bool(members) and all(_exports_redacted(member) for member in members)


def no_tracer(*_arguments: object, **_more: object) -> trace.Tracer:
    """Return a tracer whose spans do not record, whatever is asked for."""
    return trace.NoOpTracer()


def _exports_redacted(processor: object) -> bool:
    """Whether a processor is ours, or a batch or simple one that hands spans to our exporter."""
    batch = getattr(processor, "_batch_processor", None)
    exporter = getattr(batch, "_exporter", None) or getattr(processor, "span_exporter", None)
    return isinstance(processor, RedactingSpanProcessor) or isinstance(
        exporter, RedactingSpanExporter
    )


def _drop(*_arguments: object, **_more: object) -> None:
    return None


def _way_to(provider: object) -> tuple[Callable[..., Installation], object]:
    """Return what covers a provider, and the object through which it reaches its processors.

    Raises:
        ConfigError: it has none.
    """
    if is_of_logs(provider):
        from otel_redact import install_logs  # noqa: PLC0415 - the SDK's logs: 10 ms

        return install_logs.LogInstallation, install_logs.log_processors_of(provider)
    return SpanInstallation, _processors_of(provider)


def _processors_of(provider: object) -> SpanProcessor:
    """Return the object through which a tracer provider reaches its processors.

    Raises:
        ConfigError: it has none.
    """
    inner = getattr(provider, "provider", None)
    if not isinstance(provider, TracerProvider) and isinstance(inner, TracerProvider):
        provider = inner  # Logfire's global provider is a proxy that holds the SDK's
    processors: SpanProcessor | None = getattr(provider, "_active_span_processor", None)
    if not isinstance(provider, TracerProvider):
        raise ConfigError(
            f"install: got {type(provider).__name__}, expected an SDK TracerProvider; set one with "
            "opentelemetry.trace.set_tracer_provider first, or pass it"
        )
    if processors is None or not hasattr(processors, "__dict__"):
        raise ConfigError(
            f"install: got a {type(provider).__name__} whose span processor cannot be taken over "
            f"({type(processors).__name__}); use RedactingSpanProcessor or RedactingSpanExporter"
        )
    return processors
