"""Spans leave for a real collector, rotel, which passes them on to a loopback receiver."""

import importlib.util
import os
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from otel_redact import RedactingSpanProcessor
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.testing import assert_no_leak

START_SECONDS = 20


def rotel_agent() -> Path | None:
    spec = importlib.util.find_spec("rotel")
    if spec is None or spec.origin is None:
        return None
    binary = Path(spec.origin).with_name("rotel-agent")
    return binary if binary.is_file() else None


def environment() -> dict[str, str]:
    # The agent embeds the Python of its wheel, whose library the loader may not know. Nor must it
    # ask a proxy for loopback.
    found = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    libraries = [str(sysconfig.get_config_var("LIBDIR")), found.get("LD_LIBRARY_PATH", "")]
    found["LD_LIBRARY_PATH"] = os.pathsep.join(filter(None, libraries))
    return found


def rotel_runs() -> bool:
    agent = rotel_agent()
    if agent is None:
        return False
    command = [str(agent), "--version"]
    return (
        subprocess.run(command, capture_output=True, check=False, env=environment()).returncode == 0
    )


pytestmark = pytest.mark.skipif(
    not rotel_runs(), reason="the rotel package has no binary that runs on this platform"
)


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [listening.getsockname()[1] for listening in sockets]
    for listening in sockets:
        listening.close()
    return ports


def wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "rotel-agent ended before it was ready"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"rotel-agent was not ready within {START_SECONDS} s")


@contextmanager
def running_rotel(receiver: OtlpReceiver, log: Path) -> Iterator[dict[str, str]]:
    """Run the agent; yield its endpoints by OTLP protocol."""
    grpc, http = free_ports(2)
    command = [
        str(rotel_agent()),
        "start",
        *("--otlp-grpc-endpoint", f"127.0.0.1:{grpc}"),
        *("--otlp-http-endpoint", f"127.0.0.1:{http}"),
        *("--exporter", "otlp"),
        *("--otlp-exporter-endpoint", receiver.http_endpoint),
        *("--otlp-exporter-protocol", "http"),
        *("--batch-timeout", "100ms"),
        *("--debug-log", "traces"),
        *("--debug-log-verbosity", "detailed"),
    ]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment(),
            cwd=log.parent,
        )
    try:
        wait_until_open(grpc, process)
        wait_until_open(http, process)
        yield {"grpc": f"http://127.0.0.1:{grpc}", "http/protobuf": f"http://127.0.0.1:{http}"}
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.mark.parametrize("protocol", ["grpc", "http/protobuf"])
def test_no_canary_passes_through_a_collector(protocol, record_chat, monkeypatch, tmp_path):
    log = tmp_path / "rotel.log"
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
    with OtlpReceiver(grpc=False) as receiver, running_rotel(receiver, log) as endpoints:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoints[protocol])

        recorded = record_chat(RedactingSpanProcessor())

        assert receiver.wait_for(recorded.spans, timeout_seconds=15)
    printed = log.read_bytes()
    assert {span.trace_id.hex() for span in receiver.spans()} == {recorded.trace_id}
    assert_no_leak(receiver.bodies, recorded.canaries)
    assert_no_leak(printed, recorded.canaries)
    assert b"gen_ai.input.messages" in printed
    assert b"[OPENAI_API_KEY]" in printed
