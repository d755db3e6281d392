from __future__ import annotations

import dataclasses
import datetime
import re
import uuid
from typing import NamedTuple

import pytest

from otel_redact import (
    ConfigError,
    Detector,
    Finding,
    Group,
    Rule,
    create_anonymizer,
    create_secret_anonymizer,
    default_detectors,
)

EMAIL = {"pattern": r"[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}", "replace": "<email-address>"}
UUID = {
    "pattern": r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
    "replace": "<UUID>",
}
ID = "123e4567-e89b-12d3-a456-426614174000"


class Point(NamedTuple):
    name: str
    x: int


@dataclasses.dataclass(frozen=True)
class Customer:
    mail: str
    tags: list[str]


@dataclasses.dataclass(slots=True)
class Slotted:
    mail: str


def test_existing_rule_lists_work_unchanged():
    anonymizer = create_anonymizer([EMAIL, UUID])

    result = anonymizer({"messages": [{"role": "user", "content": f"user@example.com has {ID}"}]})

    assert result == {"messages": [{"role": "user", "content": "<email-address> has <UUID>"}]}


def test_a_function_of_text_works_unchanged():
    pattern = re.compile(EMAIL["pattern"])
    anonymizer = create_anonymizer(lambda text: pattern.sub("<email-address>", text))

    assert anonymizer(["user@example.com", 3]) == ["<email-address>", 3]


def test_a_function_may_ask_for_the_path():
    seen = {}

    def remember(text, path):
        seen[text] = path
        return text

    create_anonymizer(remember)({"a": [{"b": "leaf"}], "c": '{"d": ["inner"]}'})

    assert seen["leaf"] == ["a", 0, "b"]
    assert seen["inner"] == ["c", "d", 0]
    assert seen["b"] == ["a", 0]
    assert seen["d"] == ["c"]


def test_a_function_that_asks_for_the_path_can_tell_a_key_from_its_value():
    anonymizer = create_anonymizer(lambda text, path: "***" if path[-1:] == ["secret"] else text)

    assert anonymizer({"secret": "a", "b": '{"secret": "c"}'}) == {
        "secret": "***",
        "b": '{"secret": "***"}',
    }


def test_an_optional_second_argument_is_not_taken_for_the_path():
    def shout(text, louder=False):
        return f"{text}{'!' if louder else ''}"

    assert create_anonymizer(shout)(["a"]) == ["a"]


def test_rules_run_in_order_each_on_what_the_last_one_left():
    anonymizer = create_anonymizer(
        [{"pattern": "a", "replace": "b"}, {"pattern": "b", "replace": "c"}]
    )

    assert anonymizer("aXb") == "cXc"


def test_detectors_run_before_rules_whatever_the_order_of_the_list():
    anonymizer = create_anonymizer([{"pattern": "ann|EMAIL", "replace": "x"}, *default_detectors()])

    assert anonymizer("ann@example.com ann") == "[x_ADDRESS] x"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"pattern": "b+"}, "a[redacted]c"),
        ({"pattern": "b+", "replace": None}, "a[redacted]c"),
        ({"pattern": "b+", "replace": ""}, "ac"),
        ({"pattern": "(b)(b)", "replace": r"\2-\g<1>"}, "ab-bc"),
        (Rule(pattern=re.compile("B+", re.IGNORECASE), replace="x"), "axc"),
    ],
    ids=["default", "none", "empty", "back-references", "flags of a compiled pattern"],
)
def test_the_replacement_means_what_it_says(rule, expected):
    assert create_anonymizer([rule])("abbc") == expected


class FindsSlim:
    name = "slim"

    def find(self, leaves):
        return [
            [Finding(start=m.start(), end=m.end(), entity="PERSON") for m in re.finditer("Slim", t)]
            for t, *_ in leaves
        ]


def test_an_engine_runs_after_the_default_detectors():
    assert create_anonymizer(FindsSlim())("Slim: slim@example.com") == "[PERSON]: [EMAIL_ADDRESS]"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"k": "a@b.example"}, {"k": "<m>"}),
        ({"a@b.example": 1}, {"<m>": 1}),
        ({"a@b.example": 1, "c@b.example": 2}, {"<m>": 1, "<m>#2": 2}),
        (("a@b.example", 1), ("<m>", 1)),
        ({"a@b.example"}, {"<m>"}),
        (frozenset({"a@b.example"}), frozenset({"<m>"})),
        (b"\xff a@b.example", b"\xff <m>"),
        (Point("a@b.example", 2), Point("<m>", 2)),
        (Customer("a@b.example", ["c@b.example"]), Customer("<m>", ["<m>"])),
        (Slotted("a@b.example"), Slotted("<m>")),
        ('{"k": "a@b.example"}', '{"k": "<m>"}'),
        ({("a@b.example", 1): 2}, {("<m>", 1): 2}),
        (datetime.date(2026, 1, 2), datetime.date(2026, 1, 2)),
        (uuid.UUID(ID), uuid.UUID(ID)),
        (1.5, 1.5),
        (None, None),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_shape_comes_back_new_and_redacted(value, expected):
    anonymizer = create_anonymizer([{"pattern": r"\w+@[\w.]+", "replace": "<m>"}])

    result = anonymizer(value)

    assert result == expected
    assert type(result) is type(expected)


def test_pydantic_models_come_back_new_and_redacted():
    pydantic = pytest.importorskip("pydantic")

    class Mail(pydantic.BaseModel):
        model_config = pydantic.ConfigDict(extra="allow", frozen=True)
        to: str
        inner: dict[str, str]

    mail = Mail(to="a@b.example", inner={"cc": "a@b.example"}, bcc="a@b.example")

    result = create_anonymizer([{"pattern": r"\w+@[\w.]+", "replace": "<m>"}])(mail)

    assert result.model_dump() == {"to": "<m>", "inner": {"cc": "<m>"}, "bcc": "<m>"}
    assert mail.model_dump() == {
        "to": "a@b.example",
        "inner": {"cc": "a@b.example"},
        "bcc": "a@b.example",
    }


def test_an_unknown_object_is_not_returned():
    assert create_anonymizer([EMAIL])([object(), "x"]) == ["[REDACTED]", "x"]


def test_the_argument_is_never_changed():
    value = {"a": [{"m": "user@example.com"}], "j": '{"m": "user@example.com"}'}

    result = create_anonymizer([EMAIL])(value)

    assert value == {"a": [{"m": "user@example.com"}], "j": '{"m": "user@example.com"}'}
    assert result is not value
    assert result["a"] is not value["a"]


def test_a_text_without_findings_is_the_very_same_object():
    text = '{"a": ["nothing", {"b": 1.10, "b": "here"}]}'

    assert create_anonymizer([EMAIL])({"k": text})["k"] is text


@pytest.mark.parametrize(("levels", "expected"), [(10, "user"), (11, "[redacted]")])
def test_a_string_below_max_depth_is_redacted_whole(levels, expected):
    value = "user"
    for _ in range(levels):
        value = {"k": value}

    result = create_anonymizer([EMAIL])(value)

    for _ in range(levels):
        result = result["k"]
    assert result == expected


def test_json_text_counts_its_own_nesting_from_zero():
    anonymizer = create_anonymizer([EMAIL], max_depth=2)

    assert anonymizer({"a": {"b": '{"c": {"d": "x"}}'}}) == {"a": {"b": '{"c": {"d": "x"}}'}}
    assert anonymizer('{"c": {"d": {"e": "x"}}}') == '{"c": {"d": {"e": "[redacted]"}}}'


def test_json_in_json_is_read_four_layers_deep():
    import json

    def wrapped(layers):
        text = "user@example.com"
        for _ in range(layers):
            text = json.dumps({"k": text})
        return text

    def unwrapped(text, layers):
        for _ in range(layers):
            text = json.loads(text)["k"]
        return text

    anonymizer = create_anonymizer([EMAIL])

    assert unwrapped(anonymizer(wrapped(5)), 5) == "<email-address>"
    assert "user@" not in anonymizer(wrapped(6))
    assert unwrapped(anonymizer(wrapped(6)), 5) == "[redacted]"


def test_a_card_as_a_number_becomes_a_string_and_other_numbers_stay():
    card = 4111_1111_1111_1111
    anonymizer = create_anonymizer([*default_detectors()])

    assert anonymizer({"card": card, "n": 1732384000, "t": 11}) == {
        "card": "[CREDIT_CARD]",
        "n": 1732384000,
        "t": 11,
    }
    assert (
        anonymizer('{"card": 4111111111111111, "x": 1.10}')
        == '{"card": "[CREDIT_CARD]", "x": 1.10}'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "see the secret-half', '{"a": "see the [REDACTED]'),
        ('{"a": "call 4111 1111 111', '{"a": "call [REDACTED]'),
        ('{"a": "b"', '{"a": "b"'),
        ('{"a": "user@example.com", "b": tr', '{"a": "<email-address>", "b": [REDACTED]'),
    ],
)
def test_the_cut_tail_of_truncated_json_counts_as_sensitive(text, expected):
    assert create_anonymizer([EMAIL])(text) == expected


def test_the_secret_anonymizer_finds_secrets_and_no_addresses():
    key = "sk-" + "ant-api03-" + "a1B2" * 24
    anonymizer = create_secret_anonymizer(extra_rules=[{"pattern": "cust-[0-9]+"}])

    assert anonymizer(f"{key} ann@example.com cust-1") == (
        "[ANTHROPIC_API_KEY] ann@example.com [redacted]"
    )


@pytest.mark.parametrize(
    ("replacer", "words"),
    [
        ([], "empty list"),
        ([{"pattern": "("}], "rule 0"),
        ([{"replace": "x"}], 'no "pattern"'),
        ([{"pattern": "a", "repalce": "x"}], "repalce"),
        ([{"pattern": "a", "replace": len}], "replace is"),
        ([{"pattern": "a", "replace": r"\2"}], "does not fit"),
        ([{"pattern": re.compile(b"a")}], "bytes"),
        (["a"], "rule 0: got str"),
        (7, "got int"),
    ],
)
def test_bad_rules_are_refused_at_construction(replacer, words):
    with pytest.raises(ConfigError, match=words):
        create_anonymizer(replacer)


@pytest.mark.parametrize("depth", [0, -1, True, "3"])
def test_a_bad_depth_is_refused(depth):
    with pytest.raises(ConfigError, match="max_depth"):
        create_anonymizer([EMAIL], max_depth=depth)


def test_a_detector_of_ones_own_is_compiled_at_construction():
    detector = Detector(
        name="ticket",
        entity="TICKET",
        group=Group.PII,
        pattern="T-[0-9]{4}",
        hits=(),
        misses=(),
        source="ours",
    )

    assert create_anonymizer([detector])("see T-1234") == "see [TICKET]"
    with pytest.raises(ConfigError, match="detector 'ticket'"):
        create_anonymizer([dataclasses.replace(detector, pattern="(")])
