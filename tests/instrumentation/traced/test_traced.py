"""What is recorded of a call, and that the caller does not notice."""

from __future__ import annotations

import asyncio
import functools
import inspect
import json

import pytest
from opentelemetry import trace

from otel_redact import (
    ConfigError,
)
from otel_redact.testing import assert_no_leak
from otel_redact_instrumentation import traced
from otel_redact_instrumentation.traced_failure import counters
from tests.instrumentation.traced.tracing import CANARY
from tests.support import plain


def failures():
    return dict(counters.snapshot().failures)


def test_a_call_records_arguments_by_name_and_the_result(tracing):
    @traced(tracer_provider=tracing.provider)
    def ask(question, temperature=0.5, *more, model="gpt", **options):
        return {"answer": question.upper()}

    assert ask("why ann@example.com") == {"answer": "WHY ANN@EXAMPLE.COM"}

    assert tracing.attributes() == {
        "openinference.span.kind": "CHAIN",
        "input.value": '{"question":"why [EMAIL_ADDRESS]","temperature":0.5,"model":"gpt"}',
        "input.mime_type": "application/json",
        "output.value": '{"answer":"WHY [EMAIL_ADDRESS]"}',
        "output.mime_type": "application/json",
    }


def test_further_arguments_stand_under_their_own_names(tracing):
    @traced(tracer_provider=tracing.provider)
    def ask(first, /, *more, **options):
        return None

    ask(1, 2, 3, first="same name", top=4)

    assert tracing.inputs() == {
        "first": 1,
        "more": [2, 3],
        "top": 4,
        "options": {"first": "same name"},
    }


def test_a_text_result_is_recorded_as_text(tracing):
    traced(lambda: "hello", tracer_provider=tracing.provider)()

    assert tracing.attributes()["output.value"] == "hello"
    assert tracing.attributes()["output.mime_type"] == "text/plain"


def test_a_span_has_the_qualified_name_or_the_given_one(tracing):
    @traced(tracer_provider=tracing.provider)
    def plainly():
        return None

    plainly()
    traced(plainly.__wrapped__, name="given", tracer_provider=tracing.provider)()
    traced(functools.partial(plainly.__wrapped__), tracer_provider=tracing.provider)()

    default = "test_a_span_has_the_qualified_name_or_the_given_one.<locals>.plainly"
    assert [span.name for span in tracing.spans()] == [default, "given", default]


def test_neither_self_nor_cls_is_recorded(tracing):
    on = functools.partial(traced, tracer_provider=tracing.provider)

    class Service:
        @on()
        def method(self, a):
            return self, a

        @classmethod
        @on()
        def of_class(cls, a):
            return cls, a

        @on()
        @classmethod
        def outermost(klass, a):  # noqa: N804 - whatever it is called
            return klass, a

        @staticmethod
        @on()
        def static(a):
            return a

        @on()
        @staticmethod
        def static_outermost(self):  # noqa: PLW0211 - an argument like any other
            return self

    service = Service()

    assert service.method(1) == (service, 1)
    assert service.of_class(2) == (Service, 2)
    assert service.outermost(3) == (Service, 3)
    assert service.static(4) == 4
    assert service.static_outermost(5) == 5
    inputs = [json.loads(plain(span.attributes)["input.value"]) for span in tracing.spans()]
    assert inputs == [{"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}, {"self": 5}]


def test_a_coroutine_function_is_traced_while_it_is_awaited(tracing):
    @traced(tracer_provider=tracing.provider)
    async def ask(question):
        await asyncio.sleep(0)
        with tracing.provider.get_tracer("tests").start_as_current_span("child"):
            await asyncio.sleep(0)
        return question

    assert asyncio.run(ask("q")) == "q"

    child, parent = tracing.spans()
    assert child.parent_span_id == parent.span_id
    assert plain(parent.attributes)["output.value"] == "q"


def test_children_nest_and_the_callers_span_is_current_again(tracing):
    tracer = tracing.provider.get_tracer("tests")

    @traced(tracer_provider=tracing.provider)
    def outer():
        with tracer.start_as_current_span("inner"):
            pass

    with tracer.start_as_current_span("above") as above:
        outer()
        assert trace.get_current_span() is above

    spans = {span.name.rpartition(".")[2]: span for span in tracing.spans()}
    assert spans["inner"].parent_span_id == spans["outer"].span_id
    assert spans["outer"].parent_span_id == spans["above"].span_id


def test_metadata_kind_and_signature_are_kept():
    def plainly(a: int, *, b: str = "x") -> str:
        """Say something."""

    async def coroutine(): ...
    def generator():
        yield

    async def async_generator():
        yield

    made = traced(plainly)

    assert (made.__name__, made.__doc__, made.__module__) == ("plainly", "Say something.", __name__)
    assert inspect.signature(made) == inspect.signature(plainly)
    assert inspect.iscoroutinefunction(traced(coroutine))
    assert inspect.isgeneratorfunction(traced(generator))
    assert inspect.isasyncgenfunction(traced(async_generator))
    assert not inspect.iscoroutinefunction(made)


def test_objects_that_are_called_are_traced_by_what_their_call_is(tracing):
    class Plain:
        def __call__(self, a):
            return a

    class Awaited:
        async def __call__(self, a):
            return a

    assert traced(Plain(), tracer_provider=tracing.provider)(1) == 1
    assert asyncio.run(traced(Awaited(), tracer_provider=tracing.provider)(2)) == 2
    outputs = [plain(span.attributes)["output.value"] for span in tracing.spans()]
    assert outputs == ["1", "2"]


def test_a_function_without_a_signature_is_traced(tracing):
    assert traced(max, tracer_provider=tracing.provider)(3, 5) == 5

    assert tracing.inputs() == {"args": [3, 5]}


def test_arguments_are_recorded_as_they_were_before_the_function_changed_them(tracing):
    @traced(tracer_provider=tracing.provider)
    def change(items):
        items.append("later")
        return items

    given = ["first"]

    assert change(given) is given
    assert tracing.inputs() == {"items": ["first"]}


def test_an_error_is_recorded_through_the_policy_and_raised_unchanged(tracing):
    error = ValueError("mail ann@example.com")

    @traced(tracer_provider=tracing.provider)
    def fail():
        raise error

    with pytest.raises(ValueError, match="ann@example") as caught:
        fail()

    span = tracing.span()
    (event,) = span.events
    assert caught.value is error
    assert span.status.message == "ValueError: mail [EMAIL_ADDRESS]"
    assert plain(event.attributes)["exception.message"] == "mail [EMAIL_ADDRESS]"
    assert tracing.attributes()["error.type"] == "ValueError"
    assert "output.value" not in tracing.attributes()
    assert_no_leak(tracing.body(), ["ann@example.com"])


def test_an_error_that_cannot_be_shown_costs_its_message_only(tracing):
    class SilentError(Exception):
        def __str__(self):
            raise RuntimeError(CANARY)

    @traced(tracer_provider=tracing.provider)
    def fail():
        raise SilentError

    with pytest.raises(SilentError):
        fail()

    assert tracing.span().status.code == 2
    assert failures() == {"traced.error:RuntimeError": 1}


def test_wrong_arguments_raise_what_they_always_raise(tracing):
    @traced(tracer_provider=tracing.provider)
    def one(a):
        return a

    with pytest.raises(TypeError, match=r"one\(\) missing 1 required positional argument"):
        one()

    assert tracing.attributes()["input.value"] == "[REDACTED]"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "name: got str, expected a text that is not empty"),
        ({"name": 3}, "name: got int, expected a text that is not empty"),
        ({"process_inputs": "x"}, "process_inputs: got str, expected a function that is not async"),
        ({"tracer_provider": 1}, "tracer_provider: got int, expected a TracerProvider instance"),
    ],
)
def test_a_wrong_argument_raises_at_decoration(wrong, said):
    with pytest.raises(ConfigError, match=said):
        traced(**wrong)


def test_async_processors_classes_and_values_are_refused():
    async def process(outputs):
        return outputs

    with pytest.raises(ConfigError, match=r"process_outputs: got function, expected .* not async"):
        traced(process_outputs=process)
    with pytest.raises(ConfigError, match="got a class, expected a function or method"):
        traced(ConfigError)
    with pytest.raises(ConfigError, match="got int, expected a function or method"):
        traced(3)
