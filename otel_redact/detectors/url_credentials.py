"""The password in ``scheme://user:password@host``; scheme, user and host stay."""

from __future__ import annotations

from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group

__all__ = ["URL_CREDENTIALS"]

# What documentation writes: `https://user:pass@host`.
_EXAMPLE = "user(?:name)?:(?:pass(?:word|wd)?|pwd)"


def _is_password(text: str) -> bool:
    return not is_stand_in(text)


# A slash, `?` or `#` ends the authority of a valid URL, so where it has a user, a password and a
# host, the password ends at its last `@`. But people paste passwords unescaped: otherwise slashes
# are allowed unless what stands before them is a port. `image:tag@sha256:…` is no password.
URL_CREDENTIALS = Detector(
    name="url_credentials",
    entity="URL_CREDENTIALS",
    group=Group.SECRETS,
    pattern=(
        rf"(?<=[A-Za-z0-9])://(?!\[|(?i:{_EXAMPLE})@)"
        r"[^ \t\r\n/:?#\"'<>`]{0,128}+:(?![0-9]{1,5}[/?#])"
        r"(?=[^ \t\r\n\"'<>`@]{1,256}+@)"
        r"(?:(?P<value>[^ \t\r\n\"'<>`/?#]{1,256})"
        r"(?=@(?:[A-Za-z0-9._~%-]{1,253}+|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?"
        r"(?:[/?# \t\r\n\"'<>`,;()\[\]{}]|\z))"
        r"|(?P<value>[^ \t\r\n\"'<>`@][^ \t\r\n\"'<>`]{0,255})(?=@[A-Za-z0-9\[_.$%{-]))(?!@sha256:)"
    ),
    triggers=("://",),
    validate=_is_password,
    priority=40,
    hits=(
        "postgres://app:s3cr3t@db.example.com:5432/x",
        "redis://:p4ssw0rd@cache/0",
        "https://alice:p@ss@example.com/a?b=c",
        "amqp://u:ab/cd#e@host",
        "ftp://anonymous:guest@ftp.example.com",
        "https://proxy:PWx9@shop.example/chat?from=maria.keller",
    ),
    misses=(
        "https://example.com:8080/path@x",
        "https://alice@example.com/",
        "postgres://app:${DB_PASSWORD}@db/x",
        "docker://alpine:3.18@sha256:0123456789abcdef",
        "http://[2001:db8::1]:8080/x@y",
        "s3://bucket/key:1@2",
        "https://user:****@host/",
        "https://user:pass@host/",
        "postgres://USERNAME:PASSWORD@HOST:5432/x",
    ),
    source="https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 (2026-11-23)",
)
