from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.detectors.email_address import EMAIL_ADDRESS
from otel_redact.engines import ENGINES, SequentialEngine, TriggerEngine
from otel_redact.errors import ConfigError
from otel_redact.types import Detector, Engine, Finding, Group, Leaf, Trigger

SK = "sk-" + "A1b2C3d4E5f6G7h8I9j0"


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


def _spans(detector: Detector, text: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in TriggerEngine((detector,)).find([Leaf(text)])[0]]


def test_engine_satisfies_the_protocol() -> None:
    engine = TriggerEngine(())

    assert isinstance(engine, Engine)
    assert engine.name == "trigger"
    assert TriggerEngine in ENGINES


def test_no_leaves_and_no_detectors_have_no_findings() -> None:
    assert TriggerEngine(DETECTORS).find([]) == []
    assert TriggerEngine(()).find([Leaf("a@b.example")]) == [[]]
    assert TriggerEngine(DETECTORS).probe([]) == []


def test_each_leaf_has_its_own_findings() -> None:
    engine = TriggerEngine((EMAIL_ADDRESS,))

    found = engine.find(
        [Leaf("a@b.example c@d.example"), Leaf(""), Leaf("none"), Leaf("e@f.example")]
    )

    assert found == [
        [
            Finding(start=0, end=11, entity="EMAIL_ADDRESS"),
            Finding(start=12, end=23, entity="EMAIL_ADDRESS"),
        ],
        [],
        [],
        [Finding(start=0, end=11, entity="EMAIL_ADDRESS")],
    ]


def test_nothing_is_found_across_leaves() -> None:
    leaves = [
        Leaf("alice"),
        Leaf("@example.com"),
        Leaf("s"),
        Leaf("k-" + SK[3:]),
        Leaf(""),
        Leaf("1"),
    ]

    assert TriggerEngine(DETECTORS).find(leaves) == [[]] * 6


def test_leaf_ends_are_word_boundaries() -> None:
    leaves = [
        Leaf("ri"),
        Leaf(SK),
        Leaf("x"),
        Leaf("4" * 10),
        Leaf("4111111111111111"),
        Leaf("7" * 9),
    ]

    found = TriggerEngine(DETECTORS).find(leaves)

    assert [[one.entity for one in findings] for findings in found] == [
        [],
        ["OPENAI_API_KEY"],
        [],
        [],
        ["CREDIT_CARD"],
        [],
    ]


def test_offsets_count_code_points() -> None:
    one = _detector("one", "ab[0-9]", triggers=("ab",))

    assert _spans(one, "\U0001f600\u00e9\u0130\ud800\u6f22 ab7") == [(6, 9)]


def test_trigger_is_where_the_match_starts() -> None:
    one = _detector("one", "(?i:key)[0-9]", triggers=("key",))

    assert _spans(one, "KEY1 Key2 ke3") == [(0, 4), (5, 9)]


def test_pattern_is_tried_only_where_a_trigger_says() -> None:
    one = _detector("one", "[0-9]", triggers=("00",))

    assert _spans(one, "1 23 4") == [(2, 3)]


@pytest.mark.parametrize(
    ("trigger", "pattern", "text", "spans"),
    [
        (Trigger("b", before=2), "a{1,2}b|b", "aab b ab", [(0, 3), (4, 5), (6, 8)]),
        (Trigger("b", before=2, first="a"), "a{1,2}b", "aab b ab", [(0, 3), (6, 8)]),
        (
            Trigger("=", before=5, run="abcABC"),
            "[a-cA-C]+=",
            "Ab= =x cabcab= c=",
            [(0, 3), (15, 17)],
        ),
        (Trigger("ab", skip=1), "(?<=a)b", "ab b", [(1, 2)]),
        (Trigger(pattern="-[0a-f]{2}-", before=2), "x-[0-9a-f]{2}-", "x-1a- x-gg-", [(0, 5)]),
        (Trigger("AB9"), "AB9|ab[0-8]", "AB9 ab1 AB", [(0, 3), (4, 7)]),
        (
            Trigger("\u00e9t\u00e9"),
            "(?i:\u00e9t\u00e9)|\u6f22t\u6f22",
            "\u00e9t\u00e9 \u6f22t\u6f22",
            [(0, 3), (4, 7)],
        ),
    ],
    ids=["before", "first", "run", "skip", "pattern", "capitals and digits", "beyond ASCII"],
)
def test_trigger_says_where_matches_start(
    trigger: Trigger, pattern: str, text: str, spans: list[tuple[int, int]]
) -> None:
    one = _detector("one", pattern, triggers=(trigger,))

    assert _spans(one, text) == spans


def test_match_inside_an_earlier_one_is_skipped_as_finditer_does() -> None:
    one = _detector("one", "aa(?P<value>b)a*", triggers=("aa",))

    assert _spans(one, "aabaaab aaaab") == [(2, 3), (12, 13)]
    assert _spans(one, "aabaa aab") == [(2, 3), (8, 9)]


def test_candidate_that_does_not_validate_covers_its_text_as_with_finditer() -> None:
    fields = {"validate": lambda text: text != "abab"}
    one = _detector("one", "(?:ab){1,2}", **fields)
    triggered = _detector("one", "(?:ab){1,2}", triggers=("ab",), **fields)

    assert _spans(triggered, "ababab") == _spans(one, "ababab") == [(4, 6)]


def test_word_start_is_taken_at_its_word() -> None:
    one = _detector("one", "ab", triggers=("ab",), starts_word=True)

    assert _spans(one, "ab xab 1ab _ab \u00e9ab") == [(0, 2), (12, 14), (16, 18)]


def test_detector_without_triggers_is_searched_for_in_full() -> None:
    assert _spans(_detector("one", "[0-9]+"), "a 12 b 3") == [(2, 4), (7, 8)]


@pytest.mark.parametrize("letter", ["\u212a", "\u017f"], ids=["Kelvin sign", "long s"])
def test_letter_that_folds_to_ascii_is_none(letter: str) -> None:
    text = f"{letter}ey pa{letter}{letter}word=hunter2x {letter}k-{SK[3:]} to{letter}en: {SK[3:]}"

    assert TriggerEngine(DETECTORS).find([Leaf(text)]) == SequentialEngine(DETECTORS).find(
        [Leaf(text)]
    )


def test_text_longer_than_a_window_is_scanned_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    leaves = [Leaf(text) for detector in DETECTORS[::5] for text in detector.hits]
    expected = TriggerEngine(DETECTORS).find(leaves)

    for window in (1, 7, 64):
        monkeypatch.setattr("otel_redact.engines.sweep._WINDOW_BYTES", window)
        engine = TriggerEngine(DETECTORS, scanner="python")

        assert engine.find(leaves) == expected


def test_what_validate_raises_reaches_the_caller() -> None:
    one = _detector("one", "a", triggers=("a",), validate=lambda text: 1 / 0 > 0)

    with pytest.raises(ZeroDivisionError):
        TriggerEngine((one,)).find([Leaf("a")])


@pytest.mark.parametrize(
    ("trigger", "message"),
    [
        (Trigger(), "either a text or a pattern"),
        ("", "either a text or a pattern"),
        (Trigger("a", pattern="a"), "either a text or a pattern"),
        (Trigger("a", run="b"), "before 1 with a run"),
        (Trigger("a", before=-1), "0 or more"),
        (Trigger(pattern="("), "does not compile"),
        (Trigger(pattern="\u00e9"), "does not compile"),
    ],
)
def test_broken_trigger_is_refused_with_its_detectors_name(
    trigger: Trigger | str, message: str
) -> None:
    with pytest.raises(ConfigError, match=f'detector "badge".*{message}'):
        TriggerEngine((_detector("badge", "a", triggers=(trigger,)),))


def test_unknown_scanner_is_refused() -> None:
    with pytest.raises(ConfigError, match='did you mean "python"'):
        TriggerEngine((), scanner="pyton")


def test_construction_builds_and_compiles_nothing() -> None:
    code = (
        "import sys; from otel_redact.detectors import DETECTORS;"
        "from otel_redact.engines import TriggerEngine; TriggerEngine(DETECTORS);"
        "print({'regex', 'hyperscan', 'ahocorasick_rs', 're2'} & set(sys.modules))"
    )

    output = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert output == "set()\n"


def test_no_text_is_kept() -> None:
    engine = TriggerEngine(DETECTORS)

    engine.find([Leaf("mail hunter2@example.com", "content")])

    kept = repr({name: value for name, value in vars(engine).items() if name != "_detectors"})
    assert "hunter2@example.com" not in kept


def test_threads_share_an_engine_that_is_not_built_yet() -> None:
    leaves = [Leaf(text) for detector in DETECTORS for text in detector.hits[:1]]
    expected = SequentialEngine(DETECTORS).find(leaves)
    engine = TriggerEngine(DETECTORS)
    results = []
    barrier = threading.Barrier(8)

    def work() -> None:
        barrier.wait()
        results.extend(engine.find(leaves) for _ in range(5))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 40
    assert all(result == expected for result in results)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("used_before", [True, False], ids=["used", "fresh"])
def test_forked_child_finds_the_same(used_before: bool) -> None:
    leaves = [Leaf(text) for detector in DETECTORS for text in detector.hits]
    expected = SequentialEngine(DETECTORS).find(leaves)
    engine = TriggerEngine(DETECTORS)
    if used_before:
        engine.find(leaves)

    child = os.fork()
    if child == 0:
        os._exit(0 if engine.find(leaves) == expected else 1)

    assert os.waitpid(child, 0)[1] == 0
