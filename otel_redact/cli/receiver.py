"""OTLP requests in over loopback HTTP and gRPC, spans and raw bytes out; for demo and tests."""

from __future__ import annotations

import threading
import zlib
from typing import TYPE_CHECKING

from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceResponse
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from otel_redact.cli.loopback import LoopbackHandler, LoopbackServer

if TYPE_CHECKING:
    from types import TracebackType

    from opentelemetry.proto.trace.v1.trace_pb2 import Span
    from typing_extensions import Self

    from otel_redact.cli.grpc_sink import GrpcSink

__all__ = ["OtlpReceiver"]

_SIGNAL_OF_PATH = {"/v1/traces": "traces", "/v1/logs": "logs"}


class OtlpReceiver:
    """Listen on free ports of 127.0.0.1 for OTLP spans (and logs) and keep what arrives.

    A context manager: it listens inside the block. What it received stays readable afterwards.

    Args:
        http: listen for HTTP/protobuf (``POST /v1/traces``, ``POST /v1/logs``).
        grpc: listen for gRPC (the trace and the logs service), without TLS.

    Attributes:
        http_endpoint: ``"http://127.0.0.1:PORT"``; ``""`` while it does not listen.
        grpc_endpoint: likewise, for an insecure channel.
        bodies: each request's bytes as they came, decompressed; spans and logs.
        log_bodies: those of ``bodies`` that are logs.
        headers: each request's headers or gRPC metadata, names in lower case; ordered as
            ``bodies``.

    Example:
        >>> with OtlpReceiver(grpc=False) as receiver:
        ...     receiver.wait_for(0, timeout_seconds=1)
        True
    """

    def __init__(self, *, http: bool = True, grpc: bool = True) -> None:
        self.http_endpoint = ""
        self.grpc_endpoint = ""
        self.bodies: list[bytes] = []
        self.log_bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self._listen_http = http
        self._listen_grpc = grpc
        self._spans: list[Span] = []
        self._arrived = threading.Condition()
        self._http_server: LoopbackServer | None = None
        self._grpc_server: GrpcSink | None = None

    def __repr__(self) -> str:
        """Show counts only: what arrived may be content."""
        return f"OtlpReceiver(requests={len(self.bodies)}, spans={len(self._spans)})"

    def __enter__(self) -> Self:
        """Start listening."""
        if self._listen_http:
            self._http_server = LoopbackServer(_handler_for(self))
            self.http_endpoint = self._http_server.url
        if self._listen_grpc:
            from otel_redact.cli.grpc_sink import GrpcSink  # noqa: PLC0415 - loads grpc

            self._grpc_server = GrpcSink(self.accept)
            self.grpc_endpoint = self._grpc_server.url
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop listening."""
        self.close()

    def close(self) -> None:
        """Stop listening and end every thread; harmless when it does not listen."""
        for server in (self._http_server, self._grpc_server):
            if server is not None:
                server.close()
        self._http_server = self._grpc_server = None
        self.http_endpoint = self.grpc_endpoint = ""

    def spans(self) -> list[Span]:
        """Return the received spans (``opentelemetry.proto.trace.v1.Span``) in a new list."""
        with self._arrived:
            return list(self._spans)

    def wait_for(self, count: int, timeout_seconds: float = 5.0) -> bool:
        """Wait until at least ``count`` spans arrived.

        Args:
            count: spans ≥ 0.
            timeout_seconds: how long to wait at most.

        Returns:
            Whether they arrived in time.
        """
        with self._arrived:
            return self._arrived.wait_for(lambda: len(self._spans) >= count, timeout_seconds)

    def accept(self, signal: str, body: bytes, headers: dict[str, str]) -> bytes:
        """Keep one request and return the serialised answer.

        Thread: the server's; may be called from several at once.

        Args:
            signal: ``"traces"`` or ``"logs"``.
            body: the request, decompressed.
            headers: names in lower case.

        Raises:
            google.protobuf.message.DecodeError: the body is no OTLP; it is kept all the same.
        """
        with self._arrived:
            self.bodies.append(body)
            self.headers.append(headers)
            if signal == "logs":
                self.log_bodies.append(body)
                return bytes(ExportLogsServiceResponse().SerializeToString())
            self._spans.extend(_spans_in(body))
            self._arrived.notify_all()
            return bytes(ExportTraceServiceResponse().SerializeToString())


def _handler_for(receiver: OtlpReceiver) -> type[LoopbackHandler]:
    class Handler(LoopbackHandler):
        def do_POST(self) -> None:  # noqa: N802 - the base's name
            signal = _SIGNAL_OF_PATH.get(self.path)
            if signal is None:
                self.answer(404, b"", "text/plain")
                return
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                body = _decompress(self.read_body(), headers.get("content-encoding", ""))
                response = receiver.accept(signal, body, headers)
            except Exception:  # noqa: BLE001 - whatever is wrong with a body, its sender learns 400
                self.answer(400, b"", "text/plain")
                return
            self.answer(200, response, "application/x-protobuf")

    return Handler


def _decompress(body: bytes, encoding: str) -> bytes:
    match encoding.strip().lower():
        case "" | "identity":
            return body
        case "gzip":
            return zlib.decompress(body, wbits=16 + zlib.MAX_WBITS)
        case "deflate":
            return zlib.decompress(body)
    raise ValueError("content-encoding: expected gzip, deflate or identity")


def _spans_in(body: bytes) -> list[Span]:
    request = ExportTraceServiceRequest.FromString(body)
    return [
        span
        for resource_spans in request.resource_spans
        for scope_spans in resource_spans.scope_spans
        for span in scope_spans.spans
    ]
