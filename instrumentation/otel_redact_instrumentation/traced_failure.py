"""What a traced function raised in, an error on its span out; counts what recording fails at."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from opentelemetry.trace import Status, StatusCode

from otel_redact.counters import Counters

if TYPE_CHECKING:
    from opentelemetry.trace import Span

__all__ = ["closed", "counters", "record_error"]

counters = Counters()
"""What failed while calls were recorded: ``counters.snapshot().failures``."""


def record_error(span: Span, error: Exception, *, redacted: bool) -> None:
    """Record an error as the SDK does.

    Args:
        span: not ended.
        error: what the function raised.
        redacted: what is exported is redacted. If not, only the error's type is recorded.
    """
    kind = type(error)
    module = kind.__module__
    name = kind.__qualname__ if module == "builtins" else f"{module}.{kind.__qualname__}"
    span.set_attribute("error.type", name)
    status = Status(StatusCode.ERROR)
    if redacted:
        try:
            span.record_exception(error)
            status = Status(StatusCode.ERROR, f"{kind.__name__}: {error}")
        except Exception as failure:  # noqa: BLE001 - users' __str__
            counters.failure("traced.error", type(failure).__name__)
    span.set_status(status)


def closed(result: object) -> str:
    """Close a coroutine that nobody will await; return an error's text."""
    if inspect.iscoroutine(result):
        result.close()
    return f"returned {type(result).__name__}"
