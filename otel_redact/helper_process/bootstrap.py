"""The helper's interpreter: how it is started, and the few lines that it runs first."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path

from otel_redact.errors import ConfigError

__all__ = ["check_interpreter", "start_interpreter"]

_PROGRAM = """\
import marshal, os, signal, sys
for name in ("SIGINT", "SIGTERM", "SIGHUP"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
listen, talk = os.dup(0), os.dup(1)
null = os.open(os.devnull, os.O_RDWR)
os.dup2(null, 0)
try:
    os.dup2(2, 1)
except OSError:
    os.dup2(null, 1)
def take(size):
    data = b""
    while len(data) < size:
        more = os.read(listen, size - len(data))
        if not more:
            os._exit(1)
        data += more
    return data
sys.path[:] = marshal.loads(take(int.from_bytes(take(4), "little")))
from otel_redact.helper_process.child import main
main(listen, talk)
"""
_DISABLED = "OTEL_SDK_DISABLED"


def check_interpreter() -> None:
    """Raise where this process cannot start a Python interpreter.

    Raises:
        ConfigError: ``sys.executable`` is unknown, or the frozen application itself.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        raise ConfigError(
            "redact_in='process': sys.executable is no Python interpreter, so no helper can be "
            "started; use redact_in='worker'"
        )


def start_interpreter() -> subprocess.Popen[bytes]:
    """Start a helper; it imports what this process could import, and nothing of its program.

    It gets this process's environment, but for ``OTEL_SDK_DISABLED=true``: whatever is imported
    there, it records no spans of its own. ``-I`` keeps ``PYTHONPATH``, with which
    ``opentelemetry-instrument`` works, from it. It has a session of its own, and ignores the
    signals that end an application: it leaves when its pipe is closed.

    Returns:
        The running process; its pipes are unbuffered.

    Raises:
        OSError: it cannot be started.
    """
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-I", "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env={**os.environ, _DISABLED: "true"},
        start_new_session=True,
    )
    here = str(Path.cwd())
    paths = marshal.dumps([path or here for path in sys.path if isinstance(path, str)])
    try:
        os.write(_descriptor(process), len(paths).to_bytes(4, "little") + paths)
    except OSError:
        process.kill()
        process.communicate()
        raise
    return process


def _descriptor(process: subprocess.Popen[bytes]) -> int:
    return process.stdin.fileno() if process.stdin is not None else -1
