"""A megabyte of anything takes less than a second, and half a megabyte half of that."""

from __future__ import annotations

import time

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.engines import TriggerEngine
from otel_redact.types import Leaf

UNITS = (
    *("a.", "a.-", "0a1f", "aZ-_0", "7", "1 ", "1.", "1:", "4111 ", "4111 1111 1111 1112 ", "415-"),
    *(
        "@",
        "a@",
        "a@b.co ",
        "a@b-c.com@",
        ":",
        "a:",
        "::1",
        "0000:1111:",
        "1.2.3.4 ",
        "+1",
        "DE89 ",
    ),
    *(" ", '"', "\\", "{[", '{"a":', "[", "[PASSWORD] ", "\u6f22", "\u6f22@", "\ud800"),
    *("http://", "http://a:b", "://a:", "sk-", "sk-proj-", "-eyJ", "eyJ.", "-eyJa.b", "AKIA "),
    *(
        "pass",
        "password=",
        "--pass ",
        "<pwd>",
        "key=",
        "token: ",
        "secret=a1",
        "bearer a",
        "phone 1",
    ),
    *("-----BEGIN ", "-----BEGIN PRIVATE" + " KEY-----", "ssn 1", "078-05-", "cookie: a="),
)
# What follows a long value shows that it is none: `secret=name(`.
REFUSED_AT_ITS_END = ("secret=a1", "-token=a1", "-password=a", "-authorization=a1", "-eyJ", "key=")
SIZE = 500_000
LARGEST_GROWTH = 2.6  # twice the text; quadratic would be 4
UNMEASURABLE = 0.02  # seconds: less is noise
LONGEST = 4.0  # seconds of CPU time for a megabyte: a guard; the benchmark holds it to one
ENGINE = TriggerEngine(DETECTORS)
REPETITIONS = 6


def _seconds(text: str) -> float:
    start = time.thread_time()
    ENGINE.find([Leaf(text)])
    return time.thread_time() - start


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    ENGINE.find([Leaf(text) for detector in DETECTORS for text in detector.hits])


@pytest.mark.parametrize(
    ("unit", "end"), [(unit, "") for unit in UNITS] + [(unit, "( =") for unit in REFUSED_AT_ITS_END]
)
def test_time_grows_with_the_text(unit: str, end: str) -> None:
    growth = longest = float("inf")

    for attempt in range(REPETITIONS):
        text = unit * (SIZE // len(unit)) + "x" * attempt
        once, twice = _seconds(text + end), _seconds(text * 2 + end)
        growth = min(growth, twice / once if twice > UNMEASURABLE else 0.0)
        longest = min(longest, twice)
        if growth < LARGEST_GROWTH and longest < LONGEST:
            break

    assert growth < LARGEST_GROWTH
    assert longest < LONGEST
