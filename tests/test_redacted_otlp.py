"""The exporter `otlp_redacted`: options by keyword, as a configuration file gives them."""

from importlib.metadata import entry_points

import pytest
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.sdk._logs.export import LogRecordExporter
from opentelemetry.sdk.trace.export import SpanExporter

from otel_redact import ConfigError
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.redacted_otlp import RedactedOtlpLogRecordExporter, RedactedOtlpSpanExporter
from otel_redact.testing import assert_no_leak
from tests.log_support import make_record, records_in
from tests.support import make_span, plain_value

MAIL = "ann@" + "example.com"
PROTOCOLS = ("grpc", "http/protobuf")


@pytest.fixture
def receiver():
    with OtlpReceiver() as listening:
        yield listening


def options(receiver, protocol):
    grpc = protocol == "grpc"
    endpoint = receiver.grpc_endpoint if grpc else f"{receiver.http_endpoint}/v1/traces"
    return {"protocol": protocol, "endpoint": endpoint}


def export(exporter):
    exporter.export([make_span({"gen_ai.prompt": f"I am {MAIL}"}, name=f"chat {MAIL}")])
    exporter.shutdown()


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    "headers",
    [{"X-Team": "chat"}, [{"name": "X-Team", "value": "chat"}, {"name": "x-none", "value": None}]],
    ids=["mapping", "list"],
)
@pytest.mark.parametrize("compression", ["gzip", "none"])
def test_every_option_is_used(protocol, headers, compression, receiver, tmp_path):
    policy = tmp_path / "policy.yaml"
    policy.write_text("hide_inputs: true\n", encoding="utf-8")

    exporter = RedactedOtlpSpanExporter(
        **options(receiver, protocol),
        headers=headers,
        timeout=4000,
        compression=compression,
        config_file=str(policy),
    )
    export(exporter)

    (span,) = receiver.spans()
    assert span.name == "chat [EMAIL_ADDRESS]"
    assert list(span.attributes) == []
    assert receiver.headers[0]["x-team"] == "chat"
    assert receiver.headers[0].get("content-encoding") in (compression, None)
    assert_no_leak(receiver.bodies, [MAIL])


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_without_options_the_environment_says_it(protocol, receiver, monkeypatch):
    base = receiver.grpc_endpoint if protocol == "grpc" else receiver.http_endpoint
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", base)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_HEADERS", "x-team=chat")

    export(RedactedOtlpSpanExporter())

    assert [span.name for span in receiver.spans()] == ["chat [EMAIL_ADDRESS]"]
    assert receiver.headers[0]["x-team"] == "chat"


def test_options_beat_the_environment(receiver, monkeypatch):
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")

    export(RedactedOtlpSpanExporter(**options(receiver, "http/protobuf")))

    assert len(receiver.spans()) == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"endpont": "x"}, r"unknown option 'endpont'; did you mean 'endpoint'\?$"),
        ({"hide_inputs": True}, r"unknown option 'hide_inputs'; .*config_file$"),
        ({"protocol": "http/json"}, "protocol: got 'http/json', expected grpc or http/protobuf"),
        ({"compression": "zip"}, "compression: got 'zip', expected gzip or none"),
        ({"timeout": 0}, "timeout: got 0, expected milliseconds > 0"),
        ({"timeout": "10s"}, "timeout: got str, expected milliseconds > 0"),
        ({"timeout": True}, "timeout: got True, expected milliseconds > 0"),
        ({"headers": "x-key=" + "letmein"}, "headers: got str, expected a mapping"),
        ({"headers": [{"value": "x"}]}, "headers: got list, expected a mapping"),
        ({"endpoint": 4317}, "endpoint: got int, expected a text"),
        ({"protocol": 4317}, "protocol: got int, expected a text"),
        ({"config_file": "/nowhere.yaml"}, r"/nowhere\.yaml: cannot be read"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_wrong_option_is_an_error(wrong, message):
    for kind in (RedactedOtlpSpanExporter, RedactedOtlpLogRecordExporter):
        with pytest.raises(ConfigError, match=message) as raised:
            kind(**wrong)

        assert "letmein" not in str(raised.value)


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("opentelemetry_traces_exporter", "otlp_redacted"),
        ("opentelemetry_logs_exporter", "otlp_redacted"),
        ("opentelemetry_pre_instrument", "otel_redact"),
        ("opentelemetry_environment_variables", "otel_redact"),
    ],
)
def test_entry_points_load(group, name):
    (found,) = entry_points(group=group, name=name)

    loaded = found.load()

    assert loaded.__name__.rpartition(".")[2] in (
        "RedactedOtlpLogRecordExporter",
        "RedactedOtlpSpanExporter",
        "pre_instrument",
        "environment_variables",
    )


def test_the_exporters_are_such_by_class_as_the_sdk_asks():
    assert issubclass(RedactedOtlpSpanExporter, SpanExporter)
    assert issubclass(RedactedOtlpLogRecordExporter, LogRecordExporter)


def export_log(exporter):
    record = make_record(
        {"content": f"I am {MAIL}"}, {"note": MAIL}, event_name="gen_ai.user.message"
    )
    exporter.export([record])
    exporter.shutdown()


def log_records(receiver):
    return records_in([ExportLogsServiceRequest.FromString(body) for body in receiver.log_bodies])


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("compression", ["gzip", "none"])
def test_every_option_is_used_for_log_records(protocol, compression, receiver, tmp_path):
    policy = tmp_path / "policy.yaml"
    policy.write_text("hide_inputs: true\n", encoding="utf-8")
    given = options(receiver, protocol)
    given["endpoint"] = given["endpoint"].replace("/v1/traces", "/v1/logs")

    export_log(
        RedactedOtlpLogRecordExporter(
            **given,
            headers={"X-Team": "chat"},
            timeout=4000,
            compression=compression,
            config_file=str(policy),
        )
    )

    (record,) = log_records(receiver)
    assert (plain_value(record.body), list(record.attributes)) == (None, [])
    assert receiver.headers[0]["x-team"] == "chat"
    assert receiver.headers[0].get("content-encoding") in (compression, None)
    assert_no_leak(receiver.bodies, [MAIL])


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("own", ["", "LOGS_"], ids=["shared variables", "own variables"])
def test_without_options_the_environment_says_it_for_log_records(
    protocol, own, receiver, monkeypatch
):
    grpc = protocol == "grpc"
    base = receiver.grpc_endpoint if grpc else receiver.http_endpoint
    path = "/v1/logs" if own and not grpc else ""
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/json")
    monkeypatch.setenv(f"OTEL_EXPORTER_OTLP_{own}ENDPOINT", base + path)
    monkeypatch.setenv(f"OTEL_EXPORTER_OTLP_{own}PROTOCOL", protocol)
    monkeypatch.setenv(f"OTEL_EXPORTER_OTLP_{own}HEADERS", "x-team=chat")

    export_log(RedactedOtlpLogRecordExporter())

    (record,) = log_records(receiver)
    assert plain_value(record.body) == {"content": "I am [EMAIL_ADDRESS]"}
    assert receiver.headers[0]["x-team"] == "chat"
