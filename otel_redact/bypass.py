"""Variables in, one warning each out: what they switch on hands raw content past every processor.

`RedactingSpanProcessor`, `install` and the zero-code parts call it when they start.

Source: README files of opentelemetry-util-genai and openinference-instrumentation, 2026-11-23.
"""

from __future__ import annotations

import logging
import os
from types import MappingProxyType

__all__ = ["warn_of_bypasses"]

_logger = logging.getLogger("otel_redact")

_BYPASSES = MappingProxyType(
    {
        "OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK": "a completion hook gets prompts and answers",
        "OPENINFERENCE_BLOB_UPLOADER": "an uploader gets images, audio and documents",
    }
)
_warned: set[str] = set()


def warn_of_bypasses() -> None:
    """Name each such variable once in this process, if it is set; its value is not shown."""
    for variable, what in _BYPASSES.items():
        if variable in _warned or not os.environ.get(variable, "").strip():
            continue
        _warned.add(variable)
        _logger.warning(
            "otel_redact: %s is set: %s before any span processor, and not redacted; unset it, "
            "or trust where it sends them",
            variable,
            what,
        )
