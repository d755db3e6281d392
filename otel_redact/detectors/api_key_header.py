"""Credentials in HTTP headers named for them, such as ``X-Api-Key``; whatever the value is like."""

from __future__ import annotations

import re

from otel_redact.detectors.assignment import NAME_END
from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.shape import has_digit_or_upper, is_stand_in
from otel_redact.types import Detector, Group

__all__ = ["API_KEY_HEADER"]

_NAMES = (
    *("x-api-key", "x-api-token", "x-api-secret", "x-auth-token", "x-auth-key", "x-access-token"),
    *("x-goog-api-key", "x-functions-key"),
    *("x-vault-token", "x-consul-token", "x-figma-token", "x-redmine-api-key"),
    *(
        "x-shopify-access-token",
        "x-gitlab-token",
        "x-csrf-token",
        "x-xsrf-token",
        "x-session-token",
    ),
    *("x-subject-token", "x-user-token", "x-client-secret", "x-nuget-apikey"),
    *("x-insert-key", "x-query-key", "x-secret-key"),
    *("ocp-apim-subscription-key", "private-token", "job-token", "deploy-token", "dd-api-key"),
    *("dd-application-key", "xi-api-key", "x-signing-secret", "x-webhook-secret", "x-app-key"),
)
_NAME = rf"(?:{'|'.join(_NAMES)})"
_SHORTEST_WORD = 20
_NAME_IN_CODE = re.compile("[a-z_]+(?:[A-Z][a-z]+)*|[A-Z]+(?:_[A-Z]+)*")


def _is_value(text: str) -> bool:
    """Refuse what code and its documentation say there: a template, a plain word, an attribute."""
    parts = text.rstrip(".").split(".")
    if is_stand_in(text) or (len(parts) > 1 and all(map(str.isidentifier, parts))):
        return text.startswith("eyJ")
    return len(text) >= _SHORTEST_WORD or (
        has_digit_or_upper(text) and not _NAME_IN_CODE.fullmatch(text)
    )


def _is_given(text: str) -> bool:
    return not is_stand_in(text)


API_KEY_HEADER = Detector(
    name="api_key_header",
    entity="SECRET",
    group=Group.SECRETS,
    pattern=(
        rf"(?<![A-Za-z0-9])(?<!//)(?i:{_NAME}){NAME_END}"
        r"[ \t]{0,3}[:=,][ \t]{0,3}(?:\\{0,3}[\"'])?"
        r"(?P<value>(?:[^ \t\r\n\"'`\\,;&(){}<>\[\]@]"
        r"|@(?!(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2})){6,}+)"
        r"(?![(\[])"
    ),
    triggers=_NAMES,
    starts_word=True,
    key_pattern=KEY_START + _NAME.replace("-", "[_-]"),
    key_triggers=tuple(dict.fromkeys(name.rsplit("-", 1)[-1] for name in _NAMES)),
    validate=_is_value,
    validate_key_value=_is_given,
    priority=15,
    hits=(
        "curl -H 'X-Api-Key: hunter2' https://api.example",
        '{"Ocp-Apim-Subscription-Key": "' + "Abc123" + '"}',
        "PRIVATE-TOKEN: " + "glx-7Zt2Lk9Xw4Bv",
        "x-auth-token=" + "opaque1, next",
        "X-Api-Key: Harbor.7960",
        '("x-goog-api-key", "' + "q7Zt2Lk9" + '")',
    ),
    misses=(
        "X-Api-Key: required.",
        "x-api-key: ${API_KEY}",
        "X-Api-Key: <your key>",
        "headers['X-Auth-Token'] = get_token()",
        "the X-Api-Key header",
        '"x-api-key": settings.API_KEY',
        "https://x-access-token:abc123def@git.example/r",
        "max-api-key: hunter2",
        "{'x-api-key': apiKey}",
        "x-api-key: YOUR_API_KEY",
    ),
    key_hits=(
        ("http.request.header.x-auth-token", "abc"),
        ("X-API-Key", "hunter2"),
        ("private_token", "abc"),
    ),
    key_misses=(("x-auth-token", "null"), ("x-api-key-id", "abc"), ("x-api-version", "2")),
    source="https://spec.openapis.org/oas/v3.1.0#security-scheme-object and each service's "
    "reference of its headers (2026-11-24)",
)
