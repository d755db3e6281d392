"""A silent HTTP server on a free port of 127.0.0.1 that ends cleanly; receiver and stub use it."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["HOST", "LoopbackHandler", "LoopbackServer"]

HOST = "127.0.0.1"
_IDLE_SECONDS = 10.0  # a client that stalls cannot keep `close` waiting longer than this
_POLL_SECONDS = 0.02


class LoopbackHandler(BaseHTTPRequestHandler):
    """Answer one request and close the connection; subclasses write ``do_POST``."""

    timeout = _IDLE_SECONDS

    def read_body(self) -> bytes:
        """Return the request's body as it came."""
        return self.rfile.read(int(self.headers.get("content-length") or 0))

    def answer(self, status: int, body: bytes, content_type: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_json(self, status: int, body: object) -> None:
        """Send a whole answer as JSON."""
        self.answer(status, json.dumps(body).encode(), "application/json")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Stay silent: a request line can carry content."""


class LoopbackServer:
    """Serve on a thread from construction until ``close``, which waits for every thread.

    Args:
        handler: class that answers the requests.

    Attributes:
        url: ``"http://127.0.0.1:PORT"``.
    """

    def __init__(self, handler: type[LoopbackHandler]) -> None:
        self._server = ThreadingHTTPServer((HOST, 0), handler)
        self._server.daemon_threads = False  # or server_close would not wait for them
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": _POLL_SECONDS},
            name="otel-redact-loopback",
            daemon=True,
        )
        self._thread.start()
        self.url = f"http://{HOST}:{self._server.server_port}"

    def close(self) -> None:
        """Stop listening, answer what is under way, end the threads."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
