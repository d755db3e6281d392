"""What hands raw content past every processor is named once, when redaction starts."""

import logging
import sys
import types

import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor, bypass, install
from otel_redact.redacted_otlp import RedactedOtlpSpanExporter
from tests.support import WireExporter


@pytest.fixture(autouse=True)
def warned_of_nothing(monkeypatch):
    monkeypatch.setattr(bypass, "_warned", set())


def start_processor():
    RedactingSpanProcessor(WireExporter()).shutdown()


def start_install():
    provider = TracerProvider(shutdown_on_exit=False)
    install(provider).uninstall()


def start_exporter():
    RedactedOtlpSpanExporter().shutdown()


STARTS = [start_processor, start_install, start_exporter]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(
    "variable", ["OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK", "OPENINFERENCE_BLOB_UPLOADER"]
)
def test_a_bypass_is_named_once_without_its_value(start, variable, monkeypatch, caplog):
    monkeypatch.setenv(variable, "upload-it")

    start()
    start()

    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith(f"otel_redact: {variable} is set: ")
    assert "upload-it" not in caplog.text


@pytest.mark.parametrize(
    ("variable", "switches"),
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_TRACES_EXPORTER=none and OTEL_LOGS_EXPORTER=none"),
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_TRACES_EXPORTER=none"),
        ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "OTEL_LOGS_EXPORTER=none"),
    ],
    ids=["both", "traces", "logs"],
)
@pytest.mark.parametrize("exporter", [None, "", "OTLP"], ids=["unset", "empty", "otlp"])
def test_logfires_own_exporter_is_named_once(variable, switches, exporter, monkeypatch, caplog):
    monkeypatch.setitem(sys.modules, "logfire", types.ModuleType("logfire"))
    monkeypatch.setenv(variable, "http://127.0.0.1:9/upload-it")
    for switch in ("OTEL_TRACES_EXPORTER", "OTEL_LOGS_EXPORTER"):
        monkeypatch.delenv(switch, raising=False)
        if exporter is not None:
            monkeypatch.setenv(switch, exporter)

    start_processor()
    start_processor()

    (record,) = caplog.records
    assert record.getMessage().startswith(f"otel_redact: {variable} is set and logfire is loaded: ")
    assert f"; set {switches} to leave it out" in record.getMessage()
    assert "upload-it" not in caplog.text


@pytest.mark.parametrize(
    ("loaded", "exporter"),
    [(False, ""), (True, "none"), (True, "otlp_redacted")],
    ids=["not loaded", "none", "otlp_redacted"],
)
def test_where_logfire_adds_no_exporter_nothing_is_said(loaded, exporter, monkeypatch, caplog):
    monkeypatch.delitem(sys.modules, "logfire", raising=False)
    if loaded:
        monkeypatch.setitem(sys.modules, "logfire", types.ModuleType("logfire"))
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", exporter)
    monkeypatch.setenv("OTEL_LOGS_EXPORTER", exporter)

    start_processor()

    assert caplog.records == []


def test_install_covers_logfires_own_exporter_so_nothing_is_said(monkeypatch, caplog):
    monkeypatch.setitem(sys.modules, "logfire", types.ModuleType("logfire"))
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")

    start_install()

    assert caplog.records == []


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("value", [None, "", "  "], ids=["unset", "empty", "blank"])
def test_without_a_bypass_nothing_is_said(start, value, monkeypatch, caplog):
    if value is not None:
        monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK", value)

    start()

    assert caplog.records == []
