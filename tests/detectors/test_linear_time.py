"""Twice the text takes about twice the time, for any detector and any of these texts."""

from __future__ import annotations

import time

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.engines import TriggerEngine
from otel_redact.types import Detector, Leaf

UNITS = (
    *("a.", "a.-", "@", "a@", "a@a.", "1", "1 ", "1-", "4111-", "+1", "(415", "sk-", "sk-proj-"),
    *("f", "0a", ":", "a:", "::1", "1.", " ", '"', "'", "\\", '\\"', "http://", "://a:", "://a:b"),
    *(
        "-----BEGIN PRIVATE" + " KEY-----",
        "-----",
        "-",
        "eyJ",
        "eyJ.",
        "eyJaaaaaaaaaa.",
        "xoxb-",
        "ghp_",
    ),
    *("password", "password=", 'password="', "password is ", "--password ", "<password>", "pwd:"),
    *(
        "secret",
        "key=",
        "token=",
        "api_key",
        "token: a.",
        "Bearer ",
        "Basic a",
        "Cookie: a",
        "AKIA",
        *("-eyJ", "secret=a1", "-token=a1", "-password=a", "-authorization=a1"),
    ),
    *(
        "authorization:",
        "DE89 ",
        "NO11A ",
        "phone ",
        "ssn ",
        "a-b_C1",
        "[",
        "[A:",
        "[PASSWORD]",
        "[PASSWORD] a@b.example 1.2.3.4 a=1 ",
    ),
)
SIZE = 20_000
LARGEST_GROWTH = 3.2  # twice the text; quadratic would be 4 and grow with SIZE
UNMEASURABLE = 0.004  # seconds: less is noise


def _seconds(engine: TriggerEngine, leaf: Leaf) -> float:
    start = time.thread_time()
    engine.find([leaf])
    return time.thread_time() - start


def _own_units(detector: Detector) -> list[str]:
    """Return what a detector's first triggers and hits make of a text when they are repeated."""
    texts = [one if isinstance(one, str) else one.text for one in detector.triggers[:2]]
    values = [text + end for text in texts if text for end in ("a1", "=a1 ")]
    return [*values, *(f"{hit[:12]} " for hit in detector.hits[:2])]


def _growth(engine: TriggerEngine, small: Leaf, large: Leaf) -> float:
    best = float("inf")
    for _ in range(6):
        once, twice = _seconds(engine, small), _seconds(engine, large)
        if twice < UNMEASURABLE:
            return 0.0
        best = min(best, twice / once)
        if best < LARGEST_GROWTH:
            break
    return best


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_search_time_grows_with_the_text(detector: Detector) -> None:
    engine = TriggerEngine((detector,))
    slow = {}

    for unit in (*UNITS, *_own_units(detector)):
        text = unit * (SIZE // len(unit))
        small, large = (Leaf(text * times + unit.join("(= ")) for times in (1, 2))
        growth = _growth(engine, small, large)
        if growth >= LARGEST_GROWTH:
            slow[unit] = growth

    assert slow == {}


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_key_time_grows_with_the_key(detector: Detector) -> None:
    slow = {}

    for unit in ("a", "a.", ".", "aA", "password.", "_token", "x-api-key"):
        key = unit * (SIZE // len(unit))
        engine = TriggerEngine((detector,))
        growth = _growth(engine, Leaf("x", key), Leaf("x", key * 2))
        if growth >= LARGEST_GROWTH:
            slow[unit] = growth

    assert slow == {}
