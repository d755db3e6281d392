"""A `TracerProvider` in; from then on each of its exporters, present and future, gets copies.

Beside `span` the only room that touches SDK privates: the one object through which a provider,
its tracers and the spans in flight reach their processors. `zero_code` calls it as well.
Longer than 200 lines so that these privates stay in one file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from opentelemetry import trace
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider

from otel_redact import binding
from otel_redact.binding import usage
from otel_redact.bypass import warn_of_bypasses
from otel_redact.errors import ConfigError
from otel_redact.exporter import RedactingSpanExporter
from otel_redact.pipeline import Pipeline
from otel_redact.processor import RedactingSpanProcessor

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import ReadableSpan, Span

    from otel_redact.counters import CounterSnapshot
    from otel_redact.policy import RedactionPolicy

__all__ = ["Installation", "block", "cover", "exports_logs", "install", "redacts"]

_MARK = "_otel_redact_installation"


class Installation:
    """What ``install`` put in front of a provider's processors.

    Thread: ``on_start`` and ``on_end`` run on the application's threads, redaction with them.
    Order: every processor of the provider, earlier or later, sees ended spans as redacted copies
        only. Spans that start are the live ones, which processors may write to.
    On error: a value becomes ``[REDACTED]``, a span that cannot be redacted is left out and
        counted; what a processor raises goes where it went before.
    """

    def __init__(self, processors: SpanProcessor, pipeline: Pipeline, *, given: bool) -> None:
        """Remember the way to the processors.

        Args:
            processors: what a provider hands every span to.
            pipeline: redacts.
            given: whether the caller gave a policy; one from the environment makes way for it.
        """
        self._processors = processors
        self._pipeline = pipeline
        self._given = given
        self._start, self._end = processors.on_start, processors.on_end
        self._shutdown = processors.shutdown
        self._installed = False
        self._before: dict[str, object] = {}

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers."""
        return self._pipeline.counters.snapshot()

    def uninstall(self) -> None:
        """Let the provider's processors see raw spans again; once is enough."""
        self._installed = False
        binding.unregister_live(self)
        members = vars(self._processors)
        for name, ours in self._overrides().items():
            if members.get(name) != ours:
                continue  # somebody has wrapped it since, and ours passes raw spans on
            del members[name]
            if name in self._before:
                members[name] = self._before[name]

    def _put_in_front(self) -> None:
        """Take the place of the processors' methods."""
        members, overrides = vars(self._processors), self._overrides()
        self._before = {name: members[name] for name in overrides if name in members}
        self._installed = True
        # On the instance: tracers and spans in flight hold this very object.
        members.update(overrides)
        binding.register_live(self)

    def _adopt(self, policy: RedactionPolicy) -> None:
        """Redact by another policy from now on.

        Raises:
            ConfigError: a given policy holds already, or this one cannot be settled.
        """
        if self._given:
            raise ConfigError(
                "install: this provider is redacted already; call uninstall() on what install() "
                "returned before you install another policy"
            )
        self._pipeline = Pipeline(policy)
        self._given = True

    def _overrides(self) -> dict[str, object]:
        return {
            "on_start": self._on_start,
            "on_end": self._on_end,
            "shutdown": self._on_shutdown,
            _MARK: self,
        }

    def _on_start(self, span: Span, parent_context: Context | None = None) -> None:
        try:
            if self._installed:
                binding.bind(span, parent_context)
        except Exception as error:  # noqa: BLE001 - nothing of ours may reach the application
            self._pipeline.counters.failure("on_start", type(error).__name__)
        self._start(span, parent_context=parent_context)

    def _on_end(self, span: ReadableSpan) -> None:
        if not self._installed:
            self._end(span)
            return
        if usage.begun and not self._carried(span):
            return
        for redacted in self._pipeline.redact_batch((span,)):
            self._end(redacted)

    def _carried(self, span: ReadableSpan) -> bool:
        try:
            return binding.carry(span)
        except Exception as error:  # noqa: BLE001 - fail closed: its own policy is not known
            self._pipeline.counters.failure("on_end", type(error).__name__)
            self._pipeline.counters.span("dropped")
            return False

    def _on_shutdown(self) -> None:
        binding.unregister_live(self)
        self._shutdown()


def install(
    provider: TracerProvider | None = None, *, policy: RedactionPolicy | None = None
) -> Installation:
    """Redact every span of a provider before any of its processors sees it ended.

    Exporters registered before or after, tracers made earlier and spans in flight are covered. A
    provider that is covered already stays as it is; one that the environment alone had covered
    takes the given policy.

    Args:
        provider: the SDK's; None: the global one.
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
    processors = _processors_of(provider)
    known = vars(processors).get(_MARK)
    if not isinstance(known, Installation):
        known = Installation(processors, Pipeline(policy), given=policy is not None)
        known._put_in_front()  # noqa: SLF001 - the same room
        warn_of_bypasses()
    elif policy is not None:
        known._adopt(policy)  # noqa: SLF001 - the same room
    return known


def cover(provider: object, pipeline: Pipeline) -> None:
    """Put a pipeline in front of a provider's processors, unless something stands there already.

    Args:
        provider: the SDK's.
        pipeline: redacts; several providers may share one.

    Raises:
        ConfigError: the provider is none of the SDK's.
    """
    processors = _processors_of(provider)
    if _MARK not in vars(processors):
        installation = Installation(processors, pipeline, given=False)
        installation._put_in_front()  # noqa: SLF001 - the same room


def block(provider: object) -> bool:
    """Let nothing of a provider be exported any more: what should have redacted it has failed.

    Args:
        provider: any; one that is none of the SDK's hands out no more tracers that record.

    Returns:
        Whether the tracers that it made earlier are silent as well.
    """
    processors = getattr(provider, "_active_span_processor", None)
    if hasattr(processors, "__dict__"):
        vars(processors).update(
            {"on_start": _drop, "on_end": _drop, "_on_ending": _drop, _MARK: None}
        )
        return True
    if hasattr(provider, "__dict__"):
        vars(provider)["get_tracer"] = _no_tracer
    return False


def redacts(provider: object) -> bool:
    """Tell whether all that a provider exports is redacted by this package.

    A dry run counts too: who asks for one asks for raw spans, and for counts of what is in them.

    Args:
        provider: any. Of one that is none of the SDK's nothing is known, so it does not; nor does
            a processor of an unknown class, unless it leaves ended spans alone.
    """
    processors = getattr(provider, "_active_span_processor", None)
    if isinstance(getattr(processors, _MARK, None), Installation):
        return True
    members = [
        member
        for member in getattr(processors, "_span_processors", ())
        if getattr(type(member), "on_end", None) is not SpanProcessor.on_end
    ]
    return bool(members) and all(_exports_redacted(member) for member in members)


def exports_logs(provider: object) -> bool:
    """Tell whether log records of a provider reach a processor.

    Args:
        provider: a logger provider; one that is none of the SDK's exports none, as far as we see.
    """
    processors = getattr(provider, "_multi_log_record_processor", None)
    return processors is not None and getattr(processors, "_log_record_processors", None) != ()


def _exports_redacted(processor: object) -> bool:
    """Whether a processor is ours, or a batch or simple one that hands spans to our exporter."""
    batch = getattr(processor, "_batch_processor", None)
    exporter = getattr(batch, "_exporter", None) or getattr(processor, "span_exporter", None)
    return isinstance(processor, RedactingSpanProcessor) or isinstance(
        exporter, RedactingSpanExporter
    )


def _drop(*_arguments: object, **_more: object) -> None:
    return None


def _no_tracer(*_arguments: object, **_more: object) -> trace.Tracer:
    return trace.NoOpTracer()


def _processors_of(provider: object) -> SpanProcessor:
    """Return the object through which a provider reaches its processors.

    Raises:
        ConfigError: it has none.
    """
    given = trace.get_tracer_provider() if provider is None else provider
    processors: SpanProcessor | None = getattr(given, "_active_span_processor", None)
    if not isinstance(given, TracerProvider):
        raise ConfigError(
            f"install: got {type(given).__name__}, expected an SDK TracerProvider; set one with "
            "opentelemetry.trace.set_tracer_provider first, or pass it"
        )
    if processors is None or not hasattr(processors, "__dict__"):
        raise ConfigError(
            f"install: got a {type(given).__name__} whose span processor cannot be taken over "
            f"({type(processors).__name__}); use RedactingSpanProcessor or RedactingSpanExporter"
        )
    return processors
