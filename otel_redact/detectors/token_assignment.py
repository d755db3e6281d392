"""Tokens behind the bare word ``token``, and values under ``token`` or ``key``, if they look it.

Token probabilities carry ``{"token": "Hello"}``, so a name as common as these decides nothing.
"""

from __future__ import annotations

from otel_redact.detectors.assignment import NAME_END, random_value
from otel_redact.detectors.boundary import KEY_START, WORD_START
from otel_redact.detectors.shape import looks_like_credential, looks_random
from otel_redact.types import Detector, Group, Trigger

__all__ = ["TOKEN_ASSIGNMENT"]

# Places in a list, numbers of a request and marks in a vocabulary are tokens too.
_OTHER = (
    r"page|next|prev|previous|continuation|sync|cursor|pagination|resume|starting"
    r"|idempotency|request|creation"
    r"|eos|bos|pad|unk|sep|cls|mask"
)
_KINDS = ("auth", "access", "refresh", "api", "id", "session", "bearer", "oauth")
_RANDOM = "q7Zt2Lk9Xw4B" + "v8Nc1Rm6"

TOKEN_ASSIGNMENT = Detector(
    name="token_assignment",
    entity="SECRET",
    group=Group.SECRETS,
    pattern=(
        WORD_START + rf"(?<!(?i:{_OTHER})[_-]?)"
        rf"(?i:(?:{'|'.join(_KINDS)})?token){NAME_END}"
        r"[ \t]{0,8}(?:=>|:=|={1,3}|:|(?i:[ ]is[ ]))[ \t]{0,8}" + random_value()
    ),
    triggers=(
        *("token" + sign for sign in "\\\"'`]\t=:"),
        Trigger("token ", then=r"token (?:[ \t]|\\+t){0,8}(?:[:=]|is )"),
        *(kind + "token" for kind in _KINDS),
    ),
    key_pattern=rf"(?!{KEY_START}(?:{_OTHER})[_-]?token)(?:{KEY_START}token|key)",
    key_triggers=("token", "key"),
    validate=looks_random,
    validate_key_value=looks_like_credential,
    priority=5,
    hits=(
        "token=" + _RANDOM,
        '"access_token": "' + _RANDOM + '"',
        "your token is " + _RANDOM + ", keep it",
        "NPM_TOKEN: abcd1234efgh5678",
    ),
    misses=(
        "tokens_used: 123456",
        "max_tokens=512",
        "tokenizer: cl100k_base",
        "next_page_token=abcdefgh",
        "nextPageToken: " + _RANDOM,
        "RequestToken: 550e8400-e29b-41d4-a716-446655440000",
        "token_type: bearer",
        "token: 1764000000123",
        "token = request.headers.get('x')",
        "token: gpt-4o-2024-08-06",
        "token is expired",
    ),
    key_hits=(
        ("token", _RANDOM),
        ("key", "AKIB" + "7Zt2Lk9Xw4Bv8Nc"),
        ("slack.token", "0123456789abcdef0123456789abcdef"),
    ),
    key_misses=(
        ("token", "Hello"),
        ("key", "llm.input_messages.0.message.content"),
        ("token", "550e8400-e29b-41d4-a716-446655440000"),
        ("next_page_token", _RANDOM),
        ("nextPageToken", _RANDOM),
        ("s3.key", _RANDOM),
        ("token", "gpt-4o-2024-08-06"),
        ("token", " Hello1World2Again3x"),
    ),
    source="https://www.rfc-editor.org/rfc/rfc6750 (2026-11-23)",
)
