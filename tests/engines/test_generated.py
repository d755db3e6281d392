"""Texts made from the patterns themselves: triggers lose none of them."""

from __future__ import annotations

import dataclasses
import functools
import importlib.util
import random
from pathlib import Path

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.engines import SequentialEngine, TriggerEngine
from otel_redact.types import Detector, Leaf

TEXTS = 400
# Its triggers stand in valid addresses only, of which hardly any come about by chance.
NARROWED_BY_VALIDATION = "ipv6_address"
KINDS = "api access secret private signing encryption master account shared auth subscription"
BEFORE = (
    *("", "", " ", '"', "x_", "\u00e9", "db_", "max_", "https", "1-"),
    *(
        kind + sign
        for kind in (*KINDS.split(), "functions", "webhook", "hmac", "deploy")
        for sign in ("", " ", "_", "-")
    ),
)
BEHIND = ("", " ", '"', "\u00e9", ".", "@db.example/x")


@functools.lru_cache(None)
def _generated_texts(name: str) -> list[Leaf]:
    detector = next(one for one in DETECTORS if one.name == name)
    specification = importlib.util.spec_from_file_location(
        "generation", Path(__file__).with_name("generation.py")
    )
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    source = random.Random(detector.name)
    return [
        Leaf(source.choice(BEFORE) + text + source.choice(BEHIND))
        for text in module.generated_texts(detector.pattern, source, TEXTS)
    ]


@pytest.mark.parametrize(
    "detector",
    [one for one in DETECTORS if one.name != NARROWED_BY_VALIDATION],
    ids=lambda detector: detector.name,
)
def test_triggers_lose_no_match(detector: Detector) -> None:
    leaves = _generated_texts(detector.name)
    careless = dataclasses.replace(detector, validate=None)
    expected = SequentialEngine((careless,)).find(leaves)

    found = TriggerEngine((careless,)).find(leaves)

    assert [
        leaf.text for leaf, one, two in zip(leaves, found, expected, strict=True) if one != two
    ] == []
    # A name in another script stands in a look-behind, before which no text is made.
    assert any(expected) or "(?<=" in detector.pattern


def test_all_detectors_together_find_the_same() -> None:
    leaves = [leaf for detector in DETECTORS for leaf in _generated_texts(detector.name)[::80]]

    different = [
        leaf.text
        for leaf, one, two in zip(
            leaves,
            TriggerEngine(DETECTORS).find(leaves),
            SequentialEngine(DETECTORS).find(leaves),
            strict=True,
        )
        if one != two
    ]

    assert different == []
