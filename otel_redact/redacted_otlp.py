"""The exporter `otlp_redacted`: raw spans in, redacted copies out by OTLP.

The SDK loads it by name, from ``OTEL_TRACES_EXPORTER`` or from an ``OTEL_CONFIG_FILE``.
"""

from __future__ import annotations

from collections.abc import Mapping

from otel_redact.bypass import warn_of_bypasses
from otel_redact.errors import ConfigError
from otel_redact.exporter import RedactingSpanExporter
from otel_redact.otlp import otlp_span_exporter
from otel_redact.policy import RedactionPolicy
from otel_redact.suggestion import nearest
from otel_redact.zero_code import guard_providers

__all__ = ["RedactedOtlpSpanExporter"]

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
        endpoint: full URL, for HTTP with ``/v1/traces``.
        protocol: ``"grpc"`` or ``"http/protobuf"``.
        headers: name → value; or a list of ``{"name": …, "value": …}``, as in a configuration file.
        timeout: milliseconds that one export may take.
        compression: ``"gzip"`` or ``"none"``.
        config_file: path of a YAML policy file.
        unknown: there are no other options.

    Raises:
        ConfigError: an unknown or wrong option, or a policy that cannot be settled.

    Example:
        >>> RedactedOtlpSpanExporter(endpont="http://127.0.0.1:4317")
        Traceback (most recent call last):
        otel_redact.errors.ConfigError: otlp_redacted: unknown option 'endpont'; did you mean \
'endpoint'?
    """

    def __init__(
        self,
        *,
        endpoint: str | None = None,
        protocol: str | None = None,
        headers: object = None,
        timeout: float | None = None,
        compression: str | None = None,
        config_file: str | None = None,
        **unknown: object,
    ) -> None:
        """Check the options, make the OTLP exporter, settle the policy."""
        guard_providers()
        for name in unknown:
            raise ConfigError(f"otlp_redacted: unknown option {name!r}; {_hint(name)}")
        texts = {"endpoint": endpoint, "config_file": config_file}
        for name, value in texts.items():
            if value is not None and not isinstance(value, str):
                raise ConfigError(f"{name}: got {type(value).__name__}, expected a text")
        exporter = otlp_span_exporter(
            protocol=protocol,
            endpoint=endpoint,
            headers=_headers(headers),
            timeout_millis=timeout,
            compression=compression,
        )
        super().__init__(exporter, policy=RedactionPolicy(config_file=config_file))
        warn_of_bypasses()


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
