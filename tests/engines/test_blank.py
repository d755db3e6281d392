"""What is blanked in floods, so that they cost little, is in no finding."""

from __future__ import annotations

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.engines import SequentialEngine, TriggerEngine
from otel_redact.engines.blank import blanks_beside
from otel_redact.types import Detector, Group, Leaf


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ("@@x", "@" * 2000 + "@@x"),
        ("x@", "x@" + "@" * 2001),
        ("a::::b", ":" * 3000 + "a::::b"),
        ("0" * 30, "x" + "7" * 30 + "x" * 10),
        ("keyj", "-eyJ" * 100 + "-keyj-eyJ"),
    ],
    ids=["doubled at", "at", "colons", "digits", "token"],
)
def test_floods_keep_what_a_third_party_looks_for(literal: str, text: str) -> None:
    pattern = "[0-9]{30}" if literal[0] == "0" else literal
    one = Detector(
        name="one",
        entity="ONE",
        group=Group.PII,
        pattern=pattern,
        triggers=(literal,),
        hits=(),
        misses=(),
        source="",
    )
    engine = TriggerEngine((*DETECTORS, one))

    assert "ONE" in {finding.entity for finding in engine.find([Leaf(text)])[0]}
    assert all(engine.probe([text]))


@pytest.mark.parametrize("flood", ["@", "@@ ", ":", ":: ", "7", "-eyJ", "_eyJx"], ids=ascii)
def test_floods_hide_nothing_beside_them(flood: str) -> None:
    hits = " ".join(text for detector in DETECTORS for text in detector.hits if "\n" not in text)
    leaves = [
        Leaf(flood * 4000),
        Leaf(f"{flood * 4000} {hits} {flood * 4000}"),
        Leaf(flood * 300 + "a@b.example" + flood * 300),
        Leaf(flood * 300 + "1" * 27 + "@b.example::" + flood * 300),
        Leaf(flood * 40 + "4111111111111111" + flood * 40),
        Leaf(flood * 300 + "2001:db8::1"),
    ]

    assert TriggerEngine(DETECTORS).find(leaves) == SequentialEngine(DETECTORS).find(leaves)


def test_flood_of_web_tokens_keeps_each_token_of_one_part_that_stands_alone() -> None:
    part = "eyJ" + "hIjoiMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYifQ" * 2
    one = Detector(
        name="one",
        entity="ONE",
        group=Group.SECRETS,
        pattern="(?<![A-Za-z0-9])eyJ[A-Za-z0-9]{60,}+(?![.])",
        triggers=("eyjh",),
        starts_word=True,
        hits=(),
        misses=(),
        source="",
    )
    leaf = Leaf(f"token {part} " * 200)
    jwt = next(detector for detector in DETECTORS if detector.name == "jwt")

    for detectors in ((one, jwt), (one, *DETECTORS)):
        assert len(TriggerEngine(detectors).find([leaf])[0]) == 200


def test_blanks_keep_the_length() -> None:
    for blank in blanks_beside((), raw=False):
        for size in range(70):
            shape = (blank.literal or blank.character) * size
            assert len(blank.apply(shape)) == len(shape)


def test_token_that_a_second_part_follows_stays() -> None:
    (blank,) = (one for one in blanks_beside((), raw=False) if one.literal)

    assert blank.apply(b"eyjab-eyj0.eyjabcdef") == b"eyjab-eyj0.eyjabcdef"
    assert blank.apply(b"eyj" + b"a" * 60 + b"-eyj.a eyjx") == (
        b"eyj" + b"a" * 60 + b"-ey\0.a eyjx"
    )
