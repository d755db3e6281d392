"""Prints N loopback ports that were free a moment ago, in one line: `free_ports.py N`."""

import socket
import sys

sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for free in sockets:
    free.bind(("127.0.0.1", 0))
sys.stdout.write(" ".join(str(free.getsockname()[1]) for free in sockets) + "\n")
for free in sockets:
    free.close()
