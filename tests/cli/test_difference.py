"""The demo's rows: one for every value that differs between raw and exported, and no other."""

from __future__ import annotations

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, ArrayValue, KeyValue, KeyValueList
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from otel_redact.cli.difference import Row, compare, count_values


def attribute(key: str, value: object) -> KeyValue:
    return KeyValue(key=key, value=any_value(value))


def any_value(value: object) -> AnyValue:
    if isinstance(value, list):
        return AnyValue(array_value=ArrayValue(values=[any_value(item) for item in value]))
    if isinstance(value, dict):
        pairs = [attribute(key, item) for key, item in value.items()]
        return AnyValue(kvlist_value=KeyValueList(values=pairs))
    fields = {str: "string_value", bool: "bool_value", int: "int_value", bytes: "bytes_value"}
    return AnyValue() if value is None else AnyValue(**{fields[type(value)]: value})


def span(name: str = "chat", number: int = 1, **attributes: object) -> Span:
    return Span(
        name=name,
        span_id=bytes([number] * 8),
        start_time_unix_nano=number,
        attributes=[attribute(key, value) for key, value in attributes.items()],
    )


def request(*spans: Span, **resource: object) -> bytes:
    message = ExportTraceServiceRequest()
    resource_spans = message.resource_spans.add()
    resource_spans.resource.attributes.extend(attribute(k, v) for k, v in resource.items())
    resource_spans.scope_spans.add().spans.extend(spans)
    return bytes(message.SerializeToString())


def only_row(raw: bytes, exported: bytes) -> Row:
    (row,) = compare([raw], [exported])
    return row


def test_equal_spans_have_no_rows() -> None:
    body = request(span(a="x", b=[1, "y"]), service="chat")

    assert compare([body], [body]) == []


def test_a_changed_attribute_is_a_row_with_its_entities() -> None:
    row = only_row(
        request(span(prompt="a@b.example and c@d.example [MAIL]", kept="x")),
        request(span(prompt="[EMAIL] and [EMAIL] [MAIL]", kept="x")),
    )

    assert (row.number, row.span, row.place, row.key) == (1, "chat", "attribute", "prompt")
    assert row.before == "a@b.example and c@d.example [MAIL]"
    assert row.after == "[EMAIL] and [EMAIL] [MAIL]"
    assert row.findings == {"EMAIL": 2}
    assert row.rule == "EMAIL"


def test_a_removed_attribute_is_hidden() -> None:
    row = only_row(request(span(prompt="secret")), request(span()))

    assert row.after is None
    assert row.rule == "hidden"
    assert row.findings == {}


def test_a_value_changed_without_a_placeholder_is_called_changed() -> None:
    row = only_row(request(span(card="4242")), request(span(card="**42")))

    assert row.rule == "changed"


def test_a_redacted_key_is_paired_with_what_it_was() -> None:
    row = only_row(
        request(span(**{"of.a@b.example": "1", "kept": "x"})),
        request(span(**{"of.[EMAIL]": "1", "kept": "x"})),
    )

    assert (row.key, row.before, row.after) == (
        "of.[EMAIL]",
        "of.a@b.example = 1",
        "of.[EMAIL] = 1",
    )
    assert row.findings == {"EMAIL": 1}


def test_values_that_are_not_text_are_shown_as_json() -> None:
    row = only_row(
        request(span(v={"list": ["é", 1, True], "raw": b"a\xff", "none": None})),
        request(span(v=["[X]"])),
    )

    assert row.before == '{"list": ["é", 1, true], "raw": "a\\\\xff", "none": null}'
    assert row.after == '["[X]"]'


def test_every_place_of_a_span_is_compared() -> None:
    raw, exported = span(name="call a@b.example"), span(name="call [EMAIL]")
    for one, text in ((raw, "a@b.example"), (exported, "[EMAIL]")):
        one.events.add(name="exception", attributes=[attribute("exception.message", text)])
        one.events.add(name=text)
        one.links.add(attributes=[attribute("why", text)])
        one.status.message = text
        one.trace_state = f"v={text}"

    rows = compare([request(raw)], [request(exported)])

    assert [(row.place, row.key) for row in rows] == [
        ("span", "name"),
        ("event 1", "exception.message"),
        ("event", "name"),
        ("link", "why"),
        ("status", "description"),
        ("trace state", ""),
    ]
    assert {row.span for row in rows} == {"call [EMAIL]"}


def test_resource_and_scope_come_first_and_once() -> None:
    raw = [request(span(number=n, a="x"), token="s3cret") for n in (1, 2)]
    exported = [request(span(number=1, a="x"), span(number=2, a="[X]"), token="[TOKEN]")]

    rows = compare(raw, exported)

    assert [(row.number, row.span, row.place) for row in rows] == [
        (0, "(every span)", "resource"),
        (2, "chat", "attribute"),
    ]


def test_rows_are_in_the_order_in_which_the_spans_started() -> None:
    raw = [request(span("late", 2, a="x")), request(span("early", 1, a="x"))]
    exported = [request(span("late", 2, a="[X]"), span("early", 1, a="[X]"))]

    assert [row.span for row in compare(raw, exported)] == ["early", "late"]


def test_a_span_that_was_not_exported_is_said_to_be() -> None:
    rows = compare([request(span(a="x"))], [])

    assert {row.span for row in rows} == {"(not exported)"}
    assert [row.after for row in rows] == [None, None]


def test_a_row_does_not_show_its_texts_in_repr() -> None:
    row = only_row(request(span(a="canary")), request(span(a="[X]")))

    assert "canary" not in repr(row)


def test_values_are_counted_with_the_shared_ones_once() -> None:
    bodies = [request(span(number=n, a=1, b="x"), service="chat") for n in (1, 2)]

    assert count_values(bodies) == 7
