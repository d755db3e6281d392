"""`HelperExporter`: ended spans in, over a pipe to a helper process that redacts and sends them."""

from __future__ import annotations

import logging
import marshal
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from otel_redact.binding import bound_decisions, processed
from otel_redact.containment import contain, renew_after_fork
from otel_redact.counters import CounterSnapshot
from otel_redact.helper_process.arguments import check_maker, check_timeout_millis
from otel_redact.helper_process.bootstrap import check_interpreter
from otel_redact.helper_process.connection import Connection, HelperError
from otel_redact.helper_process.settings import HelperSettings, pack_settings
from otel_redact.helper_process.span_frame import Sent, pack
from otel_redact.helper_process.trace_pipeline import TracePipeline, merged, trace_ids

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

    from otel_redact.policy import RedactionPolicy

__all__ = ["HelperExporter"]

_logger = logging.getLogger("otel_redact")

_START_SECONDS = 30.0  # half a second is usual: interpreter, imports, exporter
_MAX_WAIT_SECONDS = 30.0
_ABORT_SECONDS = 5.0  # for a thread to notice that its helper is gone

_Counts: TypeAlias = Mapping[str, int]


class HelperExporter(SpanExporter):
    """Sends spans over a pipe to a helper process, which redacts and exports them.

    The helper starts with the first spans, and again where it died. It gets this process's
    environment and import path, never its program. ``use_policy``'s spans are redacted here.

    Thread: ``export`` runs on the processor's worker thread.
    On error: a helper that does not start, dies, or takes too long costs the spans it had: they are
        counted as dropped, under ``helper:…`` and warned about once; nothing is raised, and no
        raw span goes anywhere else.

    Attributes:
        pipeline: what redacts in this process.
    """

    def __init__(
        self,
        exporter: SpanExporter | Callable[[], SpanExporter] | None = None,
        *,
        policy: RedactionPolicy | None = None,
        export_timeout_millis: float | None = None,
    ) -> None:
        """Settle the policy, and check that all can be sent; nothing is started yet.

        Args:
            exporter: makes the exporter, in the helper; None: OTLP by ``OTEL_EXPORTER_OTLP_*``.
            policy: None: from the ``OTEL_REDACT_*`` variables and policy file.
            export_timeout_millis: milliseconds > 0 until a helper that does not answer is ended;
                None: ``OTEL_BSP_EXPORT_TIMEOUT``, else 30000. A new helper has 30 s at least.

        Raises:
            ConfigError: an exporter that was made already, something that cannot be sent, a policy
                that cannot be settled, or no Python interpreter to start.
        """
        make = check_maker(exporter)
        check_interpreter()
        self._timeout_seconds = check_timeout_millis(export_timeout_millis) / 1000
        self.pipeline = TracePipeline(policy)
        self._settings = self._packed(make)
        self._connection: Connection | None = None
        self._is_shut_down = False
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Leave the helper to the parent process: this one starts its own."""
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self._failures = 0
        self._not_before = 0.0
        self._warned: set[str] = set()
        self._counted = _counts(), _counts()  # by helpers that are gone, by this one
        if self._connection is not None:
            self._connection.abandon()
            self._connection = None

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, here and in every helper up to its last answer, in numbers."""
        own = self.pipeline.counters.snapshot()
        parts = (own.spans, own.findings, own.hidden, own.failures)
        spans, findings, hidden, failures = (
            dict(Counter(mine) + past + latest)
            for mine, past, latest in zip(parts, *self._counted, strict=True)
        )
        return CounterSnapshot(spans=spans, findings=findings, hidden=hidden, failures=failures)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Have the helper redact and export a batch; returns when it has.

        Args:
            spans: ended spans; not changed.

        Returns:
            The exporter's result; FAILURE where the spans are lost.
        """
        if self._pid != os.getpid():
            self.renew()  # a fork that told nobody
        with self._lock:
            try:
                succeeded = self._send(spans)
            except HelperError as error:
                self._lose(spans, str(error))
            except BaseException as error:  # noqa: BLE001 - fail closed: this batch only
                self._lose(spans, type(error).__name__)
                contain(error)
            else:
                return SpanExportResult.SUCCESS if succeeded else SpanExportResult.FAILURE
        return SpanExportResult.FAILURE

    def send_to(self, exporter: Callable[[], SpanExporter]) -> None:
        """Have a new helper make another exporter, for a look at what it would send.

        Raises:
            ConfigError: it cannot be sent to the helper.
        """
        settings = self._packed(exporter)
        with self._lock:
            self._settings = settings
            self._close()

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Return True: nothing waits here."""
        del timeout_millis
        return True

    def shutdown(self, timeout_millis: float = 30000) -> None:
        """Let the helper flush and leave; end it when it does not.

        Args:
            timeout_millis: milliseconds it gets; a batch that is under way then is lost.
        """
        end = time.monotonic() + timeout_millis / 1000
        self._is_shut_down = True
        if not self._lock.acquire(timeout=max(0.0, timeout_millis / 1000)):
            connection = self._connection
            if connection is not None:
                connection.abort()
            if not self._lock.acquire(timeout=_ABORT_SECONDS):
                return
        try:
            if self._connection is not None:
                self._connection.end(max(0.0, end - time.monotonic()))
                self._close()
        finally:
            self._lock.release()

    def _packed(self, make: Callable[[], SpanExporter] | None) -> bytes:
        return pack_settings(
            HelperSettings(
                exporter=make,
                decisions=self.pipeline.decisions,
                timeout_millis=self._timeout_seconds * 1000,
            )
        )

    def _send(self, spans: Sequence[ReadableSpan]) -> bool:
        """Send a batch and take the answer in."""
        if self._is_shut_down:
            raise HelperError("shutdown")
        if self._connection is None and time.monotonic() < self._not_before:
            raise HelperError("waiting")
        sent, copies = self._sent(spans)
        connection, traces = self._connection, self.pipeline.known(trace_ids(copies))
        if connection is None:
            connection, traces = self._connect(), self.pipeline.known()
        answer = connection.ask(pack(sent, traces, self._lose_one), self._timeout_seconds)
        self._failures = 0
        return self._take(answer)

    def _sent(self, spans: Sequence[ReadableSpan]) -> tuple[list[Sent], Sequence[ReadableSpan]]:
        """Redact the spans that a policy is bound to.

        Returns:
            All spans in order, and which of them are redacted copies.
        """
        bound = [bound_decisions(span) is not None for span in spans]
        if not any(bound):
            return [_raw(span) for span in spans], ()
        pairs = list(zip(spans, bound, strict=True))
        self.pipeline.note(span for span, is_bound in pairs if not is_bound)
        copies = self.pipeline.redact_batch([span for span, is_bound in pairs if is_bound])
        done = {id(copy) for copy in copies}
        sent = [
            Sent(span=span, is_redacted=True) if id(span) in done else _raw(span)
            for span in merged(spans, bound, copies)
        ]
        return sent, copies

    def _connect(self) -> Connection:
        """Start a helper and tell it the settings.

        Raises:
            HelperError: it does not start, or cannot do with the settings; says which type of
                exception it met.
        """
        try:
            self._connection = connection = Connection(self._timeout_seconds / 4)
        except OSError as error:
            raise HelperError(f"start {type(error).__name__}") from None
        answer = connection.ask(self._settings, max(self._timeout_seconds, _START_SECONDS))
        said = marshal.loads(answer)  # noqa: S302 - our own child
        if said:
            raise HelperError(f"start {said}")
        return connection

    def _take(self, answer: bytearray) -> bool:
        """Take in what the helper counted and learnt; return whether the export worked."""
        succeeded, traces, *counted = marshal.loads(answer)  # noqa: S302 - our own child
        self._counted = self._counted[0], _counts(counted)
        self.pipeline.learn(traces)
        for name in counted[-1].keys() - self._warned:
            self._warned.add(name)
            _logger.warning(
                "otel_redact: %s failed in the helper process; what it was for was replaced, not "
                "exported raw; further ones are only counted",
                name,
            )
        return bool(succeeded)

    def _lose(self, spans: Sequence[ReadableSpan], reason: str) -> None:
        """Count a batch as lost; wait longer with each helper in a row that fails."""
        counters = self.pipeline.counters
        counters.failure("helper", reason)
        for _ in spans:
            counters.span("dropped")
        self.pipeline.note(span for span in spans if bound_decisions(span) is None)
        if reason in ("waiting", "shutdown"):
            return
        self._close()
        self._failures += 1
        if self._failures > 1:
            wait = min(2.0 ** (self._failures - 2), _MAX_WAIT_SECONDS)
            self._not_before = time.monotonic() + wait

    def _lose_one(self, error: BaseException) -> None:
        self.pipeline.counters.failure("span", type(error).__name__)
        self.pipeline.counters.span("dropped")

    def _close(self) -> None:
        """Forget the helper, but not what it counted."""
        if self._connection is not None:
            self._connection.kill()
            self._connection = None
        totals = [past + latest for past, latest in zip(*self._counted, strict=True)]
        self._counted = totals, _counts()


def _raw(span: ReadableSpan) -> Sent:
    context = span.get_span_context()
    return Sent(span=span, processed=processed(context) if context is not None else 0)


def _counts(given: Sequence[_Counts] | None = None) -> list[Counter[str]]:
    """Return counts of spans, findings, hidden and failures as new objects; None: nothing."""
    return [Counter(one) for one in given or ({}, {}, {}, {})]
