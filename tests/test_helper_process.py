"""``redact_in="process"``: what arrives is what ``"worker"`` would have sent, and nothing raw."""

from __future__ import annotations

import enum
import os
import signal
import sys
from pathlib import Path

import pytest
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan, TracerProvider
from opentelemetry.trace import Link, Status, StatusCode

from otel_redact import (
    InstrumentationRule,
    RedactingSpanProcessor,
    RedactionPolicy,
    binding,
    create_anonymizer,
    default_detectors,
    use_policy,
)
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.testing import assert_no_leak
from tests.helper_exporters import Printing, keep_user
from tests.leaks.test_fixture_replay import FIXTURES, load
from tests.support import WireExporter, make_span, plain, span_context

CANARY = "canary7f3a9c"
BY_RULE = create_anonymizer([*default_detectors(), {"pattern": CANARY, "replace": "[x]"}])


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.fixture
def receiver(monkeypatch):
    """Where the standard variables send spans."""
    with OtlpReceiver(grpc=False) as listening:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", listening.http_endpoint)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        yield listening


def helper_pid(processor: RedactingSpanProcessor) -> int:
    return processor._redacting._connection._process.pid


def send(spans, given: RedactionPolicy | None) -> RedactingSpanProcessor:
    """Export ended spans in one batch by a helper."""
    processor = RedactingSpanProcessor(policy=given, redact_in="process")
    for span in spans:
        processor.on_end(span)
    processor.shutdown()
    return processor


class Word(str, enum.Enum):
    SECRET = CANARY


class Number(enum.IntEnum):
    ONE = 1


def deep() -> list[object]:
    value: list[object] = [CANARY]
    for _ in range(3000):
        value = [value]
    return value


VALUES = {
    "text": f"a {CANARY} \ud800 é",
    "enumeration": Word.SECRET,
    "number": Number.ONE,
    "huge": 10**40,
    "bytes": CANARY.encode(),
    "bytearray": bytearray(CANARY, "ascii"),
    "map": {"k": {CANARY: [CANARY, (1, 2.5, True)]}, 3: "three", Word.SECRET: 1, (1,): 2},
    "object": object(),
    "view": memoryview(CANARY.encode()),
    "deep": deep(),
    "code": (lambda: 0).__code__,
}


def span_with_everything() -> ReadableSpan:
    """A span with the canary in every place, and with what is no attribute value."""
    state = [("vendor", CANARY)]
    return make_span(
        {**VALUES, f"key {CANARY}": 1, Word.SECRET: 2, 5: "no key"},
        name=f"chat {CANARY}",
        events=[Event(f"event {CANARY}", {"exception.message": CANARY, "o": object()}, 12345)],
        links=[Link(span_context(7, trace_state=state), {"link": CANARY})],
        status=Status(StatusCode.ERROR, f"error {CANARY}"),
        resource=Resource({"host": CANARY, "list": [CANARY]}, f"https://schema/{CANARY}"),
        scope=f"scope {CANARY}",
        scope_attributes={"in scope": CANARY},
        trace_state=state,
        parent=span_context(0x1234, trace_state=state),
    )


def dropping_span() -> ReadableSpan:
    """A span of the SDK's own that dropped an attribute, an event and a link."""
    from opentelemetry.sdk.trace import SpanLimits

    limits = SpanLimits(max_attributes=1, max_events=1, max_links=1)
    ended: list[ReadableSpan] = []
    provider = TracerProvider(span_limits=limits, shutdown_on_exit=False)
    links = [Link(span_context(9)), Link(span_context(9))]
    span = provider.get_tracer("t").start_span("x", attributes={"a": 1, "b": 2}, links=links)
    span.add_event("one")
    span.add_event("two", {"c": 1, "d": 2})
    span.end()
    ended.append(span._readable_span())
    return ended[0]


@pytest.mark.parametrize("protocol", ["http/protobuf", "grpc"])
def test_a_canary_everywhere_is_nowhere_but_in_the_pipe(protocol, monkeypatch, capfd):
    with OtlpReceiver() as receiver:
        endpoint = receiver.grpc_endpoint if protocol == "grpc" else receiver.http_endpoint
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
        processor = RedactingSpanProcessor(policy=policy(anonymizer=BY_RULE), redact_in="process")
        for span in (span_with_everything(), make_span({"after": CANARY})):
            processor.on_end(span)

        assert processor.force_flush() is True

        files = Path(f"/proc/{helper_pid(processor)}")
        if files.exists():
            seen = [(files / name).read_bytes() for name in ("cmdline", "environ")]
            assert CANARY.encode() not in b"".join(seen)
            assert "OTEL_SDK_DISABLED=true" in seen[1].decode()
        processor.shutdown()
        assert receiver.wait_for(2)
        assert_no_leak(receiver.bodies, [CANARY])
        assert receiver.bodies[0].count(b"[x]") > 15
        assert CANARY not in "".join(capfd.readouterr())


def test_what_arrives_is_byte_for_byte_what_a_worker_sends(receiver):
    real = [span for path in FIXTURES for span in load(path)]
    odd = [span_with_everything(), dropping_span(), make_span(VALUES)]
    for spans, given in (
        (real + odd, policy()),
        (real + odd, policy(anonymizer=BY_RULE, hide_outputs=True, hide=["ERROR"])),
        (real + odd, policy(hide_inputs=True, summary="counts", on_error="drop_span")),
        (real, policy(dry_run=True, extra_rules=[{"pattern": "MARK", "replace": "m"}])),
    ):
        wanted = WireExporter()
        worker = RedactingSpanProcessor(wanted, policy=given)
        for span in spans:
            worker.on_end(span)
        worker.shutdown()

        processor = send(spans, given)

        assert receiver.bodies.pop() == wanted.bodies[0]
        assert processor.counters == worker.counters


def test_hide_flags_come_from_the_environment(receiver, monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")

    send([make_span({"gen_ai.prompt": "QUESTION", "gen_ai.completion": "ANSWER"})], None)

    assert plain(receiver.spans()[0].attributes) == {"gen_ai.completion": "ANSWER"}


def test_the_policy_is_settled_once_in_the_application(receiver, monkeypatch, tmp_path):
    lock = tmp_path / "lock.yaml"
    lock.write_text("locked: true\nhide_outputs: true\n")
    processor = RedactingSpanProcessor(policy=policy(config_file=lock), redact_in="process")
    lock.unlink()
    monkeypatch.setenv("OTEL_REDACT_HIDE_OUTPUTS", "false")
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)

    with use_policy(policy(hide_outputs=False)):
        for start in (provider.get_tracer("t").start_span, provider.get_tracer("t").start_span):
            start("x", attributes={"gen_ai.completion": "ANSWER", "k": "v"}).end()
    processor.on_end(make_span({"gen_ai.completion": "ANSWER", "k": "v"}))
    processor.shutdown()

    assert [plain(span.attributes) for span in receiver.spans()] == [{"k": "v"}] * 3


def traced(redact_in, exporter):
    """Send spans with policies of their own between others; each line is a batch."""
    rule = InstrumentationRule(process_inputs=keep_user)
    main = policy(hide_outputs=True, instrumentations={"processed": rule})
    processor = RedactingSpanProcessor(exporter, policy=main, redact_in=redact_in)
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer, other = provider.get_tracer("t"), provider.get_tracer("processed")

    def call(name, tracer=tracer, mark=None, parent=None):
        with tracer.start_as_current_span(name, context=parent) as span:
            span.set_attribute("gen_ai.prompt", f"QUESTION {CANARY}")
            if mark:
                binding.mark_processed(span.get_span_context(), mark)
            with tracer.start_as_current_span(f"{name} below") as below:
                below.set_attribute("exception.message", f"about {CANARY}")

    call("first")
    with use_policy(policy(anonymizer=BY_RULE)):
        call("bound")
    with use_policy(policy(hide_inputs=lambda inputs: dict.fromkeys(inputs, "mine"))):
        call("by a function that no other process could find")
    processor.force_flush()
    call("processed", other)
    call("processed before", other, "inputs")
    with use_policy(policy(anonymizer=None)), tracer.start_as_current_span("outer"):
        processor.force_flush()
        call("none")
    processor.shutdown()
    return processor


def test_use_policy_and_processed_marks_hold_as_in_a_worker(receiver):
    wanted = WireExporter()
    worker = traced("worker", wanted)

    processor = traced("process", None)

    arrived = [(span.name, plain(span.attributes)) for span in receiver.spans()]
    assert arrived == [(span.name, plain(span.attributes)) for span in wanted.spans()]
    assert processor.counters == worker.counters
    assert {"gen_ai.prompt": "QUESTION [x]"} in [attributes for _, attributes in arrived]


@pytest.mark.parametrize("between", ["nothing", "new helper"])
@pytest.mark.parametrize("bound", ["asks", "fails"])
def test_error_texts_are_blanked_across_the_two_processes(receiver, bound, between):
    hiding, keeping = policy(hide_inputs=True), policy()
    main, own = (keeping, hiding) if bound == "asks" else (hiding, keeping)
    processor = RedactingSpanProcessor(policy=main, redact_in="process")
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("t")

    def step(name, key):
        span = tracer.start_span(name)
        span.set_attribute(key, "QUESTION")
        span.end()

    with tracer.start_as_current_span("root"):
        for name, key in (("asks", "gen_ai.prompt"), ("fails", "exception.message")):
            if name == bound:
                with use_policy(own):
                    step(name, key)
            else:
                step(name, key)
            if between == "new helper":
                processor.force_flush()
                processor._redacting._connection.kill()
                processor._redacting._connection = None
    processor.shutdown()

    arrived = {span.name: plain(span.attributes) for span in receiver.spans()}
    assert arrived == {"asks": {}, "fails": {"exception.message": "[REDACTED]"}, "root": {}}


def test_an_exporter_that_prints_cannot_break_the_protocol(receiver, capfd):
    processor = RedactingSpanProcessor(Printing, policy=policy(), redact_in="process")
    for name in "ab":
        processor.on_end(make_span(name=name))
        processor.force_flush()
    processor.shutdown()

    assert [span.name for span in receiver.spans()] == ["a", "b"]
    assert processor.counters.failures == {}
    captured = capfd.readouterr()
    assert captured.out == ""
    assert captured.err.count("exporting") == 2


def test_signals_that_end_an_application_leave_its_helper_alone(receiver):
    processor = RedactingSpanProcessor(policy=policy(), redact_in="process")
    processor.on_end(make_span(name="before"))
    processor.force_flush()
    for name in (signal.SIGINT, signal.SIGTERM):
        os.kill(helper_pid(processor), name)

    assert os.getsid(helper_pid(processor)) == helper_pid(processor)
    processor.on_end(make_span(name="after"))
    processor.shutdown()

    assert [span.name for span in receiver.spans()] == ["before", "after"]
    assert processor.counters.failures == {}


def test_the_helper_runs_no_sitecustomize_of_an_instrumentation(receiver, monkeypatch, tmp_path):
    ran = tmp_path / "ran"
    (tmp_path / "sitecustomize.py").write_text(f"open({str(ran)!r}, 'w').close()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(str(tmp_path))

    send([make_span()], policy())

    assert len(receiver.spans()) == 1
    assert not ran.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_starts_a_helper_of_its_own(receiver):
    processor = RedactingSpanProcessor(policy=policy(), redact_in="process")
    processor.on_end(make_span({"to": "ann@example.com"}, name="before"))
    processor.force_flush()
    parents = helper_pid(processor)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            processor.on_end(make_span({"to": "ann@example.com"}, name="child"))
            processor.force_flush()
            status = int(helper_pid(processor) == parents)
            status += processor.counters.spans != {"redacted": 1}
            processor.shutdown()
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0
    processor.on_end(make_span({"to": "ann@example.com"}, name="parent"))
    processor.shutdown()

    assert [span.name for span in receiver.spans()] == ["before", "child", "parent"]
    assert processor.counters.spans == {"redacted": 2}
    assert_no_leak(receiver.bodies, ["ann@example.com"])


def test_in_worker_mode_a_class_is_called_for_the_exporter():
    processor = RedactingSpanProcessor(WireExporter, policy=policy())
    processor.on_end(make_span({"to": "ann@example.com"}))
    processor.shutdown()

    assert processor.counters.findings == {"EMAIL_ADDRESS": 1}
    assert sys.modules["tests.support"].WireExporter is WireExporter
