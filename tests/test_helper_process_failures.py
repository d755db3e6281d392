"""What a helper process costs when it fails: its spans, counted; never a raw one, or an error."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time

import pytest

from otel_redact import ConfigError, InstrumentationRule, RedactingSpanProcessor, RedactionPolicy
from otel_redact.cli.receiver import OtlpReceiver
from tests import helper_exporters as exporters
from tests.support import WireExporter, make_span

CANARY = "canary7f3a9c"
POLICY = RedactionPolicy(environ={})


@pytest.fixture
def receiver(monkeypatch):
    with OtlpReceiver(grpc=False) as listening:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", listening.http_endpoint)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        yield listening


@pytest.fixture
def processor(request):
    """A processor with the exporter, and the timeout in milliseconds, that a test asks for."""
    exporter, timeout = getattr(request, "param", (exporters.HangingOn, 20_000))
    made = RedactingSpanProcessor(
        exporter, policy=POLICY, redact_in="process", export_timeout_millis=timeout
    )
    yield made
    made.shutdown()


def export(processor, *names):
    for name in names:
        processor.on_end(make_span({"to": CANARY}, name=name))
    processor.force_flush()


def pid_of(processor):
    return processor._redacting._connection._process.pid


def wait_until(condition, seconds=10.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_helper_costs_its_batch_and_the_next_batch_gets_a_new_one(
    receiver, processor, caplog, capfd
):
    export(processor, "a", "b")
    killed = pid_of(processor)
    flush = threading.Thread(target=export, args=(processor, "hang", "with it"))
    flush.start()
    wait_until(processor._redacting._lock.locked)
    time.sleep(0.2)
    os.kill(killed, signal.SIGKILL)
    flush.join()
    export(processor, "c")

    assert sorted(span.name for span in receiver.spans()) == ["a", "b", "c"]
    assert processor.counters.spans == {"redacted": 3, "dropped": 2}
    assert processor.counters.failures == {"helper:exited": 1}
    assert pid_of(processor) != killed
    warned = [entry for entry in caplog.records if entry.levelno >= logging.WARNING]
    assert len(warned) == 1
    assert CANARY not in caplog.text + "".join(capfd.readouterr())


@pytest.mark.parametrize("processor", [(exporters.HangingOn, 500)], indirect=True)
def test_a_helper_that_hangs_is_ended(receiver, processor):
    export(processor, "a")
    hung = pid_of(processor)

    before = time.monotonic()
    export(processor, "hang")

    assert time.monotonic() - before < 3
    assert not is_running(hung)
    assert processor.counters.failures == {"helper:timeout": 1}
    export(processor, "b")
    assert [span.name for span in receiver.spans()] == ["a", "b"]


@pytest.mark.parametrize("processor", [(exporters.Nowhere, 500)], indirect=True)
def test_a_helper_that_reads_nothing_is_ended(processor):
    export(processor, "a")
    os.kill(pid_of(processor), signal.SIGSTOP)

    processor.on_end(make_span({"large": "x" * 1_000_000}))
    processor.force_flush()

    assert processor.counters.failures == {"helper:timeout": 1}
    assert processor.counters.spans == {"redacted": 1, "dropped": 1}


@pytest.mark.parametrize("processor", [(exporters.Dying, 20_000)], indirect=True)
def test_a_helper_that_dies_again_and_again_is_started_less_often(processor):
    for _ in range(3):
        export(processor, "x")

    assert processor.counters.failures == {"helper:exited": 2, "helper:waiting": 1}
    assert processor.counters.spans == {"dropped": 3}


@pytest.mark.parametrize(
    ("processor", "failure"),
    [
        ((exporters.refuse, 20_000), "helper:start LookupError"),
        ((exporters.no_exporter, 20_000), "helper:start ConfigError"),
    ],
    indirect=["processor"],
    ids=["raises", "no exporter"],
)
def test_an_exporter_that_cannot_be_made_is_named_by_its_error_type(
    processor, failure, caplog, capfd
):
    export(processor, "x")

    assert processor.counters.failures == {failure: 1}
    assert processor.counters.spans == {"dropped": 1}
    assert CANARY not in caplog.text + "".join(capfd.readouterr())


@pytest.mark.parametrize(
    ("processor", "failures"),
    [((exporters.Failing, 20_000), {}), ((exporters.Raising, 20_000), {"exporter:LookupError": 2})],
    indirect=["processor"],
    ids=["fails", "raises"],
)
def test_an_exporter_that_fails_costs_no_helper(processor, failures, capfd):
    export(processor, CANARY)
    first = pid_of(processor)
    export(processor, CANARY)

    assert pid_of(processor) == first
    assert processor.counters.spans == {"redacted": 2, "export_failed": 2}
    assert processor.counters.failures == failures
    assert CANARY not in "".join(capfd.readouterr())


def test_an_interpreter_that_does_not_start_costs_the_spans(processor, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    export(processor, "x")

    assert processor.counters.failures == {"helper:start FileNotFoundError": 1}


@pytest.mark.parametrize("executable", ["/bin/true", "/bin/cat"])
def test_what_is_no_interpreter_is_not_taken_for_one(processor, monkeypatch, executable):
    monkeypatch.setattr(sys, "executable", executable)
    export(processor, "x")

    (failure,) = processor.counters.failures
    assert failure in ("helper:exited", "helper:start BrokenPipeError")


def test_shutdown_leaves_no_process(receiver, processor):
    export(processor, "x")
    pid = pid_of(processor)

    processor.shutdown()

    assert not is_running(pid)
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, 0)
    wait_until(lambda: all(one.name != "OtelRedactHelperWatch" for one in threading.enumerate()))
    processor.on_end(make_span())
    assert processor.force_flush() is False


def test_shutdown_ends_an_exporter_that_hangs_in_its_own():
    processor = RedactingSpanProcessor(
        exporters.HangingOnShutdown, policy=POLICY, redact_in="process"
    )
    export(processor, "x")
    pid = pid_of(processor)

    before = time.monotonic()
    processor._redacting.shutdown(timeout_millis=300)

    assert time.monotonic() - before < 2
    assert not is_running(pid)
    processor.shutdown()


def test_shutdown_ends_a_helper_that_is_busy_with_a_batch(processor):
    flush = threading.Thread(target=export, args=(processor, "hang"))
    flush.start()
    wait_until(lambda: processor._redacting._connection is not None)

    before = time.monotonic()
    processor._redacting.shutdown(timeout_millis=300)
    flush.join()

    assert time.monotonic() - before < 2
    assert processor.counters.spans == {"dropped": 1}


def test_force_flush_keeps_to_its_timeout(receiver, processor):
    export(processor, "a")
    processor.on_end(make_span(name="hang"))

    before = time.monotonic()

    assert processor.force_flush(200) is False
    assert time.monotonic() - before < 2
    processor._redacting.shutdown(timeout_millis=0)


def test_a_processor_that_is_forgotten_takes_its_helper_along(receiver):
    processor = RedactingSpanProcessor(exporters.Nowhere, policy=POLICY, redact_in="process")
    export(processor, "x")
    exporter = processor._redacting
    pid = pid_of(processor)

    exporter._connection = None

    assert not is_running(pid)
    processor.shutdown()


class Unpicklable:
    """Is called with inputs, and fails when it is pickled or, if told so, when it is unpickled."""

    def __init__(self, *, late):
        self.late = late

    def __call__(self, inputs):
        return inputs

    def __reduce__(self):
        if not self.late:
            raise ValueError(CANARY)
        return int, (CANARY,)


def in_main(inputs):
    return inputs


in_main.__module__ = "__main__"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"exporter": WireExporter()}, "exporter: got a WireExporter, which belongs to this"),
        ({"exporter": "otlp"}, "exporter: got str"),
        ({"exporter": lambda: None}, "exporter: .*<lambda> is not found by its name"),
        (
            {"policy": RedactionPolicy(hide_inputs=lambda inputs: inputs)},
            "policy: .*<lambda> is not found by its name, .* redact_in='worker'",
        ),
        (
            {
                "policy": RedactionPolicy(
                    instrumentations={"x": InstrumentationRule(process_inputs=in_main)}
                )
            },
            "policy: in_main is defined in the program's own file",
        ),
        (
            {"policy": RedactionPolicy(hide_inputs=Unpicklable(late=False))},
            r"policy: an object in it cannot be pickled \(ValueError\)",
        ),
        (
            {"policy": RedactionPolicy(hide_inputs=Unpicklable(late=True))},
            r"policy: an object in it cannot be pickled \(ValueError\)",
        ),
        ({"policy": RedactionPolicy(anonymizer=lambda text: text)}, "policy: .*<lambda>"),
        ({"policy": {"hide_inputs": True}}, "policy: got dict"),
        ({"export_timeout_millis": 0}, "export_timeout_millis: got 0"),
    ],
    ids=lambda value: "" if isinstance(value, dict) else value[:20],
)
def test_what_cannot_be_sent_is_refused_at_construction(arguments, words):
    with pytest.raises(ConfigError, match=words) as raised:
        RedactingSpanProcessor(**{"redact_in": "process", **arguments})

    assert CANARY not in str(raised.value)


def test_an_unknown_protocol_is_refused_at_construction(monkeypatch):
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")

    with pytest.raises(ConfigError, match="OTEL_EXPORTER_OTLP_PROTOCOL: got 'http/json'"):
        RedactingSpanProcessor(redact_in="process")


def test_a_frozen_application_is_refused_at_construction(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    with pytest.raises(ConfigError, match=r"sys\.executable is no Python interpreter"):
        RedactingSpanProcessor(redact_in="process")
