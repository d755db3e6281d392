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
from otel_redact.engines import SequentialEngine
from otel_redact.engines.joined import shape_of
from otel_redact.types import Detector, Leaf, Trigger

SHARED_FILES = {
    *("__init__", "assignment", "boundary", "checksum", "context", "national_number", "selection"),
    "shape",
}
ALONE = {detector.name: SequentialEngine((detector,)) for detector in DETECTORS}
TOGETHER = SequentialEngine(select(["default"]))
EVERYTHING = SequentialEngine(select(["all"]))


def _cases(field: str) -> list[object]:
    cases = []
    for detector in DETECTORS:
        for index, case in enumerate(getattr(detector, field)):
            key, text = case if isinstance(case, tuple) else ("", case)
            cases.append(pytest.param(detector, key, text, id=f"{detector.name}-{index}"))
    return cases


def _trigger(one: Trigger | str) -> Trigger:
    return Trigger(one) if isinstance(one, str) else one


def _flat(pattern: str) -> str:
    """Return what of a pattern stands outside all groups and classes."""
    pattern = re.sub(r"\\.|\[(?:\\.|[^\]\\])+\]", "", pattern)
    while "(" in pattern:
        pattern = re.sub(r"\([^()]*\)", "", pattern)
    return pattern


def _found(engine: SequentialEngine, text: str, key: str = "") -> list[str]:
    return [finding.entity for finding in engine.find([Leaf(text, key)])[0]]


@pytest.mark.parametrize(("detector", "key", "text"), _cases("hits") + _cases("key_hits"))
def test_detector_finds_each_of_its_hits_once(detector: Detector, key: str, text: str) -> None:
    assert _found(ALONE[detector.name], text, key) == [detector.entity]


@pytest.mark.parametrize(("detector", "key", "text"), _cases("misses") + _cases("key_misses"))
def test_detector_finds_none_of_its_misses(detector: Detector, key: str, text: str) -> None:
    assert _found(ALONE[detector.name], text, key) == []


@pytest.mark.parametrize(("detector", "key", "text"), _cases("hits") + _cases("key_hits"))
def test_hit_keeps_its_entity_among_all_detectors(detector: Detector, key: str, text: str) -> None:
    engine = TOGETHER if detector.default else EVERYTHING

    assert _found(engine, text, key) == [detector.entity]


@pytest.mark.parametrize(("detector", "key", "text"), _cases("key_hits"))
def test_key_makes_the_whole_text_the_finding(detector: Detector, key: str, text: str) -> None:
    (finding,) = ALONE[detector.name].find([Leaf(text, key)])[0]

    assert (finding.start, finding.end) == (0, len(text))


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_detector_brings_its_evidence(detector: Detector) -> None:
    assert detector.pattern
    assert len(detector.hits) >= 3
    assert len(detector.misses) >= 3
    assert bool(detector.key_hits) == bool(detector.key_misses) == bool(detector.key_pattern)
    assert detector.source.startswith("https://")
    assert re.search(r"\(\d{4}-\d{2}-\d{2}\)$", detector.source)
    assert re.fullmatch("[A-Z][A-Z0-9_]+", detector.entity)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_detector_lives_in_the_file_of_its_name(detector: Detector) -> None:
    module = __import__(f"otel_redact.detectors.{detector.name}", fromlist=["_"])

    assert getattr(module, detector.name.upper()) is detector
    assert module.__all__ == [detector.name.upper()]


def test_every_file_is_registered_and_names_are_unique() -> None:
    folder = Path(otel_redact.detectors.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - SHARED_FILES

    assert sorted(detector.name for detector in DETECTORS) == sorted(files)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_pattern_uses_explicit_ascii_classes_only(detector: Detector) -> None:
    for source in (detector.pattern, detector.key_pattern):
        assert not re.search(r"(?<!\\)(?:\\\\)*\\[wWdDsSbB]", source)
        outside_classes = re.sub(r"\[(?:\\.|[^\]\\])+\]|\\.", "", source)
        assert "." not in outside_classes


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_detector_has_triggers_wherever_it_has_a_pattern(detector: Detector) -> None:
    assert bool(detector.triggers) == bool(detector.pattern)
    assert bool(detector.key_triggers) == bool(detector.key_pattern)


@pytest.mark.parametrize(("detector", "key", "text"), _cases("hits"))
def test_trigger_occurs_in_each_hit(detector: Detector, key: str, text: str) -> None:
    shape = shape_of(text)

    assert any(
        re.search(one.pattern.encode(), shape) if one.pattern else shape_of(one.text) in shape
        for one in map(_trigger, detector.triggers)
    )


@pytest.mark.parametrize(("detector", "key", "text"), _cases("key_hits"))
def test_key_trigger_occurs_in_each_key(detector: Detector, key: str, text: str) -> None:
    assert any(shape_of(one) in shape_of(key) for one in detector.key_triggers)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
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
    ] == ["ipv6_address", "uuid"]


@pytest.mark.parametrize(
    "detector",
    [detector for detector in DETECTORS if detector.starts_word],
    ids=lambda detector: detector.name,
)
def test_match_behind_a_letter_or_digit_is_ruled_out_by_the_pattern(detector: Detector) -> None:
    beginning = r"(?:\(\?=\[0-9\]\))?\(\?<!\[A-Za-z0-9"

    assert re.match(beginning, detector.pattern)
    assert "|" not in _flat(detector.pattern)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_repr_of_a_detector_shows_no_evidence(detector: Detector) -> None:
    assert detector.hits[0] not in repr(detector)


def test_importing_the_catalogue_compiles_no_pattern() -> None:
    code = "import sys, otel_redact.detectors.selection; print('regex' in sys.modules)"

    output = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert output == "False\n"
