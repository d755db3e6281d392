from __future__ import annotations

import pytest

from otel_redact.errors import ConfigError
from otel_redact.operators import (
    OPERATORS,
    DropOperator,
    HashOperator,
    KeepOperator,
    MaskOperator,
    ReplaceOperator,
)

CARD = "4111111111111111"


def test_replace_says_what_was_there() -> None:
    assert ReplaceOperator()("alice@example.com", "EMAIL_ADDRESS") == "[EMAIL_ADDRESS]"


def test_drop_leaves_nothing() -> None:
    assert DropOperator()(CARD, "CREDIT_CARD") == ""


def test_keep_changes_nothing() -> None:
    assert KeepOperator()(CARD, "CREDIT_CARD") == CARD


@pytest.mark.parametrize(
    ("first", "last", "text", "expected"),
    [
        (0, 0, CARD, "****************"),
        (0, 4, CARD, "************1111"),
        (6, 0, CARD, "411111**********"),
        (4, 4, CARD, "4111********1111"),
        (4, 5, CARD, "****************"),
        (0, 4, "hunter2", "*******"),
        (0, 3, "hunter", "***ter"),
        (1, 1, "ab", "**"),
        (0, 0, "", ""),
        (1, 0, "\U0001f600\u00e9", "\U0001f600*"),
    ],
)
def test_mask_keeps_the_ends_but_never_more_than_half(
    first: int, last: int, text: str, expected: str
) -> None:
    assert MaskOperator(first=first, last=last)(text, "X") == expected


@pytest.mark.parametrize("value", [-1, 1.5, True, "4", None])
@pytest.mark.parametrize("parameter", ["first", "last"])
def test_mask_refuses_what_is_no_number_of_characters(parameter: str, value: object) -> None:
    with pytest.raises(ConfigError, match=f"mask: got {parameter}="):
        MaskOperator(**{parameter: value})


def test_hash_is_the_keyed_hmac_of_the_text() -> None:
    token = HashOperator("Jefe")("what do ya want for nothing?", "X")

    assert token == "[X:5bdcc146bf60]"  # RFC 4231, test case 2


def test_hash_is_equal_for_equal_texts_under_one_key() -> None:
    one, other = HashOperator("k"), HashOperator(b"k")

    assert one(CARD, "CREDIT_CARD") == other(CARD, "CREDIT_CARD")
    assert one(CARD, "CREDIT_CARD") != one(CARD + "2", "CREDIT_CARD")
    assert one(CARD, "CREDIT_CARD") != HashOperator("l")(CARD, "CREDIT_CARD")


@pytest.mark.parametrize("key", [None, "", b""])
def test_hash_without_key_is_equal_within_the_process(key: str | bytes | None) -> None:
    assert HashOperator(key)(CARD, "X") == HashOperator()(CARD, "X")
    assert HashOperator(key)(CARD, "X") != HashOperator("k")(CARD, "X")


def test_hash_takes_lone_surrogates() -> None:
    assert HashOperator("k")("\ud800", "X").startswith("[X:")


def test_hash_does_not_show_its_key() -> None:
    operator = HashOperator("hunter2")

    assert "hunter2" not in repr(operator)
    assert "hunter2" not in str(operator)


def test_names_are_those_of_the_files() -> None:
    assert [operator.name for operator in OPERATORS] == [
        "replace",
        "mask",
        "hash",
        "drop",
        "keep",
        "describe",
    ]
    assert [operator.__module__.rpartition(".")[2] for operator in OPERATORS] == [
        operator.name for operator in OPERATORS
    ]
