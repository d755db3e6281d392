"""Users' functions and engines at their worst: what they get costs itself, nothing else."""

from __future__ import annotations

import asyncio
import dataclasses
import sys
import time

import pytest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor, RedactionPolicy, create_anonymizer, redact
from tests.support import WireExporter, make_span, plain, redacted, wire

SECRET = "canary7f3a9c"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


class Panic(BaseException):
    """What an extension module written in another language raises."""


@pytest.mark.parametrize("error", [SystemExit, asyncio.CancelledError, Panic, KeyboardInterrupt])
def test_no_class_of_exception_ends_the_worker(error, capsys):
    def broken(_):
        raise error(SECRET)

    exporter = WireExporter()
    provider = TracerProvider()
    processor = RedactingSpanProcessor(
        exporter, policy=policy(hide_inputs=broken), max_export_batch_size=1
    )
    provider.add_span_processor(processor)
    for number, name in enumerate(("first", "second"), 1):
        with provider.get_tracer("t").start_as_current_span(name) as span:
            span.set_attribute("gen_ai.prompt", SECRET)
        # The worker thread exports, not the main thread, where Ctrl-C must stay Ctrl-C.
        deadline = time.monotonic() + 5
        while len(exporter.bodies) < number and time.monotonic() < deadline:
            time.sleep(0.01)
    provider.shutdown()

    assert [plain(s.attributes) for s in exporter.spans()] == [{"gen_ai.prompt": "[REDACTED]"}] * 2
    assert SECRET not in "".join(capsys.readouterr())


@pytest.mark.parametrize("function", [sys.exit, "".index])
def test_an_anonymizer_function_that_exits_costs_its_text(function):
    arrived = redacted({"gen_ai.prompt": SECRET}, policy(anonymizer=function))

    assert arrived == {"gen_ai.prompt": "[REDACTED]"}


class Answers:
    name = "answers"

    def __init__(self, answer):
        self.answer = answer

    def find(self, leaves):
        return [self.answer for _ in leaves]


class Raising(list):
    def __bool__(self):
        raise RuntimeError(SECRET)

    __len__ = __iter__ = __bool__


@pytest.mark.parametrize("answer", [{}, False, 0, "", Raising()], ids=repr)
def test_an_engine_that_answers_nonsense_passes_nothing(answer):
    given = policy(anonymizer=create_anonymizer(Answers(answer)))

    assert redacted({"a": SECRET}, given) == {"a": "[REDACTED]"} or redacted(
        {"gen_ai.prompt": SECRET}, given
    ) == {"gen_ai.prompt": "[REDACTED]"}
    assert SECRET.encode() not in wire(make_span({"gen_ai.prompt": SECRET}), given).bodies[0]


def test_keys_are_not_remembered_as_clean_for_a_function_that_may_change_its_mind():
    denied: set[str] = set()
    anonymizer = create_anonymizer(lambda text: "[x]" if text in denied else text)

    before = anonymizer({"ann": "ann"})
    denied.add("ann")

    assert before == {"ann": "ann"}
    assert anonymizer({"ann": "ann"}) == {"[x]": "[x]"}


def test_settling_the_same_policy_again_costs_nothing_and_keeps_nothing():
    from otel_redact.decision import settle_once

    given = policy(hide_inputs=True)

    assert settle_once(given) is settle_once(given)
    assert settle_once(given) is not settle_once(policy(hide_inputs=True))


class Uncopyable:
    def __deepcopy__(self, memo):
        raise RuntimeError(SECRET)


class Hostile(dict):
    def __iter__(self):
        raise RuntimeError(SECRET)

    keys = items = __iter__


@pytest.mark.parametrize(
    ("value", "function"),
    [
        (Uncopyable(), dict),
        (SECRET, lambda inputs: Hostile(a=1)),
        ('{"a":' * 3000 + "1" + "}" * 3000, lambda inputs: {**inputs, "x": 1}),
    ],
    ids=["deepcopy", "mapping", "deep"],
)
@pytest.mark.parametrize("side", ["inputs", "metadata"])
def test_whatever_breaks_around_a_callable_costs_its_values_only(value, function, side):
    key = "gen_ai.prompt" if side == "inputs" else "langsmith.metadata.k"
    given = policy(**{f"hide_{side}": function})

    arrived = redacted({key: value, "good": "fine"}, given)

    assert arrived["good"] == "fine"
    assert arrived[key] == "[REDACTED]"


@dataclasses.dataclass
class Record:
    text: str

    def __copy__(self):
        raise RuntimeError(SECRET)


def test_redact_raises_nothing_of_foreign_code():
    assert redact(Record("x"), policy=policy()) == "[REDACTED]"


class Short(list):
    """As long as it should be, until somebody looks."""

    def __len__(self):
        return 1

    def __iter__(self):
        raise SystemExit(SECRET)


class Lying:
    name = "lying"

    def find(self, leaves):
        return Short()


def test_an_engine_whose_answer_breaks_when_it_is_read_costs_the_texts():
    given = policy(anonymizer=create_anonymizer(Lying()))

    assert redact(SECRET, policy=given) == "[REDACTED]"
    assert redacted({"gen_ai.prompt": SECRET}, given) == {"gen_ai.prompt": "[REDACTED]"}


class Name(str):
    __slots__ = ()

    def __str__(self):
        raise RuntimeError(SECRET)


def test_a_returned_key_that_breaks_when_it_is_printed_is_its_text():
    given = policy(hide_inputs=lambda inputs: {Name("kept"): "x"})

    assert redacted({"gen_ai.prompt": SECRET}, given) == {"kept": "x"}
