"""Per-call policies: one call by policy A, the next by B, a third by none."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import (
    ConfigError,
    RedactingSpanExporter,
    RedactingSpanProcessor,
    RedactionPolicy,
    binding,
    create_anonymizer,
    use_policy,
)
from tests.support import WireExporter

WORDS = create_anonymizer([{"pattern": "QUESTION|ANSWER", "replace": "<word>"}])


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


@pytest.fixture(params=["worker", "caller"])
def traced(request):
    """A provider whose own policy hides inputs, a way to call, and what arrived by span name."""
    exporter = WireExporter()
    provider = TracerProvider()
    processor = RedactingSpanProcessor(
        exporter, policy=policy(hide_inputs=True), redact_in=request.param
    )
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("tests")

    def call(name, context=None):
        with tracer.start_as_current_span(name, context=context) as span:
            span.set_attribute("gen_ai.prompt", "QUESTION ann@example.com")

    def arrived():
        provider.force_flush()
        return {
            span.name: [item.value.string_value for item in span.attributes]
            for span in exporter.spans()
        }

    yield call, arrived
    provider.shutdown()


RAW = ["QUESTION ann@example.com"]
BY_WORDS = ["<word> ann@example.com"]
BY_DEFAULT = ["QUESTION [EMAIL_ADDRESS]"]


def test_each_call_is_redacted_by_its_own_policy(traced):
    call, arrived = traced

    with use_policy(policy(anonymizer=WORDS)):
        call("a")
        with use_policy(policy()):
            call("b")
        call("a again")
    with use_policy(policy(anonymizer=None)):
        call("none")
    call("own")

    assert arrived() == {
        "a": BY_WORDS,
        "b": BY_DEFAULT,
        "a again": BY_WORDS,
        "none": RAW,
        "own": [],
    }


def test_asyncio_tasks_carry_their_own_policy(traced):
    call, arrived = traced

    async def task(name, given):
        with use_policy(given):
            await asyncio.sleep(0.01)
            call(name)
            await asyncio.sleep(0.01)

    async def main():
        await asyncio.gather(
            task("words", policy(anonymizer=WORDS)),
            task("none", policy(anonymizer=None)),
            task("default", policy()),
        )

    asyncio.run(main())

    assert arrived() == {"words": BY_WORDS, "none": RAW, "default": BY_DEFAULT}


def test_a_thread_carries_the_policy_only_when_it_is_handed_the_context(traced):
    call, arrived = traced

    with ThreadPoolExecutor(1) as pool, use_policy(policy(anonymizer=WORDS)):
        context = contextvars.copy_context()
        pool.submit(context.run, call, "handed").result()
        pool.submit(call, "bare").result()

    assert arrived() == {"handed": BY_WORDS, "bare": []}


def test_an_explicit_parent_context_comes_before_the_current_one(traced):
    call, arrived = traced
    from opentelemetry import context as otel_context

    with use_policy(policy(anonymizer=WORDS)):
        words = otel_context.get_current()
    with use_policy(policy(anonymizer=None)):
        call("explicit", context=words)
        call("without", context=otel_context.Context())

    assert arrived() == {"explicit": BY_WORDS, "without": RAW}


def test_bindings_go_when_their_spans_go(traced):
    call, arrived = traced

    with use_policy(policy(anonymizer=WORDS)):
        threads = [threading.Thread(target=call, args=(str(n),)) for n in range(5)]
        for n, thread in enumerate(threads):
            call(f"main {n}")
            thread.start()
        for thread in threads:
            thread.join()
    arrived()
    gc.collect()

    assert len(binding._tables.by_id) == 0
    assert len(binding._tables.of_ended) == 0


def test_use_policy_cannot_weaken_environment_or_lock(tmp_path):
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nhide_inputs: true\n")
    environ = {"OTEL_REDACT_CONFIG_FILE": str(file), "OTEL_REDACT_HIDE_OUTPUTS": "true"}
    exporter = WireExporter()
    provider = TracerProvider()
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy(environ=environ)))

    with (
        use_policy(policy(anonymizer=None, hide_inputs=False, environ=environ)),
        provider.get_tracer("tests").start_as_current_span("x") as span,
    ):
        span.set_attribute("gen_ai.prompt", "QUESTION")
        span.set_attribute("gen_ai.completion", "ANSWER")
    provider.shutdown()

    assert list(exporter.spans()[0].attributes) == []


def test_use_policy_without_a_live_processor_is_an_error(monkeypatch):
    # What other tests of this process left behind is live, too.
    monkeypatch.setattr(binding._tables, "live", weakref.WeakSet())
    RedactingSpanExporter(WireExporter(), policy=policy())

    with (
        pytest.raises(ConfigError, match="RedactingSpanProcessor"),
        use_policy(policy(hide_inputs=True)),
    ):
        pass
