"""The loopback receiver keeps what the SDK's own OTLP exporters send, and leaves nothing behind."""

from __future__ import annotations

import gzip
import threading
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator

import grpc
import pytest
import requests
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (
    OTLPSpanExporter as GrpcSpanExporter,
)
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import (
    OTLPSpanExporter as HttpSpanExporter,
)
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from otel_redact.cli.receiver import OtlpReceiver


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def receiver() -> Iterator[OtlpReceiver]:
    with OtlpReceiver() as listening:
        yield listening


def two_spans() -> list[ReadableSpan]:
    memory = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(memory))
    tracer = provider.get_tracer("tests")
    tracer.start_span("first", attributes={"gen_ai.prompt": "canary-in-a-prompt"}).end()
    tracer.start_span("second").end()
    return list(memory.get_finished_spans())


def post(url: str, body: bytes, **headers: str) -> int:
    request = urllib.request.Request(url, data=body, headers=headers)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - loopback
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


@pytest.mark.parametrize(
    "compression",
    [Compression.NoCompression, Compression.Gzip, Compression.Deflate],
    ids=["plain", "gzip", "deflate"],
)
def test_http_requests_are_kept_decompressed(
    receiver: OtlpReceiver, compression: Compression
) -> None:
    exporter = HttpSpanExporter(
        f"{receiver.http_endpoint}/v1/traces",
        headers={"x-api-key": "fake"},
        compression=compression,
    )
    spans = two_spans()

    result = exporter.export(spans)
    exporter.shutdown()

    assert result is SpanExportResult.SUCCESS
    assert receiver.wait_for(2, timeout_seconds=5)
    assert [span.name for span in receiver.spans()] == ["first", "second"]
    assert receiver.bodies == [encode_spans(spans).SerializeToString()]
    assert receiver.headers[0]["x-api-key"] == "fake"


@pytest.mark.parametrize("compression", [None, grpc.Compression.Gzip], ids=["plain", "gzip"])
def test_grpc_requests_are_kept_decompressed(
    receiver: OtlpReceiver, compression: grpc.Compression | None
) -> None:
    exporter = GrpcSpanExporter(
        receiver.grpc_endpoint,
        insecure=True,
        headers={"x-api-key": "fake"},
        compression=compression,
    )
    spans = two_spans()

    result = exporter.export(spans)
    exporter.shutdown()

    assert result is SpanExportResult.SUCCESS
    assert receiver.wait_for(2, timeout_seconds=5)
    assert [span.name for span in receiver.spans()] == ["first", "second"]
    assert receiver.bodies == [encode_spans(spans).SerializeToString()]
    assert receiver.headers[0]["x-api-key"] == "fake"


def test_logs_are_kept_as_bodies(receiver: OtlpReceiver) -> None:
    status = post(f"{receiver.http_endpoint}/v1/logs", b"")

    assert status == 200
    assert receiver.log_bodies == [b""]
    assert receiver.spans() == []


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("/v1/metrics", b"", {}, 404),
        ("/", b"", {}, 404),
        ("/v1/traces", b"\xff\xff no protobuf", {}, 400),
        ("/v1/traces", b"not compressed", {"content-encoding": "gzip"}, 400),
        ("/v1/traces", b"", {"content-encoding": "br"}, 400),
        ("/v1/traces", gzip.compress(b""), {"content-encoding": "gzip"}, 200),
        ("/v1/traces", zlib.compress(b""), {"Content-Encoding": "Deflate"}, 200),
    ],
    ids=["metrics", "root", "no OTLP", "no gzip", "unknown encoding", "gzip", "deflate"],
)
def test_a_request_is_answered_by_what_it_is(
    receiver: OtlpReceiver, path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert post(receiver.http_endpoint + path, body, **headers) == status


def test_a_body_that_is_no_otlp_is_still_there_for_a_leak_search(receiver: OtlpReceiver) -> None:
    post(f"{receiver.http_endpoint}/v1/traces", b"\xff\xff canary")

    assert receiver.bodies == [b"\xff\xff canary"]


def test_waiting_for_spans_that_never_come_ends(receiver: OtlpReceiver) -> None:
    assert receiver.wait_for(1, timeout_seconds=0.05) is False


def test_only_what_is_asked_for_listens() -> None:
    with OtlpReceiver(grpc=False) as http_only, OtlpReceiver(http=False) as grpc_only:
        endpoints = (bool(http_only.http_endpoint), bool(http_only.grpc_endpoint))
        others = (bool(grpc_only.http_endpoint), bool(grpc_only.grpc_endpoint))

    assert endpoints == (True, False)
    assert others == (False, True)


def test_closing_ends_every_thread_and_keeps_what_came(capfd: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())
    with OtlpReceiver() as receiver:
        exporters = [
            HttpSpanExporter(f"{receiver.http_endpoint}/v1/traces"),
            GrpcSpanExporter(receiver.grpc_endpoint, insecure=True),
        ]
        for exporter in exporters:
            exporter.export(two_spans())
            exporter.shutdown()
        endpoint = receiver.http_endpoint

    left = [thread for thread in threading.enumerate() if thread not in before]
    assert [thread.name for thread in left if thread.is_alive()] == []
    assert len(receiver.spans()) == 4
    assert receiver.http_endpoint == ""
    with pytest.raises(requests.ConnectionError):
        requests.post(endpoint, timeout=1)
    assert capfd.readouterr() == ("", "")


def test_a_receiver_can_be_closed_twice() -> None:
    with OtlpReceiver() as receiver:
        receiver.close()

    assert receiver.grpc_endpoint == ""


def test_repr_shows_no_content(receiver: OtlpReceiver) -> None:
    post(f"{receiver.http_endpoint}/v1/traces", b"\xff canary")

    assert repr(receiver) == "OtlpReceiver(requests=1, spans=0)"
