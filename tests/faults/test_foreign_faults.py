"""Rules, functions, engines and exporters that raise, hang or return anything at all.

What `tests/test_fail_closed.py` and `tests/test_foreign_code.py` show is not shown again.
Over 200 lines, because of the tables of what can be raised and returned.
"""

from __future__ import annotations

import asyncio
import dataclasses
import threading
import time

import pytest
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExportResult

from otel_redact import (
    RedactingSpanExporter,
    RedactingSpanProcessor,
    RedactionPolicy,
    create_anonymizer,
    default_detectors,
)
from tests.faults.matrix import LOST
from tests.support import WireExporter, make_span, plain, wire

CANARY = "canary7f3a9c"
MAIL = f"{CANARY}@example.com"


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


def lost(processor: RedactingSpanProcessor | RedactingSpanExporter) -> int:
    return sum(processor.counters.spans.get(outcome, 0) for outcome in LOST)


class Panic(BaseException):
    """What an extension module written in another language raises."""


ERRORS = [
    RecursionError,
    MemoryError,
    StopIteration,
    GeneratorExit,
    SystemExit,
    UnicodeError,
    asyncio.CancelledError,
    Panic,
]


def forever(text):
    return forever(text) + 1


def raising(error):
    def function(_):
        raise error(CANARY)

    return function


def with_validate(validate):
    (mail,) = [one for one in default_detectors() if one.name == "email_address"]
    return create_anonymizer([dataclasses.replace(mail, validate=validate)])


class Engine:
    name = "broken"

    def __init__(self, function):
        self.function = function

    def find(self, leaves):
        if not any(CANARY in leaf.text for leaf in leaves):
            return [[] for _ in leaves]
        return self.function(leaves)


WAYS = {
    "hide_inputs": lambda function: policy(hide_inputs=function),
    "anonymizer": lambda function: policy(
        anonymizer=lambda text: function(text) if CANARY in text else text
    ),
    "engine": lambda function: policy(anonymizer=create_anonymizer(Engine(function))),
    "validate": lambda function: policy(anonymizer=with_validate(function)),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("function", [*map(raising, ERRORS), forever], ids=[*ERRORS, "recursion"])
def test_whatever_a_function_raises_costs_the_value_it_was_asked_about(way, function, caplog):
    broken = make_span({"gen_ai.prompt": f"{CANARY}, {MAIL}", "kept": "fine"}, name="broken")
    sibling = make_span({"kept": "fine"}, name="sibling")

    exporter = wire([broken, sibling], WAYS[way](function))

    arrived = {span.name: plain(span.attributes) for span in exporter.spans()}
    assert arrived["sibling"] == {"kept": "fine"}
    assert arrived["broken"] == {"gen_ai.prompt": "[REDACTED]", "kept": "fine"}
    assert CANARY not in caplog.text


HUGE = {
    "5 MB": lambda values: dict.fromkeys(values, MAIL + " x" * 2_500_000),
    "20,000 keys": lambda values: {f"key {n}": "x" for n in range(20_000)},
    "10,000 digits": lambda values: dict.fromkeys(values, 10**10_000),
    "100,000 levels": lambda values: dict.fromkeys(values, nested(100_000)),
    "itself": lambda values: cyclic(),
    "a generator": lambda values: (item for item in values.items()),
    "numbers": lambda values: dict.fromkeys(values, float("inf")),
}


def nested(depth):
    value = [MAIL]
    for _ in range(depth):
        value = [value]
    return value


def cyclic():
    values = {"gen_ai.prompt": [MAIL]}
    values["gen_ai.prompt"].append(values)
    return values


@pytest.mark.parametrize("function", HUGE.values(), ids=HUGE)
def test_whatever_a_function_returns_is_redacted_or_replaced(function, caplog):
    spans = [
        make_span({"gen_ai.prompt": MAIL}, name="broken"),
        make_span({"kept": "fine"}, name="sibling"),
    ]

    exporter = wire(spans, policy(hide_inputs=function))

    assert [span.name for span in exporter.spans()] == ["broken", "sibling"]
    assert plain(exporter.spans()[1].attributes) == {"kept": "fine"}
    assert CANARY.encode() not in b"".join(exporter.bodies)
    assert CANARY not in caplog.text


class Failing(WireExporter):
    """Fails with spans of one name, in one of several ways."""

    def __init__(self, fail):
        super().__init__()
        self.fail = fail

    def export(self, spans):
        if spans[0].name == "broken":
            return self.fail(spans)
        return super().export(spans)


FAILS = {
    "says so": lambda spans: SpanExportResult.FAILURE,
    "raises": raising(RuntimeError),
    "exits": raising(SystemExit),
    "is cancelled": raising(asyncio.CancelledError),
    "panics": raising(Panic),
}


@pytest.mark.parametrize("way", ["worker", "caller", "exporter"])
@pytest.mark.parametrize("fail", FAILS.values(), ids=FAILS)
def test_an_exporter_that_fails_costs_its_batch_and_the_worker_goes_on(way, fail, caplog):
    exporter = Failing(fail)
    if way == "exporter":
        redacting = RedactingSpanExporter(exporter, policy=policy())
        processor = BatchSpanProcessor(redacting, max_export_batch_size=1)
    else:
        redacting = processor = RedactingSpanProcessor(
            exporter, policy=policy(), redact_in=way, max_export_batch_size=1
        )
    for name in ("first", "broken", "last"):
        processor.on_end(make_span({"to": MAIL}, name=name))
        time.sleep(0.05)  # for the worker, on whose thread all this is to happen
    worker = processor._batch if way != "exporter" else processor
    assert worker._batch_processor._worker_thread.is_alive()
    processor.shutdown()

    assert [span.name for span in exporter.spans()] == ["first", "last"]
    assert redacting.counters.spans == {"redacted": 3, "export_failed": 1}
    assert CANARY not in caplog.text


def test_a_function_that_hangs_holds_up_neither_flush_nor_shutdown_and_sends_nothing_raw():
    released = threading.Event()
    exporter = WireExporter()

    def hang(inputs):
        released.wait(30)
        return inputs

    processor = RedactingSpanProcessor(
        exporter,
        policy=policy(hide_inputs=hang),
        max_queue_size=8,
        max_export_batch_size=2,
        schedule_delay_millis=1,
    )
    for number in range(20):
        processor.on_end(make_span({"gen_ai.prompt": MAIL, "n": number}))
        time.sleep(0.001)
    before = time.monotonic()

    assert processor.force_flush(200) is False
    processor.shutdown(300)

    assert time.monotonic() - before < 3
    assert exporter.bodies == []
    processor.on_end(make_span({"gen_ai.prompt": MAIL}))
    assert lost(processor) == 21
    assert processor.counters.spans["queue_full"] in (10, 11)  # the worker has two, or one

    released.set()
    end = time.monotonic() + 10
    while lost(processor) + len(exporter.spans()) != 21 or not exporter.bodies:
        assert time.monotonic() < end
        time.sleep(0.01)
    assert CANARY.encode() not in b"".join(exporter.bodies)
