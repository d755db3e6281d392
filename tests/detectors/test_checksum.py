from __future__ import annotations

import pytest

from otel_redact.detectors.checksum import digits_of, luhn_is_valid, mod97_is_valid


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("4111111111111111", True),
        ("4111111111111112", False),
        ("79927398713", True),
        ("378282246310005", True),
        ("00", True),
        ("0", False),
        ("", False),
        ("18", True),
        ("81", False),
    ],
)
def test_luhn_checks_the_last_digit(digits: str, valid: bool) -> None:
    assert luhn_is_valid(digits) is valid


@pytest.mark.parametrize(
    ("code", "valid"),
    [
        ("DE89370400440532013000", True),
        ("DE89370400440532013001", False),
        ("GB82WEST12345698765432", True),
        ("gb82west12345698765432", True),
        ("GB28WEST12345698765432", False),
        ("NO9386011117947", True),
        ("DE89 3704", False),
        ("\u0661234567", False),
        ("", False),
    ],
)
def test_mod97_leaves_one(code: str, valid: bool) -> None:
    assert mod97_is_valid(code) is valid


def test_digits_of_keeps_ascii_digits_only() -> None:
    assert digits_of("4111-1111 \u0661x2") == "411111112"
