"""Credentials of HTTP authorization: the scheme word stays, what follows it goes."""

from __future__ import annotations

import re

from otel_redact.detectors.assignment import no_end_before
from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group

__all__ = ["AUTHORIZATION_HEADER"]

_TOKEN68 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=")
_SHORTEST_BARE = 20
_CONSTANT = re.compile("[A-Z]+(?:_[A-Z]+)+")
_WORDS = frozenset(("token", "tokens", "auth", "authentication", "required", "header", "realm"))


def _is_credential(text: str) -> bool:
    return not (is_stand_in(text) or text.lower() in _WORDS or _CONSTANT.fullmatch(text))


def _is_left_to_pattern(text: str) -> bool:
    scheme, _, credential = text.partition(" ")
    return (
        scheme.lower() == "bearer"
        and len(credential) >= _SHORTEST_BARE
        and _TOKEN68.issuperset(credential)
    )


def _is_whole_header(text: str) -> bool:
    """Take the whole value unless the pattern finds the credential in it and keeps the scheme."""
    return not is_stand_in(text) and not _is_left_to_pattern(text)


AUTHORIZATION_HEADER = Detector(
    name="authorization_header",
    entity="AUTHORIZATION_HEADER",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?i:authorization)(?:\\{0,3}[\"'\]]){0,2}[ \t]{0,3}[:=,][ \t]{0,3}"
        r"(?:\\{0,3}[\"'])?(?:"
        r"(?i:bearer|basic|token|apikey|negotiate)[ \t]{1,3}(?P<value>[^ \t\r\n\"',;\\<>]{4,}+)"
        r"|(?i:digest|oauth|hawk|signature|sharedaccesssignature|googlelogin|mac|vapid"
        r"|[a-z0-9]{2,12}-hmac-sha(?:256|512|1))[ \t]{1,3}(?P<value>[^\r\n]{4,}+)"
        r"|(?i:ntlm|dpop|jwt|key|bot|ssws|splunk|geniekey|api-?key|api[_-]?token|aws"
        r"|sharedkey(?:lite)?|[a-z]{2,16}-(?:api-?key|token|oauthtoken))[ \t]{1,3}"
        r"(?=[^ \t\r\n\"',;\\<>]{0,64}[0-9])(?P<value>[^ \t\r\n\"',;\\<>]{8,}+)"
        r"|(?<!,[ \t]{0,3}[\"']?)(?=[A-Za-z_.~+/=-]{0,256}[0-9])"
        r"(?P<value>[A-Za-z0-9._~+/=-]{16,}+)" + no_end_before(r"\(", "A-Za-z0-9._~+/=-") + ")"
        r"|(?i:bearer)[ \t]{1,3}(?:"
        r"(?=[A-Za-z._~+/=-]{0,256}[0-9])(?P<value>[A-Za-z0-9._~+/=-]{8,}+)"
        r"|(?P<value>[A-Za-z0-9._~+/=-]{20,}+)))"
    ),
    triggers=("authorization", "bearer ", "bearer\t"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:(?:proxy|x)[_-]?)?(?:authorization|auth[_-]?header)",
    key_triggers=("authorization", "authheader", "auth_header", "auth-header"),
    validate=_is_credential,
    validate_key_value=_is_whole_header,
    priority=30,
    hits=(
        "Authorization: Bearer " + "abcdef-0123456789",
        "curl -H 'Authorization: Basic " + "dXNlcjpwYXNz'",
        '{"authorization": "Token ' + '9944b09199c62bcf9418ad846dd0e4bb"}',
        "retry with bearer " + "mF_9.B5f-4.1JqM again",
        "Authorization: SSWS " + "00QCjAl4MlV-WPXM",
        "authorization: SharedKey " + "account:q7Zt2Lk9Xw4Bv8Nc=",
        "authorization: TC3-HMAC-SHA256 " + "Credential=x/2026-11-24/cvm, Signature=be4f67d3",
        'Proxy-Authorization: Digest username="Mufasa", response="6629fae49393a0539745"',
    ),
    misses=(
        "token_type: bearer",
        "Bearer token authentication",
        "Authorization: Bearer <token>",
        "Authorization: Bearer ${TOKEN}",
        "Authorization: Bearer YOUR_API_KEY",
        "Authorization: Bearer ACCESS_TOKEN",
        "authorization: required",
        "authorization: key management",
        "authorization = Depends(check)",
        "bearer of bad news",
        '("authorization", "x-amz-content-sha256")',
    ),
    key_hits=(
        ("http.request.header.authorization", "Basic dXNlcjpwYXNz"),
        ("Authorization", "hunter2"),
        ("proxy-authorization", "Bearer short"),
    ),
    key_misses=(
        ("authorization_url", "hunter2"),
        ("authorization", "null"),
        ("authorization", "${TOKEN}"),
    ),
    source="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2 (2026-11-23)",
)
