from __future__ import annotations

import logging
import sys

import pytest

from otel_redact.errors import ConfigError
from otel_redact.scanners import selection
from otel_redact.scanners.python import PythonScanner
from otel_redact.scanners.selection import check_scanner, create_scanner


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes libraries impossible to import."""

    def hide(*libraries: str) -> None:
        for library in libraries:
            monkeypatch.setitem(sys.modules, library, None)

    selection._made.cache_clear()
    yield hide
    selection._made.cache_clear()


def test_auto_is_always_there(without) -> None:
    without("ahocorasick_rs", "hyperscan", "re2")

    assert check_scanner("auto") == "auto"
    assert isinstance(create_scanner("auto", [b"x"]), PythonScanner)


@pytest.mark.parametrize(
    ("missing", "name"),
    [
        ((), "HyperscanScanner"),
        (("hyperscan",), "AhoCorasickScanner"),
        (("ahocorasick_rs", "hyperscan"), "Re2Scanner"),
        (("ahocorasick_rs", "hyperscan", "re2"), "PythonScanner"),
    ],
)
def test_auto_takes_the_first_that_imports(without, missing: tuple[str, ...], name: str) -> None:
    for library in ("ahocorasick_rs", "hyperscan", "re2"):
        pytest.importorskip(library)
    without(*missing)

    assert type(create_scanner("auto", [b"x"])).__name__ == name


@pytest.mark.parametrize(
    ("name", "library", "install"),
    [
        ("ahocorasick", "ahocorasick_rs", 'pip install "otel-redact[fast]"'),
        ("hyperscan", "hyperscan", 'pip install "hyperscan"'),
        ("re2", "re2", 'pip install "google-re2"'),
    ],
)
def test_named_scanner_that_does_not_import_is_refused(
    without, name: str, library: str, install: str
) -> None:
    without(library)

    with pytest.raises(ConfigError) as caught:
        check_scanner(name)

    assert install in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("ahocorasik", 'did you mean "ahocorasick"?'),
        ("", "auto, hyperscan, ahocorasick, re2, python"),
    ],
)
def test_unknown_name_is_refused_with_a_hint(word: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_scanner(word)

    assert hint in str(caught.value)


def test_name_is_read_in_any_case() -> None:
    assert check_scanner(" Python ") == "python"


def test_scanner_is_logged_once_per_process(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "_logged", set())
    caplog.set_level(logging.INFO, logger="otel_redact")

    create_scanner("python", [b"x"])
    create_scanner("python", [b"y"])

    assert [record.getMessage() for record in caplog.records] == ["otel_redact scans with python"]
