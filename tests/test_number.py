from __future__ import annotations

import pytest

from otel_redact.number import searched_digits, spelled


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (4111111111111111.0, "4111111111111111.0"),
        (6304000000000000000.0, "6304000000000000000.0"),
        (-2.0, "-2.0"),
        (1.5, "1.5"),
        (1e30, "1e+30"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (12, "12"),
    ],
)
def test_numbers_are_spelled_by_their_digits(value, expected):
    assert spelled(value) == expected


@pytest.mark.parametrize(
    ("number", "key", "min_length", "expected"),
    [
        ("4111111111111111", "", 7, "4111111111111111"),
        ("4111111111111111.0", "", 7, "4111111111111111"),
        ("-1234567", "", 7, "-1234567"),
        ("123456", "", 7, None),
        ("123456", "", 1, "123456"),
        ("1234", "password", 7, "1234"),
        ("1.5", "user.pin", 7, "1.5"),
        ("0.12345678", "", 1, None),
        ("1e30", "", 1, None),
    ],
)
def test_whole_numbers_and_those_under_asking_keys_are_searched(number, key, min_length, expected):
    assert searched_digits(number, key, min_length) == expected
