"""Passwords in ``.netrc`` entries; machine and login stay."""

from __future__ import annotations

from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group, Trigger

__all__ = ["NETRC_PASSWORD"]

_GAP = r"(?:[ \t\r\n]|\\[nrt]){1,16}"
_TOKEN = r"[^ \t\r\n\"'\\]{1,256}+"  # noqa: S105 - a pattern

# Between the words of an entry stand white space, also as JSON escapes it, and no second word.
_BLANK = r"(?:[ \t\r\n]|\\+[nrt]){1,40}"
_THEN = rf"machine{_BLANK}[^ \t\r\n]{{1,256}}?{_BLANK}login"


def _is_given(text: str) -> bool:
    return not is_stand_in(text)


NETRC_PASSWORD = Detector(
    name="netrc_password",
    entity="PASSWORD",
    group=Group.SECRETS,
    pattern=(
        rf"(?<![A-Za-z0-9])(?:machine{_GAP}{_TOKEN}{_GAP}|default[ \t\r\n])"
        rf"login{_GAP}{_TOKEN}{_GAP}"
        rf"(?:account{_GAP}{_TOKEN}{_GAP})?password{_GAP}"
        r"(?:\\{0,2}\"(?P<value>[^\"\r\n]{1,256}+)\"|(?P<value>[^ \t\r\n\"'\\]{1,256}+))"
    ),
    triggers=(
        *(Trigger("machine" + gap, then=_THEN) for gap in " \t\r\n\\"),
        *("default" + gap + "login" for gap in " \t\r\n"),
    ),
    starts_word=True,
    validate=_is_given,
    priority=40,
    hits=(
        "machine api.example.com login alice password hunter2",
        "machine git.example\n  login bob\n  password c0rrect\n",
        r"machine git.example\n\tlogin bob\n\tpassword c0rrect\n",
        "default login anonymous password me@site",
    ),
    misses=(
        "machine learning models login with a password",
        "machine api.example.com login alice",
        "the machine login page asks for a password today",
        "machine api.example.com login alice password ${PW}",
    ),
    source="https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html "
    "(2026-11-24)",
)
