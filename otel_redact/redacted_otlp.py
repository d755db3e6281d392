"""The exporters `otlp_redacted`: raw spans or log records in, redacted copies out by OTLP.

The SDK loads them by name, from ``OTEL_TRACES_EXPORTER``, ``OTEL_LOGS_EXPORTER`` or from an
``OTEL_CONFIG_FILE``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from opentelemetry import _logs, trace

from otel_redact.bypass import warn_of_bypasses
from otel_redact.errors import ConfigError
from otel_redact.exporter import RedactingSpanExporter
from otel_redact.install_outlet import processors_behind, warn_of_raw
from otel_redact.log_exporter import RedactingLogRecordExporter
from otel_redact.otlp import OtlpOptions, otlp_log_exporter, otlp_span_exporter
from otel_redact.policy import RedactionPolicy
from otel_redact.suggestion import nearest
from otel_redact.zero_code import guard_providers

if TYPE_CHECKING:
    from opentelemetry.sdk._logs import ReadableLogRecord
    from opentelemetry.sdk._logs.export import LogRecordExportResult
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.trace.export import SpanExportResult

__all__ = ["RedactedOtlpLogRecordExporter", "RedactedOtlpSpanExporter"]

_OPTIONS = ("endpoint", "protocol", "headers", "timeout", "compression", "config_file")


class RedactedOtlpSpanExporter(RedactingSpanExporter):
    """Redacts each span, then exports the copies by OTLP.

    * endpoint — ``OTEL_EXPORTER_OTLP_TRACES_ENDPOINT``, ``OTEL_EXPORTER_OTLP_ENDPOINT`` — localhost
    * protocol — ``OTEL_EXPORTER_OTLP_TRACES_PROTOCOL``, ``OTEL_EXPORTER_OTLP_PROTOCOL`` — ``grpc``
    * headers — ``OTEL_EXPORTER_OTLP_TRACES_HEADERS``, ``OTEL_EXPORTER_OTLP_HEADERS`` — none
    * timeout — ``OTEL_EXPORTER_OTLP_TRACES_TIMEOUT``, ``OTEL_EXPORTER_OTLP_TIMEOUT`` — 10 s
    * compression — ``OTEL_EXPORTER_OTLP_TRACES_COMPRESSION``, ``OTEL_EXPORTER_OTLP_COMPRESSION`` —
      none
    * config_file — ``OTEL_REDACT_CONFIG_FILE``, which outranks it — none

    Certificates come from their ``OTEL_EXPORTER_OTLP_*`` variables, the rest of the policy from
    ``OTEL_REDACT_*``. Where ``OTEL_REDACT_ENABLED`` is on, providers are guarded from here on, even
    should the set-up of OpenTelemetry fail later.

    Args:
        options: of these names, and no others.
        endpoint: full URL, for HTTP with ``/v1/traces``.
        protocol: ``"grpc"`` or ``"http/protobuf"``.
        headers: name → value; or a list of ``{"name": …, "value": …}``, as in a configuration file.
        timeout: milliseconds that one export may take.
        compression: ``"gzip"`` or ``"none"``.
        config_file: path of a YAML policy file.

    Raises:
        ConfigError: an unknown or wrong option, or a policy that cannot be settled.

    Example:
        >>> RedactedOtlpSpanExporter(endpont="http://127.0.0.1:4317")
        Traceback (most recent call last):
        otel_redact.errors.ConfigError: otlp_redacted: unknown option 'endpont'; did you mean \
'endpoint'?
    """

    def __init__(self, *, config_file: str | None = None, **options: object) -> None:
        """Check the options, make the OTLP exporter, settle the policy."""
        checked = _start(config_file, options)
        super().__init__(
            otlp_span_exporter(checked), policy=RedactionPolicy(config_file=config_file)
        )
        self._has_looked = False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Redact and export a batch; warn at the first of exporters beside this one that do not."""
        if not self._has_looked:
            self._has_looked = True
            warn_of_raw(processors_behind(trace.get_tracer_provider()), self, "spans")
        return super().export(spans)


class RedactedOtlpLogRecordExporter(RedactingLogRecordExporter):
    """Redacts each log record, then exports the copies by OTLP.

    Arguments, variables and errors are those of ``RedactedOtlpSpanExporter``, with ``LOGS`` where
    it says ``TRACES``, and ``/v1/logs`` for ``/v1/traces``.

    Example:
        >>> RedactedOtlpLogRecordExporter(endpont="http://127.0.0.1:4317")
        Traceback (most recent call last):
        otel_redact.errors.ConfigError: otlp_redacted: unknown option 'endpont'; did you mean \
'endpoint'?
    """

    def __init__(self, *, config_file: str | None = None, **options: object) -> None:
        """Check the options, make the OTLP exporter, settle the policy."""
        checked = _start(config_file, options)
        super().__init__(
            otlp_log_exporter(checked), policy=RedactionPolicy(config_file=config_file)
        )
        self._has_looked = False

    def export(self, batch: Sequence[ReadableLogRecord]) -> LogRecordExportResult:
        """Redact and export a batch; warn at the first of exporters beside this one that do not."""
        if not self._has_looked:
            self._has_looked = True
            warn_of_raw(processors_behind(_logs.get_logger_provider()), self, "log records")
        return super().export(batch)


def _start(config_file: object, given: Mapping[str, object]) -> OtlpOptions:
    """Guard providers, name what bypasses them, and check an exporter's options.

    Raises:
        ConfigError: an unknown or wrong option.
    """
    guard_providers()
    for name in given:
        if name not in _OPTIONS:
            raise ConfigError(f"otlp_redacted: unknown option {name!r}; {_hint(name)}")
    for name in ("endpoint", "config_file", "protocol", "compression"):
        value = config_file if name == "config_file" else given.get(name)
        if value is not None and not isinstance(value, str):
            raise ConfigError(f"{name}: got {type(value).__name__}, expected a text")
    warn_of_bypasses()
    return OtlpOptions(
        protocol=given.get("protocol"),  # type: ignore[arg-type]  # checked above
        endpoint=given.get("endpoint"),  # type: ignore[arg-type]
        headers=_headers(given.get("headers")),
        timeout_millis=given.get("timeout"),  # type: ignore[arg-type]  # checked where it is used
        compression=given.get("compression"),  # type: ignore[arg-type]
    )


def _hint(name: str) -> str:
    near = nearest(name, _OPTIONS)
    if near:
        return f"did you mean {near!r}?"
    return f"expected one of {', '.join(_OPTIONS)}; a policy's settings go into config_file"


def _headers(value: object) -> Mapping[str, str] | None:
    """Return headers by name.

    Raises:
        ConfigError: neither a mapping nor a list of names and values. No value is shown.
    """
    if value is None:
        return None
    pairs: object = value
    if isinstance(value, list) and all(isinstance(item, Mapping) for item in value):
        pairs = {item.get("name"): item.get("value") for item in value}
    if not isinstance(pairs, Mapping) or not all(isinstance(name, str) for name in pairs):
        raise ConfigError(
            f"headers: got {type(value).__name__}, expected a mapping name: value, or a list of "
            "{name: …, value: …}"
        )
    return {name: str(text) for name, text in pairs.items() if text is not None}
