"""Keys, secrets and credentials behind their name: random values in text, any value under a key."""

from __future__ import annotations

from otel_redact.detectors.assignment import NAME_END, random_value
from otel_redact.detectors.boundary import KEY_START, WORD_START
from otel_redact.detectors.shape import is_resource_name, is_stand_in, looks_random
from otel_redact.types import Detector, Group, Trigger

__all__ = ["SECRET_ASSIGNMENT"]

_KEY_KINDS = (
    *("api", "access", "secret", "private", "signing", "encryption", "master", "account", "shared"),
    *("auth", "subscription", "functions", "webhook", "hmac", "deploy"),
)
_KEY_KIND = rf"(?:{'|'.join(_KEY_KINDS)})"
_RANDOM = "q7Zt2Lk9Xw4B" + "v8Nc1Rm6"


def _is_given(text: str) -> bool:
    return not is_stand_in(text) and not is_resource_name(text)


SECRET_ASSIGNMENT = Detector(
    name="secret_assignment",
    entity="SECRET",
    group=Group.SECRETS,
    pattern=(
        r"(?=[SsKkCc])(?:(?i:secret)(?:[_-](?i:key|token|value))?"
        rf"|(?i:key)(?<={WORD_START}(?i:{_KEY_KIND}[ _-]?key))|{WORD_START}(?i:credentials?))"
        rf"(?:[_-][A-Za-z0-9]{{1,8}})?{NAME_END}(?:[ ](?i:provided|given|value))?"
        r"[ \t]{0,8}(?:=>|:=|={1,3}|:|(?i:[ ]is[ ]))[ \t]{0,8}" + random_value()
    ),
    triggers=(
        *("secret", "credential"),
        *(
            Trigger(kind + sign + "key", skip=len(kind + sign))
            for kind in _KEY_KINDS
            for sign in ("", " ", "_", "-")
        ),
    ),
    key_pattern=(
        KEY_START + r"(?:(?:client|app|consumer|webhook|shared|jwt|session)?secrets?"
        r"(?:[_-]?(?:key|token|value|string))?"
        rf"|{_KEY_KIND}[_-]?keys?|credentials?"
        r"|(?:access|refresh|auth|api|id|session|bearer|oauth2?|security|csrf|xsrf|bot|deploy|private)"
        r"[_-]?token|(?:access|refresh|auth|api)[_-]?tokens|connection[_-]?string)"
    ),
    key_triggers=(
        *("secret", "credential", "token"),
        *("connectionstring", "connection_string", "connection-string"),
        *(kind + sign + "key" for kind in _KEY_KINDS for sign in ("", "_", "-")),
    ),
    validate=looks_random,
    validate_key_value=_is_given,
    priority=10,
    hits=(
        "api_key=" + _RANDOM,
        'client_secret: "' + _RANDOM + '"',
        "export PROVIDER_API_KEY='" + _RANDOM + "'",
        'config["secret"] = "' + _RANDOM + '"',
        "the api key is " + _RANDOM + ".",
        r"{\"accessKey\":\"" + _RANDOM + r"\"}",
        "Incorrect API key provided: " + _RANDOM + ". Check it",
        "X-Api-Key: 0123456789abcdef0123456789abcdef",
    ),
    misses=(
        "api_key=os.environ['API_KEY']",
        "api_key: your_api_key_here",
        "secret = get_secret2023x4(name)",
        "secret: ${SECRET_V2A}",
        "credentials: ~/.aws/credentials",
        "private_key: /etc/ssl/private/key1.pem",
        "access_key = settings.OPENAI_API_KEY_2",
        "primary_key: user_id",
        "secret: 2026-11-23T10:00:00Z",
        "api_key=********cdef",
        "keyboard: qwerty12345",
        "encryption_key=arn:aws:kms:eu-west-1:123456789012:key/" + "0a1b2c3d-4e5f-6071-8293",
    ),
    key_hits=(
        ("http.request.header.x-api-key", "abc"),
        ("client_secret", "correct horse"),
        ("accessToken", "abc"),
        ("credentials", "x"),
        ("PRIVATE_KEY", "abc"),
    ),
    key_misses=(
        ("api_key", "null"),
        ("encryptionKey", "arn:aws:kms:eu-west-1:123456789012:key/" + "0a1b2c3d-4e5f-6071-8293"),
        ("secret_name", "prod/db"),
        ("max_tokens", "512"),
        ("prompt_cache_key", "tenant-1"),
        ("aws_access_key_id", "x"),
        ("monkey", "abc"),
    ),
    source="https://cwe.mitre.org/data/definitions/798.html (2026-11-23)",
)
