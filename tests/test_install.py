"""`install`: every exporter of a provider, earlier or later, gets redacted copies only."""

from __future__ import annotations

import logging
import os
import threading
import weakref

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import (
    ConcurrentMultiSpanProcessor,
    SpanProcessor,
    SynchronousMultiSpanProcessor,
    TracerProvider,
)
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor

from otel_redact import (
    ConfigError,
    RedactingSpanProcessor,
    RedactionPolicy,
    binding,
    install,
    use_policy,
)
from otel_redact.install import redacts
from otel_redact.testing import assert_no_leak, find_leaks
from tests.support import WireExporter

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"
CANARIES = [MAIL, KEY]


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.fixture(params=[SynchronousMultiSpanProcessor, ConcurrentMultiSpanProcessor])
def provider(request):
    made = TracerProvider(active_span_processor=request.param(), shutdown_on_exit=False)
    yield made
    made.shutdown()


def add_exporter(provider: TracerProvider, kind: type = SimpleSpanProcessor) -> WireExporter:
    exporter = WireExporter()
    provider.add_span_processor(kind(exporter))
    return exporter


def fill(span: trace.Span) -> None:
    span.set_attribute("gen_ai.prompt", f"I am {MAIL}")
    span.add_event("note", {"key": KEY})
    span.record_exception(ValueError(f"for {MAIL}"))
    span.set_status(trace.Status(trace.StatusCode.ERROR, f"wrong key {KEY}"))


def call(provider: TracerProvider, name: str = f"chat {MAIL}") -> None:
    with provider.get_tracer("tests").start_as_current_span(name) as span:
        fill(span)


def prompts(exporter: WireExporter) -> list[list[str]]:
    return [[item.value.string_value for item in span.attributes] for span in exporter.spans()]


def test_exporters_registered_before_and_after_get_redacted_spans(provider):
    before = add_exporter(provider)
    batched = add_exporter(provider, BatchSpanProcessor)
    install(provider, policy=policy())
    after = add_exporter(provider)

    call(provider)
    provider.force_flush()

    for exporter in (before, batched, after):
        assert [span.name for span in exporter.spans()] == ["chat [EMAIL_ADDRESS]"]
        assert_no_leak(exporter.bodies, CANARIES)


def test_without_install_the_same_spans_leak(provider):
    exporter = add_exporter(provider)

    call(provider)

    assert {leak.canary for leak in find_leaks(exporter.bodies, CANARIES)} == {0, 1}


def test_tracers_made_earlier_and_spans_in_flight_are_covered(provider):
    exporter = add_exporter(provider)
    tracer = provider.get_tracer("made earlier")
    in_flight = tracer.start_span("in flight")
    fill(in_flight)
    install(provider, policy=policy())

    in_flight.end()
    tracer.start_span(f"later {MAIL}").end()

    assert [span.name for span in exporter.spans()] == ["in flight", "later [EMAIL_ADDRESS]"]
    assert_no_leak(exporter.bodies, CANARIES)


def test_ids_times_and_parents_survive(provider):
    exporter = add_exporter(provider)
    install(provider, policy=policy())
    tracer = provider.get_tracer("tests")

    with tracer.start_as_current_span("parent") as parent:
        child = tracer.start_span("child", start_time=5)
        child.end(7)

    arrived = exporter.spans()[0]
    assert arrived.span_id == child.context.span_id.to_bytes(8, "big")
    assert arrived.parent_span_id == parent.context.span_id.to_bytes(8, "big")
    assert (arrived.start_time_unix_nano, arrived.end_time_unix_nano) == (5, 7)


def test_the_application_keeps_its_own_span(provider):
    add_exporter(provider)
    install(provider, policy=policy())

    with provider.get_tracer("tests").start_as_current_span("x") as span:
        fill(span)

    assert span.attributes["gen_ai.prompt"] == f"I am {MAIL}"


def test_processors_may_write_to_a_span_that_starts(provider):
    class Stamp(SpanProcessor):
        def on_start(self, span, parent_context=None):
            span.set_attribute("customer", MAIL)

    exporter = add_exporter(provider)
    install(provider, policy=policy())
    provider.add_span_processor(Stamp())

    provider.get_tracer("tests").start_span("x").end()

    assert prompts(exporter) == [["[EMAIL_ADDRESS]"]]


def test_installing_again_changes_nothing(provider):
    exporter = add_exporter(provider)
    first = install(provider, policy=policy())

    second = install(provider)
    call(provider)

    assert second is first
    assert first.counters.spans == {"redacted": 1}
    assert len(exporter.spans()) == 1


def test_another_given_policy_is_refused(provider):
    install(provider, policy=policy())

    with pytest.raises(ConfigError, match=r"uninstall\(\)"):
        install(provider, policy=policy(hide_inputs=True))


def test_a_given_policy_takes_the_place_of_the_environments(provider):
    exporter = add_exporter(provider)
    from_environment = install(provider)

    given = install(provider, policy=policy(hide_inputs=True))
    call(provider)

    assert given is from_environment
    assert prompts(exporter) == [[]]


def test_policy_and_environment_are_read(provider, monkeypatch):
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")
    exporter = add_exporter(provider)
    install(provider)

    call(provider)

    assert prompts(exporter) == [[]]


def test_uninstall_gives_the_processors_back_as_they_were(provider):
    processors = provider._active_span_processor
    before = dict(vars(processors))
    installation = install(provider, policy=policy())
    exporter = add_exporter(provider)
    members = vars(processors)["_span_processors"]

    installation.uninstall()
    installation.uninstall()
    call(provider)

    assert vars(processors) == {**before, "_span_processors": members}
    assert exporter.spans()[0].name == f"chat {MAIL}"
    assert not redacts(provider)


def test_uninstall_leaves_what_others_put_in_front_since(provider):
    exporter = add_exporter(provider)
    installation = install(provider, policy=policy())
    processors = provider._active_span_processor
    ours, seen = processors.on_end, []

    def theirs(span):
        seen.append(span.name)
        ours(span)

    processors.on_end = theirs
    installation.uninstall()
    call(provider)

    assert seen == [f"chat {MAIL}"]
    assert exporter.spans()[0].name == f"chat {MAIL}"


def test_what_others_had_put_in_front_before_sees_copies_and_comes_back(provider):
    exporter = add_exporter(provider)
    processors = provider._active_span_processor
    original, seen = processors.on_end, []

    def theirs(span):
        seen.append(span.name)
        original(span)

    processors.on_end = theirs
    installation = install(provider, policy=policy())
    call(provider)
    installation.uninstall()

    assert seen == ["chat [EMAIL_ADDRESS]"]
    assert len(exporter.spans()) == 1
    assert processors.on_end is theirs


def test_a_wrong_policy_is_refused_and_nothing_is_put_in_front(provider, monkeypatch):
    before = dict(vars(provider._active_span_processor))
    monkeypatch.setenv("OTEL_REDACT_CONFIG_FILE", "/nowhere/policy.yaml")

    with pytest.raises(ConfigError, match=r"/nowhere/policy\.yaml"):
        install(provider)

    assert vars(provider._active_span_processor) == before


def test_use_policy_reaches_the_spans_started_inside(provider):
    exporter = add_exporter(provider)
    install(provider, policy=policy())

    with use_policy(policy(hide_inputs=True)):
        call(provider)
    with use_policy(policy(anonymizer=None)):
        call(provider)
    call(provider)

    assert prompts(exporter) == [[], [f"I am {MAIL}"], ["I am [EMAIL_ADDRESS]"]]


@pytest.mark.parametrize("end", ["shutdown", "uninstall"])
def test_use_policy_is_an_error_once_nothing_is_live(end, monkeypatch):
    # What other tests of this process left behind is live, too.
    monkeypatch.setattr(binding._tables, "live", weakref.WeakSet())
    provider = TracerProvider(shutdown_on_exit=False)
    installation = install(provider, policy=policy())

    provider.shutdown() if end == "shutdown" else installation.uninstall()

    with pytest.raises(ConfigError, match=r"install\(\)"), use_policy(policy()):
        pass


def test_spans_that_a_callable_of_the_policy_starts_are_not_exported(provider):
    exporter = add_exporter(provider)

    def traced(inputs):
        provider.get_tracer("callable").start_span(f"own {MAIL}").end()
        return inputs

    install(provider, policy=policy(hide_inputs=traced))

    call(provider, "chat")

    assert [span.name for span in exporter.spans()] == ["chat"]


def test_a_span_that_cannot_be_redacted_is_dropped_and_counted(provider, caplog):
    exporter = add_exporter(provider)
    installation = install(provider, policy=policy(on_error="drop_span", hide_inputs=fail))

    call(provider)
    provider.get_tracer("tests").start_span("other").end()

    assert [span.name for span in exporter.spans()] == ["other"]
    assert installation.counters.spans == {"dropped": 1, "redacted": 1}
    assert installation.counters.failures == {"hide_inputs:ValueError": 1}
    assert MAIL not in caplog.text


def fail(inputs):
    raise ValueError(str(inputs))


def test_a_processor_that_raises_still_raises_into_its_caller(provider):
    class Broken(SpanProcessor):
        def on_end(self, span):
            raise ValueError(span.name)

    install(provider, policy=policy())
    provider.add_span_processor(Broken())

    with pytest.raises(ValueError, match=r"^chat \[EMAIL_ADDRESS\]$"):
        call(provider)


def test_spans_of_many_threads_arrive_redacted(provider):
    exporter = add_exporter(provider)
    install(provider, policy=policy())

    threads = [
        threading.Thread(target=lambda: [call(provider) for _ in range(20)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(exporter.spans()) == 80
    assert_no_leak(exporter.bodies, CANARIES)


def test_a_redacting_processor_beside_it_redacts_the_same(provider):
    exporter = WireExporter()
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy()))
    install(provider, policy=policy(summary="counts"))

    call(provider)
    provider.force_flush()

    (span,) = exporter.spans()
    attributes = {item.key: item.value.string_value for item in span.attributes}
    assert attributes["gen_ai.prompt"] == "I am [EMAIL_ADDRESS]"
    assert attributes["otel_redact.summary"] == '{"EMAIL_ADDRESS": 4, "OPENAI_API_KEY": 2}'


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_child_redacts_too(tmp_path):
    provider = TracerProvider(shutdown_on_exit=False)
    exporter = add_exporter(provider)
    installation = install(provider, policy=policy())
    call(provider)
    exporter.bodies.clear()
    child = os.fork()
    if child == 0:
        try:
            call(provider)
            (tmp_path / "body").write_bytes(b"".join(exporter.bodies))
            (tmp_path / "counts").write_text(str(dict(installation.counters.spans)))
        finally:
            os._exit(0)

    os.waitpid(child, 0)
    provider.shutdown()

    body = (tmp_path / "body").read_bytes()
    assert b"[EMAIL_ADDRESS]" in body
    assert_no_leak(body, CANARIES)
    assert (tmp_path / "counts").read_text() == "{'redacted': 1}"


def test_nothing_raw_is_logged(provider, caplog):
    caplog.set_level(logging.DEBUG)
    add_exporter(provider)
    install(provider, policy=policy(hide_inputs=fail))

    call(provider)

    assert [text for text in CANARIES if text in caplog.text] == []
