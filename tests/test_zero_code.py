"""The hook of `OTEL_REDACT_ENABLED`: covers every provider of the process, or blocks it."""

from __future__ import annotations

import logging
import os
import weakref

import pytest
from opentelemetry import _logs, trace
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import SimpleLogRecordProcessor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from otel_redact import ConfigError, binding, bypass, install, zero_code
from otel_redact.install import redacts
from otel_redact.redacted_otlp import RedactedOtlpSpanExporter
from otel_redact.zero_code import pre_instrument
from tests.log_support import WireLogExporter
from tests.support import WireExporter

MAIL = "ann@" + "example.com"


@pytest.fixture(autouse=True)
def process_of_its_own(monkeypatch):
    """Undo what the hook does to the process."""
    monkeypatch.setattr(zero_code, "_guards", [])
    monkeypatch.setattr(bypass, "_warned", set())
    monkeypatch.setattr(binding._tables, "live", weakref.WeakSet())
    monkeypatch.setattr(TracerProvider, "get_tracer", TracerProvider.get_tracer)
    monkeypatch.setattr(LoggerProvider, "get_logger", LoggerProvider.get_logger)


@pytest.fixture
def enabled(monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_ENABLED", "true")


@pytest.fixture
def bad_policy(monkeypatch, enabled):
    monkeypatch.setenv("OTEL_REDACT_ON_ERROR", "kepe")


def make_global(monkeypatch, provider):
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", provider)
    return provider


def provider_with_exporter() -> tuple[TracerProvider, WireExporter]:
    exporter = WireExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider, exporter


def names(provider: trace.TracerProvider, exporter: WireExporter) -> list[str]:
    provider.get_tracer("tests").start_span(f"chat {MAIL}").end()
    return [span.name for span in exporter.spans()]


REDACTED, RAW = ["chat [EMAIL_ADDRESS]"], [f"chat {MAIL}"]


@pytest.mark.parametrize("word", [None, "", " ", "false", "0", "No", " OFF "])
def test_switched_off_it_touches_nothing(word, monkeypatch, caplog):
    if word is not None:
        monkeypatch.setenv("OTEL_REDACT_ENABLED", word)
    get_tracer = TracerProvider.get_tracer

    pre_instrument()

    assert TracerProvider.get_tracer is get_tracer
    assert names(*provider_with_exporter()) == RAW
    assert caplog.records == []


@pytest.mark.parametrize("word", ["true", "1", "YES", " on "])
def test_switched_on_it_covers_the_global_provider(word, monkeypatch, caplog):
    monkeypatch.setenv("OTEL_REDACT_ENABLED", word)
    provider, exporter = provider_with_exporter()
    make_global(monkeypatch, provider)
    in_flight = provider.get_tracer("tests").start_span(f"in flight {MAIL}")

    pre_instrument()
    in_flight.end()

    assert names(provider, exporter) == ["in flight [EMAIL_ADDRESS]", *REDACTED]
    assert redacts(provider)
    assert caplog.records == []


def test_providers_made_later_are_covered_whether_global_or_not(enabled):
    pre_instrument()

    assert names(*provider_with_exporter()) == REDACTED
    assert names(*provider_with_exporter()) == REDACTED


def test_a_subclass_with_a_get_tracer_of_its_own_is_covered(enabled):
    class Theirs(TracerProvider):
        def get_tracer(self, *arguments, **more):
            return super().get_tracer(*arguments, **more)

    pre_instrument()
    exporter = WireExporter()
    provider = Theirs(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))

    assert names(provider, exporter) == REDACTED


def test_a_second_call_changes_nothing(enabled):
    pre_instrument()
    get_tracer = TracerProvider.get_tracer

    pre_instrument()

    assert TracerProvider.get_tracer is get_tracer
    assert get_tracer.__name__ == "get_tracer"


def test_a_policy_of_the_application_takes_over(enabled):
    pre_instrument()
    provider, exporter = provider_with_exporter()
    provider.get_tracer("tests")

    install(provider, policy=zero_code_policy())
    names(provider, exporter)

    assert [span.name for span in exporter.spans()] == ["chat <mail>"]


def zero_code_policy():
    from otel_redact import RedactionPolicy

    return RedactionPolicy(anonymizer=[{"pattern": MAIL, "replace": "<mail>"}], environ={})


def test_a_bad_policy_blocks_what_is_there_and_what_comes_and_says_why_once(
    bad_policy, monkeypatch, caplog
):
    provider, exporter = provider_with_exporter()
    make_global(monkeypatch, provider)
    in_flight = provider.get_tracer("tests").start_span("in flight")

    pre_instrument()
    in_flight.end()

    assert names(provider, exporter) == []
    assert names(*provider_with_exporter()) == []
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info is None
    assert record.getMessage() == (
        "otel_redact: OTEL_REDACT_ENABLED is on, but redaction cannot start, so no spans and no "
        "log records are exported: OTEL_REDACT_ON_ERROR: got 'kepe', expected one of drop_value, "
        "drop_span"
    )


@pytest.mark.parametrize("error", [RuntimeError(MAIL), SystemExit(MAIL), ImportError(MAIL)])
def test_of_a_foreign_exception_only_the_type_is_logged(error, enabled, monkeypatch, caplog):
    def fail():
        raise error

    monkeypatch.setattr(zero_code, "Pipeline", fail)

    pre_instrument()

    assert names(*provider_with_exporter()) == []
    assert caplog.text.rstrip().endswith(f"exported: {type(error).__name__}")
    assert MAIL not in caplog.text


def test_a_provider_without_the_expected_attribute_hands_out_no_recording_tracer(enabled, caplog):
    pre_instrument()
    provider, exporter = provider_with_exporter()
    another = TracerProvider(shutdown_on_exit=False)
    del provider._active_span_processor
    del another._active_span_processor

    spans = [made.get_tracer("tests").start_span("chat") for made in (provider, another)]

    assert [span.is_recording() for span in spans] == [False, False]
    assert exporter.bodies == []
    assert "TracerProvider whose span processor cannot be taken over" in caplog.text
    assert len(caplog.records) == 1


def test_a_global_provider_of_a_foreign_kind_is_blocked_and_named(enabled, monkeypatch, caplog):
    class Foreign(trace.TracerProvider):
        def get_tracer(self, *arguments, **more):
            raise AssertionError

    foreign = make_global(monkeypatch, Foreign())

    pre_instrument()

    assert not foreign.get_tracer("x").start_span("y").is_recording()
    (record,) = caplog.records
    assert "got Foreign, expected an SDK TracerProvider" in record.getMessage()


def test_a_provider_that_cannot_be_loaded_raises_nothing(enabled, monkeypatch, caplog):
    monkeypatch.setenv("OTEL_PYTHON_TRACER_PROVIDER", "no_such_provider")

    pre_instrument()

    assert "no spans are exported: StopIteration" in caplog.text


def test_an_unknown_word_is_on_with_one_warning(monkeypatch, caplog):
    monkeypatch.setattr("otel_redact.setting._warned", set())
    monkeypatch.setenv("OTEL_REDACT_ENABLED", "ture")

    pre_instrument()
    pre_instrument()

    assert names(*provider_with_exporter()) == REDACTED
    (record,) = caplog.records
    assert record.getMessage().startswith("otel_redact: OTEL_REDACT_ENABLED is neither true")
    assert record.getMessage().endswith("; redacting, to be safe")


def make_global_logs(monkeypatch, provider):
    monkeypatch.setattr(_logs._internal, "_LOGGER_PROVIDER", provider)
    return provider


def logger_provider_with_exporter() -> tuple[LoggerProvider, WireLogExporter]:
    exporter = WireLogExporter()
    provider = LoggerProvider(shutdown_on_exit=False)
    provider.add_log_record_processor(SimpleLogRecordProcessor(exporter))
    return provider, exporter


def bodies(provider: _logs.LoggerProvider, exporter: WireLogExporter) -> list[object]:
    provider.get_logger("tests").emit(body=f"chat {MAIL}")
    return exporter.log_bodies()


def test_log_records_of_the_global_provider_are_covered(enabled, monkeypatch, caplog):
    provider, exporter = logger_provider_with_exporter()
    logger = provider.get_logger("made earlier")
    make_global_logs(monkeypatch, provider)

    pre_instrument()
    logger.emit(body=MAIL)

    assert bodies(provider, exporter) == ["[EMAIL_ADDRESS]", *REDACTED]
    assert redacts(provider)
    assert caplog.records == []


def test_logger_providers_made_later_are_covered_whether_global_or_not(enabled):
    pre_instrument()

    assert bodies(*logger_provider_with_exporter()) == REDACTED
    assert bodies(*logger_provider_with_exporter()) == REDACTED


def test_switched_off_log_records_pass_raw():
    pre_instrument()

    assert bodies(*logger_provider_with_exporter()) == RAW


def test_a_bad_policy_blocks_logger_providers_there_and_to_come(bad_policy, monkeypatch, caplog):
    provider, exporter = logger_provider_with_exporter()
    logger = provider.get_logger("made earlier")
    make_global_logs(monkeypatch, provider)

    pre_instrument()
    logger.emit(body=MAIL)

    assert bodies(provider, exporter) == []
    assert bodies(*logger_provider_with_exporter()) == []
    assert len(caplog.records) == 1


def test_a_logger_provider_without_the_expected_attribute_hands_out_no_logger(enabled, caplog):
    pre_instrument()
    provider, exporter = logger_provider_with_exporter()
    del provider._multi_log_record_processor

    provider.get_logger("tests", "1.0").emit(body=MAIL)

    assert exporter.bodies == []
    (record,) = caplog.records
    assert "so no log records are exported: install: got a LoggerProvider" in record.getMessage()


def test_a_global_logger_provider_of_a_foreign_kind_is_blocked_and_named(
    enabled, monkeypatch, caplog
):
    class Foreign(_logs.LoggerProvider):
        def get_logger(self, *arguments, **more):
            raise AssertionError

    foreign = make_global_logs(monkeypatch, Foreign())

    pre_instrument()

    assert isinstance(foreign.get_logger("x"), _logs.NoOpLogger)
    (record,) = caplog.records
    assert "got Foreign, expected an SDK LoggerProvider" in record.getMessage()


def test_a_policy_of_the_application_takes_over_for_logs(enabled):
    pre_instrument()
    provider, exporter = logger_provider_with_exporter()
    provider.get_logger("tests")

    install(provider, policy=zero_code_policy())

    assert bodies(provider, exporter) == ["chat <mail>"]


def test_the_exporter_starts_the_guard_before_it_can_fail(bad_policy, monkeypatch):
    provider, exporter = provider_with_exporter()
    make_global(monkeypatch, provider)

    with pytest.raises(ConfigError, match="kepe"):
        RedactedOtlpSpanExporter()

    assert names(provider, exporter) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_providers_that_a_forked_child_makes_are_covered(enabled, tmp_path):
    pre_instrument()
    child = os.fork()
    if child == 0:
        try:
            (tmp_path / "names").write_text(str(names(*provider_with_exporter())))
        finally:
            os._exit(0)

    os.waitpid(child, 0)

    assert (tmp_path / "names").read_text() == str(REDACTED)
