"""A few seconds of each fuzz target, and its corpus; `run.py` goes on for as long as one likes."""

from __future__ import annotations

import importlib

import pytest

from otel_redact import create_anonymizer
from tests.fuzz import json_target, log_target, pipeline_target
from tests.fuzz.odd import CANARIES
from tests.fuzz.run import TARGETS, run_corpus, run_seed
from tests.leaks.matrix_policy import nothing

EXAMPLES = {"json": 250, "pipeline": 120, "config": 150, "logs": 120}


@pytest.mark.parametrize("target", TARGETS)
def test_the_corpus_of_a_target_passes(target):
    assert run_corpus(target) == len(importlib.import_module(TARGETS[target]).SEEDS)


@pytest.mark.parametrize("target", TARGETS)
def test_generated_inputs_neither_leak_nor_crash(target):
    assert run_seed(target, seed=2026, examples=EXAMPLES[target]) > 50


EMPTY = {"policy": "default", "attributes": {}, "resource": "", "schema": "", "scope": ""}
SPAN = {**EMPTY, "fixture": None, "name": "", "events": [], "links": [], "status": CANARIES[0]}
RECORD = {**EMPTY, "body": CANARIES[0], "event": None, "severity": None, "severity text": None}


@pytest.mark.parametrize(
    ("module", "case"),
    [(pipeline_target, SPAN), (log_target, RECORD)],
    ids=["pipeline", "logs"],
)
def test_a_check_fails_where_nothing_is_redacted(module, case, monkeypatch):
    module.check(case)
    monkeypatch.setattr(module, "policy", lambda _: nothing())

    with pytest.raises(AssertionError):
        module.check(case)


def test_the_check_of_json_fails_where_nothing_is_redacted(monkeypatch):
    json_target.check(f'["{CANARIES[0]}"]')
    idle = create_anonymizer([{"pattern": "never"}])
    monkeypatch.setattr(json_target, "create_anonymizer", lambda *_, **__: idle)

    with pytest.raises(AssertionError):
        json_target.check(f'["{CANARIES[0]}"]')
