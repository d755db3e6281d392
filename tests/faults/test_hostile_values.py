"""Values that break encoders: cycles, surrogates, NUL, bytes of no encoding, and the SDK's limits.

Depth, size and values of foreign types: `tests/test_fail_closed.py`.
"""

from __future__ import annotations

import logging

import pytest
from opentelemetry.sdk.trace import Event, SpanLimits, TracerProvider

from otel_redact import RedactingSpanProcessor, RedactionPolicy
from otel_redact.testing import assert_no_leak
from tests.support import WireExporter, make_span, plain, redacted, wire

CANARY = "canary7f3a9c"
MAIL = f"{CANARY}@example.com"


def list_in_itself():
    values = [MAIL]
    values.append(values)
    return values


def list_and_map():
    values = [MAIL]
    values.append({"back": values, MAIL: 1})
    return values


HOSTILE = {
    "list in itself": list_in_itself(),
    "list and map": list_and_map(),
    "surrogate": f"\ud800 {MAIL} \udfff",
    "surrogate in JSON": f'{{"a": "\\ud800 {MAIL}"}}',
    "NUL": f"\0{MAIL}\0",
    "bytes": b"\xff\xfe\x00 " + MAIL.encode(),
    "UTF-16": MAIL.encode("utf-16"),
    "bytearray": bytearray(MAIL.encode()),
    "view": memoryview(MAIL.encode()),
    "map of surrogates": {f"\udc00{MAIL}": MAIL},
    "many digits": 10**10_000,
    "endless": float("inf"),
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("where", ["attribute", "event", "input"])
def test_a_hostile_value_leaves_no_trace_and_costs_no_neighbour(value, where, caplog):
    key = "gen_ai.prompt" if where == "input" else "value"
    bag = {key: value, "kept": "fine"}
    event = [Event("e", bag)] if where == "event" else []
    span = make_span({} if event else bag, events=event)

    with caplog.at_level(logging.DEBUG):
        exporter = wire([span, make_span({"kept": "fine"}, name="sibling")])

    broken, sibling = exporter.spans()
    attributes = broken.events[0].attributes if event else broken.attributes
    assert plain(attributes)["kept"] == "fine"
    assert plain(sibling.attributes) == {"kept": "fine"}
    assert_no_leak(exporter.bodies, [CANARY])
    assert CANARY not in caplog.text
    assert "Failed" not in caplog.text


def test_names_of_no_encoding_are_sent_without_what_they_carry():
    assert redacted({f"\ud800{MAIL}": 1, f"\0{MAIL}": 2}) == {
        "\ufffd[EMAIL_ADDRESS]": 1,
        "\0[EMAIL_ADDRESS]": 2,
    }


def test_the_sdks_limits_hold_before_redaction_and_its_counts_survive():
    exporter = WireExporter()
    limits = SpanLimits(max_attributes=128, max_span_attribute_length=200)
    provider = TracerProvider(span_limits=limits, shutdown_on_exit=False)
    provider.add_span_processor(
        RedactingSpanProcessor(exporter, policy=RedactionPolicy(environ={}))
    )
    with provider.get_tracer("t").start_as_current_span("many") as span:
        for number in range(300):
            span.set_attribute(f"key {number}", MAIL)
        span.set_attribute("cut", f'{{"role": "user", "content": "{MAIL} {"x" * 500}"}}')
    provider.shutdown()

    (arrived,) = exporter.spans()
    assert len(arrived.attributes) == 128
    assert arrived.dropped_attributes_count == 300 + 1 - 128
    assert_no_leak(exporter.bodies, [CANARY])
