"""What becomes of any value: plain JSON of it, nothing of what it is not known to show."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import enum
import json
import pathlib
import threading
import types
import uuid

import pytest

from otel_redact_instrumentation import traced, traced_value
from otel_redact_instrumentation.traced_copy import fresh
from otel_redact_instrumentation.traced_failure import counters
from otel_redact_instrumentation.traced_text import encode
from tests.instrumentation.traced.tracing import CANARY


class Colour(enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    HIGH = 3


@dataclasses.dataclass
class Record:
    shown: object
    hidden: object = dataclasses.field(default=CANARY, repr=False)


Point = collections.namedtuple("Point", "x y")  # noqa: PYI024 - as users have them


class Opaque:
    def __repr__(self):
        return CANARY

    __str__ = __repr__


class Text(str):
    __slots__ = ()

    def __str__(self):
        return CANARY


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        (2**70, 2**70),
        (2**5000, "[redacted]"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
        (Text("text"), "text"),
        (b"bytes", "bytes"),
        (bytearray(b"\xff\x00"), "[2 bytes]"),
        (Colour.RED, "red"),
        (Level.HIGH, 3),
        (datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc), "2026-01-02T00:00:00+00:00"),
        (datetime.timedelta(seconds=1), "0:00:01"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (pathlib.PurePosixPath("/a"), "/a"),
        (Record(shown=1), {"shown": 1}),
        (Point(1, 2), {"x": 1, "y": 2}),
        ((1, "a"), [1, "a"]),
        ({1}, [1]),
        (collections.deque([1]), [1]),
        (types.MappingProxyType({"a": 1}), {"a": 1}),
        (collections.OrderedDict(a=1), {"a": 1}),
        ({1: "a", "1": "b", None: "c", (1,): "d", Colour.RED: "e"}, None),
        (Opaque(), "Opaque"),
        (Opaque, "type"),
        (iter([CANARY]), "list_iterator"),
        (threading.Lock(), "lock"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_becomes_plain_json(value, plain):
    if plain is None and isinstance(value, dict):
        plain = {"1": "a", "1#2": "b", "null": "c", "tuple": "d", "red": "e"}

    encoded = encode([value])

    assert json.loads(encoded.text) == [plain]
    assert CANARY not in encoded.text


def test_a_pydantic_model_becomes_its_shown_fields():
    pydantic = pytest.importorskip("pydantic")

    class Model(pydantic.BaseModel):
        model_config = pydantic.ConfigDict(extra="allow")
        shown: int
        nested: Record
        quiet: str = pydantic.Field(default=CANARY, repr=False)
        left_out: str = pydantic.Field(default=CANARY, exclude=True)
        secret: pydantic.SecretStr = pydantic.SecretStr(CANARY)

    encoded = encode(Model(shown=1, nested=Record(shown=2), more=3))

    assert json.loads(encoded.text) == {
        "shown": 1,
        "nested": {"shown": 2},
        "secret": "SecretStr",
        "more": 3,
    }
    assert json.loads(encode([Model]).text) == ["ModelMetaclass"]


def test_a_lazy_proxy_is_not_asked_for_what_it_stands_for():
    class Lazy:
        @property
        def __class__(self):
            raise AssertionError

    assert encode(Lazy()).text == "Lazy"


def test_a_value_inside_itself_and_one_too_deep_end():
    cycle = {"a": 1}
    cycle["self"] = cycle
    deep = []
    for _ in range(5000):
        deep = [deep]

    assert json.loads(encode(cycle).text) == {"a": 1, "self": "[redacted]"}
    assert encode(deep).text == "[" * 33 + '"[redacted]"' + "]" * 33
    assert encode(deep).limited


def test_the_same_value_twice_is_no_cycle():
    item = [1]

    assert encode([item, item]).text == "[[1],[1]]"


def test_a_text_that_does_not_fit_is_left_out_whole(monkeypatch):
    monkeypatch.setattr(traced_value, "MAX_CHARACTERS", 10)

    assert encode(["12345", "123456", "1234"]).text == '["12345","[redacted]","1234"]'
    assert encode("12345678901").text == "[redacted]"


def test_more_parts_than_are_walked_are_left_out():
    encoded = encode(range(3)), encode(list(range(10**6))), encode(dict.fromkeys(range(10**6)))

    assert encoded[0].text == "range"
    assert len(json.loads(encoded[1].text)) <= traced_value.MAX_PARTS + 1
    assert json.loads(encoded[1].text)[-1] == "[redacted]"
    assert len(json.loads(encoded[2].text)) <= traced_value.MAX_PARTS + 1
    assert all(each.limited for each in encoded[1:])


def test_lone_surrogates_become_question_marks():
    assert encode("a\ud800é").text == "a?é"
    assert json.loads(encode(["a\ud800é"]).text) == ["a?é"]


def test_the_repr_of_what_is_recorded_shows_nothing():
    assert CANARY not in repr(encode(CANARY))


def test_a_value_that_fails_costs_the_attribute_not_the_call(tracing):
    @dataclasses.dataclass
    class Broken:
        field: int = 0

        def __getattribute__(self, name):
            if name == "field":
                raise RuntimeError(CANARY)
            return super().__getattribute__(name)

    broken = Broken.__new__(Broken)

    @traced(tracer_provider=tracing.provider)
    def give(value):
        return value

    assert give(broken) is broken
    attributes = tracing.attributes()
    assert attributes["input.value"] == attributes["output.value"] == "[REDACTED]"
    assert attributes["input.mime_type"] == "text/plain"
    assert dict(counters.snapshot().failures) == {
        "traced.inputs:RuntimeError": 1,
        "traced.outputs:RuntimeError": 1,
    }


def test_a_copy_has_the_same_types_and_shares_nothing_that_can_change():
    lock = threading.Lock()
    given = {"list": [Record(shown=[1])], "tuple": ([2],), "lock": lock, "set": {3}, "t": Text("x")}
    given["self"] = given

    copied = fresh(given)

    assert copied["list"] == given["list"]
    assert copied["list"][0].shown is not given["list"][0].shown
    assert copied["tuple"][0] is not given["tuple"][0]
    assert copied["set"] is not given["set"]
    assert copied["lock"] == "lock"
    assert copied["self"] is copied
    assert given["lock"] is lock
