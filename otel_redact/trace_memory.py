"""Which traces had an LLM span, so that error texts elsewhere in the trace are blanked too."""

from __future__ import annotations

import threading
from collections import OrderedDict

from otel_redact.containment import renew_after_fork

__all__ = ["TraceMemory"]

_MAX_TRACES = 65_536


class TraceMemory:
    """A bounded set of trace ids; each remembers whether inputs or outputs were hidden there.

    Thread: safe. After a fork it goes on with what it knew.
    """

    def __init__(self, max_traces: int = _MAX_TRACES) -> None:
        """Remember nothing yet.

        Args:
            max_traces: how many trace ids are kept; the least recently seen go first.
        """
        self._max_traces = max_traces
        self._traces: OrderedDict[int, bool] = OrderedDict()
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Take a new lock; what is known stays."""
        self._lock = threading.RLock()

    def see(self, trace_id: int, *, hidden: bool) -> None:
        """Remember that a trace has an LLM span, and whether its texts were hidden."""
        with self._lock:
            self._traces[trace_id] = self._traces.pop(trace_id, False) or hidden
            while len(self._traces) > self._max_traces:
                self._traces.popitem(last=False)

    def known(self) -> dict[int, bool]:
        """Return everything that is known, as a new dict: trace id → whether texts were hidden."""
        with self._lock:
            return dict(self._traces)

    def get(self, trace_id: int) -> bool | None:
        """Return None for a trace without a known LLM span, else whether texts were hidden."""
        with self._lock:
            return self._traces.get(trace_id)
