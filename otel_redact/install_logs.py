"""A `LoggerProvider` in; from then on its exporters, present and future, get redacted copies.

`install` and `zero_code` call it for providers of log records. Besides `log_record` the only room
that touches privates of the SDK's logs: the one object through which a provider and its loggers
reach their processors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from opentelemetry._logs import NoOpLogger, get_logger_provider
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs._internal import SynchronousMultiLogRecordProcessor

from otel_redact import binding
from otel_redact.containment import contain
from otel_redact.errors import ConfigError
from otel_redact.install_outlet import MARK
from otel_redact.installation import Installation, installation_of
from otel_redact.log_enrichment import pass_on
from otel_redact.log_exporter import RedactingLogRecordExporter
from otel_redact.log_processor import RedactingLogRecordProcessor
from otel_redact.log_redaction import redact_record

if TYPE_CHECKING:
    from opentelemetry.sdk._logs import LogRecordProcessor, ReadWriteLogRecord

    from otel_redact.pipeline import Pipeline

__all__ = [
    "LogInstallation",
    "block_logs",
    "global_provider",
    "log_processors_of",
    "logs_redacted",
    "no_logger",
]


class LogInstallation(Installation):
    """What ``install`` put in front of a logger provider's processors.

    Thread: ``on_emit`` runs on the application's threads, redaction with it.
    Order: each record is copied and redacted in front of all processors. What one writes to the
        copy, the later ones see, redacted as well (it counts as a record of its own). In front of a
        ``ConcurrentMultiLogRecordProcessor``, or of a class we do not know, all processors share
        the copy, and what one writes is not redacted: wrap the exporter there, too.
    """

    def __init__(self, processors: LogRecordProcessor, pipeline: Pipeline, *, given: bool) -> None:
        """Remember the way to the processors; see ``Installation``."""
        super().__init__(processors, pipeline, given=given)
        self._emit, self._shutdown = processors.on_emit, processors.shutdown
        function = getattr(self._emit, "__func__", None)
        self._is_in_turn = function is SynchronousMultiLogRecordProcessor.on_emit

    def _overrides(self) -> dict[str, object]:
        return {"on_emit": self._on_emit, "shutdown": self._on_shutdown}

    def _on_emit(self, log_record: ReadWriteLogRecord) -> None:
        if not self._installed:
            self._emit(log_record)
            return
        redacted = self._redacted(log_record)
        if redacted is None:
            return
        if self._is_in_turn and not self.pipeline.decisions.dry_run:
            members = self._processors._log_record_processors  # type: ignore[attr-defined]  # noqa: SLF001 - of the class in question
            pass_on(members, redacted, self._redacted, self._lose)
        else:
            self._emit(redacted)

    def _redacted(self, log_record: ReadWriteLogRecord) -> ReadWriteLogRecord | None:
        try:
            if binding.inside():  # logged by a callable of the pipeline, or by this package
                return None
            decisions = binding.context_decisions(log_record.log_record.context)
            return redact_record(self.pipeline, log_record, decisions)
        except BaseException as error:  # noqa: BLE001 - fail closed: this record only
            self._lose(error)
            return None

    def _lose(self, error: BaseException) -> None:
        contain(error)
        self.pipeline.counters.failure("on_emit", type(error).__name__)
        self.pipeline.counters.span("dropped")

    def _on_shutdown(self) -> None:
        binding.unregister_live(self)
        self._shutdown()


def global_provider() -> LoggerProvider | None:
    """Return the global provider of log records, if it is the SDK's."""
    provider = _unwrapped(get_logger_provider())
    return provider if isinstance(provider, LoggerProvider) else None


def log_processors_of(provider: object) -> LogRecordProcessor:
    """Return the object through which a logger provider reaches its processors.

    Raises:
        ConfigError: it is none of the SDK's, or has none.
    """
    provider = _unwrapped(provider)
    processors: LogRecordProcessor | None = getattr(provider, "_multi_log_record_processor", None)
    if not isinstance(provider, LoggerProvider):
        raise ConfigError(
            f"install: got {type(provider).__name__}, expected an SDK LoggerProvider; set one with "
            "opentelemetry._logs.set_logger_provider first, or pass it"
        )
    if processors is None or not hasattr(processors, "__dict__"):
        raise ConfigError(
            f"install: got a {type(provider).__name__} whose log record processor cannot be taken "
            f"over ({type(processors).__name__}); use RedactingLogRecordProcessor or "
            "RedactingLogRecordExporter"
        )
    return processors


def block_logs(provider: object) -> bool:
    """Let nothing of a logger provider be exported any more.

    Args:
        provider: any; one that is none of the SDK's hands out no more loggers that emit.

    Returns:
        Whether the loggers that it made earlier are silent as well.
    """
    processors = getattr(provider, "_multi_log_record_processor", None)
    if hasattr(processors, "__dict__"):
        vars(processors).update({"on_emit": _drop, MARK: None})
        return True
    if hasattr(provider, "__dict__"):
        vars(provider)["get_logger"] = no_logger
    return False


def logs_redacted(provider: object) -> bool:
    """Tell whether all log records that a provider exports are redacted by this package.

    Args:
        provider: any. Of one that is none of the SDK's nothing is known, so they are not; nor does
            a processor of an unknown class redact.
    """
    processors = getattr(provider, "_multi_log_record_processor", None)
    if installation_of(processors) is not None:
        return True
    members = getattr(processors, "_log_record_processors", ())
    return bool(members) and all(_exports_redacted(member) for member in members)


def no_logger(name: str = "", *_arguments: object, **_more: object) -> NoOpLogger:
    """Return a logger that emits nothing, whatever is asked for."""
    return NoOpLogger(name)


def _exports_redacted(processor: object) -> bool:
    """Whether a processor is ours, or a batch or simple one that hands records to our exporter."""
    batch = getattr(processor, "_batch_processor", None)
    exporter = getattr(batch, "_exporter", None) or getattr(processor, "_exporter", None)
    return isinstance(processor, RedactingLogRecordProcessor) or isinstance(
        exporter, RedactingLogRecordExporter
    )


def _drop(*_arguments: object, **_more: object) -> None:
    return None


def _unwrapped(provider: object) -> object:
    """Return the SDK's provider that a proxy, such as Logfire's, holds; else the same."""
    inner = getattr(provider, "provider", None)
    is_proxy = isinstance(inner, LoggerProvider) and not isinstance(provider, LoggerProvider)
    return inner if is_proxy else provider
