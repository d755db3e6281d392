"""What to do in, the memory it took out as JSON on stdout; `resources` starts it, once for each."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["main"]

_MEGABYTE = 1_000_000
_STATUS = Path("/proc/self/status")
_CLEAR_REFS = Path("/proc/self/clear_refs")
_RESET_PEAK = "5"
NO_TIME_LIMIT = 600_000


def main(arguments: list[str]) -> int:
    """Run ``attribute KIND BYTES COUNT TIER copy|redact`` or ``engine TIER``."""
    task, *rest = arguments
    result = _attribute(*rest) if task == "attribute" else _engine(*rest)
    sys.stdout.write(json.dumps(result))
    return 0


def _attribute(kind: str, size: str, count: str, tier: str, what: str) -> dict[str, object]:
    """Return what copying or redacting a span with large attributes adds."""
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    from spans import chat_spans, ended_spans
    from texts import chat_text
    from tiers import policy

    from otel_redact import RedactingSpanExporter

    texts = [chat_text(kind, int(size), seed) for seed in range(int(count))]
    spans = ended_spans([{f"input.value.{index}": text for index, text in enumerate(texts)}])
    used = policy(tier, span_timeout_millis=NO_TIME_LIMIT, cache_bytes=None)
    exporter = RedactingSpanExporter(InMemorySpanExporter(), policy=used)
    exporter.export(chat_spans(1, size=20_480, dirty=True))
    warm = exporter.counters

    def copy() -> object:
        return [text[:-1] for text in texts]

    def redact() -> object:
        return exporter.export(spans)

    added = _added(copy if what == "copy" else redact)
    counted = exporter.counters
    found = sum(counted.findings.values()) - sum(warm.findings.values())
    return {**added, "findings": found, "failures": dict(counted.failures)}


def _engine(tier: str) -> dict[str, object]:
    """Return what importing and the first use add."""
    importlib.import_module("opentelemetry.sdk.trace.export")
    imported = _added(lambda: importlib.import_module("otel_redact"))
    from tiers import policy

    from otel_redact import redact

    def use() -> object:
        used = policy(tier)
        return used, redact({"text": "write to ann@example.com, +1 415 555 2671"}, policy=used)

    return {"import": imported, "first_use": _added(use)}


def _added(function: Callable[[], object]) -> dict[str, float]:
    """Return megabytes that a call adds: at its peak, and while its result is kept."""
    gc.collect()
    _give_back()
    if _CLEAR_REFS.exists():
        _CLEAR_REFS.write_text(_RESET_PEAK, encoding="ascii")
    before = _resident()
    kept = function()
    peak, after = _peak(), _resident()
    del kept
    return {
        "peak_mb": round((peak - before) / _MEGABYTE, 2),
        "kept_mb": round((after - before) / _MEGABYTE, 2),
    }


def _give_back() -> None:
    """Let the C library return what it holds, or the call would be served from that."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _resident() -> int:
    if not _STATUS.exists():
        return _peak()
    return _status("VmRSS")


def _peak() -> int:
    if _STATUS.exists():
        return _status("VmHWM")
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _status(field: str) -> int:
    for line in _STATUS.read_text(encoding="ascii").splitlines():
        name, _, value = line.partition(":")
        if name == field:
            return int(value.split()[0]) * 1024
    raise LookupError(field)


if __name__ == "__main__":
    os.environ.pop("OTEL_REDACT_ENGINE", None)
    sys.exit(main(sys.argv[1:]))
