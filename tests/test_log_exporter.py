"""`RedactingLogRecordExporter`: what it wraps, and what it passes on."""

from __future__ import annotations

import pytest
from opentelemetry.sdk._logs.export import (
    BatchLogRecordProcessor,
    LogRecordExporter,
    SimpleLogRecordProcessor,
)

from otel_redact import ConfigError, RedactingLogRecordExporter, RedactionPolicy
from otel_redact.testing import assert_no_leak
from tests.log_support import WireLogExporter, logger_provider, make_record

MAIL = "ann@" + "example.com"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.mark.parametrize("wrong", [WireLogExporter, object(), None])
def test_the_exporter_wraps_an_exporter_only(wrong):
    with pytest.raises(ConfigError, match="expected a LogRecordExporter instance such as"):
        RedactingLogRecordExporter(wrong)


def test_the_exporter_passes_results_flushes_and_shutdowns_on():
    calls = []

    class Inner(WireLogExporter):
        def export(self, batch):
            super().export(batch)
            return "result"

        def force_flush(self, timeout_millis=30000):
            calls.append(("flush", timeout_millis))
            return False

        def shutdown(self, timeout_millis=1):
            calls.append(("shutdown", timeout_millis))

    exporter = RedactingLogRecordExporter(Inner(), policy=policy())

    assert isinstance(exporter, LogRecordExporter)
    assert exporter.export([make_record("x")]) == "result"
    assert exporter.force_flush(7) is False
    exporter.shutdown(timeout_millis=5)
    assert calls == [("flush", 7), ("shutdown", 5)]


def test_the_exporter_flushes_one_that_cannot():
    class Old:
        def export(self, batch):
            pass

        def shutdown(self):
            pass

    exporter = RedactingLogRecordExporter(Old(), policy=policy())

    assert exporter.force_flush() is True
    exporter.shutdown()


@pytest.mark.parametrize("kind", [SimpleLogRecordProcessor, BatchLogRecordProcessor])
def test_the_exporter_redacts_under_the_sdks_processors(kind):
    inner = WireLogExporter()
    exporter = RedactingLogRecordExporter(inner, policy=policy())
    provider, _ = logger_provider(kind(exporter))

    provider.get_logger("tests").emit(body=MAIL, attributes={MAIL: [MAIL]})
    provider.shutdown()

    assert inner.log_bodies() == ["[EMAIL_ADDRESS]"]
    assert_no_leak(inner.bodies, [MAIL])
    assert exporter.counters.findings == {"EMAIL_ADDRESS": 3}
