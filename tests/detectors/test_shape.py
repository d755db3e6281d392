from __future__ import annotations

import pytest

from otel_redact.detectors.shape import (
    is_address,
    is_stand_in,
    looks_issued,
    looks_like_credential,
    looks_random,
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "null",
        "None",
        "TRUE",
        "${DB_PASSWORD}",
        "{password}",
        "{{ password }}",
        "<password>",
        "%s",
        "%(password)s",
        "$DB_PASSWORD",
        "...",
        "\u2026",
        "***",
        "*" * 12,
        "hu*****",
        "*********dog9",
        "REDACTED",
    ],
)
def test_stand_ins_hide_nothing(text: str) -> None:
    assert is_stand_in(text)


@pytest.mark.parametrize(
    "text", ["hunter2", "x", "*", "p**s", "$ecret", "nullify", "{SSHA}abc", "pa*s*w*rd"]
)
def test_passwords_are_no_stand_ins(text: str) -> None:
    assert not is_stand_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "abcd1234efgh5678",
        "0123456789abcdef0123456789abcdef",
        "QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "s3cr3tV4lue",
        "AKIA" + "IOSFODNN7EXAMPLE",
        "550e8400-e29b-41d4-a716-446655440000",
    ],
)
def test_secrets_look_random(text: str) -> None:
    assert looks_random(text)


@pytest.mark.parametrize(
    "text",
    [
        "your_api_key_here",
        "oauth2_token_value",
        "accessToken2",
        "getUserAccessTokenFromRequest",
        "SequenceNotStr",
        "gpt-4o-2024-08-06",
        "/etc/ssl/private/key1.pem",
        "https://example.com/a1b2c3d4e5f6",
        "2026-11-23T10:00:00Z",
        "1764000000123",
        "short1a",
        "",
    ],
)
def test_identifiers_paths_and_dates_do_not_look_random(text: str) -> None:
    assert not looks_random(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abcd1234efgh5678", True),
        ("abcd1234efgh567", False),
        ("abcd1234 efgh5678", False),
        ("abcdefghijklmnopqrstuvwxyz", False),
        ("1234567890123456", False),
        ("550e8400-e29b-41d4-a716-446655440000", False),
        ("abcd1234efgh5678\u00e9", False),
    ],
)
def test_credential_is_long_unbroken_and_mixed(text: str, expected: bool) -> None:
    assert looks_like_credential(text) is expected


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("qZtLkXwBvNcRmYpH", True),
        ("q7ztlk9xwbvncrmyph", True),
        ("clientSecretText", False),
        ("your_api_key_here", False),
        ("arn:aws:kms:eu-west-1:1:key/qZtLkXwBvNcRmYpH", False),
    ],
)
def test_mixed_case_without_a_digit_may_be_issued(text: str, issued: bool) -> None:
    assert looks_issued(text) is issued


@pytest.mark.parametrize(
    ("text", "address"), [("arn:aws:s3:::bucket", True), ("https://h/x", True), ("barn:x", False)]
)
def test_address_says_where_a_secret_is(text: str, address: bool) -> None:
    assert is_address(text) is address
