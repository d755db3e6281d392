"""The benchmarks run with tiny counts and write the documented results; nobody looks at speed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from otel_redact import default_detectors

HERE = Path(__file__).parent
HOW = ["counts", "encodes"]
PROGRAMS = ["redaction", "peers", "load", "resources", "openai_overhead"]
KINDS = ["2 KB clean", "2 KB dirty", "20 KB clean", "20 KB dirty"]
PEERS = {
    "langsmith": ("langsmith", "langsmith, same rules, regex, text"),
    "presidio": ("presidio_analyzer", "presidio, patterns, text"),
    "logfire": ("logfire", "logfire, default, text"),
    "mistral": ("mistralai", "mistral, default, text"),
}


def run_quickly(program: str, folder: Path, *options: str) -> tuple[str, dict]:
    out = folder / "result.json"
    done = subprocess.run(
        [sys.executable, str(HERE / f"{program}.py"), "--quick", *options, "--out", str(out)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> tuple[str, dict]:
    return run_quickly("redaction", tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="module")
def peers_run(tmp_path_factory) -> tuple[str, dict]:
    return run_quickly("peers", tmp_path_factory.mktemp("bench"), "--engine", "auto")


@pytest.fixture(scope="module")
def load_run(tmp_path_factory) -> tuple[str, dict]:
    return run_quickly("load", tmp_path_factory.mktemp("bench"), "--engine", "auto")


@pytest.fixture(scope="module")
def resources_run(tmp_path_factory) -> tuple[str, dict]:
    return run_quickly("resources", tmp_path_factory.mktemp("bench"), "--engine", "auto")


def test_the_result_has_the_documented_shape(run):
    _, result = run

    assert shape(result) == {
        "command",
        "versions",
        "counts",
        "spans",
        "groups",
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
        "scan",
        "check",
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


def test_no_rule_that_a_peer_gets_takes_most_of_its_time(peers_run):
    _, result = peers_run
    taken = result["rule_us"]

    dearest = max(taken, key=taken.get)

    assert taken[dearest] < 0.6 * sum(taken.values()), f"{dearest} is spelled for our engine only"


def test_a_pattern_spelled_for_whole_texts_finds_the_same():
    sys.path.insert(0, str(HERE))
    try:
        from same_rules import full_search
    finally:
        sys.path.remove(str(HERE))
    respelled = [d for d in default_detectors() if full_search(d) != d.pattern]

    for detector in respelled:
        ours, theirs = (
            regex.compile(source, regex.ASCII)
            for source in (detector.pattern, full_search(detector))
        )
        for text in (*detector.hits, *detector.misses):
            assert [m.span() for m in ours.finditer(text)] == [
                m.span() for m in theirs.finditer(text)
            ]


def test_peers_get_texts_of_each_kind_and_ours_finds_what_was_planted(peers_run):
    _, result = peers_run

    found = {
        kind: measured["findings"]["otel_redact auto, text"]
        for kind, measured in result["kinds"].items()
    }

    assert found == {
        "2 KB clean": 0,
        "2 KB dirty": 1,
        "2 KB digits": 0,
        "2 KB cjk": 0,
        "20 KB clean": 0,
        "20 KB dirty": 10,
        "20 KB digits": 0,
        "20 KB cjk": 0,
    }
    assert result["disagreements"] == {}


@pytest.mark.parametrize(("module", "key"), PEERS.values(), ids=PEERS)
def test_a_peer_that_is_installed_replaces_something_and_has_a_ratio(peers_run, module, key):
    pytest.importorskip(module, reason="needs the bench extra")
    _, result = peers_run
    measured = result["kinds"]["20 KB dirty"]

    assert measured["findings"][key] > 0
    assert measured["ratios"]["otel_redact auto, text"][key] > 0
    assert len(measured["samples_us"][key]) == 1


def test_a_peer_is_either_measured_or_said_to_be_missing(peers_run):
    _, result = peers_run
    measured = {key.split(",")[0] for key in result["kinds"]["20 KB dirty"]["findings"]}

    missing = {package.split("-")[0].removesuffix("ai") for package in result["missing"]}

    assert measured | missing == {"otel_redact auto", *PEERS}


def test_load_measures_each_mode_alone_and_beside_a_busy_thread(load_run):
    _, result = load_run
    modes = result["redact_in"]
    names = {"no redaction", *(f"auto, {mode}" for mode in modes)}

    assert {"worker", "caller"} <= set(modes)
    assert set(result["busy"]) == {f"{name}, {how}" for name in names for how in HOW}
    assert set(result["asyncio"]) == set(result["busy"])
    assert list(result["busy"]["auto, worker, encodes"]) == ["alone", "100", "saturated"]
    assert result["busy"]["auto, caller, counts"]["alone"]["out_per_second"] > 0
    assert result["busy"]["auto, worker, counts"]["100"]["speed_kept"] > 0
    assert result["asyncio"]["auto, worker, encodes"]["dropped"] == 0


def test_resources_measures_memory_and_import(resources_run):
    _, result = resources_run

    assert result["import"]["beyond_sdk_ms"] > 0
    assert result["engine"]["auto"]["median_mb"]["first_use_peak_mb"] > 0
    assert list(result["attribute"]) == [
        "1 x 0.05 MB clean",
        "2 x 0.02 MB clean",
        "2 x 0.02 MB dirty",
        "2 x 0.02 MB digits",
    ]
    assert result["attribute"]["2 x 0.02 MB dirty"]["findings"] == 20
    assert result["attribute"]["2 x 0.02 MB dirty"]["failures"] == {}


def test_openai_overhead_times_each_cell_against_the_plain_client(tmp_path):
    printed, result = run_quickly("openai_overhead", tmp_path)

    cells = {"plain", "no export", "worker", "process"}
    for kind in ("sync", "async", "sync, 20 ms", "async, 20 ms"):
        measured = result[kind]
        assert set(measured["p50_to_plain"]) == set(measured["cpu_to_plain"]) == cells
        assert measured["p50_to_plain"]["plain"] == measured["cpu_to_plain"]["plain"] == 1
        assert measured["cpu_us"]["no export"] > 0
    sizes = {name: len(taken) for name, taken in result["sync"]["wall_samples_us"].items()}
    assert sizes == dict.fromkeys(cells, 9)
    assert min(result["async, 20 ms"]["wall_samples_us"]["plain"]) >= 20_000
    assert 19_000 < result["request_bytes"] < 22_500
    assert "p50 / plain" in printed


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_committed_result_came_from_the_documented_command(program):
    committed = HERE / "results" / f"{program}.json"
    result = json.loads(committed.read_text(encoding="utf-8"))
    readme = (HERE / "README.md").read_text(encoding="utf-8")

    assert result["command"] in readme
    assert committed.stat().st_size < 150_000


def shape(value: dict) -> set[str]:
    return set(value)
