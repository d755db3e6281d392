"""E-mail addresses: ``alice@example.com``."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group, Trigger

__all__ = ["EMAIL_ADDRESS"]

# Last labels that make a file, unit or locale's name of what looks like an address: logo@2x.png,
# sd_IN@devanagari.UTF-8.
_FILES_AND_UNITS = (
    "png jpg jpeg gif svg webp avif css js mjs map html "
    "service timer socket mount target scope slice utf"
)
_NOT_TOP_LEVEL = frozenset(_FILES_AND_UNITS.split())


def _is_address(text: str) -> bool:
    local, _, domain = text.partition("@" if "@" in text else "%40")
    return local != "git" and domain.rpartition(".")[2].lower() not in _NOT_TOP_LEVEL


def _has_at(text: str) -> bool:
    return "@" in text[1:-1]


# Beside ASCII, the letters that internationalised names are mostly written in.
_LABEL = r"[A-Za-z0-9\u00c0-\u024f\u0370-\u052f\u4e00-\u9fff-]{1,63}+"
_LOCAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+'-"
_THEN = r"(?<=[a-z0._%+'-])@(?:[a-z0?-]{1,63}\.|[a-z0?-]{0,63}\\)"

# The look-behind lets a run of local-part characters be tried once, which keeps the search linear;
# the second one leaves the password of `scheme://user:password@host` to url_credentials, but not
# what stands behind such a host, in the path or query. It is slow, so it is asked only where a
# colon is near.
EMAIL_ADDRESS = Detector(
    name="email_address",
    entity="EMAIL_ADDRESS",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9._%+'-])[.%+'-]{0,64}+"
        r"(?:(?P<value>[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,254}+"
        rf"(?=@{_LABEL}\.)((?<=:[^: \t\r\n\"'<>]{{0,255}}+))?+@"
        rf"(?:{_LABEL}\.){{1,64}}"
        r"(?:[A-Za-z]{2,24}+|xn--[A-Za-z0-9-]{1,59}+)"
        r"(?![A-Za-z0-9]))"
        r"(?(2)(?<!://[^ \t\r\n/:]{0,128}:(?![0-9]{1,5}[/?#])"
        r"(?:(?!@[A-Za-z0-9.-]{1,253}+(?::[0-9]{1,5})?[/?#])[^ \t\r\n\"'<>]){0,255}"
        r"@[A-Za-z0-9.-]++)|)"
        r"|(?P<value>[A-Za-z0-9_](?:[A-Za-z0-9._+'-]|%(?!40)[0-9A-Fa-f]{2}){0,254}+%40"
        r"(?:[A-Za-z0-9-]{1,63}+\.){1,64}[A-Za-z]{2,24}+(?![A-Za-z0-9])))"
    ),
    triggers=(
        Trigger("@", before=319, run=_LOCAL, then=_THEN),
        Trigger("%00", before=319, run=_LOCAL),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"e-?mail(?:[_-]?address)?",
    key_triggers=("email", "e-mail"),
    validate=_is_address,
    validate_key_value=_has_at,
    hits=(
        "write to alice@example.com today",
        "<bob.smith+news@mail.example.co.uk>",
        "'o'brien@example.org'",
        "mailto:carol@xn--bcher-kva.example",
        '{"to":"dave_99@sub.example.io"}',
        "https://proxy:****@shop.example/chat?from=maria@example.com",
        "https://shop.example/?email=alice%40example.com&page=2",
        "carol@b\u00fccher.example",
        "\u8bf7\u8054\u7cfbalice@example.com\u8c22\u8c22",
    ),
    misses=(
        "logo@2x.png",
        "sd_IN@devanagari.UTF-8",
        "pip install thing@1.2.3",
        "git@github.com:org/repository.git",
        "systemctl status getty@tty1.service",
        "@decorator and user@localhost",
        "a @ b.com",
        "width=50%40px.x",
    ),
    key_hits=(("user.email", "j\u00f6rg@b\u00fccher.example"), ("emailAddress", "x@intranet")),
    key_misses=(("email", "yes"), ("email_count", "a@b"), ("email", "@")),
    source="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 (2026-11-23)",
)
