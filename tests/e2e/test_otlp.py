"""Spans leave through the processor and the SDK's OTLP exporters for a loopback receiver."""

import contextlib
import json
import socket
import threading
import time

import pytest
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from otel_redact import RedactingSpanProcessor
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.testing import assert_no_leak, find_leaks

PROTOCOLS = ("grpc", "http/protobuf")


@pytest.fixture
def receiver():
    with OtlpReceiver() as listening:
        yield listening


def export_to(receiver, protocol, monkeypatch, variable="OTEL_EXPORTER_OTLP_PROTOCOL"):
    endpoint = receiver.grpc_endpoint if protocol == "grpc" else receiver.http_endpoint
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
    monkeypatch.setenv(variable, protocol)


class ByteCounter:
    """A TCP hop on loopback that passes bytes on and counts those that the client sent."""

    def __init__(self, port: int) -> None:
        self.sent = 0
        self._target = ("127.0.0.1", port)
        self._server = socket.create_server(("127.0.0.1", 0))
        self._sockets = [self._server]
        self._threads = [threading.Thread(target=self._accept)]
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def __enter__(self):
        self._threads[0].start()
        return self

    def __exit__(self, *error: object) -> None:
        for end in self._sockets:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            target = socket.create_connection(self._target)
            self._sockets += [client, target]
            for source, sink, counted in ((client, target, True), (target, client, False)):
                thread = threading.Thread(target=self._pass_on, args=(source, sink, counted))
                self._threads.append(thread)
                thread.start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self.sent += len(data) if counted else 0
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)


def attributes_of(span: Span) -> dict[str, object]:
    return {
        pair.key: getattr(pair.value, pair.value.WhichOneof("value")) for pair in span.attributes
    }


def span_starting_with(receiver: OtlpReceiver, name: str) -> Span:
    (found,) = [span for span in receiver.spans() if span.name.startswith(name)]
    return found


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_no_canary_reaches_the_receiver(protocol, receiver, record_chat, monkeypatch, caplog):
    export_to(receiver, protocol, monkeypatch)

    recorded = record_chat(RedactingSpanProcessor())

    assert receiver.wait_for(recorded.spans)
    assert len(receiver.spans()) == recorded.spans
    assert {span.trace_id.hex() for span in receiver.spans()} == {recorded.trace_id}
    assert_no_leak(receiver.bodies, recorded.canaries)
    assert [text for text in recorded.canaries if text in caplog.text] == []


def test_without_redaction_every_canary_reaches_the_receiver(receiver, record_chat):
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    exporter = OTLPSpanExporter(endpoint=f"{receiver.http_endpoint}/v1/traces")

    recorded = record_chat(SimpleSpanProcessor(exporter))

    found = {leak.canary for leak in find_leaks(receiver.bodies, recorded.canaries)}
    assert [text for i, text in enumerate(recorded.canaries) if i not in found] == []


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_trace_stays_useful(protocol, receiver, record_chat, monkeypatch):
    export_to(receiver, protocol, monkeypatch)

    record_chat(RedactingSpanProcessor())

    assert receiver.wait_for(5)
    attributes = attributes_of(span_starting_with(receiver, "chat gpt-4o-mini"))
    asked = json.loads(attributes["gen_ai.input.messages"])
    answered = json.loads(attributes["gen_ai.output.messages"])
    assert attributes["gen_ai.request.model"] == "gpt-4o-mini"
    assert attributes["gen_ai.response.model"] == "gpt-4o-mini-2024-07-18"
    assert attributes["gen_ai.response.id"] == "chatcmpl-1"
    assert attributes["gen_ai.usage.input_tokens"] == 12
    assert attributes["gen_ai.usage.output_tokens"] == 34
    assert [message["role"] for message in asked] == ["system", "user", "assistant", "user"]
    assert asked[1]["parts"] == [
        {
            "type": "text",
            "content": "first line\nuser: mail [EMAIL_ADDRESS] key [OPENAI_API_KEY] end",
        }
    ]
    assert answered[0]["finish_reason"] == "stop"
    assert json.loads(answered[0]["parts"][1]["arguments"]) == {
        "to": "[EMAIL_ADDRESS]",
        "card": "[CREDIT_CARD]",
    }


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_headers_from_the_environment_are_sent(protocol, receiver, record_chat, monkeypatch):
    export_to(receiver, protocol, monkeypatch)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_HEADERS", "x-api-key=letmein,x-project=chats")

    record_chat(RedactingSpanProcessor())

    assert receiver.wait_for(5)
    assert {headers["x-api-key"] for headers in receiver.headers} == {"letmein"}
    assert {headers["x-project"] for headers in receiver.headers} == {"chats"}


def test_the_variable_for_traces_beats_the_general_one(receiver, record_chat, monkeypatch):
    export_to(receiver, "http/protobuf", monkeypatch, "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")

    record_chat(RedactingSpanProcessor())

    assert receiver.wait_for(5)
    assert {headers["content-type"] for headers in receiver.headers} == {"application/x-protobuf"}


def test_compression_from_the_environment_is_used_over_http(receiver, record_chat, monkeypatch):
    export_to(receiver, "http/protobuf", monkeypatch)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip")

    recorded = record_chat(RedactingSpanProcessor())

    assert receiver.wait_for(5)
    assert {headers["content-encoding"] for headers in receiver.headers} == {"gzip"}
    assert_no_leak(receiver.bodies, recorded.canaries)


def test_compression_from_the_environment_is_used_over_grpc(receiver, record_chat, monkeypatch):
    port = int(receiver.grpc_endpoint.rpartition(":")[2])
    sent = {}
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
    for compression in ("", "gzip"):
        with ByteCounter(port) as hop:
            monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", hop.url)
            if compression:
                monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", compression)

            record_chat(RedactingSpanProcessor())

        sent[compression] = hop.sent

    assert receiver.wait_for(10)
    assert sent["gzip"] < 0.7 * sent[""]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_timeout_from_the_environment_ends_an_export(protocol, record_chat, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        endpoint = f"http://127.0.0.1:{silent.getsockname()[1]}"
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
        processor = RedactingSpanProcessor()
        started = time.monotonic()

        record_chat(processor)

        # The default timeout is 10 s.
        assert 0.5 < time.monotonic() - started < 6


def test_a_policy_from_the_environment_hides(receiver, record_chat, monkeypatch):
    export_to(receiver, "http/protobuf", monkeypatch)
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")

    record_chat(RedactingSpanProcessor())

    assert receiver.wait_for(5)
    attributes = attributes_of(span_starting_with(receiver, "chat gpt-4o-mini"))
    assert "gen_ai.input.messages" not in attributes
    assert "[EMAIL_ADDRESS]" in attributes["gen_ai.output.messages"]
    assert_no_leak(receiver.bodies, ["first line"])
