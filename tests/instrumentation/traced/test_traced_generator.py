"""Generators pass through untouched, step by step; what they yielded is recorded as one value."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json

import pytest
from opentelemetry import trace

from otel_redact.testing import assert_no_leak
from otel_redact_instrumentation import traced, traced_chunk
from otel_redact_instrumentation.traced_failure import counters
from tests.support import plain

SECRET = "sk-proj-" + "aB3" * 16


def pieces_of(text, size=5):
    return [text[start : start + size] for start in range(0, len(text), size)]


def transcript(made):
    """Drive a generator that answers what it is sent; return all that is seen from outside."""
    seen = [next(made), made.send("one"), made.throw(KeyError("two"))]
    try:
        made.send("end")
    except StopIteration as stop:
        seen.append(stop.value)
    return seen


def echo():
    got = "start"
    while got != "end":
        try:
            got = yield f"got {got}"
        except KeyError as error:
            got = f"caught {error}"
    return "returned"


def test_send_throw_and_the_return_value_are_passed_through(tracing):
    made = traced(echo, tracer_provider=tracing.provider)()

    assert transcript(made) == transcript(echo())
    assert tracing.attributes()["output.value"] == "got startgot onegot caught 'two'"


def test_a_secret_split_between_chunks_is_found(tracing):
    @traced(tracer_provider=tracing.provider)
    def stream():
        yield from pieces_of(f"the key is {SECRET} and")
        yield None
        yield " mail ann@exam"
        yield "ple.com"

    assert "".join(filter(None, stream())).count(SECRET) == 1

    output = tracing.attributes()["output.value"]
    assert output == "the key is [OPENAI_API_KEY] and mail [EMAIL_ADDRESS]"
    assert_no_leak(tracing.body(), [SECRET, *pieces_of(SECRET)[1:4], "ann@exam", "ple.com"])


def test_a_secret_split_between_bytes_is_found(tracing):
    @traced(tracer_provider=tracing.provider)
    def stream():
        yield from pieces_of(SECRET.encode())

    list(stream())

    assert tracing.attributes()["output.value"] == "[OPENAI_API_KEY]"


def test_other_chunks_are_recorded_as_a_list_with_neighbouring_texts_joined(tracing):
    @traced(tracer_provider=tracing.provider)
    def stream():
        yield from pieces_of(SECRET)
        yield {"usage": 3}
        yield "a"
        yield "b"

    list(stream())

    output = json.loads(tracing.attributes()["output.value"])
    assert output == ["[OPENAI_API_KEY]", {"usage": 3}, "ab"]


def test_chunks_are_the_same_objects_and_recorded_as_they_were_yielded(tracing):
    chunk = {"n": 0}

    @traced(tracer_provider=tracing.provider)
    def stream():
        for n in range(3):
            chunk["n"] = n
            yield chunk

    for item in stream():
        assert item is chunk
        item["n"] = "changed by the consumer"

    output = json.loads(tracing.attributes()["output.value"])
    assert output == [{"n": 0}, {"n": 1}, {"n": 2}]


def test_a_chunk_is_handed_over_before_the_next_one_is_made(tracing):
    made = []

    @traced(tracer_provider=tracing.provider)
    def stream():
        for n in range(3):
            made.append(n)
            yield n

    for n in stream():
        assert made == list(range(n + 1))


def test_the_span_is_current_only_while_the_generator_runs(tracing):
    tracer = tracing.provider.get_tracer("tests")

    @traced(name="stream", tracer_provider=tracing.provider)
    def stream():
        for n in range(2):
            tracer.start_span(f"inside {n}").end()
            yield n

    with tracer.start_as_current_span("above") as above:
        for n in stream():
            assert trace.get_current_span() is above
            tracer.start_span(f"outside {n}").end()

    spans = {span.name: span for span in tracing.spans()}
    for n in range(2):
        assert spans[f"inside {n}"].parent_span_id == spans["stream"].span_id
        assert spans[f"outside {n}"].parent_span_id == spans["above"].span_id
    assert spans["stream"].parent_span_id == spans["above"].span_id


def test_a_span_open_across_a_yield_is_current_again_after_it_and_not_outside(tracing, caplog):
    tracer = tracing.provider.get_tracer("tests")

    @traced(name="stream", tracer_provider=tracing.provider)
    def stream():
        with tracer.start_as_current_span("open"):
            yield 1
            tracer.start_span("after the yield").end()
        tracer.start_span("after it closed").end()
        yield 2

    for _ in stream():
        assert trace.get_current_span() is trace.INVALID_SPAN

    spans = {span.name: span for span in tracing.spans()}
    assert spans["after the yield"].parent_span_id == spans["open"].span_id
    assert spans["after it closed"].parent_span_id == spans["stream"].span_id
    assert caplog.records == []


@pytest.mark.parametrize("leave", ["close", "del"])
def test_leaving_early_runs_the_generators_cleanup_and_ends_the_span(tracing, leave):
    cleaned = []

    @traced(tracer_provider=tracing.provider)
    def stream():
        try:
            yield "a"
            yield "b"
        finally:
            cleaned.append(trace.get_current_span().is_recording())

    made = stream()
    next(made)
    if leave == "close":
        made.close()
    del made
    gc.collect()

    assert cleaned == [True]
    assert tracing.attributes()["output.value"] == "a"
    assert tracing.span().status.code == 0


def test_a_generator_that_ignores_close_fails_as_ever(tracing):
    @traced(tracer_provider=tracing.provider)
    def stream():
        with contextlib.suppress(GeneratorExit):
            yield "a"
        yield "b"

    made = stream()
    next(made)

    with pytest.raises(RuntimeError, match="generator ignored GeneratorExit"):
        made.close()


def test_a_generator_that_fails_midway_records_the_error_and_what_it_yielded(tracing):
    @traced(tracer_provider=tracing.provider)
    def stream():
        yield "ann@exam"
        yield "ple.com"
        raise ValueError("bob@example.com")

    with pytest.raises(ValueError, match="bob"):
        list(stream())

    assert tracing.attributes()["output.value"] == "[EMAIL_ADDRESS]"
    assert tracing.span().status.message == "ValueError: [EMAIL_ADDRESS]"


def test_process_outputs_is_not_called_after_an_error_and_nothing_yielded_is_recorded(tracing):
    @traced(tracer_provider=tracing.provider, process_outputs=pytest.fail)
    def stream():
        yield "raw"
        raise LookupError

    with pytest.raises(LookupError):
        list(stream())

    assert "output.value" not in tracing.attributes()


def test_process_outputs_gets_the_joined_text_or_a_list_of_copies(tracing):
    seen = []

    def process(outputs):
        seen.append(outputs)
        return "processed"

    @traced(tracer_provider=tracing.provider, process_outputs=process)
    def stream(items):
        yield from items

    chunk = {"n": [1]}
    list(stream(["a", "b"]))
    list(stream([chunk]))
    list(stream([]))

    assert seen == ["ab", [{"n": [1]}], []]
    assert seen[1][0] is not chunk
    assert seen[1][0]["n"] is not chunk["n"]
    outputs = [plain(span.attributes)["output.value"] for span in tracing.spans()]
    assert outputs == ["processed"] * 3


def test_a_stream_too_long_to_keep_is_not_recorded_at_all(tracing, monkeypatch):
    monkeypatch.setattr(traced_chunk, "MAX_CHARACTERS", 20)

    @traced(tracer_provider=tracing.provider)
    def stream():
        yield from pieces_of(SECRET)

    assert "".join(stream()) == SECRET
    assert tracing.attributes()["output.value"] == "[REDACTED]"
    assert dict(counters.snapshot().failures) == {"traced.outputs:OverflowError": 1}


async def async_echo():
    got = "start"
    while got != "end":
        try:
            await asyncio.sleep(0)
            got = yield f"got {got}"
        except KeyError as error:
            got = f"caught {error}"


async def async_transcript(made):
    seen = [await made.__anext__(), await made.asend("one"), await made.athrow(KeyError("two"))]
    with pytest.raises(StopAsyncIteration):
        await made.asend("end")
    return seen


def test_asend_and_athrow_are_passed_through(tracing):
    made = traced(async_echo, tracer_provider=tracing.provider)

    assert asyncio.run(async_transcript(made())) == asyncio.run(async_transcript(async_echo()))
    assert tracing.attributes()["output.value"] == "got startgot onegot caught 'two'"


def test_an_asynchronous_generator_closed_early_ends_its_span(tracing):
    cleaned = []

    @traced(tracer_provider=tracing.provider)
    async def stream():
        try:
            for piece in pieces_of(SECRET):
                await asyncio.sleep(0)
                yield piece
        finally:
            await asyncio.sleep(0)
            cleaned.append(trace.get_current_span().is_recording())

    async def run():
        made = stream()
        first = await made.__anext__()
        outside = trace.get_current_span()
        await made.aclose()
        return first, outside

    assert asyncio.run(run()) == (SECRET[:5], trace.INVALID_SPAN)
    assert cleaned == [True]
    assert tracing.attributes()["output.value"] == SECRET[:5]


def test_each_step_may_run_in_a_task_of_its_own(tracing, caplog):
    tracer = tracing.provider.get_tracer("tests")

    @traced(name="stream", tracer_provider=tracing.provider)
    async def stream():
        for n in range(3):
            await asyncio.sleep(0)
            tracer.start_span(f"inside {n}").end()
            yield n

    async def run():
        made = stream()
        return [await asyncio.wait_for(asyncio.ensure_future(step(made)), 5) for _ in range(3)]

    async def step(made):
        return await made.__anext__()

    assert asyncio.run(run()) == [0, 1, 2]
    spans = {span.name: span for span in tracing.spans()}
    inside = {spans[f"inside {n}"].parent_span_id for n in range(3)}
    assert inside == {spans["stream"].span_id}
    assert caplog.records == []


def test_a_cancelled_stream_ends_its_span_without_an_error(tracing):
    @traced(tracer_provider=tracing.provider)
    async def stream():
        yield "a"
        await asyncio.sleep(60)

    async def consume():
        async for _ in stream():
            pass

    async def run():
        task = asyncio.ensure_future(consume())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())

    assert tracing.span().status.code == 0
    assert tracing.attributes()["output.value"] == "a"


def test_a_generator_never_iterated_has_no_span(tracing):
    traced(echo, tracer_provider=tracing.provider)().close()

    assert tracing.spans() == []
