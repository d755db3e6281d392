"""Cells of fault, protocol and way in; what became of the spans of one out.

Over 200 lines, because a cell is one run from its exporter to its outcome.
"""

from __future__ import annotations

import io
import itertools
import logging
import os
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import Status, StatusCode, Tracer

from otel_redact import RedactingSpanExporter, RedactingSpanProcessor, RedactionPolicy
from tests.faults.answers import FAULTS, HTTP, PROTOCOLS, Fault
from tests.faults.certificate import make_certificate
from tests.faults.faulty_server import FaultyServer

__all__ = ["CELLS", "LOST", "QUICK", "WAYS", "Cell", "Outcome", "observed", "run", "run_all"]

CANARY = "canary7f3a9c"
MAIL = f"{CANARY}@example.com"
LOST = ("dropped", "export_failed", "queue_full", "shutdown")
"""Outcomes in the counters of spans that were not delivered."""
WAYS = ("worker", "caller", "process", "exporter")
_SPANS = 6
_FILLER = "filler " * 1000
_MAX_ROUNDS = 8
_AT_ONCE = 8
_HELPERS_AT_ONCE = 2
_FOR_A_HELPER = ("none", "down", "stalls forever", "503, Retry-After 60", "closes mid-stream")


@dataclass(frozen=True)
class Cell:
    """One cell of the table."""

    fault: Fault
    protocol: str
    way: str

    def __str__(self) -> str:
        """Return the id of a test."""
        return f"{self.fault.name}-{self.protocol}-{self.way}"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of the spans of a cell.

    Attributes:
        sent: spans that ended.
        arrived: of them, in whole requests; some more than once.
        acknowledged: of them, in requests whose client learnt so.
        counters: the outcomes of spans that were counted, by name.
        healed: whether spans arrived once the server was well; None: it cannot be.
        raw: canaries in the bytes that clients sent.
        slowest: seconds of the longest call that ended a span.
        flush: seconds of the longest ``force_flush``.
    """

    sent: int
    arrived: int
    acknowledged: int
    counters: Mapping[str, int]
    healed: bool | None
    raw: int
    slowest: float
    flush: float

    @property
    def lost(self) -> int:
        """Spans that are counted as not delivered."""
        return sum(self.counters.get(name, 0) for name in LOST)


CELLS = tuple(
    Cell(fault, protocol, way)
    for fault, protocol, way in itertools.product(FAULTS, PROTOCOLS, WAYS)
)


QUICK = tuple(
    cell
    for cell in CELLS
    if cell.way != "process" or (cell.protocol == HTTP and cell.fault.name in _FOR_A_HELPER)
)
"""Without most of those that start a process."""


def run_all(cells: Sequence[Cell]) -> dict[Cell, Future[Outcome]]:
    """Run cells side by side, because most of them wait; return when all have ended."""
    os.environ.pop("REQUESTS_CA_BUNDLE", None)  # `requests` would prefer them to the exporter's own
    os.environ.pop("CURL_CA_BUNDLE", None)
    light = [cell for cell in cells if cell.way != "process"]
    ran: dict[Cell, Future[Outcome]] = {}
    for some, at_once in ((light, _AT_ONCE), (set(cells) - set(light), _HELPERS_AT_ONCE)):
        with ThreadPoolExecutor(at_once) as pool:
            ran |= {cell: pool.submit(run, cell) for cell in some}
    return ran


def run(cell: Cell, policy: RedactionPolicy | None = None) -> Outcome:
    """Send spans through a faulty server, then, where it can be healed, some more."""
    with FaultyServer(cell.protocol, cell.fault) as server:
        way = _Way(cell, _exporter(cell, server), policy or RedactionPolicy(environ={}))
        way.send(_SPANS)
        way.flush()
        healed = _heal(server, way) if cell.fault.heals else None
        way.provider.shutdown()
        everything = server.everything()
    return Outcome(
        sent=way.sent,
        arrived=len(server.arrived),
        acknowledged=len(server.acknowledged),
        counters=way.redacting.counters.spans,
        healed=healed,
        raw=everything.count(CANARY.encode()),
        slowest=way.slowest,
        flush=way.longest_flush,
    )


def _heal(server: FaultyServer, way: _Way) -> bool:
    """Send single spans until one is acknowledged."""
    server.heal()
    before = len(server.acknowledged)
    for _ in range(_MAX_ROUNDS):
        way.send(1)
        way.flush()
        if len(server.acknowledged) > before:
            return True
        time.sleep(0.2)
    return False


class _Way:
    """A provider with redaction in front of an exporter, and what its calls took."""

    def __init__(self, cell: Cell, make: partial[SpanExporter], policy: RedactionPolicy) -> None:
        self.redacting: RedactingSpanProcessor | RedactingSpanExporter
        self.processor: SpanProcessor
        if cell.way == "exporter":
            self.redacting = RedactingSpanExporter(make(), policy=policy)
            self.processor = BatchSpanProcessor(self.redacting, schedule_delay_millis=60_000)
        else:
            self.processor = self.redacting = RedactingSpanProcessor(
                make, policy=policy, redact_in=cell.way, schedule_delay_millis=60_000
            )
        resource = Resource({"service.name": "faults"})
        self.provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self.provider.add_span_processor(self.processor)
        self.sent = 0
        self.slowest = self.longest_flush = 0.0

    def send(self, count: int) -> None:
        tracer = self.provider.get_tracer("faults")
        for _ in range(count):
            self.slowest = max(self.slowest, _end_span(tracer))
        self.sent += count

    def flush(self) -> None:
        before = time.monotonic()
        self.provider.force_flush()
        self.longest_flush = max(self.longest_flush, time.monotonic() - before)


def _end_span(tracer: Tracer) -> float:
    """Record a span with a canary in every kind of place; return the seconds that ending took."""
    span = tracer.start_span(f"chat for {MAIL}")
    span.set_attribute("gen_ai.input.messages", f'[{{"role":"user","content":"I am {MAIL}"}}]')
    span.set_attribute("gen_ai.completion", f"Hello {MAIL}. {_FILLER}")
    span.set_attribute("langsmith.metadata.owner", MAIL)
    span.record_exception(ValueError(f"no such user: {MAIL}"))
    span.set_status(Status(StatusCode.ERROR, f"failed for {MAIL}"))
    before = time.monotonic()
    span.end()
    return time.monotonic() - before


def _exporter(cell: Cell, server: FaultyServer) -> partial[SpanExporter]:
    """Return what makes the SDK's exporter, by a name that a helper process finds."""
    arguments: dict[str, object] = {"endpoint": server.url, "timeout": cell.fault.timeout}
    trusting = cell.fault.client_tls == "trusting"
    if cell.protocol == HTTP:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

        files = {"certificate_file": str(make_certificate().certificate)} if trusting else {}
        return partial(OTLPSpanExporter, **arguments, **files)
    files = {"certificate": str(make_certificate().certificate)} if trusting else {}
    return partial(grpc_exporter, **arguments, **files)


def grpc_exporter(*, endpoint: str, timeout: float, certificate: str | None = None) -> SpanExporter:
    """Return an exporter of one process; credentials cannot be sent to another."""
    import grpc
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter

    credentials = None
    if certificate is not None:
        with open(certificate, "rb") as file:  # noqa: PTH123 - short
            credentials = grpc.ssl_channel_credentials(file.read())
    return OTLPSpanExporter(endpoint=endpoint, timeout=timeout, credentials=credentials)


@contextmanager
def observed() -> Iterator[tuple[io.StringIO, list[str]]]:
    """Keep what is logged, with tracebacks, and the types of what threads raise."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    raised: list[str] = []
    hook = threading.excepthook
    threading.excepthook = lambda args: raised.append(args.exc_type.__name__)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield log, raised
    finally:
        root.removeHandler(handler)
        threading.excepthook = hook
