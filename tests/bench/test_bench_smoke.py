"""The benchmark runs with tiny counts and writes the documented result; speed is not looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("redaction.py")
COMMITTED = Path(__file__).parent / "results" / "redaction.json"
KINDS = ["2 KB clean", "2 KB dirty", "20 KB clean", "20 KB dirty"]


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> tuple[str, dict]:
    out = tmp_path_factory.mktemp("bench") / "result.json"
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--quick", "--out", str(out)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, json.loads(out.read_text(encoding="utf-8"))


def test_the_result_has_the_documented_shape(run):
    _, result = run

    assert shape(result) == {
        "command",
        "versions",
        "counts",
        "spans",
        "cache",
        "on_end",
        "stages",
    }
    assert list(result["spans"]) == KINDS
    assert list(result["stages"]) == KINDS
    assert list(result["on_end"]) == ["2 KB dirty", "20 KB dirty"]
    assert shape(result["spans"]["2 KB dirty"]) == {
        "attributes",
        "text_bytes",
        "findings",
        "median_us",
        "redact_to_encode",
        "hide_all_to_encode",
        "samples_us",
    }
    assert shape(result["stages"]["20 KB clean"]["share"]) == {
        "read",
        "collect",
        "parse",
        "search",
        "build",
        "rest",
    }


def test_it_keeps_every_sample(run):
    _, result = run

    assert {name: len(s) for name, s in result["spans"]["2 KB clean"]["samples_us"].items()} == {
        "redact": 2,
        "hide_all": 2,
        "encode": 2,
    }
    assert {name: len(s) for name, s in result["on_end"]["20 KB dirty"]["samples_us"].items()} == {
        "batch": 100,
        "worker": 100,
        "caller": 25,
    }


def test_dirty_spans_have_about_one_finding_in_2_kb_and_clean_ones_none(run):
    _, result = run

    found = {kind: result["spans"][kind]["findings"] for kind in KINDS}

    assert found == {"2 KB clean": 0, "2 KB dirty": 1, "20 KB clean": 0, "20 KB dirty": 10}


@pytest.mark.parametrize(("kind", "low", "high"), [(KINDS[0], 1800, 2500), (KINDS[3], 18e3, 22e3)])
def test_spans_have_the_size_they_are_named_after(run, kind, low, high):
    _, result = run

    assert low <= result["spans"][kind]["text_bytes"] <= high


def test_the_report_prints_each_table_and_the_versions(run):
    printed, _ = run

    for word in ("Redaction against OTLP encoding", "Cache", "on_end", "time goes", "CPython"):
        assert word in printed


def test_the_result_names_no_machine_and_no_path_of_it(run):
    _, result = run

    assert result["command"] == "python tests/bench/redaction.py --quick --out result.json"
    assert str(Path.home()) not in json.dumps(result)


def test_the_committed_result_came_from_the_documented_command():
    result = json.loads(COMMITTED.read_text(encoding="utf-8"))
    readme = SCRIPT.with_name("README.md").read_text(encoding="utf-8")

    assert result["command"] in readme
    assert COMMITTED.stat().st_size < 100_000


def shape(value: dict) -> set[str]:
    return set(value)
