"""Cookie and Set-Cookie header values, whole."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group

__all__ = ["HTTP_COOKIE"]


def _has_pair(text: str) -> bool:
    return "=" in text[1:]


HTTP_COOKIE = Detector(
    name="http_cookie",
    entity="HTTP_COOKIE",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?i:cookie)(?:\\{0,3}[\"'])?[ \t]{0,3}:[ \t]{0,3}(?:\\{0,3}[\"'])?"
        r"(?P<value>[A-Za-z0-9_.!#$%&*+^|~-]{1,128}+=[^ \t\r\n\"'\\][^\r\n\"'\\]*+)"
    ),
    triggers=tuple("cookie" + sign for sign in "\\\"': \t"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:set[_-]?)?cookies?",
    key_triggers=("cookie",),
    validate_key_value=_has_pair,
    priority=20,
    hits=(
        "Cookie: session=38afes7a8; theme=dark",
        "Set-Cookie: id=a3fWa; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly",
        '{"cookie": "sid=31d4d96e407aad42"}',
    ),
    misses=(
        "cookie: chocolate chip",
        "cookie = Cookie(name='a')",
        "document.cookie",
        "Cookie: see RFC",
    ),
    key_hits=(
        ("http.request.header.cookie", "a=1"),
        ("Set-Cookie", "id=a3fWa; Secure"),
        ("cookies", "sid=31d4"),
    ),
    key_misses=(("cookie", "chocolate"), ("cookie_policy", "a=1"), ("cookies", "")),
    source="https://www.rfc-editor.org/rfc/rfc6265#section-4 (2026-11-23)",
)
