"""OTLP requests in over loopback gRPC, handed as bytes to a function; the receiver uses it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import grpc  # type: ignore[import-untyped] # ships no types

from otel_redact.cli.loopback import HOST

__all__ = ["GrpcSink"]

_WORKERS = 4
_SIGNAL_OF_SERVICE = {
    "opentelemetry.proto.collector.trace.v1.TraceService": "traces",
    "opentelemetry.proto.collector.logs.v1.LogsService": "logs",
}


class GrpcSink:
    """Serve the OTLP trace and logs services on a free port from construction until ``close``.

    Args:
        accept: gets the signal, the request's bytes and its metadata; returns the answer's bytes.

    Attributes:
        url: ``"http://127.0.0.1:PORT"``, for an insecure channel.
    """

    def __init__(self, accept: Callable[[str, bytes, dict[str, str]], bytes]) -> None:
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="otel-redact-grpc")
        self._server = grpc.server(self._pool)
        self._server.add_generic_rpc_handlers(
            [
                grpc.method_handlers_generic_handler(service, {"Export": _handler(accept, signal)})
                for service, signal in _SIGNAL_OF_SERVICE.items()
            ]
        )
        self.url = f"http://{HOST}:{self._server.add_insecure_port(f'{HOST}:0')}"
        self._server.start()

    def close(self) -> None:
        """Stop listening and end the threads."""
        self._server.stop(grace=None).wait()
        self._pool.shutdown(wait=True)


def _handler(
    accept: Callable[[str, bytes, dict[str, str]], bytes], signal: str
) -> grpc.RpcMethodHandler:
    def export(body: bytes, context: grpc.ServicerContext) -> bytes:
        return accept(signal, body, dict(context.invocation_metadata()))

    # Without a deserialiser the function gets the bytes that were on the wire.
    return grpc.unary_unary_rpc_method_handler(export)
