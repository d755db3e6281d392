"""Whole programs with a helper process: how they end, and what their helper does then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from otel_redact.cli.receiver import OtlpReceiver
from tests.program import ROOT, run_python


@pytest.fixture
def receiver():
    with OtlpReceiver(grpc=False) as listening:
        yield listening


def wait_until(condition, seconds=30.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


PROGRAM = """\
import os, signal, sys, time
from opentelemetry.sdk.trace import TracerProvider
from otel_redact import RedactingSpanProcessor

print("begins", flush=True)
provider = TracerProvider()
processor = RedactingSpanProcessor(redact_in="process")
provider.add_span_processor(processor)
with provider.get_tracer("t").start_as_current_span("x") as span:
    span.set_attribute("to", "ann@example.com")
"""


def environ(receiver):
    return {
        "OTEL_EXPORTER_OTLP_ENDPOINT": receiver.http_endpoint,
        "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
    }


def test_a_short_program_without_guard_or_shutdown_exports_at_its_end(receiver, tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM)

    done = run_python("-W", "error", "program.py", cwd=tmp_path, environ=environ(receiver))

    assert (done.stdout, done.stderr, done.returncode) == ("begins\n", "", 0)
    assert [span.attributes[0].value.string_value for span in receiver.spans()] == [
        "[EMAIL_ADDRESS]"
    ]


def start(program, receiver, tmp_path):
    """Start a program in a process group of its own, as a shell does."""
    path = [str(ROOT), str(ROOT / "instrumentation")]
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, **environ(receiver), "PYTHONPATH": os.pathsep.join(path)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_ctrl_c_lets_the_application_send_its_last_spans(receiver, tmp_path):
    program = PROGRAM + (
        "processor.force_flush()\n"
        "provider.get_tracer('t').start_span('last').end()\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # none in the background\n"
        "try:\n    print('ready', flush=True)\n    time.sleep(30)\n"
        "except KeyboardInterrupt:\n    provider.shutdown()\n"
    )
    with start(program, receiver, tmp_path) as running:
        assert [running.stdout.readline() for _ in range(2)] == ["begins\n", "ready\n"]
        os.killpg(running.pid, signal.SIGINT)

        assert running.wait(30) == 0

    assert [span.name for span in receiver.spans()] == ["x", "last"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_helper_leaves_when_its_application_is_killed_even_if_a_forked_child_lives_on(
    receiver, tmp_path
):
    program = PROGRAM + (
        "processor.force_flush()\n"
        "pid = processor._redacting._connection._process.pid\n"
        "forked = os.fork()\n"
        "if not forked:\n    time.sleep(30)\n    os._exit(0)\n"
        "print(pid, forked, flush=True)\n"
        "time.sleep(30)\n"
    )
    with start(program, receiver, tmp_path) as running:
        running.stdout.readline()
        helper, forked = map(int, running.stdout.readline().split())
        running.kill()
        try:
            # Nobody reaps it here: gone, or dead and not yet collected.
            wait_until(lambda: not is_running(helper) or _state(helper) == "Z")
            assert is_running(forked)
        finally:
            os.kill(forked, signal.SIGKILL)


def _state(pid):
    status = Path(f"/proc/{pid}/stat")
    return status.read_text().rsplit(")", 1)[1].split()[0] if status.exists() else "Z"
