"""Every detector's own evidence, alone and among all the others."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest

import otel_redact.detectors
from otel_redact.detectors import DETECTORS
from otel_redact.detectors.selection import select
from otel_redact.engines import SequentialEngine
from otel_redact.types import Detector, Leaf

SHARED_FILES = {"__init__", "assignment", "boundary", "checksum", "selection", "shape"}
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


@pytest.mark.parametrize(("detector", "key", "text"), _cases("hits"))
def test_trigger_occurs_in_each_hit(detector: Detector, key: str, text: str) -> None:
    assert all(trigger == trigger.lower() for trigger in detector.triggers)
    assert any(trigger in text.lower() for trigger in detector.triggers)


@pytest.mark.parametrize(("detector", "key", "text"), _cases("hits") + _cases("misses"))
def test_triggers_change_no_result(detector: Detector, key: str, text: str) -> None:
    ungated = SequentialEngine((dataclasses.replace(detector, triggers=()),))

    assert ungated.find([Leaf(text, key)]) == ALONE[detector.name].find([Leaf(text, key)])


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_repr_of_a_detector_shows_no_evidence(detector: Detector) -> None:
    assert detector.hits[0] not in repr(detector)


def test_importing_the_catalogue_compiles_no_pattern() -> None:
    code = "import sys, otel_redact.detectors.selection; print('regex' in sys.modules)"

    output = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert output == "False\n"
