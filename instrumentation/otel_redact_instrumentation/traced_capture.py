"""A provider in, whether arguments and results are recorded out; `traced_call` asks per call."""

from __future__ import annotations

import logging
import os

__all__ = ["captures"]

_logger = logging.getLogger("otel_redact")

# Source: https://github.com/open-telemetry/opentelemetry-python-genai (util-genai 1.3b0, utils.py;
# 2026-11-23); the flag words are those of the older `true`/`false` form.
_VARIABLE = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"
_CAPTURING = frozenset({"", "true", "1", "yes", "on", "span_only", "span_and_event"})

_warned: set[str] = set()


def captures(provider: object, *, redacted: bool) -> bool:
    """Tell whether content goes onto a span; where nobody said it must not, warn once.

    Args:
        provider: what makes the span.
        redacted: all it exports is redacted. If not, no variable can make content leave raw;
            a variable that says no content holds anyway.
    """
    if os.environ.get(_VARIABLE, "").strip().lower() not in _CAPTURING:
        return False
    kind = type(provider).__name__
    if not redacted and kind not in _warned:
        _warned.add(kind)
        _logger.warning(
            "otel_redact: spans of traced functions carry no arguments, results or error texts, "
            "because not all that the %s exports is redacted; export through "
            "RedactingSpanProcessor only, or call otel_redact.install.install()",
            kind,
        )
    return redacted
