"""Every scanner finds each occurrence of each literal, overlapping ones too."""

from __future__ import annotations

import importlib.util
import itertools
import os
import random
import sys
import threading
import time
import types

import pytest

from otel_redact.scanners import SCANNERS
from otel_redact.scanners.hyperscan import HyperscanScanner
from otel_redact.scanners.scanner import ScannerClass

LIBRARIES = {"ahocorasick": "ahocorasick_rs", "hyperscan": "hyperscan", "re2": "re2"}
INSTALLED = [
    scanner
    for scanner in SCANNERS
    if scanner.name == "python" or importlib.util.find_spec(LIBRARIES[scanner.name])
]
LITERALS = (
    *(b"sk-", b"sk-ant-", b"000-00-0000", b"0000 0000", b"00000000", b"@", b"::", b"aa", b"aaa"),
    *(b"api_key", b"apikey", b"key", b"de00", b"\x00x", b"?", b"a.b*c", b"[a-z]", b" is ", b"-sk-"),
)
every_scanner = pytest.mark.parametrize("scanner_class", INSTALLED, ids=lambda one: one.name)


def _reference(data: bytes) -> list[tuple[int, int, int]]:
    return sorted(
        (index, start, start + len(literal))
        for index, literal in enumerate(LITERALS)
        for start in range(len(data))
        if data.startswith(literal, start)
    )


def _random_data(seed: int, pieces: int) -> bytes:
    source = random.Random(seed)
    noise = (b"a", b"0", b" ", b"-", b"k", b"\0", b"\xff", b"lorem ipsum ", b"s")
    return b"".join(source.choice((*LITERALS, *noise)) for _ in range(pieces))


@every_scanner
@pytest.mark.parametrize("seed", range(20))
def test_every_occurrence_is_found_once(scanner_class: ScannerClass, seed: int) -> None:
    data = _random_data(seed, 400)

    assert sorted(scanner_class(LITERALS).scan(data)) == _reference(data)


@every_scanner
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"s",
        b"sk",
        b"sk-",
        b"aaaa",
        b"@",
        b"0" * 40,
        b"\xff" * 9,
        b"xsk-ant-",
        b"k",
        b"ey",
    ],
)
def test_edges_of_the_data_are_searched(scanner_class: ScannerClass, data: bytes) -> None:
    assert sorted(scanner_class(LITERALS).scan(data)) == _reference(data)


@every_scanner
def test_one_literal_is_enough(scanner_class: ScannerClass) -> None:
    assert scanner_class([b"x"]).scan(b"axbx") == [(0, 1, 2), (0, 3, 4)]


@every_scanner
def test_threads_share_a_scanner(scanner_class: ScannerClass) -> None:
    scanner = scanner_class(LITERALS)
    texts = [_random_data(seed, 3000) for seed in range(8)]
    expected = [_reference(text) for text in texts]
    found: dict[int, list[tuple[int, int, int]]] = {}

    def work(number: int) -> None:
        for _ in range(20):
            found[number] = sorted(scanner.scan(texts[number]))
            assert found[number] == expected[number]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [found[number] for number in range(8)] == expected


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@every_scanner
def test_forked_child_scans_with_its_parents_scanner(scanner_class: ScannerClass) -> None:
    scanner = scanner_class(LITERALS)
    data = _random_data(1, 200)
    expected = _reference(data)
    scanner.scan(data)

    child = os.fork()
    if child == 0:
        os._exit(0 if sorted(scanner.scan(data)) == expected else 1)

    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("with_automaton", [True, False], ids=["ahocorasick", "which occur"])
@pytest.mark.parametrize(
    ("wall_seconds", "cpu_seconds", "contended"),
    [(0.5, 0.001, True), (0.5, 0.5, False), (1e-7, 1e-9, False)],
    ids=["waits for the GIL", "computes", "too short to tell"],
)
def test_hyperscan_gives_a_scan_up_that_waits_for_the_gil(
    monkeypatch: pytest.MonkeyPatch,
    wall_seconds: float,
    cpu_seconds: float,
    contended: bool,
    with_automaton: bool,
) -> None:
    pytest.importorskip("hyperscan")
    pytest.importorskip("ahocorasick_rs")
    if not with_automaton:
        monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    scanner = HyperscanScanner(LITERALS)
    data = _random_data(3, 400)
    quiet = scanner._quiet if with_automaton else scanner
    name = "scan" if with_automaton else "_occurring"
    asked = []
    original = getattr(quiet, name)
    monkeypatch.setattr(quiet, name, lambda data: asked.append(1) or original(data))
    with monkeypatch.context() as patch:
        wall, cpu = itertools.count(0, wall_seconds), itertools.count(0, cpu_seconds)
        clock = types.SimpleNamespace(
            perf_counter=lambda: next(wall), thread_time=lambda: next(cpu), monotonic=time.monotonic
        )
        patch.setattr("otel_redact.scanners.hyperscan.time", clock)
        first = scanner.scan(data)

    second = scanner.scan(data)

    assert sorted(first) == sorted(second) == _reference(data)
    assert asked == [1, 1] * contended


def test_hyperscan_tries_calling_back_again_some_seconds_later(monkeypatch) -> None:
    pytest.importorskip("hyperscan")
    scanner = HyperscanScanner(LITERALS)
    data = _random_data(3, 400)
    scanner._local.quiet_until = time.monotonic() + 60
    called = []
    original = scanner._occurrences
    monkeypatch.setattr(scanner, "_occurrences", lambda data: called.append(1) or original(data))

    scanner.scan(data)
    scanner._local.quiet_until = time.monotonic() - 1
    scanner.scan(data)

    assert called == [1]


def test_scanners_have_different_names() -> None:
    assert [scanner.name for scanner in SCANNERS] == ["hyperscan", "ahocorasick", "re2", "python"]
