"""An OTLP server that fails as it is told: requests in by gRPC or HTTP, every byte kept.

Over 200 lines, because both protocols share what they keep and how they answer.
"""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import grpc
from google.protobuf.duration_pb2 import Duration
from google.rpc.error_details_pb2 import RetryInfo
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from typing_extensions import Self

from tests.faults.answers import GARBAGE, OK, PROTOCOLS, Answer, Fault
from tests.faults.certificate import make_certificate
from tests.faults.tap import HOST, Tap

__all__ = ["FaultyServer"]

_SERVICE = "opentelemetry.proto.collector.trace.v1.TraceService"
_CODES = {
    400: grpc.StatusCode.INVALID_ARGUMENT,
    429: grpc.StatusCode.RESOURCE_EXHAUSTED,
    500: grpc.StatusCode.INTERNAL,
    503: grpc.StatusCode.UNAVAILABLE,
}
_POLL_SECONDS = 0.02


class FaultyServer:
    """A context manager that listens on a free port of 127.0.0.1 inside the block.

    Args:
        protocol: ``grpc`` or ``http/protobuf``.
        fault: what goes wrong, until ``heal``.

    Attributes:
        url: for an exporter; with the path, for HTTP.
        bodies: of each whole request, decompressed.
        arrived: span ids in whole requests.
        acknowledged: those of them whose client was told.
        statuses: of the answers, in order.
    """

    def __init__(self, protocol: str, fault: Fault) -> None:
        assert protocol in PROTOCOLS
        self.bodies: list[bytes] = []
        self.arrived: set[bytes] = set()
        self.acknowledged: set[bytes] = set()
        self.statuses: list[int] = []
        self._protocol = protocol
        self._fault = fault
        self._script = list(fault.script)
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        make = _Grpc if self._protocol == "grpc" else _Http
        self._server = make(self, tls=self._fault.server_tls)
        self._tap = Tap(self._server.port, self._fault.line)
        scheme = "https" if self._fault.client_tls else "http"
        path = "" if self._protocol == "grpc" else "/v1/traces"
        self.url = f"{scheme}://{HOST}:{self._tap.port}{path}"
        return self

    def __exit__(self, *_: object) -> None:
        self._tap.close()
        self._server.close()

    def heal(self) -> None:
        """Answer well from now on."""
        with self._lock:
            self._script = [OK]
        self._tap.heal()

    def everything(self) -> bytes:
        """Return every byte that any client sent, as it came and as it was read."""
        return bytes(self._tap.received) + b"\n".join(self.bodies)

    def times(self) -> set[tuple[int, int]]:
        """Return start and end of the spans that arrived."""
        requests = map(ExportTraceServiceRequest.FromString, self.bodies)
        return {
            (span.start_time_unix_nano, span.end_time_unix_nano)
            for request in requests
            for span in _spans(request)
        }

    def take(self, body: bytes) -> tuple[Answer, bytes]:
        """Keep a request; return what to answer and with which message."""
        request = ExportTraceServiceRequest.FromString(body)
        ids = {span.span_id for span in _spans(request)}
        with self._lock:
            answer = self._script.pop(0) if len(self._script) > 1 else self._script[0]
            self.bodies.append(body)
            self.statuses.append(answer.status)
            self.arrived |= ids
        time.sleep(answer.delay)
        if answer.is_lost:
            self._tap.reset()
        with self._lock:
            if answer.acknowledges(self._protocol):
                self.acknowledged |= ids
        message = ExportTraceServiceResponse()
        if answer.rejected:
            message.partial_success.rejected_spans = answer.rejected
            message.partial_success.error_message = "these we did not like"
        return answer, GARBAGE if answer.garbage else message.SerializeToString()


class _Grpc:
    def __init__(self, owner: FaultyServer, *, tls: bool) -> None:
        def export(body: bytes, context: grpc.ServicerContext) -> bytes:
            answer, message = owner.take(body)
            if answer.retry_after is not None:
                delay = Duration(seconds=int(answer.retry_after))
                packed = RetryInfo(retry_delay=delay).SerializeToString()
                context.set_trailing_metadata((("google.rpc.retryinfo-bin", packed),))
            if answer.status != 200:
                context.abort(_CODES[answer.status], _echo(body))
            return message

        self._pool = ThreadPoolExecutor(2)
        self._server = grpc.server(self._pool)
        handlers = {"Export": grpc.unary_unary_rpc_method_handler(export)}
        handler = grpc.method_handlers_generic_handler(_SERVICE, handlers)
        self._server.add_generic_rpc_handlers([handler])
        address = f"{HOST}:0"
        if tls:
            files = make_certificate()
            pair = (files.key.read_bytes(), files.certificate.read_bytes())
            credentials = grpc.ssl_server_credentials([pair])
            self.port = self._server.add_secure_port(address, credentials)
        else:
            self.port = self._server.add_insecure_port(address)
        self._server.start()

    def close(self) -> None:
        self._server.stop(grace=None).wait()
        self._pool.shutdown()


class _Http:
    def __init__(self, owner: FaultyServer, *, tls: bool) -> None:
        class Handler(_Handler):
            server_of_spans = owner

        self._server = _QuietServer((HOST, 0), Handler)
        self.port = self._server.server_port
        if tls:
            files = make_certificate()
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(files.certificate, files.key)
            # The handshake is the handler's: a client that does none must not stop the others.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_SECONDS,), daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for them

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that breaks off is what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are used again, so that they can become stale
    timeout = 20
    server_of_spans: FaultyServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if self.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        answer, message = self.server_of_spans.take(body)
        if answer.status != 200:
            message = _echo(body).encode()
        self.send_response(answer.status)
        if answer.retry_after is not None:
            self.send_header("retry-after", str(int(answer.retry_after)))
        self.send_header("content-length", str(len(message)))
        self.end_headers()
        self.wfile.write(message)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Stay silent."""


def _spans(request: ExportTraceServiceRequest) -> Iterator[Span]:
    for resource in request.resource_spans:
        for scope in resource.scope_spans:
            yield from scope.spans


def _echo(body: bytes) -> str:
    """Return an error text that quotes the request, as real servers do."""
    return "refused: " + "".join(chr(code) for code in body if 32 <= code < 127)[:500]
