"""The client's methods in, which of them another instrumentation has wrapped out.

Two of them would record each call twice. Which one starts first is not ours to say, so the
instrumentor asks when it starts, and once more at the first call.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Collection

__all__ = ["other_instrumentation", "warn_of_other"]

_logger = logging.getLogger("otel_redact")
_METHODS = (  # what other instrumentations of the client wrap
    ("openai", "OpenAI", "request"),
    ("openai.resources.chat.completions", "Completions", "create"),
    ("openai.resources.responses", "Responses", "create"),
)


def other_instrumentation(ours: Collection[object] = ()) -> str:
    """Return which method of the client is wrapped by somebody else, or ``""``.

    Args:
        ours: wrappers that are not counted.
    """
    import wrapt  # noqa: PLC0415 - 45 ms

    for module, owner, name in _METHODS:
        try:
            found = vars(getattr(importlib.import_module(module), owner)).get(name)
        except (ImportError, AttributeError):  # an older client
            continue
        if isinstance(found, wrapt.FunctionWrapper) and not any(found is one for one in ours):
            return f"{module}.{owner}.{name}"
    return ""


def warn_of_other(method: str) -> None:
    """Say that the instrumentor stays away, and why."""
    _logger.warning(
        "otel_redact: OpenAIInstrumentor does nothing: %s is wrapped already; uninstrument "
        "the other OpenAI instrumentation to have redaction built in",
        method,
    )
