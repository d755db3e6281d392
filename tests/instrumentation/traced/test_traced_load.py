"""Calls from many threads and tasks at once, and what a traced call costs."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from otel_redact_instrumentation import traced
from tests.support import plain


def by_value(spans):
    """Return input → output of each span, and parent ids."""
    pairs = {}
    for span in spans:
        attributes = plain(span.attributes)
        pairs[attributes["input.value"]] = attributes["output.value"]
    return pairs


def test_threads_keep_their_calls_apart(tracing):
    barrier = threading.Barrier(8)

    @traced(tracer_provider=tracing.provider)
    def double(n):
        if n < 8:
            barrier.wait(5)
        return n * 2

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(double, range(400))) == [n * 2 for n in range(400)]

    assert by_value(tracing.spans()) == {f'{{"n":{n}}}': f"{n * 2}" for n in range(400)}


def test_tasks_keep_their_calls_apart_and_children_under_their_own_parent(tracing):
    on = traced(tracer_provider=tracing.provider)

    @on
    async def child(n):
        await asyncio.sleep(0)
        return n

    @on
    async def parent(m):
        await asyncio.sleep(0)
        return sum(await asyncio.gather(*(child(m * 10 + i) for i in range(3))))

    async def run():
        return await asyncio.gather(*(parent(m) for m in range(50)))

    asyncio.run(run())

    spans = tracing.spans()
    parents = {s.span_id: plain(s.attributes)["input.value"] for s in spans if not s.parent_span_id}
    assert len(spans) == 200
    for span in spans:
        if span.parent_span_id:
            n = int(plain(span.attributes)["output.value"])
            assert parents[span.parent_span_id] == f'{{"m":{n // 10}}}'


def test_streams_read_in_turns_keep_their_chunks_apart(tracing):
    @traced(tracer_provider=tracing.provider)
    def stream(letter):
        for _ in range(3):
            yield letter

    for _ in zip(stream("a"), stream("b"), strict=True):
        pass

    assert by_value(tracing.spans()) == {'{"letter":"a"}': "aaa", '{"letter":"b"}': "bbb"}


def test_what_a_traced_call_costs(tracing, capsys):
    def work(messages):
        return {"answer": messages[-1]["content"]}

    def spanned(messages):
        with tracer.start_as_current_span("work"):
            return work(messages)

    def by_hand(messages):
        with tracer.start_as_current_span("work") as span:
            span.set_attribute("input.value", json.dumps({"messages": messages}))
            result = work(messages)
            span.set_attribute("output.value", json.dumps(result))
            return result

    tracer = tracing.provider.get_tracer("tests")
    chat = [{"role": "user", "content": "x" * 1000} for _ in range(20)]  # 20 KB
    recorded = traced(work, tracer_provider=tracing.provider)
    functions = {"bare": work, "span": spanned, "by hand": by_hand, "traced": recorded}
    median = {}
    for name, function in functions.items():
        runs = []
        for _ in range(300):
            start = time.perf_counter()
            function(chat)
            runs.append(time.perf_counter() - start)
        median[name] = sorted(runs)[len(runs) // 2] * 1e6

    with capsys.disabled():
        ratio = median["traced"] / median["by hand"]
        shown = ", ".join(f"{name} {value:.1f}" for name, value in median.items())
        print(f"\n20 KB chat, p50 µs: {shown}; traced / by hand: {ratio:.2f}")
