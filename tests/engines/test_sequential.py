from __future__ import annotations

import threading

import pytest

from otel_redact.detectors.email_address import EMAIL_ADDRESS
from otel_redact.detectors.selection import select
from otel_redact.engines import ENGINES, SequentialEngine
from otel_redact.types import Detector, Engine, Finding, Group, Leaf


def _detector(name: str, pattern: str = "", **fields: object) -> Detector:
    return Detector(
        name=name,
        entity=name.upper(),
        pattern=pattern,
        hits=(),
        misses=(),
        source="",
        **{"group": Group.SECRETS, **fields},
    )


def _found(*detectors: Detector, leaf: Leaf) -> list[tuple[int, int, str]]:
    findings, others = (engine_class(detectors).find([leaf])[0] for engine_class in ENGINES)
    assert findings == others
    return [(finding.start, finding.end, finding.entity) for finding in findings]


def test_engine_satisfies_the_protocol() -> None:
    engine = SequentialEngine(())

    assert isinstance(engine, Engine)
    assert engine.name == "sequential"
    assert SequentialEngine in ENGINES


def test_each_leaf_has_its_own_findings_in_order() -> None:
    engine = SequentialEngine((EMAIL_ADDRESS,))

    found = engine.find([Leaf("a@b.example c@d.example"), Leaf(""), Leaf("none")])

    assert found == [
        [
            Finding(start=0, end=11, entity="EMAIL_ADDRESS"),
            Finding(start=12, end=23, entity="EMAIL_ADDRESS"),
        ],
        [],
        [],
    ]


def test_value_group_is_the_finding() -> None:
    one = _detector("one", r"id=(?P<value>[0-9]+)")

    assert _found(one, leaf=Leaf("id=12 id=3")) == [(3, 5, "ONE"), (9, 10, "ONE")]


def test_no_value_group_means_the_whole_match() -> None:
    assert _found(_detector("one", "id=([0-9]+)"), leaf=Leaf("id=12")) == [(0, 5, "ONE")]


def test_value_group_left_out_means_the_whole_match() -> None:
    one = _detector("one", "id=(?P<value>[0-9]+)|no[0-9]")

    assert _found(one, leaf=Leaf("id=12 no7")) == [(3, 5, "ONE"), (6, 9, "ONE")]


def test_offsets_count_code_points() -> None:
    one = _detector("one", "[0-9]+")

    assert _found(one, leaf=Leaf("\U0001f600\u00e9\u0130 7")) == [(4, 5, "ONE")]


def test_validate_has_the_last_word_on_the_found_piece() -> None:
    one = _detector("one", "n=(?P<value>[0-9]+)", validate=lambda text: text == "42")

    assert _found(one, leaf=Leaf("n=41 n=42")) == [(7, 9, "ONE")]


def test_what_validate_raises_reaches_the_caller() -> None:
    one = _detector("one", "[0-9]", validate=lambda text: 1 / 0 > 0)

    with pytest.raises(ZeroDivisionError):
        _found(one, leaf=Leaf("1"))


def test_key_must_match_whole_and_ignoring_case() -> None:
    one = _detector("one", key_pattern="pass|code")

    assert _found(one, leaf=Leaf("ab c", "PASS")) == [(0, 4, "ONE")]
    assert _found(one, leaf=Leaf("ab c", "passport")) == []
    assert _found(one, leaf=Leaf("ab c")) == []


def test_key_value_validation_gets_the_whole_text() -> None:
    one = _detector("one", key_pattern="code", validate_key_value=str.isdigit)

    assert _found(one, leaf=Leaf("12", "code")) == [(0, 2, "ONE")]
    assert _found(one, leaf=Leaf("1x", "code")) == []


@pytest.mark.parametrize(
    ("group", "applies"),
    [
        (Group.SECRETS, True),
        (Group.CRYPTO, True),
        (Group.PII, False),
        (Group.NETWORK, False),
        (Group.IDENTIFIERS, False),
    ],
)
def test_structural_leaf_is_searched_for_secrets_and_crypto_only(
    group: Group, applies: bool
) -> None:
    one = _detector("one", "[0-9]+", key_pattern="code", group=group)

    assert bool(_found(one, leaf=Leaf("12", structural=True))) is applies
    assert bool(_found(one, leaf=Leaf("ab", "code", structural=True))) is applies
    assert _found(one, leaf=Leaf("12")) == [(0, 2, "ONE")]


def test_longest_finding_wins() -> None:
    short = _detector("short", "bc", priority=9)
    long = _detector("long", "abcd")

    assert _found(short, long, leaf=Leaf("abcd")) == [(0, 4, "LONG")]


def test_priority_decides_between_equal_lengths() -> None:
    low = _detector("low", "abc", priority=1)
    high = _detector("high", "[a-c]+", priority=2)

    assert _found(low, high, leaf=Leaf("abc")) == [(0, 3, "HIGH")]
    assert _found(high, low, leaf=Leaf("abc")) == [(0, 3, "HIGH")]


def test_earliest_decides_between_equals_and_the_rest_is_covered() -> None:
    left = _detector("left", "abc")
    right = _detector("right", "cde")

    assert _found(right, left, leaf=Leaf("xabcdey")) == [(1, 6, "LEFT")]


def test_winner_covers_what_it_partly_overlaps() -> None:
    long = _detector("long", "cdefg")
    left = _detector("left", "abc")

    assert _found(long, left, leaf=Leaf("abcdefgh")) == [(0, 7, "LONG")]


def test_chain_of_overlaps_becomes_one_finding() -> None:
    a, b, c = _detector("a", "0123"), _detector("b", "34567"), _detector("c", "789")

    assert _found(a, b, c, leaf=Leaf("0123456789")) == [(0, 10, "B")]


def test_findings_that_touch_stay_apart() -> None:
    a, b = _detector("a", "ab"), _detector("b", "cd")

    assert _found(a, b, leaf=Leaf("abcd")) == [(0, 2, "A"), (2, 4, "B")]


def test_key_finding_covers_findings_inside() -> None:
    secret = _detector("secret", key_pattern="code")

    assert _found(EMAIL_ADDRESS, secret, leaf=Leaf("to a@b.example", "code")) == [(0, 14, "SECRET")]


def test_empty_match_is_no_finding() -> None:
    assert _found(_detector("one", "x*"), leaf=Leaf("ab")) == []


def test_own_entity_makes_a_placeholder() -> None:
    badge = _detector("badge", "[A-Z]+", key_pattern="badge")

    assert _found(badge, leaf=Leaf("[BADGE]", "badge")) == []
    assert _found(badge, leaf=Leaf("[BADGE:0123456789ab] AB")) == [(21, 23, "BADGE")]
    assert _found(badge, leaf=Leaf("[BADGER]")) == [(1, 7, "BADGE")]


def test_entity_of_an_unselected_detector_makes_a_placeholder() -> None:
    code = _detector("code", key_pattern="code")

    assert _found(code, leaf=Leaf("[EMAIL_ADDRESS]", "code")) == []
    assert _found(code, leaf=Leaf("[REDACTED]", "code")) == []
    assert _found(code, leaf=Leaf("[redacted], [EMAIL_ADDRESS:0123456789ab]", "code")) == []


def test_text_around_a_placeholder_is_still_found() -> None:
    code = _detector("code", key_pattern="code")

    assert _found(code, leaf=Leaf("x [REDACTED]", "code")) == [(0, 12, "CODE")]


def test_what_only_touches_a_placeholder_is_found() -> None:
    digits = _detector("digits", "[0-9]+", validate=lambda text: len(text) == 2)

    assert _found(digits, leaf=Leaf("12[DIGITS]34[DIGITS:0123456789ab]56")) == [
        (0, 2, "DIGITS"),
        (10, 12, "DIGITS"),
        (33, 35, "DIGITS"),
    ]


def test_validation_does_not_count_placeholders() -> None:
    code = _detector("code", key_pattern="code", validate_key_value=lambda text: len(text) > 5)

    assert _found(code, leaf=Leaf("ab [EMAIL_ADDRESS]", "code")) == []


def test_many_brackets_cost_linear_time() -> None:
    engine = SequentialEngine((EMAIL_ADDRESS,))

    assert engine.find([Leaf("[" * 200_000)]) == [[]]


def test_nothing_is_compiled_before_the_first_find() -> None:
    SequentialEngine((_detector("broken", "("),))


def test_verdicts_on_keys_are_bounded() -> None:
    engine = SequentialEngine((_detector("one", key_pattern="a"),))

    engine.find([Leaf("x", f"key{number}") for number in range(10_000)])
    engine.find([Leaf("x", "k" * 1000)])

    assert len(engine._keys) <= 4096
    assert "k" * 1000 not in engine._keys._verdicts


def test_threads_may_share_an_engine() -> None:
    engine = SequentialEngine(select(["default"]))
    results = []

    def work() -> None:
        results.append(engine.find([Leaf("mail a@b.example"), Leaf("x", "password")]))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 8
    assert all(result == results[0] for result in results)
    assert [finding.entity for finding in results[0][0]] == ["EMAIL_ADDRESS"]
    assert [finding.entity for finding in results[0][1]] == ["PASSWORD"]


def test_no_text_is_kept() -> None:
    engine = SequentialEngine(select(["default"]))

    engine.find([Leaf("mail hunter2@example.com", "content")])

    kept = repr({name: value for name, value in vars(engine).items() if name != "_detectors"})
    assert "hunter2@example.com" not in kept
