"""Planted values of every entity are gone, in every form in which traces bring them."""

from __future__ import annotations

import json
import random

import pytest

from otel_redact import redact, redact_text
from otel_redact.detectors import DETECTORS
from otel_redact.types import Group
from tests.corpus.recall import Recall, lost_in_a_crowd, measure
from tests.corpus.template import plant
from tests.corpus.values import VALUES

GROUPS = {detector.name: detector.group for detector in DETECTORS}


@pytest.fixture(scope="module")
def recalls() -> list[Recall]:
    return measure()


def wanted(name: str) -> float:
    return 0.99 if GROUPS[name] in {Group.SECRETS, Group.CRYPTO} else 0.97


def table(recalls: list[Recall]) -> str:
    lines = [f"{'entity':36} {'form':11} {'recall':>6}  missed"]
    lines += [
        f"{one.detector:36} {one.form:11} {one.share:6.2f}  {min(set(one.missed), key=len)}"
        for one in recalls
        if one.missed
    ]
    return "\n".join(lines)


def test_every_detector_has_formats_of_its_values() -> None:
    assert sorted(GROUPS.keys() - VALUES.keys()) == []


@pytest.mark.parametrize("form", ["plain", "JSON", "percent", "zero-width", "full-width"])
def test_planted_values_are_gone(recalls: list[Recall], form: str) -> None:
    short = [one for one in recalls if one.form == form and one.share < wanted(one.detector)]

    if short:
        pytest.fail(f"{len(short)} entities fall short\n{table(short)}", pytrace=False)


def test_many_values_in_one_text_are_all_gone() -> None:
    # More of a kind than a limit on floods of one sign or literal lets pass unread.
    lost = {one.name: lost_in_a_crowd(one.name, 70) for one in DETECTORS if one.default}

    assert {name: count for name, count in lost.items() if count} == {}


@pytest.mark.parametrize("name", ["email_address", "openai_api_key", "us_ssn", "iban_code"])
def test_public_functions_say_the_same(name: str) -> None:
    source = random.Random(name)
    for form in VALUES[name]:
        planted = plant(form, source)
        text = f"here it is: {planted.before}{planted.value}{planted.after}, thanks"
        key = planted.key or "content"
        attribute = json.dumps({"role": "user", key: planted.value if planted.key else text})

        assert planted.key or planted.value not in redact_text(text)
        assert planted.value not in redact_text(attribute)
        assert planted.value not in str(redact({"llm.input": attribute, "n": 1}))
