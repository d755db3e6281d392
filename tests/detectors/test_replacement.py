"""What exactly is replaced, by all default detectors together."""

from __future__ import annotations

import pytest

from otel_redact.detectors.selection import default_detectors
from otel_redact.engines import SequentialEngine
from otel_redact.types import Leaf

ENGINE = SequentialEngine(default_detectors())
OPENAI = "sk-" + "proj-KEYMARK" + "abcdefghijklmnopqrstuvwxyz0123456789"
GITHUB = "gh" + "p_SYSKEY" + "abcdefghijklmnopqrstuvwxyz0123"
JWT = "eyJ" + "hbGciOiJIUzI1NiJ9." + "eyJ" + "zdWIiOiJhIn0." + "c2lnbmF0dXJl"


def _replaced(text: str, key: str = "") -> str:
    for finding in reversed(ENGINE.find([Leaf(text, key)])[0]):
        text = text[: finding.start] + f"[{finding.entity}]" + text[finding.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "USERMARK my email is alice@example.com ssn 078-05-1120",
            "USERMARK my email is [EMAIL_ADDRESS] ssn [US_SSN]",
        ),
        (
            "OUTMARK hello bob@example.com 4111-1111-1111-1111",
            "OUTMARK hello [EMAIL_ADDRESS] [CREDIT_CARD]",
        ),
        (f"internal token {GITHUB}", "internal token [GITHUB_TOKEN]"),
        (
            f"401 - {{'message': 'Incorrect API key provided: {OPENAI}. You can'}}",
            "401 - {'message': 'Incorrect API key provided: [OPENAI_API_KEY]. You can'}",
        ),
        (
            "Incorrect API key provided: sk-" + "proj-" + "*" * 30 + "6789. You can",
            "Incorrect API key provided: [OPENAI_API_KEY]. You can",
        ),
        (f"cut {OPENAI[:24]}", "cut [OPENAI_API_KEY]"),
        (f"OPENAI_API_KEY={OPENAI}", "OPENAI_API_KEY=[OPENAI_API_KEY]"),
        (f'"api_key": "{OPENAI}"', '"api_key": "[OPENAI_API_KEY]"'),
        (f"Authorization: Bearer {OPENAI}", "Authorization: Bearer [OPENAI_API_KEY]"),
        (f"Authorization: Bearer {JWT}", "Authorization: Bearer [JSON_WEB_TOKEN]"),
        (f"token={JWT}", "token=[JSON_WEB_TOKEN]"),
        (
            "smtp://alice@example.com:hunter2@mail.example.com",
            "smtp://[EMAIL_ADDRESS]:[URL_CREDENTIALS]@mail.example.com",
        ),
        (
            "postgresql://app:pw@10.0.0.1:5432/db",
            "postgresql://app:[URL_CREDENTIALS]@[IP_ADDRESS]:5432/db",
        ),
        (f"git clone https://x:{GITHUB}@h/o", "git clone https://x:[GITHUB_TOKEN]@h/o"),
        ("password: a@b.example.com", "password: [PASSWORD]"),
        ("password=hunter2, user=bob", "password=[PASSWORD], user=bob"),
        ("(password=hunter2)", "(password=[PASSWORD])"),
        ("curl -u user --password 'a b' x", "curl -u user --password '[PASSWORD]' x"),
        (
            "https://hooks.slack.com/services/" + "T00000000/B00000000/XXXXXXXXXXXX more",
            "https://hooks.slack.com/services/[SLACK_WEBHOOK] more",
        ),
        ("x=1&api_key=abcd1234efgh5678&y=2", "x=1&api_key=[SECRET]&y=2"),
        ("<alice@example.com>, 'bob@example.com'.", "<[EMAIL_ADDRESS]>, '[EMAIL_ADDRESS]'."),
        ("ftp://u:ab/cd@ftp.example.com", "ftp://u:[URL_CREDENTIALS]@ftp.example.com"),
        ("http://h:8080/ alice@example.com", "http://h:8080/ [EMAIL_ADDRESS]"),
        (
            "\u90ae\u7bb1alice@example.com\u3002\u7535\u8bdd+14155552671\u3002",
            "\u90ae\u7bb1[EMAIL_ADDRESS]\u3002\u7535\u8bdd[PHONE_NUMBER]\u3002",
        ),
    ],
)
def test_default_detectors_replace_exactly_the_entity(text: str, expected: str) -> None:
    assert _replaced(text) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("http.request.header.authorization", f"Bearer {OPENAI}", "Bearer [OPENAI_API_KEY]"),
        ("authorization", "Bearer abcdefghijklmnopqrstuvwx", "Bearer [AUTHORIZATION_HEADER]"),
        ("authorization", "Bearer abc", "[AUTHORIZATION_HEADER]"),
        ("http.request.header.x-api-key", "anything at all", "[SECRET]"),
        ("http.request.header.cookie", "a=b; c=d", "[HTTP_COOKIE]"),
        ("db.password", "hunter2", "[PASSWORD]"),
        ("password", "my name", "[PASSWORD]"),
        ("api_key", OPENAI, "[OPENAI_API_KEY]"),
        ("token", "Hello", "Hello"),
        ("password", "true", "true"),
        ("content", "hunter2", "hunter2"),
    ],
)
def test_key_decides_about_a_text_that_says_nothing(key: str, text: str, expected: str) -> None:
    assert _replaced(text, key) == expected


@pytest.mark.parametrize(
    "text",
    [
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "commit 3f2a9c1, tree 9fceb02d0ae598e95dc970b74767f19372d61af8",
        "2026-11-23T12:34:56.789Z",
        "2026-11-23 12:34:56,789 +0200",
        "1764000000 1764000000123 1764000000123456 1764000000123456789",
        "v1.2.3.4 and version 1.2.3.4 and 1.2.3",
        "550e8400-e29b-41d4-a716-446655440000",
        "order #1234567890, invoice 2026-000123456",
        "gpt-4o-2024-08-06 claude-3-5-sonnet-20241022 text-embedding-3-small",
        "tokens_used: 123456, max_tokens=512, tokenizer: cl100k_base, token_type: bearer",
        '{"next_page_token": "abcdefgh", "token": " Hello"}',
        "password_hash_rounds=12",
        '{"password": null, "password": true, "password": false, "password": ""}',
        "chatcmpl-1 call_1 chatcmpl-AbCdEfGhIjKlMnOpQrStUvWxYz012",
        "resp_68af1d2c3b4a59687f0e1d2c3b4a59687f0e1d2c3b4a5968",
        "call_9pw1qnYScqvGrCH58HWCvFH6",
        "4155552671",
        "12:34:56 a::b std::vector<int>::iterator x[::2]",
        "0.4111111111111111 3.141592653589793",
        "C++ `a::b`, sizes 256 512 1024, 100 200 3000",
        "class='sk-cube-grid' task-runner-0123456789abcdef0123",
    ],
)
def test_near_misses_stay_readable(text: str) -> None:
    assert _replaced(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "[REDACTED]",
        "[redacted]",
        "[EMAIL_ADDRESS]",
        "[PASSWORD:3f2a9c011111]",
        "[IP_ADDRESS:123456789012]",
    ],
)
@pytest.mark.parametrize("key", ["", "password", "api_key", "token", "authorization", "phone"])
def test_placeholder_is_never_found_again(text: str, key: str) -> None:
    assert _replaced(text, key) == text


@pytest.mark.parametrize(
    "text",
    [
        "password=[PASSWORD]",
        'password: "[REDACTED]"',
        "password is [PASSWORD:0123456789ab]",
        "postgres://app:[URL_CREDENTIALS]@db.example.com/x",
        "Authorization: Bearer [AUTHORIZATION_HEADER:0123456789ab]",
        "api_key=[OPENAI_API_KEY] token=[SECRET:0123456789ab]",
        "phone: [PHONE_NUMBER:123456789012]",
        "Cookie: [HTTP_COOKIE]",
    ],
)
def test_assignment_of_a_placeholder_stays(text: str) -> None:
    assert _replaced(text) == text


def test_unknown_word_in_brackets_is_no_placeholder() -> None:
    assert _replaced("[HUNTER2]", key="password") == "[PASSWORD]"
