"""What hands raw content past every processor is named once, when redaction starts."""

import logging

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


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("value", [None, "", "  "], ids=["unset", "empty", "blank"])
def test_without_a_bypass_nothing_is_said(start, value, monkeypatch, caplog):
    if value is not None:
        monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK", value)

    start()

    assert caplog.records == []
