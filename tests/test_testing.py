"""`assert_no_leak` finds a canary in every form it can take on the wire, and never passes idly."""

from __future__ import annotations

import base64
import doctest
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import otel_redact.testing
from otel_redact.errors import ConfigError, LeakError
from otel_redact.testing import assert_no_leak, find_leaks

CANARY = 'Zoë/"q"+\\n@example.com'
JSON_CANARY = 'tab\t"quoted" ü'


def spans_of(use: Callable[[object], None]) -> list[ReadableSpan]:
    memory = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(memory))
    with provider.get_tracer("tests").start_as_current_span("work") as span:
        use(span)
    return list(memory.get_finished_spans())


def json_layers(text: str, layers: int, *, ensure_ascii: bool) -> bytes:
    for _ in range(layers):
        text = json.dumps({"k": text}, ensure_ascii=ensure_ascii)
    return text.encode()


@pytest.mark.parametrize(
    ("haystack", "form"),
    [
        (b"\x00" + CANARY.encode() + b"\x01", "text"),
        (CANARY.upper().replace("Ë", "ë").encode(), "text"),
        (json_layers(CANARY, 1, ensure_ascii=True), "json x1"),
        (json_layers(CANARY, 2, ensure_ascii=True), "json x2"),
        (json_layers(CANARY, 3, ensure_ascii=True), "json x3"),
        (json_layers(CANARY, 2, ensure_ascii=False), "json x2"),
        (json_layers(CANARY, 1, ensure_ascii=True).replace(b"/", b"\\/"), "json x1"),
        (quote(CANARY, safe="").encode(), "percent"),
        (quote(CANARY).encode(), "percent"),
        (quote(CANARY, safe="").lower().encode(), "percent"),
        (base64.b64encode(CANARY.encode()), "base64"),
        (base64.b64encode(b"x" + CANARY.encode() + b"tail"), "base64"),
        (base64.b64encode(b"xy" + CANARY.encode() + b"tail"), "base64"),
        (base64.urlsafe_b64encode(b"xyz" + CANARY.encode()), "base64"),
    ],
    ids=[
        "utf-8",
        "ASCII letters in another case",
        "JSON",
        "JSON in JSON",
        "JSON in JSON in JSON",
        "JSON that keeps non-ASCII",
        "JSON with escaped slashes",
        "percent-encoded",
        "percent-encoded path",
        "percent-encoded with lower-case digits",
        "base64",
        "base64 one byte on",
        "base64 two bytes on",
        "URL-safe base64",
    ],
)
def test_a_canary_is_found_in_every_form(haystack: bytes, form: str) -> None:
    with pytest.raises(LeakError, match=f"found as {form} at byte"):
        assert_no_leak(haystack, [CANARY])


def test_bytes_without_the_canary_pass() -> None:
    assert_no_leak(b"\n\x0f[EMAIL_ADDRESS]", ["alice@example.com"])


def test_the_message_names_index_length_form_and_offset_but_not_the_text() -> None:
    with pytest.raises(LeakError) as caught:
        assert_no_leak([b"clean", b"..ALICE@example.com"], ["bob@", "alice@example.com"])

    assert str(caught.value) == "canary 1 (17 characters) found as text at byte 2 of input 1"


def test_more_than_five_leaks_are_counted() -> None:
    with pytest.raises(LeakError) as caught:
        assert_no_leak([b"secret"] * 7, ["secret"])

    assert str(caught.value).endswith("; and 2 more")


def test_find_leaks_gives_each_canary_once_per_input() -> None:
    leaks = find_leaks([b"a secret and a secret", b"secret"], ["secret", "absent"])

    assert [(leak.canary, leak.source, leak.offset) for leak in leaks] == [(0, 0, 2), (0, 1, 0)]


@pytest.mark.parametrize(
    "use",
    [
        lambda span: span.set_attribute("prompt", "mail alice@example.com"),
        lambda span: span.set_attribute("alice@example.com", 1),
        lambda span: span.set_attribute("list", ["a", "alice@example.com"]),
        lambda span: span.add_event("alice@example.com"),
        lambda span: span.add_event("e", {"exception.message": "alice@example.com"}),
        lambda span: span.record_exception(ValueError("alice@example.com")),
        lambda span: span.update_name("mail alice@example.com"),
        lambda span: span.set_attribute("prompt", json.dumps({"to": "alice@example.com"})),
    ],
    ids=["value", "key", "list", "event name", "event value", "exception", "span name", "JSON"],
)
def test_a_canary_is_found_wherever_a_span_carries_text(use: Callable[[object], None]) -> None:
    spans = spans_of(use)

    with pytest.raises(LeakError):
        assert_no_leak(spans, ["alice@example.com"])


def test_one_span_alone_is_searched() -> None:
    (span,) = spans_of(lambda span: span.set_attribute("prompt", "alice@example.com"))

    with pytest.raises(LeakError):
        assert_no_leak(span, ["alice@example.com"])


@pytest.mark.parametrize("value", [4111111111111111, 4111111111111111.0], ids=["int", "float"])
def test_a_card_number_sent_as_a_number_is_found(value: float) -> None:
    spans = spans_of(lambda span: span.set_attribute("card", value))

    with pytest.raises(LeakError, match="found as number"):
        assert_no_leak(spans, ["4111111111111111"])


def test_a_span_without_the_canary_passes_and_is_unchanged() -> None:
    (span,) = spans_of(lambda span: span.set_attribute("prompt", "hello"))
    before = span.to_json()

    assert_no_leak(span, ["alice@example.com"])

    assert span.to_json() == before


@pytest.mark.parametrize(
    ("given_spans", "canaries", "reason"),
    [
        (b"data", [], "got none"),
        (b"data", [""], "number 0 is blank"),
        (b"data", ["x", " \t"], "number 1 is blank"),
        (b"data", "alice", "expected a sequence of str"),
        (b"data", [b"alice"], "expected a sequence of str"),
        (b"", ["alice"], "got no spans and no bytes"),
        ([], ["alice"], "got no spans and no bytes"),
        ([b"", b""], ["alice"], "got no spans and no bytes"),
        (iter(()), ["alice"], "got no spans and no bytes"),
        ("text", ["alice"], "got str"),
        (7, ["alice"], "got int"),
        (["text"], ["alice"], "an item of str"),
        (b"\x1f\x8b\x08\x00", ["alice"], "got gzip data"),
    ],
    ids=[
        "no canaries",
        "empty canary",
        "blank canary",
        "one str for the sequence",
        "bytes as canary",
        "no bytes",
        "no spans",
        "only empty bytes",
        "empty iterator",
        "str",
        "int",
        "list of str",
        "compressed",
    ],
)
def test_a_check_that_cannot_fail_is_refused(
    given_spans: object, canaries: object, reason: str
) -> None:
    with pytest.raises(ConfigError, match=reason):
        assert_no_leak(given_spans, canaries)


@given(
    canary=st.text(min_size=5, max_size=30).filter(str.strip),
    layers=st.integers(0, 3),
    ascii_only=st.booleans(),
)
def test_any_text_is_found_under_up_to_three_layers_of_json(
    canary: str, layers: int, *, ascii_only: bool
) -> None:
    haystack = json_layers(canary, layers, ensure_ascii=ascii_only)

    assert find_leaks(haystack, [canary]) != []


@given(canary=st.binary(min_size=5, max_size=40), prefix=st.binary(max_size=7), suffix=st.binary())
def test_any_text_is_found_inside_base64(canary: bytes, prefix: bytes, suffix: bytes) -> None:
    text = canary.hex()
    haystack = base64.b64encode(prefix + text.encode() + suffix)

    assert find_leaks(haystack, [text]) != []


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(otel_redact.testing).failed == 0
