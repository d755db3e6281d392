"""`RedactingLogRecordProcessor` on a provider of the SDK."""

from __future__ import annotations

import logging
import os
import time
import warnings
import weakref

import pytest
from opentelemetry import baggage, context
from opentelemetry._logs import SeverityNumber
from opentelemetry.sdk._logs import LoggerProvider, LoggingHandler, LogRecordProcessor
from opentelemetry.sdk._logs.export import LogRecordExporter, LogRecordExportResult

from otel_redact import (
    ConfigError,
    RedactingLogRecordProcessor,
    RedactionPolicy,
    binding,
    use_policy,
)
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.testing import assert_no_leak
from tests.log_support import WireLogExporter, logger_provider, make_record
from tests.support import plain

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.fixture(params=["worker", "caller"])
def redact_in(request):
    return request.param


def provide(redact_in: str = "worker", **arguments: object):
    """Return a provider with our processor in front of a simple one that exports raw records."""
    ours = WireLogExporter()
    arguments = {"policy": policy(), "schedule_delay_millis": 60_000, **arguments}
    processor = RedactingLogRecordProcessor(ours, redact_in=redact_in, **arguments)
    provider, raw = logger_provider(processor)
    return provider, processor, ours, raw


def test_our_exporter_gets_redacted_records_and_the_others_raw_ones(redact_in):
    provider, processor, ours, raw = provide(redact_in)

    provider.get_logger(f"scope {KEY}").emit(
        body={"to": MAIL}, attributes={"a": MAIL}, event_name=f"e {MAIL}", severity_text="INFO"
    )
    provider.force_flush()

    assert ours.log_bodies() == [{"to": "[EMAIL_ADDRESS]"}]
    assert_no_leak(ours.bodies, [MAIL, KEY])
    assert raw.log_bodies() == [{"to": MAIL}]
    assert processor.counters.spans == {"redacted": 1}
    assert processor.counters.findings["EMAIL_ADDRESS"] == 3
    provider.shutdown()


def test_in_worker_mode_nothing_is_redacted_before_the_export():
    provider, processor, ours, _ = provide("worker")

    provider.get_logger("tests").emit(body=MAIL)

    assert processor.counters.spans == {}
    provider.shutdown()
    assert ours.log_bodies() == ["[EMAIL_ADDRESS]"]


def test_in_caller_mode_nothing_raw_waits():
    provider, processor, ours, _ = provide("caller")

    provider.get_logger("tests").emit(body=MAIL, attributes={"a": MAIL})

    (waiting,) = processor._batch._batch_processor._queue
    assert waiting.log_record.body == "[EMAIL_ADDRESS]"
    provider.shutdown()
    assert ours.log_bodies() == ["[EMAIL_ADDRESS]"]


def test_an_exporter_gets_no_context_and_no_exception(redact_in):
    got = []

    class Keep(WireLogExporter):
        def export(self, batch):
            got.extend(batch)

    processor = RedactingLogRecordProcessor(Keep(), policy=policy(), redact_in=redact_in)
    provider, _ = logger_provider(processor)
    token = context.attach(baggage.set_baggage("mail", MAIL))
    record = make_record(MAIL).log_record
    record.exception = ValueError(MAIL)
    try:
        provider.get_logger("tests").emit(record)
    finally:
        context.detach(token)
    provider.shutdown()

    (arrived,) = got
    assert dict(arrived.log_record.context) == {}
    assert getattr(arrived.log_record, "exception", None) is None
    assert type(arrived).__name__ == "ReadableLogRecord"


def test_what_a_processor_behind_ours_writes_is_not_exported_by_ours(redact_in):
    class Stamp(LogRecordProcessor):
        def on_emit(self, log_record):
            log_record.log_record.attributes["late"] = MAIL

        def shutdown(self):
            pass

        def force_flush(self, timeout_millis=30000):
            return True

    ours = WireLogExporter()
    processor = RedactingLogRecordProcessor(ours, policy=policy(), redact_in=redact_in)
    provider, raw = logger_provider(Stamp(), processor, Stamp())

    provider.get_logger("tests").emit(body="x", attributes={"a": 1})
    provider.force_flush()

    assert plain(ours.records()[0].attributes) == {"a": 1, "late": "[EMAIL_ADDRESS]"}
    assert plain(raw.records()[0].attributes) == {"a": 1, "late": MAIL}
    provider.shutdown()


def test_use_policy_holds_for_what_is_emitted_inside(redact_in):
    provider, _, ours, _ = provide(redact_in)
    logger = provider.get_logger("tests")

    logger.emit(body=f"1 {MAIL}")
    with use_policy(RedactionPolicy(anonymizer=[{"pattern": MAIL, "replace": "<m>"}], environ={})):
        logger.emit(body=f"2 {MAIL}")
        inside = context.get_current()
    logger.emit(body=f"3 {MAIL}", context=inside)
    with use_policy(policy(hide_inputs=True)):
        logger.emit(body="4", event_name="gen_ai.user.message")
    provider.force_flush()

    assert ours.log_bodies() == ["1 [EMAIL_ADDRESS]", "2 <m>", "3 <m>", None]
    provider.shutdown()


def test_use_policy_needs_a_live_processor(monkeypatch):
    monkeypatch.setattr(binding._tables, "live", weakref.WeakSet())
    provider, _, _, _ = provide()
    with use_policy(policy()):
        pass
    provider.shutdown()

    with pytest.raises(ConfigError), use_policy(policy()):
        pass


def test_a_full_queue_drops_and_counts_the_oldest():
    provider, processor, ours, _ = provide(max_queue_size=2, max_export_batch_size=2)
    processor._batch._batch_processor._worker_awaken.set = lambda: None  # the worker sleeps on

    for number in range(5):
        provider.get_logger("tests").emit(body=str(number))
    provider.force_flush()

    counted = processor.counters.spans
    assert ours.log_bodies() == ["3", "4"]
    assert counted == {"queue_full": 3, "redacted": 2}


def test_what_is_logged_while_a_pipeline_redacts_is_not_exported(redact_in):
    logger = logging.getLogger("tests.logged_inside")

    def chatty(inputs):
        logger.warning("I got %s", inputs)
        raise LookupError(MAIL)

    provider, processor, ours, _ = provide(redact_in, policy=policy(hide_inputs=chatty))
    handlers = [logger, logging.getLogger("otel_redact")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        handler = LoggingHandler(logger_provider=provider)
    for one in handlers:
        one.addHandler(handler)
    try:
        provider.get_logger("tests").emit(body=MAIL, event_name="gen_ai.user.message")
        provider.force_flush()
    finally:
        for one in handlers:
            one.removeHandler(handler)

    assert ours.log_bodies() == ["[REDACTED]"]
    assert processor.counters.failures == {"hide_inputs:LookupError": 1}
    provider.shutdown()


@pytest.fixture
def handler_of():
    """Attach the SDK's handler of standard logging to a provider."""
    logger = logging.getLogger("tests.standard")
    logger.propagate = False
    added = []

    def attach(provider, formatter=None):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            handler = LoggingHandler(logger_provider=provider)
        handler.setFormatter(formatter)
        logger.addHandler(handler)
        added.append(handler)
        return logger

    yield attach
    for handler in added:
        logger.removeHandler(handler)


def refuse() -> None:
    raise ValueError(f"no key {KEY} for {MAIL}")


def fail(logger: logging.Logger) -> None:
    try:
        refuse()
    except ValueError:
        logger.exception("call for %s failed", MAIL, extra={"customer": MAIL})


def test_standard_logging_with_an_exception_is_anonymized(redact_in, handler_of):
    provider, _, ours, _ = provide(redact_in)

    fail(handler_of(provider))
    provider.force_flush()

    (record,) = ours.records()
    attributes = plain(record.attributes)
    assert record.body.string_value == "call for [EMAIL_ADDRESS] failed"
    assert attributes["customer"] == "[EMAIL_ADDRESS]"
    assert attributes["exception.type"] == "ValueError"
    assert attributes["exception.message"] == "no key [OPENAI_API_KEY] for [EMAIL_ADDRESS]"
    assert "ValueError: no key [OPENAI_API_KEY]" in attributes["exception.stacktrace"]
    assert_no_leak(ours.bodies, [MAIL, KEY])
    provider.shutdown()


def test_in_a_trace_with_hidden_prompts_an_exceptions_texts_are_blanked(redact_in, handler_of):
    provider, _, ours, _ = provide(redact_in, policy=policy(hide_inputs=True, anonymizer=None))
    logger = handler_of(provider, logging.Formatter("%(message)s"))
    record = make_record("ask", event_name="gen_ai.user.message").log_record
    token = context.attach(record.context)
    try:
        provider.get_logger("openai").emit(record)
        fail(logger)
        logger.warning("slow")
    finally:
        context.detach(token)
    provider.force_flush()

    _, failed, slow = ours.records()
    attributes = plain(failed.attributes)
    assert failed.body.string_value == "[REDACTED]"
    assert attributes["exception.message"] == attributes["exception.stacktrace"] == "[REDACTED]"
    assert attributes["exception.type"] == "ValueError"
    assert failed.severity_number == SeverityNumber.ERROR.value
    assert slow.body.string_value == "slow"
    assert b"no key" not in ours.bodies[0]
    provider.shutdown()


@pytest.mark.parametrize("protocol", ["grpc", "http/protobuf"])
@pytest.mark.parametrize("signal", ["", "LOGS_"])
def test_without_an_exporter_records_go_by_otlp_as_the_environment_says(
    protocol, signal, monkeypatch
):
    with OtlpReceiver() as receiver:
        grpc = protocol == "grpc"
        base = receiver.grpc_endpoint if grpc else receiver.http_endpoint
        path = "/v1/logs" if signal and not grpc else ""
        monkeypatch.setenv(f"OTEL_EXPORTER_OTLP_{signal}PROTOCOL", protocol)
        monkeypatch.setenv(f"OTEL_EXPORTER_OTLP_{signal}ENDPOINT", base + path)
        provider = LoggerProvider(shutdown_on_exit=False)
        provider.add_log_record_processor(RedactingLogRecordProcessor(policy=policy()))

        provider.get_logger("tests").emit(body=f"I am {MAIL}")
        provider.shutdown()

    assert len(receiver.log_bodies) == 1
    assert b"I am [EMAIL_ADDRESS]" in receiver.log_bodies[0]
    assert_no_leak(receiver.bodies, [MAIL])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"exporter": WireLogExporter, "redact_in": "proces"}, "redact_in: got 'proces'"),
        (
            {"exporter": WireLogExporter, "redact_in": "process"},
            r"redact_in: got 'process', expected 'worker' or 'caller' \(a helper process redacts",
        ),
        ({"exporter": "otlp"}, "exporter: got str, expected a LogRecordExporter such as"),
        ({"exporter": WireLogExporter, "policy": "strict"}, "policy: got str"),
    ],
    ids=["word", "process", "exporter", "policy"],
)
def test_a_wrong_argument_is_an_error(arguments, message):
    with pytest.raises(ConfigError, match=message):
        RedactingLogRecordProcessor(**arguments)


def test_a_wrong_protocol_is_an_error(monkeypatch):
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "http/json")

    with pytest.raises(ConfigError, match="OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: got 'http/json'"):
        RedactingLogRecordProcessor(policy=policy())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_child_exports_its_own_records(tmp_path):
    provider, _, ours, _ = provide("worker")
    provider.get_logger("tests").emit(body=f"parent {MAIL}")
    child = os.fork()
    if child == 0:
        try:
            provider.get_logger("tests").emit(body=f"child {MAIL}")
            provider.force_flush()
            (tmp_path / "bodies").write_text(str(ours.log_bodies()))
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    provider.shutdown()

    assert (tmp_path / "bodies").read_text() == "['child [EMAIL_ADDRESS]']"
    assert ours.log_bodies() == ["parent [EMAIL_ADDRESS]"]


class Failing(LogRecordExporter):
    """Raises what would end the SDK's worker thread."""

    def export(self, batch):
        raise SystemExit(3)

    def shutdown(self):
        pass

    def force_flush(self, timeout_millis=30000):
        time.sleep(2)
        return True


@pytest.mark.parametrize("redact_in", ["worker", "caller"])
def test_records_that_an_exporter_does_not_deliver_are_counted(redact_in):
    processor = RedactingLogRecordProcessor(
        Failing(), policy=RedactionPolicy(environ={}), redact_in=redact_in
    )
    provider = LoggerProvider(shutdown_on_exit=False)
    provider.add_log_record_processor(processor)
    for _ in range(3):
        provider.get_logger("t").emit(body="to ann@example.com")

    processor.force_flush()
    provider.get_logger("t").emit(body="late")
    processor.shutdown()
    provider.get_logger("t").emit(body="too late")

    counted = processor.counters
    assert counted.spans["export_failed"] == 4
    assert counted.spans["shutdown"] == 1
    assert counted.failures == {"exporter:SystemExit": 2}


class Hanging(Failing):
    """Answers late."""

    def export(self, batch):
        time.sleep(3)
        return LogRecordExportResult.SUCCESS


def test_a_flush_waits_no_longer_than_asked():
    processor = RedactingLogRecordProcessor(Hanging(), policy=RedactionPolicy(environ={}))
    provider = LoggerProvider(shutdown_on_exit=False)
    provider.add_log_record_processor(processor)
    provider.get_logger("t").emit(body="x")
    begun = time.monotonic()

    assert processor.force_flush(100) is False
    assert time.monotonic() - begun < 2
    processor.shutdown(100)
