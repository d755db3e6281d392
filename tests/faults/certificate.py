"""A certificate for 127.0.0.1, signed by itself, made anew by each run."""

from __future__ import annotations

import atexit
import functools
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Certificate", "make_certificate"]


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """Two PEM files."""

    certificate: Path
    key: Path


@functools.cache
def make_certificate() -> Certificate:
    """Return a certificate; the same one in this process."""
    openssl = shutil.which("openssl")
    assert openssl, "the faults of TLS need the openssl command"
    folder = Path(tempfile.mkdtemp(prefix="otel-redact-tls-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = Certificate(certificate=folder / "certificate.pem", key=folder / "key.pem")
    command = f"{openssl} req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(made.key), "-out", str(made.certificate)]
    subprocess.run([*command.split(), *names, *files], check=True, capture_output=True)
    return made
