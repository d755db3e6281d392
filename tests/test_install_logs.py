"""`install` on logger providers: every exporter, earlier or later, gets redacted copies only."""

from __future__ import annotations

import logging
import threading
import warnings
import weakref

import pytest
from opentelemetry.sdk._logs import LoggerProvider, LoggingHandler, LogRecordProcessor
from opentelemetry.sdk._logs._internal import (
    ConcurrentMultiLogRecordProcessor,
    SynchronousMultiLogRecordProcessor,
)
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor, SimpleLogRecordProcessor

from otel_redact import (
    ConfigError,
    Installation,
    RedactingLogRecordExporter,
    RedactingLogRecordProcessor,
    RedactionPolicy,
    binding,
    install,
    use_policy,
)
from otel_redact.install import redacts
from otel_redact.testing import assert_no_leak, find_leaks
from tests.log_support import WireLogExporter, make_record
from tests.support import plain

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"
CANARIES = [MAIL, KEY]


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.fixture(params=[SynchronousMultiLogRecordProcessor, ConcurrentMultiLogRecordProcessor])
def provider(request):
    made = LoggerProvider(multi_log_record_processor=request.param(), shutdown_on_exit=False)
    yield made
    made.shutdown()


def add_exporter(provider: LoggerProvider, kind: type = SimpleLogRecordProcessor):
    exporter = WireLogExporter()
    provider.add_log_record_processor(kind(exporter))
    return exporter


def emit(provider: LoggerProvider, body: object = f"for {MAIL}") -> None:
    provider.get_logger("tests").emit(body=body, attributes={"key": KEY}, event_name=f"e {MAIL}")


def test_exporters_registered_before_and_after_get_redacted_records(provider):
    before = add_exporter(provider)
    batched = add_exporter(provider, BatchLogRecordProcessor)
    install(provider, policy=policy())
    after = add_exporter(provider)

    emit(provider)
    provider.force_flush()

    for exporter in (before, batched, after):
        (record,) = exporter.records()
        assert record.body.string_value == "for [EMAIL_ADDRESS]"
        assert record.event_name == "e [EMAIL_ADDRESS]"
        assert_no_leak(exporter.bodies, CANARIES)


def test_without_install_the_same_records_leak(provider):
    exporter = add_exporter(provider)

    emit(provider)

    assert {leak.canary for leak in find_leaks(exporter.bodies, CANARIES)} == {0, 1}


def test_loggers_made_earlier_are_covered(provider):
    exporter = add_exporter(provider)
    logger = provider.get_logger("made earlier")
    install(provider, policy=policy())

    logger.emit(body=MAIL)

    assert exporter.log_bodies() == ["[EMAIL_ADDRESS]"]


def test_handlers_of_standard_logging_made_earlier_are_covered(provider):
    exporter = add_exporter(provider)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        handler = LoggingHandler(logger_provider=provider)
    logger = logging.getLogger("tests.made_earlier")
    logger.addHandler(handler)
    install(provider, policy=policy())

    logger.warning("for %s", MAIL)
    logger.removeHandler(handler)

    assert exporter.log_bodies() == ["for [EMAIL_ADDRESS]"]


def test_the_applications_record_stays_as_it_was(provider):
    add_exporter(provider)
    install(provider, policy=policy())
    record = make_record({"to": MAIL}, {"a": MAIL}).log_record

    provider.get_logger("tests").emit(record)

    assert (record.body, dict(record.attributes)) == ({"to": MAIL}, {"a": MAIL})


class Stamp(LogRecordProcessor):
    """Writes to each record, and keeps what it saw."""

    def __init__(self) -> None:
        self.seen = []

    def on_emit(self, log_record):
        self.seen.append((log_record.log_record.body, log_record.log_record.context))
        log_record.log_record.attributes["region"] = {"name": "eu"}
        log_record.log_record.body = f"{log_record.log_record.body}!"

    def shutdown(self):
        pass

    def force_flush(self, timeout_millis=30000):
        return True


def test_a_processor_sees_the_redacted_record_and_writes_to_it_for_the_later_ones():
    provider = LoggerProvider(shutdown_on_exit=False)
    stamp = Stamp()
    provider.add_log_record_processor(stamp)
    install(provider, policy=policy())
    exporter = add_exporter(provider)
    record = make_record(MAIL).log_record

    provider.get_logger("tests").emit(record)

    assert stamp.seen == [("[EMAIL_ADDRESS]", record.context)]
    assert exporter.log_bodies() == ["[EMAIL_ADDRESS]!"]
    assert plain(exporter.records()[0].attributes) == {"region": {"name": "eu"}}
    assert record.body == MAIL
    provider.shutdown()


def test_install_twice_is_once(provider):
    exporter = add_exporter(provider)

    first = install(provider, policy=policy(summary="counts"))
    second = install(provider)
    emit(provider)

    assert first is second
    assert isinstance(first, Installation)
    assert first.counters.spans == {"redacted": 1}
    assert "otel_redact.summary" in plain(exporter.records()[0].attributes)


def test_another_policy_is_refused_unless_the_first_came_from_the_environment(provider):
    exporter = add_exporter(provider)
    install(provider)
    rule = policy(anonymizer=[{"pattern": MAIL, "replace": "<m>"}])

    install(provider, policy=rule)
    with pytest.raises(ConfigError, match="redacted already"):
        install(provider, policy=policy())
    emit(provider)

    assert exporter.log_bodies() == ["for <m>"]


def test_uninstall_lets_records_pass_raw_again(provider):
    exporter = add_exporter(provider)
    installation = install(provider, policy=policy())

    installation.uninstall()
    installation.uninstall()
    emit(provider)

    assert exporter.log_bodies() == [f"for {MAIL}"]
    assert not redacts(provider)


def test_uninstall_below_a_later_wrapper_passes_raw_records_on(provider):
    exporter = add_exporter(provider)
    installation = install(provider, policy=policy())
    processors = provider._multi_log_record_processor
    ours = processors.on_emit
    processors.on_emit = lambda record: ours(record)  # noqa: PLW0108 - somebody's wrapper

    installation.uninstall()
    emit(provider)

    assert exporter.log_bodies() == [f"for {MAIL}"]


def test_a_redacting_exporter_behind_install_changes_nothing_further(provider):
    plain_exporter = add_exporter(provider)
    inner, queued = WireLogExporter(), WireLogExporter()
    redacting = RedactingLogRecordExporter(inner, policy=policy())
    provider.add_log_record_processor(SimpleLogRecordProcessor(redacting))
    processor = RedactingLogRecordProcessor(queued, policy=policy())
    provider.add_log_record_processor(processor)
    install(provider, policy=policy())

    emit(provider, {"to": MAIL, "text": f'{{"key": "{KEY}"}}'})
    provider.force_flush()

    assert inner.bodies == queued.bodies == plain_exporter.bodies
    assert redacting.counters.findings == processor.counters.findings == {}


def test_use_policy_holds_for_records_emitted_inside(provider, monkeypatch):
    monkeypatch.setattr(binding._tables, "live", weakref.WeakSet())
    exporter = add_exporter(provider)
    installation = install(provider, policy=policy())

    with use_policy(policy(anonymizer=None)):
        emit(provider)
    emit(provider)
    installation.uninstall()

    assert exporter.log_bodies() == [f"for {MAIL}", "for [EMAIL_ADDRESS]"]
    with pytest.raises(ConfigError), use_policy(policy()):
        pass


def test_a_locked_policy_is_not_weakened_by_use_policy(provider, tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nrules: [default]\n", encoding="utf-8")
    exporter = add_exporter(provider)
    install(provider, policy=policy(config_file=str(file)))

    with use_policy(policy(anonymizer=None)):
        emit(provider)

    assert exporter.log_bodies() == ["for [EMAIL_ADDRESS]"]


def test_a_record_that_cannot_be_redacted_is_left_out_and_nothing_is_raised(provider, caplog):
    exporter = add_exporter(provider)
    installation = install(provider, policy=policy())
    processors = provider._multi_log_record_processor

    processors.on_emit(None)

    assert exporter.bodies == []
    assert installation.counters.spans == {"dropped": 1}
    assert "Traceback" not in caplog.text


def test_what_a_processor_raises_goes_where_it_went_before():
    class Raising(Stamp):
        def on_emit(self, log_record):
            raise LookupError("theirs")

    provider = LoggerProvider(shutdown_on_exit=False)
    provider.add_log_record_processor(Raising())
    install(provider, policy=policy())

    with pytest.raises(LookupError, match="theirs"):
        emit(provider)


def test_many_threads_may_emit_at_once(provider):
    exporter = add_exporter(provider, BatchLogRecordProcessor)
    installation = install(provider, policy=policy())

    def work():
        for number in range(50):
            emit(provider, f"{number} {MAIL}")

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    provider.force_flush()

    assert len(exporter.records()) == 200
    assert installation.counters.spans == {"redacted": 200}
    assert_no_leak(exporter.bodies, CANARIES)


def test_shutdown_reaches_the_processors(provider):
    exporter = add_exporter(provider, BatchLogRecordProcessor)
    install(provider, policy=policy())
    emit(provider)

    provider.shutdown()

    assert exporter.log_bodies() == ["for [EMAIL_ADDRESS]"]
