"""Every detector's own evidence, alone and among all the others."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import otel_redact.detectors
from otel_redact.detectors import DETECTORS
from otel_redact.detectors.selection import select
from otel_redact.engines import SequentialEngine, TriggerEngine
from otel_redact.engines.joined import shape_of
from otel_redact.types import Detector, Engine, Leaf, Trigger

SHARED_FILES = {
    *("__init__", "assignment", "boundary", "checksum", "context", "national_number", "selection"),
    "shape",
}
EACH = pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
ALONE = {detector.name: SequentialEngine((detector,)) for detector in DETECTORS}
TOGETHER = TriggerEngine(select(["default"]))
EVERYTHING = TriggerEngine(select(["all"]))


def _cases(detector: Detector, *fields: str) -> list[tuple[str, str]]:
    """Return (key, text) pairs of a detector's evidence."""
    cases = [case for field in fields for case in getattr(detector, field)]
    return [case if isinstance(case, tuple) else ("", case) for case in cases]


def _trigger(one: Trigger | str) -> Trigger:
    return Trigger(one) if isinstance(one, str) else one


def _flat(pattern: str) -> str:
    """Return what of a pattern stands outside all groups and classes."""
    pattern = re.sub(r"\\.|\[(?:\\.|[^\]\\])+\]", "", pattern)
    while "(" in pattern:
        pattern = re.sub(r"\([^()]*\)", "", pattern)
    return pattern


def _found(engine: Engine, cases: list[tuple[str, str]]) -> list[tuple[str, str, list[str]]]:
    found = engine.find([Leaf(text, key) for key, text in cases])
    return [
        (*case, [finding.entity for finding in findings])
        for case, findings in zip(cases, found, strict=True)
    ]


@EACH
def test_detector_finds_each_of_its_hits_once(detector: Detector) -> None:
    cases = _cases(detector, "hits", "key_hits")

    assert _found(ALONE[detector.name], cases) == [(*case, [detector.entity]) for case in cases]


@EACH
def test_detector_finds_none_of_its_misses(detector: Detector) -> None:
    cases = _cases(detector, "misses", "key_misses")

    assert _found(ALONE[detector.name], cases) == [(*case, []) for case in cases]


@EACH
def test_hit_keeps_its_entity_among_all_detectors(detector: Detector) -> None:
    cases = _cases(detector, "hits", "key_hits")
    engine = TOGETHER if detector.default else EVERYTHING

    assert _found(engine, cases) == [(*case, [detector.entity]) for case in cases]


@EACH
def test_key_makes_the_whole_text_the_finding(detector: Detector) -> None:
    leaves = [Leaf(text, key) for key, text in detector.key_hits]

    found = ALONE[detector.name].find(leaves)

    assert [[one[:2] for one in findings] for findings in found] == [
        [(0, len(leaf.text))] for leaf in leaves
    ]


@EACH
def test_detector_brings_its_evidence(detector: Detector) -> None:
    assert detector.pattern
    assert len(detector.hits) >= 3
    assert len(detector.misses) >= 3
    assert bool(detector.key_hits) == bool(detector.key_misses) == bool(detector.key_pattern)
    assert detector.source.startswith("https://")
    assert re.search(r"\(\d{4}-\d{2}-\d{2}\)$", detector.source)
    assert re.fullmatch("[A-Z][A-Z0-9_]+", detector.entity)


@EACH
def test_detector_lives_in_the_file_of_its_name(detector: Detector) -> None:
    module = __import__(f"otel_redact.detectors.{detector.name}", fromlist=["_"])

    assert getattr(module, detector.name.upper()) is detector
    assert module.__all__ == [detector.name.upper()]


def test_every_file_is_registered_and_names_are_unique() -> None:
    folder = Path(otel_redact.detectors.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - SHARED_FILES

    assert sorted(detector.name for detector in DETECTORS) == sorted(files)


@EACH
def test_pattern_uses_explicit_ascii_classes_only(detector: Detector) -> None:
    for source in (detector.pattern, detector.key_pattern):
        assert not re.search(r"(?<!\\)(?:\\\\)*\\[wWdDsSbB]", source)
        outside_classes = re.sub(r"\[(?:\\.|[^\]\\])+\]|\\.", "", source)
        assert "." not in outside_classes


@EACH
def test_detector_has_triggers_wherever_it_has_a_pattern(detector: Detector) -> None:
    assert bool(detector.triggers) == bool(detector.pattern)
    assert bool(detector.key_triggers) == bool(detector.key_pattern)


@EACH
def test_trigger_occurs_in_each_hit(detector: Detector) -> None:
    without = [
        text
        for text in detector.hits
        if not any(
            re.search(one.pattern.encode(), shape_of(text))
            if one.pattern
            else shape_of(one.text) in shape_of(text)
            for one in map(_trigger, detector.triggers)
        )
    ]

    assert without == []


@EACH
def test_key_trigger_occurs_in_each_key(detector: Detector) -> None:
    without = [
        key
        for key, _ in detector.key_hits
        if not any(shape_of(one) in shape_of(key) for one in detector.key_triggers)
    ]

    assert without == []


@EACH
def test_triggers_are_written_in_the_alphabet_they_are_searched_in(detector: Detector) -> None:
    texts = [_trigger(one).text for one in detector.triggers] + list(detector.key_triggers)

    assert [text.encode() for text in texts] == [shape_of(text) for text in texts]
    assert len(set(detector.triggers)) == len(detector.triggers)
    assert len(set(detector.key_triggers)) == len(detector.key_triggers)


def test_only_what_has_no_literal_has_a_trigger_pattern() -> None:
    assert [
        detector.name
        for detector in DETECTORS
        if any(_trigger(one).pattern for one in detector.triggers)
    ] == ["bitcoin_address", "discord_bot_token", "ipv6_address", "mailgun_api_key", "uuid"]


@pytest.mark.parametrize(
    "detector",
    [detector for detector in DETECTORS if detector.starts_word],
    ids=lambda detector: detector.name,
)
def test_match_behind_a_letter_or_digit_is_ruled_out_by_the_pattern(detector: Detector) -> None:
    beginning = r"(?:\(\?=\[0-9\]\))?\(\?<!\[A-Za-z0-9"

    assert re.match(beginning, detector.pattern)
    assert "|" not in _flat(detector.pattern)


@EACH
def test_repr_of_a_detector_shows_no_evidence(detector: Detector) -> None:
    assert detector.hits[0] not in repr(detector)


def test_importing_the_catalogue_compiles_no_pattern() -> None:
    code = "import sys, otel_redact.detectors.selection; print('regex' in sys.modules)"

    output = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert output == "False\n"
