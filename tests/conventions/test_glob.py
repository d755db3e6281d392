"""Globs over attribute keys: what they match, and in what time."""

import time

import pytest

from otel_redact.conventions.glob import GlobTable, compile_glob


@pytest.mark.parametrize(
    ("glob", "key", "expected"),
    [
        ("a.b", "a.b", True),
        ("a.b", "axb", False),
        ("a.*", "a.", True),
        ("a.*", "a.b.c", True),
        ("a.*", "ab", False),
        ("*.c", "a.b.c", True),
        ("a.*.c", "a.b.c", True),
        ("a.*.c", "a.c", False),
        ("a.*b*", "a.xbx", True),
        ("a*b*c", "a-b-b-c", True),
        ("a*b*c", "a-c-b", False),
        ("a**c", "abc", True),
        ("m.{n}.t", "m.0.t", True),
        ("m.{n}.t", "m.007.t", True),
        ("m.{n}.t", "m.123456.t", True),
        ("m.{n}.t", "m.1234567.t", False),
        ("m.{n}.t", "m.-1.t", False),
        ("m.{n}.t", "m.\u0661.t", False),
        ("m.{n}.*.{n}", "m.1.x.2", True),
        ("m.{n}.*.{n}", "m.1.x.y", False),
        ("a.(b)+", "a.(b)+", True),
    ],
)
def test_a_glob_matches_whole_keys(glob, key, expected):
    assert bool(compile_glob(glob).fullmatch(key)) is expected
    assert GlobTable([(glob, "found")]).find(key) == ("found" if expected else None)


def test_time_is_linear_in_the_key():
    pattern = compile_glob("a*b*b*b*c")

    def seconds(length):
        key = "a" + "b" * length
        start = time.perf_counter()
        for _ in range(5):
            assert pattern.fullmatch(key) is None
        return time.perf_counter() - start

    seconds(10_000)
    small = min(seconds(50_000) for _ in range(3))
    large = min(seconds(400_000) for _ in range(3))

    # Eight times the key: quadratic time would be 64 times as long.
    assert large < 30 * small + 0.01
