"""Base64 of ``user:password`` behind the word Basic; the word stays."""

from __future__ import annotations

import binascii
from base64 import b64decode

from otel_redact.types import Detector, Group

__all__ = ["BASIC_CREDENTIALS"]


def _is_user_and_password(text: str) -> bool:
    body = text.rstrip("=")
    try:
        decoded = b64decode(body + "=" * (-len(body) % 4), validate=True)
    except binascii.Error:
        return False
    return b":" in decoded and all(32 <= byte < 127 or byte >= 160 for byte in decoded)


BASIC_CREDENTIALS = Detector(
    name="basic_credentials",
    entity="AUTHORIZATION_HEADER",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?i:basic)[ \t]{1,3}(?P<value>[A-Za-z0-9+/]{6,}+={0,2})",
    triggers=("basic ", "basic\t"),
    starts_word=True,
    validate=_is_user_and_password,
    priority=20,
    hits=(
        "Basic " + "QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "header value: basic " + "dXNlcjpwYXNz",
        '"Basic ' + 'YWxpY2U6aHVudGVyMg=="',
    ),
    misses=("Basic Authentication", "basic research2024", "Visual Basic programs", "basic usage"),
    source="https://www.rfc-editor.org/rfc/rfc7617#section-2 (2026-11-23)",
)
