"""``auth`` of Docker's and npm's configuration: user and password in base64."""

from __future__ import annotations

from base64 import b64decode

from otel_redact.detectors.assignment import NAME_END
from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group

__all__ = ["REGISTRY_AUTH"]

_PRINTABLE = frozenset(range(32, 127))


def _is_user_and_password(text: str) -> bool:
    if len(text) % 4:
        return False
    try:
        user, colon, password = b64decode(text, validate=True).partition(b":")
    except ValueError:  # no base64, or beyond ASCII
        return False
    return bool(user and colon and password) and _PRINTABLE.issuperset(user + password)


REGISTRY_AUTH = Detector(
    name="registry_auth",
    entity="REGISTRY_AUTH",
    group=Group.SECRETS,
    pattern=(
        rf"(?<![A-Za-z0-9])auth{NAME_END}[ \t]{{0,3}}[:=][ \t]{{0,3}}(?:\\{{0,3}}[\"'])?"
        r"(?P<value>[A-Za-z0-9+/]{6,4096}+={0,2})(?![A-Za-z0-9+/=_-])"
    ),
    triggers=tuple("auth" + sign for sign in "\\\"'`] \t:="),
    starts_word=True,
    key_pattern=KEY_START + "auth",
    key_triggers=("auth",),
    validate=_is_user_and_password,
    validate_key_value=_is_user_and_password,
    priority=30,
    hits=(
        '{"auths": {"r.example": {"auth": "' + "YWxpY2U6aHVudGVyMg==" + '"}}}',
        r"\"auth\":\"" + "YWxpY2U6aHVudGVyMg==" + r"\"",
        "auth=" + "YWxpY2U6aHVudGVyMg== for r.example",
        "auth: " + "YWxpY2U6aHVudGVyMg==\n",
    ),
    misses=(
        "auth: required",
        '"auth": "none"',
        "auth = Authentication",
        "auth: YWxpY2U=",
        "oauth: YWxpY2U6aHVudGVyMg==",
    ),
    key_hits=(("auth", "YWxpY2U6aHVudGVyMg=="), ("_auth", "YWxpY2U6aHVudGVyMg==")),
    key_misses=(
        ("auth", "basic"),
        ("auth_type", "YWxpY2U6aHVudGVyMg=="),
        ("auth", "YWxpY2U="),
        ("auth", "gr\u00fc\u00dfe99!"),
    ),
    source="https://docs.docker.com/reference/cli/docker/login/ (2026-11-24)",
)
