"""The standard OTLP variables in, a second redacting processor and a sentence on its fate out."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from otel_redact import RedactingSpanProcessor

if TYPE_CHECKING:
    from types import TracebackType

    from opentelemetry.sdk.trace import TracerProvider
    from typing_extensions import Self

__all__ = ["Forwarding"]

_ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
_PROTOCOLS = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
_LOGGER = "opentelemetry"  # the exporters, and the batch processor around them


class Forwarding:
    """Send the spans of a provider to the user's own service as well, where a variable names one.

    A context manager around the work. While it is open the exporters' log lines are counted instead
    of printed: the one sentence afterwards says what came of it.

    Args:
        provider: gets a second ``RedactingSpanProcessor()``, which reads the standard variables.
            Without an endpoint variable it gets none, so nothing goes to a default endpoint.

    Attributes:
        sentence: where the spans were sent or that it failed; ``""``: no variable names a service.
    """

    def __init__(self, provider: TracerProvider) -> None:
        self.sentence = ""
        self._endpoint = _first_set(_ENDPOINTS)
        self._protocol = _first_set(_PROTOCOLS) or "grpc"
        self._provider = provider
        self._processor: RedactingSpanProcessor | None = None
        self._errors = _ErrorCounter()

    def __enter__(self) -> Self:
        """Register the processor."""
        if self._endpoint:
            self._processor = RedactingSpanProcessor()
            self._provider.add_span_processor(self._processor)
            logger = logging.getLogger(_LOGGER)
            logger.addHandler(self._errors)
            logger.propagate = False
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Send what is queued and write the sentence."""
        if self._processor is None:
            return
        self._processor.force_flush()
        logger = logging.getLogger(_LOGGER)
        logger.propagate = True
        logger.removeHandler(self._errors)
        where = f"{_shown(self._endpoint)} ({self._protocol})"
        if self._errors.count or self._processor.counters.spans.get("export_failed"):
            self.sentence = f"could not be sent to {where}: does a trace service listen there?"
        else:
            self.sentence = f"also sent, redacted, to {where}"


class _ErrorCounter(logging.Handler):
    """Counts records; their text may quote what a service answered."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the base's signature
        self.count += 1


def _first_set(variables: tuple[str, ...]) -> str:
    given = (os.environ.get(variable, "").strip() for variable in variables)
    return next(filter(None, given), "")


def _shown(endpoint: str) -> str:
    """Return scheme, host and port: the rest of a URL may be a credential."""
    url = urlsplit(endpoint if "://" in endpoint else f"//{endpoint}")
    host = url.netloc.rpartition("@")[2]
    return f"{url.scheme}://{host}" if url.scheme else host
