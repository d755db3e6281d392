"""Trying a pattern only where triggers say finds exactly what searching everywhere finds."""

from __future__ import annotations

import dataclasses
import functools
import importlib.util
import random
import re
from pathlib import Path

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.engines import SequentialEngine, TriggerEngine
from otel_redact.engines.joined import shape_of
from otel_redact.scanners import SCANNERS
from otel_redact.types import Detector, Finding, Leaf

TEXTS_PER_DETECTOR = 50
SEED = 20261123
# Its triggers stand in valid addresses only; what else the pattern matches no finding hangs on.
NARROWED_BY_VALIDATION = {"ipv6_address"}


def _mangled_texts():
    specification = importlib.util.spec_from_file_location(
        "mangling", Path(__file__).with_name("mangling.py")
    )
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    others = [text for detector in DETECTORS for text in (*detector.hits, *detector.misses)]
    return {
        detector.name: module.mangled_texts(
            detector, others, random.Random(f"{SEED}{detector.name}"), TEXTS_PER_DETECTOR
        )
        for detector in DETECTORS
    }


TEXTS = _mangled_texts()
EVERY_TEXT = [text for texts in TEXTS.values() for text in texts]
SCANNER_NAMES = [
    scanner.name
    for scanner in SCANNERS
    if importlib.util.find_spec(
        {"ahocorasick": "ahocorasick_rs", "python": "sys"}.get(scanner.name, scanner.name)
    )
]


@functools.cache
def _every_finding() -> list[list[Finding]]:
    """Return what the plain scan finds; once, as it takes its time."""
    return SequentialEngine(DETECTORS).find([Leaf(text) for text in EVERY_TEXT])


def _different(detectors: tuple[Detector, ...], texts: list[str], scanner: str) -> list[str]:
    leaves = [Leaf(text) for text in texts]
    all_of_them = detectors is DETECTORS and texts is EVERY_TEXT
    expected = _every_finding() if all_of_them else SequentialEngine(detectors).find(leaves)
    found = TriggerEngine(detectors, scanner=scanner).find(leaves)
    return [text for text, one, two in zip(texts, expected, found, strict=True) if one != two]


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_detector_alone_finds_the_same(detector: Detector) -> None:
    assert _different((detector,), TEXTS[detector.name], "python") == []


@pytest.mark.parametrize(
    "detector",
    [detector for detector in DETECTORS if detector.name not in NARROWED_BY_VALIDATION],
    ids=lambda detector: detector.name,
)
def test_trigger_is_in_matches_that_do_not_validate_too(detector: Detector) -> None:
    careless = dataclasses.replace(detector, validate=None)

    assert _different((careless,), TEXTS[detector.name], "python") == []


@pytest.mark.timeout(240)  # the plain scan of every text takes half a minute, once
@pytest.mark.parametrize("scanner", SCANNER_NAMES)
def test_all_detectors_find_the_same_in_many_leaves_at_once(scanner: str) -> None:
    assert len(EVERY_TEXT) >= 20_000

    assert _different(DETECTORS, EVERY_TEXT, scanner) == []


@pytest.mark.parametrize("scanner", SCANNER_NAMES)
def test_leaf_alone_and_among_others_has_the_same_findings(scanner: str) -> None:
    engine = TriggerEngine(DETECTORS, scanner=scanner)
    leaves = [Leaf(text) for text in EVERY_TEXT[::40]]

    alone = [engine.find([leaf])[0] for leaf in leaves]

    assert engine.find(leaves) == alone


def test_mangled_texts_hold_findings_of_every_detector() -> None:
    without = [
        detector.name
        for detector in DETECTORS
        if sum(map(bool, SequentialEngine((detector,)).find(list(map(Leaf, TEXTS[detector.name])))))
        < TEXTS_PER_DETECTOR // 20
    ]

    assert without == []


@pytest.mark.timeout(240)  # as above
@pytest.mark.parametrize("scanner", SCANNER_NAMES)
def test_probe_points_at_every_text_that_has_a_finding(scanner: str) -> None:
    findings = _every_finding()

    offsets = TriggerEngine(DETECTORS, scanner=scanner).probe(EVERY_TEXT)

    assert [
        text
        for text, found, places in zip(EVERY_TEXT, findings, offsets, strict=True)
        if found and not places
    ] == []


@pytest.mark.parametrize(
    "alphabet",
    [
        "12456 -",
        "1245 -.()+x",
        "0127:. ",
        "12.5/ ",
        "0af1:::.% ",
        "2f:",
        "DE8912 -",
        "a@b.c:/ ",
        "4111-5 ",
    ],
)
def test_random_texts_of_few_characters_find_the_same(alphabet: str) -> None:
    source = random.Random(alphabet)
    texts = ["".join(source.choices(alphabet, k=source.randrange(8, 48))) for _ in range(1500)]
    careless = tuple(
        detector
        if detector.name in NARROWED_BY_VALIDATION
        else dataclasses.replace(detector, validate=None)
        for detector in DETECTORS
    )

    assert _different(careless, texts, "python") == []
    assert _different(DETECTORS, texts, "python") == []


@pytest.mark.parametrize(
    "detector",
    [detector for detector in DETECTORS if detector.key_pattern],
    ids=lambda detector: detector.name,
)
def test_every_key_that_matters_has_a_key_trigger(detector: Detector) -> None:
    source = random.Random(f"{SEED}{detector.name}")
    words = re.findall("[a-z]{2,}[0-9]?", detector.key_pattern)
    words += [key for key, _ in detector.key_hits] + ["x", "s", "e"]
    engine = TriggerEngine((detector,))
    keys = [
        source.choice(("", "_", "-", ".")).join(
            source.choice((str.lower, str.upper, str.title))(word)
            for word in source.choices(words, k=source.randrange(1, 5))
        )
        for _ in range(4000)
    ]

    matches = [key for key in keys if engine.key_matters(key)]

    assert len(matches) > 20
    assert [
        key
        for key in matches
        if not any(shape_of(one) in shape_of(key) for one in detector.key_triggers)
    ] == []
