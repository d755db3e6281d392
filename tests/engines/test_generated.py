"""Texts made from the patterns themselves: triggers lose none of them, and each is needed."""

from __future__ import annotations

import dataclasses
import importlib.util
import random
from pathlib import Path

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.engines import SequentialEngine, TriggerEngine
from otel_redact.types import Detector, Leaf

TEXTS = 5000
# Its triggers stand in valid addresses only, of which hardly any come about by chance.
NARROWED_BY_VALIDATION = "ipv6_address"
# What starts there starts at `secret` too, whose match is the same; spelt out for the table's sake.
COVERED = {"secret_key", "secret-key"}
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


def _generated_texts(detector: Detector) -> list[Leaf]:
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
def test_triggers_lose_no_match_and_each_is_needed(detector: Detector) -> None:
    leaves = _generated_texts(detector)
    careless = dataclasses.replace(detector, validate=None)
    expected = SequentialEngine((careless,)).find(leaves)

    assert TriggerEngine((careless,)).find(leaves) == expected
    assert sum(map(bool, expected)) > TEXTS // 50
    needless = []
    for place, trigger in enumerate(detector.triggers):
        others = detector.triggers[:place] + detector.triggers[place + 1 :]
        fewer = dataclasses.replace(careless, triggers=others)
        if others and TriggerEngine((fewer,)).find(leaves) == expected:
            needless.append(trigger if isinstance(trigger, str) else trigger.text)
    assert set(needless) <= COVERED


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_all_detectors_together_find_the_same(detector: Detector) -> None:
    leaves = _generated_texts(detector)[::5]

    assert TriggerEngine(DETECTORS).find(leaves) == SequentialEngine(DETECTORS).find(leaves)
