"""Bytes in from clients, on to a server or not: the line between both, which keeps every byte."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading

__all__ = ["HOST", "Tap"]

HOST = "127.0.0.1"
CUT_AFTER_BYTES = 20_000
_CHUNK = 8192
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER of no seconds: close() resets the connection
_POLL_SECONDS = 0.05


class Tap:
    """Listen on a free port of 127.0.0.1 from construction until ``close``.

    Args:
        port: of the server behind.
        mode: ``pass``; ``down``: the port is taken, but nobody listens; ``stall``: clients are read
            and get nothing; ``cut``: reset after so many bytes of a client; ``garbage``: clients
            get bytes of no protocol. Assigning another to ``mode`` counts from then on.

    Attributes:
        port: its own.
        received: every byte of every client.
    """

    def __init__(self, port: int, mode: str) -> None:
        self.mode = mode
        self.received = bytearray()
        self._target = port
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._closed = False
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind((HOST, 0))
        self._listener.settimeout(_POLL_SECONDS)
        self.port = self._listener.getsockname()[1]
        if mode != "down":
            self._listen()

    def heal(self) -> None:
        """Pass everything on from now; connections of before are reset."""
        was, self.mode = self.mode, "pass"
        if was == "down":
            self._listen()
        elif was != "pass":
            self.reset()

    def reset(self) -> None:
        """Reset every connection there is."""
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for one in sockets:
            with contextlib.suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                one.shutdown(socket.SHUT_RD)  # wakes the thread that reads it
            one.close()

    def close(self) -> None:
        """Stop listening, end connections and threads."""
        self._closed = True
        for thread in list(self._threads):
            if thread.name == "tap-accept":
                thread.join()
        self.reset()
        for thread in list(self._threads):
            thread.join()
        self._listener.close()

    def _listen(self) -> None:
        self._listener.listen()
        self._start("tap-accept", self._accept)

    def _start(self, name: str, target, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closed:
            try:
                client, _ = self._listener.accept()
            except TimeoutError:
                continue
            client.settimeout(None)
            self._keep(client)
            self._start("tap-client", self._serve, client)

    def _keep(self, one: socket.socket) -> None:
        with self._lock:
            self._sockets.append(one)

    def _serve(self, client: socket.socket) -> None:
        server: socket.socket | None = None
        seen = 0
        with contextlib.suppress(OSError):
            if self.mode in ("pass", "cut"):
                server = socket.create_connection((HOST, self._target))
                self._keep(server)
                self._start("tap-server", _copy, server, client)
            while data := client.recv(_CHUNK):
                with self._lock:
                    self.received += data
                seen += len(data)
                if self.mode == "garbage":
                    client.sendall(b"\x00\xff garbage\r\n\r\n")
                    break
                if self.mode == "cut" and seen > CUT_AFTER_BYTES:
                    self.reset()
                    return
                if server is not None:
                    server.sendall(data)
        for one in (client, server):
            if one is not None:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)


def _copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(_CHUNK):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
