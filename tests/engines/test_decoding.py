"""What an encoding hides is found, and its place in the text as it is."""

from __future__ import annotations

import json
import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otel_redact.catalogue import create_engine
from otel_redact.detectors import DETECTORS
from otel_redact.engines import TriggerEngine
from otel_redact.engines.decoding import DecodingEngine
from otel_redact.leaves import columns_of
from otel_redact.operators.factory import create_operator
from otel_redact.types import Detector, Engine, Finding, Group, Leaf, Operator
from tests.decoders.spelling import ANY_VALUE, SECRETS_ONLY

BUILT_IN = (
    *("email_address", "credit_card", "phone_number", "openai_api_key", "github_token", "us_ssn"),
    *("password", "secret_assignment", "private_key", "aws_access_key_id", "ipv4_address"),
)
ENGINE = DecodingEngine([one for one in DETECTORS if one.name in BUILT_IN])
INNER = TriggerEngine([one for one in DETECTORS if one.name in BUILT_IN])
SK = "sk-" + "proj-" + "A1b2C3d4" * 5
GITHUB = "gh" + "p_" + "aB3" * 12
VALUES = {
    "EMAIL_ADDRESS": "ann@example.com",
    "CREDIT_CARD": "4111-1111-1111-1111",
    "PHONE_NUMBER": "415-555-2671",
    "OPENAI_API_KEY": SK,
    "GITHUB_TOKEN": GITHUB,
}
SECRETS = ("OPENAI_API_KEY", "GITHUB_TOKEN")
CASES = [
    *((entity, name, how) for entity in VALUES for name, how in ANY_VALUE.items()),
    *((entity, name, how) for entity in SECRETS for name, how in SECRETS_ONLY.items()),
]
IDS = [f"{entity} {name}" for entity, name, _ in CASES]


def _redacted(text: str, key: str = "", operator: Operator | None = None) -> str:
    for one in reversed(ENGINE.find([Leaf(text, key)])[0]):
        piece = f"[{one.entity}]"
        if operator is not None:
            piece = operator(text[one.start : one.end], one.entity)
        text = text[: one.start] + piece + text[one.end :]
    return text


def test_engine_is_the_default_one_and_keeps_the_protocol():
    assert isinstance(ENGINE, Engine)
    assert isinstance(create_engine(DETECTORS), DecodingEngine)
    assert ENGINE.name == INNER.name
    assert ENGINE.find([]) == []
    assert ENGINE.probe([]) == []
    assert ENGINE.key_matters("password")
    assert not ENGINE.key_matters("note")


@pytest.mark.parametrize(("entity", "name", "spell"), CASES, ids=IDS)
def test_a_spelled_value_goes_as_a_whole(entity: str, name: str, spell):
    spelled = spell(VALUES[entity])
    begin = "\\n" if spelled.startswith("\\n") else ""
    text = f"say {spelled} now"
    expected = f"say {begin}[{entity}] now"
    if begin and ("base64" in name or entity == "EMAIL_ADDRESS"):
        expected = f"say \\[{entity}] now"  # the letter of the escape may belong to it

    assert _redacted(text) == expected


@pytest.mark.parametrize(("entity", "name", "spell"), CASES, ids=IDS)
def test_probe_points_at_every_spelling_in_text_and_in_json(entity: str, name: str, spell):
    text = f"say {spell(VALUES[entity])} now"
    spellings = [text]
    for ascii_only in (True, False):
        one = json.dumps([{"content": text}], ensure_ascii=ascii_only)
        spellings += one, json.dumps({"inner": one}, ensure_ascii=ascii_only)

    assert ENGINE.probe(spellings) == [True] * 5


def test_each_leaf_has_its_own_findings_in_its_own_offsets():
    leaves = [
        Leaf("a\u200bnn%40example.com and bob@example.com"),
        Leaf("nothing"),
        Leaf(""),
        Leaf("\\u0040 100%"),
        Leaf("\U0001f600 \uff14111 1111 1111 1111"),
    ]

    assert ENGINE.find(leaves) == [
        [Finding(0, 18, "EMAIL_ADDRESS"), Finding(23, 38, "EMAIL_ADDRESS")],
        [],
        [],
        [],
        [Finding(2, 21, "CREDIT_CARD")],
    ]


def test_keys_hold_for_what_a_leaf_decodes_to():
    assert ENGINE.find(
        [Leaf("j\u00f6rg%40b\u00fccher", "email"), Leaf("j%40b\u00fccher", "note")]
    ) == [
        [Finding(0, 13, "EMAIL_ADDRESS")],
        [],
    ]


def test_a_structural_leaf_is_searched_for_secrets_only():
    leaves = [Leaf("ann%40example.com", "id", True), Leaf("\u200b".join(SK), "id", True)]

    assert [len(one) for one in ENGINE.find(leaves)] == [0, 1]


def test_base64_of_what_is_no_secret_stays():
    spelled = SECRETS_ONLY["base64"]("write to ann@example.com or 415-555-2671")

    assert _redacted(spelled) == spelled


def test_a_password_under_its_key_in_base64_of_json_is_found():
    text = json.dumps({"user": "ann", "login": {"client_secret": "correct horse"}})

    assert _redacted(SECRETS_ONLY["base64"](text)) == "[SECRET]"


@pytest.mark.parametrize(
    "text",
    [
        r"C:\new\temp\x41\readme.txt and C:\Users\nina",
        r"re.compile(r'\d+\s*\b[a-z]\n')",
        "50%20off, 100%, %d items, %s, 2010\u20132015, a\u00a0b",
        "\u4f60\u597d\uff0c\u8bf7\u7528 Python\uff0c\uff11\uff10 \u6b21\uff01",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
        "https://example.com/a%20b?q=c%2Bd&e=1+22+33",
    ],
)
def test_text_that_hides_nothing_stays(text: str):
    assert _redacted(text) == text


@pytest.mark.parametrize("spec", ["replace", "hash", "mask", "mask:last=4", "keep"])
@pytest.mark.parametrize(("entity", "name", "spell"), CASES, ids=IDS)
def test_second_redaction_changes_nothing(entity: str, name: str, spell, spec: str):
    operator = create_operator(spec, hash_key="key")
    once = _redacted(f"say {spell(VALUES[entity])} now", "", operator)

    assert _redacted(once, "", operator) == once


def test_nothing_is_found_in_placeholders():
    for text in (
        "[EMAIL_ADDRESS]%40x",
        "[OPENAI_API_KEY]\\n",
        "a%20[REDACTED]",
        "[EMAIL\u200b_ADDRESS]",
    ):
        assert ENGINE.find([Leaf(text), Leaf(text, "email")]) == [[], []]


TEXTS = st.builds(
    "".join,
    st.lists(
        st.sampled_from(
            [spell(value) for value in VALUES.values() for spell in ANY_VALUE.values()]
            + [
                *VALUES.values(),
                "%40",
                "\\n",
                "\u200b",
                "\uff20",
                " ",
                "\u4f60",
                "x",
                "password=hunter2 ",
            ]
        ),
        max_size=4,
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_findings_are_sorted_apart_and_cover_what_the_trigger_engine_finds(texts: list[str]):
    leaves = [Leaf(text) for text in texts]
    found = ENGINE.find(leaves)

    assert found == [ENGINE.find([leaf])[0] for leaf in leaves]
    for text, findings, plain in zip(texts, found, INNER.find(leaves), strict=True):
        end = 0
        for one in findings:
            assert end <= one.start < one.end <= len(text)
            end = one.end
        for inner in plain:
            assert any(one.start <= inner.start and inner.end <= one.end for one in findings)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.booleans())
def test_probe_points_at_whatever_is_found(text: str, ascii_only: bool):
    if ENGINE.find([Leaf(text)])[0]:
        assert ENGINE.probe([text, json.dumps([text], ensure_ascii=ascii_only)]) == [True, True]


def test_time_is_asked_for_with_the_leafs_own_number():
    asked = []
    leaves = columns_of([Leaf("x"), Leaf("ann%40example.com "), Leaf("y"), Leaf("z%40example.com")])

    found = ENGINE.find_in_time(leaves, lambda number: asked.append(number) or number == 3)

    assert set(asked) <= {None, 0, 1, 2, 3}
    assert found == [[], [Finding(0, 17, "EMAIL_ADDRESS")], [], None]


def test_a_detector_without_triggers_leaves_nothing_to_probe():
    detector = Detector(
        name="one", entity="ONE", group=Group.SECRETS, pattern="a", hits=(), misses=(), source=""
    )

    assert DecodingEngine([detector]).probe(["a"]) is None


def test_it_is_pickled_by_what_it_is_made_of():
    detectors = tuple(one for one in DETECTORS if one.name in ("email_address", "jwt"))

    again = pickle.loads(pickle.dumps(DecodingEngine(detectors, scanner="python")))  # noqa: S301

    assert isinstance(again, DecodingEngine)
    assert again._detectors == detectors
    assert again._scanner == "python"


UNITS = (
    *("%", "%41", "%25", "%E2%80", "\\", "\\\\n", "\\u0041", "\\ud83d", "+11", "11+22+", "\u200b"),
    *(
        "a\u200b",
        "\uff21",
        "\u2011",
        "1\u00a0",
        "\u0661",
        "\U000e0041",
        "YWFh",
        "aGVsbG8gd29ybGQsIGhl ",
    ),
    *("A", "_-/", "eyJh", "\\x41", "\u2460", "aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk/", "\ufb03"),
)
SIZE = 60_000
LARGEST_GROWTH = 2.8  # twice the text; quadratic would be 4
UNMEASURABLE = 0.02  # seconds: less is noise
REPETITIONS = 6


def _seconds(text: str) -> float:
    start = time.thread_time()
    ENGINE.find([Leaf(text)])
    ENGINE.probe([text])
    return time.thread_time() - start


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_time_grows_with_the_text(unit: str):
    growth = float("inf")

    for attempt in range(REPETITIONS):
        text = "a" + unit * (SIZE // len(unit)) + "x" * attempt
        once, twice = _seconds(text), _seconds(text * 2)
        growth = min(growth, twice / once if twice > UNMEASURABLE else 0.0)
        if growth < LARGEST_GROWTH:
            break

    assert growth < LARGEST_GROWTH
